/** What a disk or its owner did not allow, in words; `undefined` for an error of another kind. */
export function diskFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string }; // node:fs throws these
  const place = dest ?? path;
  // Of a file that is open already node tells no place.
  if (place === undefined && code !== 'ENOSPC' && code !== 'EDQUOT') return undefined;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `${place} cannot be opened or written (${code}). See who owns it and its folder, and what its owner may do there; then run the command again.`;
    case 'EROFS':
      return `${place} cannot be written, because its disk is read-only.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full${place === undefined ? '' : ` (${place})`}. Free some space, and run the command again.`;
    case 'EISDIR':
    case 'ENOTDIR':
      return `${place} is in the way: a folder stands where a file belongs, or a file where a folder does (${code}). Move it elsewhere, and run the command again.`;
    default:
      return undefined;
  }
}
