import { dirname } from 'node:path';
import { ImportRefusal } from '../importers/model/refusal.ts';

/** A refusal or a fault of the disk in words; a fault of this program goes on as one. */
export function importFailure(error: unknown): string {
  if (error instanceof ImportRefusal) return error.message;
  const { code, path = 'The file' } = error as { code?: unknown; path?: string }; // Node names the faults of a disk by code
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EACCES' || code === 'EPERM')
    return `${path} may not be read or written (${code}): see who owns it and its folder.`;
  if (code === 'EISDIR') return 'It is a folder.';
  if (code === 'ENOTDIR') return `${dirname(path)} is a file, and a folder belongs there. Move it elsewhere.`;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'The disk is full.';
  if (code === 'EROFS') return 'The folder can be read, but not written.';
  if (code === 'EEXIST') return 'The file already exists; nothing was overwritten.';
  const missing = error instanceof Error ? PACKAGE.exec(error.message)?.[1] : undefined;
  if (missing) return `The package ${missing} is missing from node_modules. Run npm ci, and import the file again.`;
  return `A fault of the program: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
}

/** What Node says of a package that is not there, or of which a file is not: its name. */
const PACKAGE =
  /^Cannot find (?:package|module) '(?:[^']*[\\/]node_modules[\\/])?((?:@[^'\\/]+[\\/])?[^'./\\:][^'/\\:]*)(?=['/\\])/;
