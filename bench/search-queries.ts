import { commonWords, foldWord, tokenize } from '../src/search/words.ts';
import { plainText, type SearchRecord } from '../src/search/text.ts';

/** A query for a release that is known, and the ids that count as found: those of releases with the same headline. */
export interface KnownItem {
  readonly query: string;
  readonly wanted: ReadonlySet<string>;
}

/**
 * Known-item queries as somebody would recall a headline: three or four of its rarer words in their order,
 * or where it names an amount or a percentage, half of the time this as pasted and two of the words.
 * `rarest` takes the very rarest words; otherwise the next ones, so that the query is less telling.
 * The same seed gives the same queries.
 */
export function knownItems(
  records: readonly SearchRecord[],
  count: number,
  seed: number,
  rarest: boolean,
): readonly KnownItem[] {
  const frequency = documentFrequency(records);
  const rarity = (token: string) => frequency.get(foldWord(token)) ?? 0;
  const titles = Map.groupBy(records, (record) => record.title);
  const random = randomNumbers(seed);
  const items: KnownItem[] = [];
  for (let attempt = 0; items.length < count && attempt < count * 50; attempt += 1) {
    const record = records[Math.floor(random() * records.length)];
    const tokens = [...new Set(tokenize(record?.title ?? '').filter(isTelling))];
    if (record === undefined || tokens.length < 5) continue;
    const length = random() < 0.5 ? 3 : 4;
    const rare = tokens.toSorted((a, b) => rarity(a) - rarity(b));
    const chosen = new Set(
      rarest
        ? rare.slice(0, length)
        : rare
            .slice(1, length + 3)
            .filter(() => random() < 0.7)
            .slice(0, length),
    );
    const words = tokens.filter((token) => chosen.has(token)).map((token) => token.replace(EDGES, ''));
    const amount = AMOUNT.exec(record.title)?.[0];
    const query = (amount !== undefined && random() < 0.5 ? [amount, ...words.slice(0, 2)] : words).join(' ');
    if (words.length < 2) continue;
    items.push({ query, wanted: new Set(titles.get(record.title)?.map(({ id }) => id)) });
  }
  return items;
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const AMOUNT =
  /[A-Z]{0,3}[$€£]\d[\d.,]*(?:\s?(?:million|billion|bn|m|k|b)\b)?|\d[\d.,]*%|\d[\d.,]*\s(?:million|billion)/i;

function isTelling(token: string): boolean {
  const word = foldWord(token);
  return word.length > 2 && /\p{L}/u.test(word) && !commonWords.has(word);
}

function documentFrequency(records: readonly SearchRecord[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const { title, html } of records)
    for (const word of new Set(tokenize(`${title} ${plainText(html)}`).map(foldWord)))
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return frequency;
}

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
