import { foldWord, tokenize } from '../src/search/record/words.ts';
import { plainText, type SearchRecord } from '../src/search/record/search-record.ts';

/** A query for a release that is known, and the ids that count as found: those of releases with the same headline. */
export interface KnownItem {
  readonly query: string;
  readonly wanted: ReadonlySet<string>;
}

/** How telling a query is: the rarest words of a headline, less telling ones, or an amount as pasted with two words. */
export const querySets = ['rarest words', 'rarer words', 'pasted amounts'] as const;
type QuerySet = (typeof querySets)[number];

/**
 * Known-item queries as somebody would recall a headline: three or four of its rarest words, or of those after the
 * very rarest; or the amount or percentage that it names, as pasted, with two or three of its words.
 * A query all of whose words stand in more than ten different headlines is drawn again: which one is meant nobody could tell.
 * Half of them keep the headline's order and half are shuffled. The same seed gives the same queries.
 */
export function knownItems(
  records: readonly SearchRecord[],
  count: number,
  seed: number,
  set: QuerySet,
): readonly KnownItem[] {
  const frequency = documentFrequency(records);
  const rarity = (token: string) => frequency.get(foldWord(token)) ?? 0;
  const titles = Map.groupBy(records, (record) => record.title);
  const headlines = [...titles.keys()].map((title) => new Set(tokenize(title).map(foldWord)));
  const random = randomNumbers(seed);
  const items: KnownItem[] = [];
  for (let attempt = 0; items.length < count && attempt < count * 200; attempt += 1) {
    const record = records[Math.floor(random() * records.length)];
    if (record === undefined) continue;
    const amount = set === 'pasted amounts' ? AMOUNT.exec(record.title)?.[0] : undefined;
    if (set === 'pasted amounts' && amount === undefined) continue;
    const rest = amount === undefined ? record.title : record.title.replace(amount, ' ');
    const tokens = [...new Set(tokenize(rest).filter(isTelling))];
    if (tokens.length < 5) continue;
    const length = random() < 0.5 ? 3 : 4;
    const rare = tokens.toSorted((a, b) => rarity(a) - rarity(b));
    const chosen = new Set(set === 'rarest words' ? rare.slice(0, length) : lessRare(rare, length, random));
    const words = tokens.filter((token) => chosen.has(token)).map((token) => token.replace(EDGES, ''));
    if (words.length < 2) continue;
    const folded = words.map(foldWord);
    if (headlines.filter((held) => folded.every((word) => held.has(word))).length > 10) continue;
    const parts = amount === undefined ? words : [amount, ...words.slice(0, length - 1)];
    const query = (random() < 0.5 ? parts : shuffled(parts, random)).join(' ');
    items.push({ query, wanted: new Set(titles.get(record.title)?.map(({ id }) => id)) });
  }
  return items;
}

function lessRare(rare: readonly string[], length: number, random: () => number): readonly string[] {
  return rare
    .slice(1, length + 3)
    .filter(() => random() < 0.7)
    .slice(0, length);
}

function shuffled(parts: readonly string[], random: () => number): readonly string[] {
  return parts
    .map((part) => ({ part, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ part }) => part);
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const AMOUNT =
  /[A-Z]{0,3}[$€£]\d[\d.,]*(?:\s?(?:million|billion|bn|m|k|b)\b)?|\d[\d.,]*%|\d[\d.,]*\s(?:million|billion)/i;

// A list of its own, so that the queries stay the same whatever words the search leaves out.
const COMMON = new Set(
  'a an and are as at be by for from has have in is it its of on or that the this to was were will with'.split(' '),
);

function isTelling(token: string): boolean {
  const word = foldWord(token);
  return word.length > 2 && /\p{L}/u.test(word) && !COMMON.has(word);
}

function documentFrequency(records: readonly SearchRecord[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const { title, html } of records)
    for (const word of new Set(tokenize(`${title} ${plainText(html)}`).map(foldWord)))
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return frequency;
}

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
