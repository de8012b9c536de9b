import { withoutSignature } from '../../pagefind-index/read-shard.ts';
import { editDistance } from '../../text/nearest.ts';
import { chunksFor, readChunk, turned, type WordCounts } from '../record/lexicon.ts';
import type { ShardList } from '../record/shard-list.ts';
import type { IndexFiles } from './index-files.ts';
import { way, type Way } from './terms.ts';

/** The words of the archive, loaded in parts as they are asked for. */
export interface Words {
  /**
   * Words that begin with a text, the most frequent first, before them the same hole with other zeros: `bbrc001` for `bbrc1`.
   * None where too many would have to be loaded.
   */
  readonly beginning: (text: string) => Promise<readonly string[]>;
  /**
   * What was probably meant by a word that no release holds, best first: the nearest words, or two of which it is made where
   * `holds` is true of them. Of words that are equally near those with the same first letter are meant, and the most frequent come
   * first. With figures it is a name like that of a hole, and only its zeros may be other ones.
   */
  readonly nearest: (word: string, holds: (way: Way) => Promise<boolean>) => Promise<readonly Way[]>;
}

/** Opens the words of an archive. */
export function openWords(files: IndexFiles, list: ShardList): Words {
  const chunk = async (part: 'begin' | 'end', at: number): Promise<WordCounts> =>
    readChunk(
      new TextDecoder().decode(withoutSignature(await files.bytes(`${list.words.folder}/${part}-${at}.pf_words`))),
    );
  const words = async (part: 'begin' | 'end', beginning: string, most: number): Promise<WordCounts> => {
    const chunks = chunksFor(list.words[part], beginning);
    if (chunks.length > most) return new Map();
    const loaded = await Promise.all(chunks.map((at) => chunk(part, at)));
    return new Map(loaded.flatMap((counts) => [...counts]));
  };
  return {
    async beginning(text) {
      const found = await words('begin', NUMBERED.exec(text)?.[1] ?? text, 4);
      const isSame = (word: string) => Number(isSameNumber(word, text));
      return [...found]
        .filter(([word]) => (word.startsWith(text) && word !== text) || isSameNumber(word, text))
        .toSorted(([a, one], [b, other]) => isSame(b) - isSame(a) || other - one || (a < b ? -1 : 1))
        .map(([word]) => word);
    },
    async nearest(word, holds) {
      const [, letters] = NUMBERED.exec(word) ?? [];
      if (letters !== undefined) {
        const held = await words('begin', letters, 4);
        return [...held.keys()].filter((other) => isSameNumber(other, word)).map((other) => way(other));
      }
      if (!/^\p{L}+$/u.test(word)) return [];
      // With one letter wrong, the other half of the word is right.
      const half = Math.max(2, Math.floor(word.length / 2) - 1);
      const [begin, end] = await Promise.all([
        words('begin', word.slice(0, half), 3),
        words('end', turned(word).slice(0, half), 3),
      ]);
      const ends = new Map([...end].map(([turnedWord, count]) => [turned(turnedWord), count]));
      const near = nearestOf(word, new Map([...begin, ...ends]));
      if ((near[0]?.distance ?? Infinity) > 1)
        for (const split of splitsOf(word, begin, ends)) if (await holds(split)) return [split];
      return near.map(({ word: other }, at) => way(other, at === 0 ? 1 : 0.9));
    },
  };
}

/** Letters with a number, as drill holes and tenements are called: `bbrc001`. */
const NUMBERED = /^(\p{L}{2,})0*([1-9]\d*)$/u;

/** True for two names of letters and the same number, of which one has other zeros before it. */
export function isSameNumber(one: string, other: string): boolean {
  const [, letters, number] = NUMBERED.exec(one) ?? [];
  const [, otherLetters, otherNumber] = NUMBERED.exec(other) ?? [];
  return one !== other && letters !== undefined && letters === otherLetters && number === otherNumber;
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
