import { editDistance } from '../../text/nearest.ts';
import { turned, type WordCounts } from '../record/lexicon.ts';
import { isSameNumber, lettersBefore, type Words } from './archive-words.ts';
import { way, type Way } from './terms.ts';

/**
 * What was probably meant by a word that no release holds, best first: the nearest words, or two of which it is made where
 * `holds` is true of them. Of words that are equally near those with the same first letter are meant, and the most frequent come
 * first. With figures it is a name like that of a hole, and only its zeros may be other ones.
 */
export async function nearestWords(
  { part }: Words,
  word: string,
  holds: (way: Way) => Promise<boolean>,
): Promise<readonly Way[]> {
  const letters = lettersBefore(word);
  if (letters !== undefined) {
    const held = await part('begin', letters, 4);
    return [...held.keys()].filter((other) => isSameNumber(other, word)).map((other) => way(other));
  }
  if (!/^\p{L}+$/u.test(word)) return [];
  // With one letter wrong, the other half of the word is right.
  const half = Math.max(2, Math.floor(word.length / 2) - 1);
  const [begin, end] = await Promise.all([
    part('begin', word.slice(0, half), 3),
    part('end', turned(word).slice(0, half), 3),
  ]);
  const ends = new Map([...end].map(([turnedWord, count]) => [turned(turnedWord), count]));
  const near = nearestOf(word, new Map([...begin, ...ends]));
  if ((near[0]?.distance ?? Infinity) > 1)
    for (const split of splitsOf(word, begin, ends)) if (await holds(split)) return [split];
  return near.map(({ word: other }, at) => way(other, at === 0 ? 1 : 0.9));
}

interface Near {
  readonly word: string;
  readonly distance: number;
  readonly count: number;
}

/** So many words that are equally near are searched. */
const MOST_NEAR = 4;

function nearestOf(word: string, known: WordCounts): readonly Near[] {
  if (word.length < 4) return [];
  const allowed = word.length < 8 ? 1 : 2;
  const near = [...known]
    .filter(([other]) => Math.abs(other.length - word.length) <= allowed)
    .map(([other, count]) => ({ word: other, distance: editDistance(word, other), count }))
    .filter(({ distance }) => distance > 0 && distance <= allowed);
  const least = Math.min(...near.map(({ distance }) => distance));
  const nearest = near.filter(({ distance }) => distance === least);
  const alike = nearest.filter((one) => one.word[0] === word[0]);
  return (alike.length > 0 ? alike : nearest)
    .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_NEAR);
}

/** Two words that may stand one behind the other instead, the most frequent first: `drillhole` is `drill hole`. */
function splitsOf(word: string, begin: WordCounts, end: WordCounts): readonly Way[] {
  return Array.from({ length: Math.max(0, word.length - 5) }, (_, at) => at + 3)
    .map((at) => ({ words: [word.slice(0, at), word.slice(at)], weight: 1 }))
    .map((split) => ({
      split,
      count: Math.min(begin.get(split.words[0] ?? '') ?? 0, end.get(split.words[1] ?? '') ?? 0),
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ split }) => split);
}
