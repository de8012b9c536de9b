import { inSegments, markedPlaces, type Segment } from './marks.ts';
import type { IndexedPage } from './shard.ts';
import type { Query } from './terms.ts';
import { BLOCK_END } from '../record/words.ts';

/** A passage of a release in which words stand that were asked for. */
export interface Passage {
  readonly segments: readonly Segment[];
  /** The section that it stands in; absent before the first heading. */
  readonly section?: { readonly id: string; readonly heading: string };
  /** What a link puts behind `#` so that the browser finds the words on the page: an id, a text fragment, or both. */
  readonly target: string;
}

const LENGTH = 30;
const BLOCK_SIGN = '·';
const SECTIONS = 3;

/**
 * The passages of a release that answer a query: first the one with most of the words,
 * then one for each other section that holds some, in the order of the text, three at most.
 * Without words, or where only headline and facts hold them, the text's beginning is the one passage.
 */
export function passagesOf(fragment: IndexedPage, query: Query): readonly Passage[] {
  const tokens = fragment.content.split(SPACES).filter(Boolean);
  const marked = markedPlaces(tokens, query);
  const sections = sectionsOf(fragment, tokens.length);
  const passages = sections.flatMap((section) => passageOf(tokens, marked, section));
  const best = passages.toSorted((a, b) => b.weight - a.weight)[0] ?? beginning(tokens, sections[0]);
  if (best === undefined) return [];
  const others = passages.filter((passage) => passage !== best && passage.section !== undefined).slice(0, SECTIONS);
  return [best, ...others].map(({ segments, section, target }) => ({ segments, target, ...(section && { section }) }));
}

// As the index counts words: a zero-width no-break space is no space to it.
const SPACES = /[^\S\uFEFF]+/;

interface Section {
  readonly start: number;
  readonly end: number;
  readonly section?: { readonly id: string; readonly heading: string };
}

function sectionsOf(fragment: IndexedPage, length: number): readonly Section[] {
  const anchors = fragment.anchors
    .filter((anchor) => /^h\d$/i.test(anchor.element))
    .toSorted((a, b) => a.location - b.location);
  const starts = anchors.map((anchor, at) => ({
    start: anchor.location,
    end: anchors[at + 1]?.location ?? length,
    section: { id: anchor.id, heading: anchor.text.replaceAll(BLOCK_END, '').trim() },
  }));
  return [{ start: 0, end: anchors[0]?.location ?? length }, ...starts].filter(({ start, end }) => end > start);
}

function passageOf(tokens: readonly string[], marked: ReadonlySet<number>, { start, end, section }: Section) {
  const places = [...marked].filter((place) => place >= start && place < end).toSorted((a, b) => a - b);
  if (places.length === 0) return [];
  // The stretch in which most different words stand; of equal ones the first.
  const stretch = places
    .map((first) => ({
      first,
      words: new Set(
        places
          .filter((place) => place >= first && place < first + LENGTH - 4)
          .map((place) => tokens[place]?.toLowerCase()),
      ).size,
    }))
    .reduce((best, one) => (one.words > best.words ? one : best));
  const from = Math.max(start, Math.min(stretch.first - 4, end - LENGTH));
  const to = Math.min(end, from + LENGTH);
  return [
    {
      ...shown(tokens, marked, from, to, { start, end }),
      weight: stretch.words,
      section,
      target: targetOf(tokens, stretch.first, marked, section?.id),
    },
  ];
}

function beginning(tokens: readonly string[], first: Section | undefined) {
  if (first === undefined) return undefined;
  const end = Math.min(tokens.length, LENGTH);
  return { ...shown(tokens, new Set(), 0, end, { start: 0, end: tokens.length }), section: undefined, target: '' };
}

function shown(
  tokens: readonly string[],
  marked: ReadonlySet<number>,
  from: number,
  to: number,
  within: { start: number; end: number },
) {
  const words: string[] = [];
  const places: number[] = [];
  for (let place = from; place < to; place += 1) {
    const token = tokens[place] ?? '';
    // Where several blocks end at once, and at the edges, one mark or none is enough.
    if (token === BLOCK_END && (words.length === 0 || words.at(-1) === BLOCK_SIGN || place === to - 1)) continue;
    words.push(token === BLOCK_END ? BLOCK_SIGN : token);
    places.push(place);
  }
  if (words.at(-1) === BLOCK_SIGN) words.pop();
  if (from > within.start) {
    words.unshift('…');
    places.unshift(-1);
  }
  if (to < within.end) words.push('…');
  return { segments: inSegments(words, (at) => marked.has(places[at] ?? -1)) };
}

/** https://wicg.github.io/scroll-to-text-fragment/: the marked word with its next few, within one block. */
function targetOf(tokens: readonly string[], first: number, marked: ReadonlySet<number>, id = ''): string {
  let end = first + 1;
  while (end < first + 5 && end < tokens.length && tokens[end] !== BLOCK_END && (marked.has(end) || end < first + 3))
    end += 1;
  const text = tokens.slice(first, end).join(' ');
  return text === BLOCK_END ? id : `${id}:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`;
}
