import { plainText, type SearchRecord } from '../src/search/record/search-record.ts';
import { foldWord, tokenize, wordsOf } from '../src/search/record/words.ts';
import { stem } from '../src/text/stem.ts';
import type { Find } from './search-engines.ts';

/** BM25 (k1 1.2, b 0.75) over the stems of headline and text, any word, the headline's words counted three times. */
export function createBm25(records: readonly SearchRecord[]): Find {
  const postings = new Map<string, Map<number, number>>();
  const lengths = records.map(({ title, html }, page) => {
    const stems = [...stemsOf(title), ...stemsOf(title), ...stemsOf(title), ...stemsOf(plainText(html))];
    for (const word of stems) {
      const known = postings.get(word) ?? new Map<number, number>();
      postings.set(word, known.set(page, (known.get(page) ?? 0) + 1));
    }
    return stems.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return (query, most) => {
    const scores = new Map<number, number>();
    for (const word of new Set(stemsOf(query))) {
      const pages = postings.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (records.length - pages.size + 0.5) / (pages.size + 0.5));
      for (const [page, count] of pages) {
        const weight = (2.2 * count) / (count + 1.2 * (0.25 + (0.75 * (lengths[page] ?? 0)) / average));
        scores.set(page, (scores.get(page) ?? 0) + rarity * weight);
      }
    }
    const best = [...scores].toSorted(([a, one], [b, other]) => other - one || a - b).slice(0, most);
    return Promise.resolve(best.map(([page]) => records[page]?.id ?? ''));
  };
}

function stemsOf(text: string): readonly string[] {
  return tokenize(text).flatMap(wordsOf).map(foldWord).map(stem);
}
