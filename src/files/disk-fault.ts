/**
 * What a disk, its owner or the system did not allow, by the code of `node:fs`, and what to do; `undefined` for another fault.
 * `elsewhere` is said where another place would help.
 */
export function diskFault(code: string | undefined, place: string | undefined, elsewhere = ''): string | undefined {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk is full${place === undefined ? '' : ` (${place})`}. Free some space, and try again.${elsewhere}`;
  // Without a place it need not be a disk: EACCES may be about a port.
  if (place === undefined) return undefined;
  switch (code) {
    case 'EROFS':
      return `${place} cannot be written, because its disk is read-only.${elsewhere}`;
    case 'EACCES':
    case 'EPERM':
      return `${place} cannot be opened or written (${code}). See who owns it and its folder, and what its owner may do there; then try again.${elsewhere}`;
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return `${place} is in the way: a folder stands where a file belongs, or a file where a folder does (${code}). Move it elsewhere, and try again.`;
    case 'EMFILE':
    case 'ENFILE':
      return 'The system lets this program open no more files. Raise its limit (ulimit -n), and try again.';
    case 'EIO':
      return `The disk does not answer as it should (${place}: EIO). Look at the disk before you try again.`;
    default:
      return undefined;
  }
}

/** The place of an error of `node:fs`, which tells none of a file that is open already. Of a copy that failed it is mostly the target. */
export function placeOf({ path, dest }: NodeJS.ErrnoException & { readonly dest?: string }): string | undefined {
  return dest ?? path;
}
