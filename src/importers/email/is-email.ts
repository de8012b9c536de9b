import { ending } from '../../release/file-name.ts';

/**
 * True for a message as mail programs save it: by its name, or because it begins with the lines of a head, in any order:
 * a subject with a sender, a receiver or a date, or a sender with what only mail programs write.
 */
export function isEmail(fileName: string, start: string): boolean {
  if (ending(fileName) === 'eml') return true;
  const names = headNames(start);
  const has = (...wanted: string[]) => wanted.some((name) => names.has(name));
  return (
    (has('subject') && has('from', 'to', 'date', 'sent')) ||
    (has('from', 'date') && has('mime-version', 'message-id', 'received'))
  );
}

/** True for a page that a browser or Word has saved as one file (RFC 2557). */
export function isWebArchive(fileName: string, start: string): boolean {
  if (/^mht(?:ml)?$/.test(ending(fileName))) return true;
  return (
    headNames(start).has('mime-version') &&
    /^content-type:\s*multipart\/related/im.test(start) &&
    /^(?:snapshot-)?content-location:/im.test(start)
  );
}

/** The names of the fields with which a text begins, in lower case. */
function headNames(start: string): Set<string> {
  const names = new Set<string>();
  for (const line of start.replace(/^(?:\ufeff|ï»¿)?(?:\s*\n)*/, '').split(/\r?\n/)) {
    const name = /^([A-Za-z][A-Za-z0-9-]*)\s*:/.exec(line)?.[1];
    if (name !== undefined) names.add(name.toLowerCase());
    // Fields go on in lines that are set in; the head ends at an empty line. An old mailbox has one line before it.
    else if (!/^[ \t]+\S|^>?From /.test(line)) break;
  }
  return names;
}
