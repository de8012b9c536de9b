import { quote } from '../../text/quote.ts';
import type { Page } from './page.ts';
import type { RunningHead } from './running-heads.ts';

/** Names what was left out as running heads and feet, each text once with its pages. */
export function furnitureNotes(running: readonly RunningHead[], pages: readonly Page[]): string[] {
  const words = running
    .filter(({ text }) => /\p{L}/u.test(text))
    .map(({ text, pages: on }) => `"${text}" (${on.length === 1 ? 'page' : 'pages'} ${spans(on)})`);
  return [
    ...(words.length > 0 ? [`Left out as running heads or feet: ${words.join(', ')}.`] : []),
    ...(pages.some((page) => page.stamped) ? ['Left out the stamp "For personal use only".'] : []),
  ];
}

/** On which pages the numbers of the lines were left out. */
export function lineNumberNotes(pages: readonly number[]): string[] {
  if (pages.length === 0) return [];
  return [
    `Left out the numbers in the margin that count the lines: ${pages.length === 1 ? 'page' : 'pages'} ${spans(pages)}.`,
  ];
}

/** Names the heads of tables that go on over pages and are shown once. */
export function headNotes(heads: readonly { readonly page: number; readonly texts: readonly string[] }[]): string[] {
  const byText = Map.groupBy(heads, ({ texts }) => texts.join(' '));
  return [...byText].map(
    ([text, own]) =>
      `Shown once, at the head of its table: "${shortened(text)}" (also on ${own.length === 1 ? 'page' : 'pages'} ${spans(own.map(({ page }) => page))}).`,
  );
}

/** Numbers as people write them: `1, 3-5`. */
function spans(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of new Set(numbers)) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

/** Names what the file holds and nobody sees on its pages. */
export function hiddenNotes(pages: readonly Page[]): string[] {
  const found = pages.flatMap(({ number, hidden }) => hidden.map((one) => ({ ...one, number })));
  if (found.length === 0) return [];
  return [
    ...found.map(({ number, text, why }) => `HIDDEN TEXT on page ${number}, ${why}, left out: "${shortened(text)}".`),
    'Hidden text may be a former draft or private. It is still in the PDF, which is published with the release: print the PDF to a new one, or leave it out.',
  ];
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** Which pages are pictures, without text of their own or with what a machine has recognised. */
export function scanNotes(pages: readonly Page[]): string[] {
  const read = pages.filter(({ scan, pieces }) => scan === 'read' && pieces.length > 0).map(({ number }) => number);
  const empty = pages.filter(({ scan, pieces }) => scan === 'read' && pieces.length === 0).map(({ number }) => number);
  const unread = pages.filter(({ scan }) => scan === 'unread').map(({ number }) => number);
  const places = (numbers: readonly number[]) => `${numbers.length === 1 ? 'Page' : 'Pages'} ${spans(numbers)}`;
  return [
    ...(read.length > 0
      ? [`${places(read)}: the text was recognised by machine from a scan. Compare it with the document, which counts.`]
      : []),
    ...(unread.length > 0
      ? [
          `${places(unread)}: a scan without text; nothing of it is in the draft. Import it with --scans, which has a machine read it, or write the text yourself.`,
        ]
      : []),
    ...(empty.length > 0 ? [`${places(empty)}: the machine found no text in the picture.`] : []),
    ...pages.flatMap(({ number, unsure = [] }) => (unsure.length > 0 ? [unsureNote(number, unsure)] : [])),
    ...pages.flatMap(({ number, dropped = [] }) =>
      dropped.length > 0 ? [`Page ${number}: left out as no text: ${dropped.map(quote).join(', ')}.`] : [],
    ),
  ];
}

const MOST_UNSURE = 60;

function unsureNote(page: number, words: readonly string[]): string {
  const more = words.length - MOST_UNSURE;
  const shown = words.slice(0, MOST_UNSURE).map(quote).join(', ');
  return `Page ${page}: the machine is not sure of ${shown}${more > 0 ? ` and ${more} more` : ''}; compare with the scan.`;
}

/** Where text stood on its side. */
export function sidewaysNotes(pages: readonly Page[]): string[] {
  const with_ = pages.filter((page) => page.sideways.length > 0).map((page) => page.number);
  return with_.length > 0
    ? [`Text that stands on its side was put at the end of its page: page ${with_.join(', ')}.`]
    : [];
}

/** Where signs stand that no letter is known for. */
export function unreadNotes(pages: readonly Page[]): string[] {
  const found = pages.flatMap(({ number, pieces }) => {
    const count = pieces.reduce((sum, { text }) => sum + (text.match(/\ufffd/g)?.length ?? 0), 0);
    return count > 0 ? [`page ${number} (${count})`] : [];
  });
  return found.length > 0
    ? [`Signs that the file gives no letter for stand as \ufffd: ${found.join(', ')}. Write what the page shows.`]
    : [];
}

/** Beside which words something is drawn that may be a box, chosen or not. */
export function unclearNotes(pages: readonly Page[]): string[] {
  return pages.flatMap(({ number, unclear = [] }) =>
    unclear.length > 0
      ? [
          `Page ${number}: what is drawn beside ${unclear.map(quote).join(', ')} may be a box that is ticked or not, and is not in the draft. Compare with the document, and write [x] or [ ].`,
        ]
      : [],
  );
}
