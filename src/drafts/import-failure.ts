import { ImportRefusal } from '../importers/model/refusal.ts';

/** A refusal or a fault of the disk in words; a fault of this program goes on as one. */
export function importFailure(error: unknown): string {
  if (error instanceof ImportRefusal) return error.message;
  const { code, path = 'The file' } = error as { code?: unknown; path?: string }; // Node names the faults of a disk by code
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EACCES' || code === 'EPERM')
    return `${path} may not be read or written (${code}): see who owns it and its folder.`;
  if (code === 'EISDIR') return 'It is a folder.';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'The disk is full.';
  if (code === 'EROFS') return 'The folder can be read, but not written.';
  if (code === 'EEXIST') return 'The file already exists; nothing was overwritten.';
  return `A fault of the program: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
}
