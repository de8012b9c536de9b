import { memoised } from '../text/memoised.ts';
import type { Entry, EntryTexts } from './entry.ts';

/**
 * The entries of a document that is to stay below `most` bytes in every format: from the newest on, each with its whole
 * text where that still fits beside the beginnings of all others, else with its beginning.
 */
export function wholeTextsUpTo(most: number, texts: readonly EntryTexts[]): Entry[] {
  let bytes = HEAD + texts.reduce((sum, { beginning }) => sum + mostBytes(beginning), 0);
  return texts.map(({ whole, beginning }) => {
    if (whole === beginning) return whole;
    const more = mostBytes(whole) - mostBytes(beginning);
    if (bytes + more >= most) return beginning;
    bytes += more;
    return whole;
  });
}

/** Bytes of a document without its entries, at most. */
const HEAD = 10_000;

/** How many bytes an entry takes at most, in whichever format: a sign that is markup in any takes up to six, but in its text. */
const mostBytes = memoised(({ html, ...others }: Entry): number => {
  // The others stand up to twice in an entry, some escaped twice, with the names of elements around them.
  return ELEMENTS + textBytes(html) + 4 * escapedBytes(JSON.stringify(others));
});

const ELEMENTS = 1000;

/** As JSON, or as CDATA, of which each end takes twelve more. */
function textBytes(html: string): number {
  return Buffer.byteLength(JSON.stringify(html)) + 12 * (html.match(/\]\]>/g)?.length ?? 0);
}

function escapedBytes(text: string): number {
  return Buffer.byteLength(text) + 5 * (text.match(/[&<>"'\n\t]/g)?.length ?? 0);
}
