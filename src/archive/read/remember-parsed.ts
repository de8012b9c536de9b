import { hash } from 'node:crypto';
import { parseRelease } from '../../release/parse.ts';

/** What reads the text of a release's file. */
export type Parse = typeof parseRelease;

/**
 * `parseRelease`, but that a file whose text is what it was when it was last read gives the same values again, with all that
 * the checks have found out about them: for a server that reads a folder after each edit.
 */
export function rememberParsed(): Parse {
  const known = new Map<string, { readonly digest: string; readonly parsed: ReturnType<Parse> }>();
  return (file, text, id) => {
    const digest = hash('sha256', text);
    const former = known.get(file);
    if (former?.digest === digest) return former.parsed;
    const parsed = parseRelease(file, text, id);
    known.set(file, { digest, parsed });
    return parsed;
  };
}
