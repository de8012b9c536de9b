import { withoutSignature } from '../../pagefind-index/read-shard.ts';
import { chunksFor, readChunk, type WordCounts } from '../record/lexicon.ts';
import type { ShardList } from '../record/shard-list.ts';
import type { IndexFiles } from './index-files.ts';

/** The words of the archive, loaded in parts as they are asked for. */
export interface Words {
  /**
   * Words that begin with a text, the most frequent first, before them the same hole with other zeros: `bbrc001` for `bbrc1`.
   * None where too many would have to be loaded.
   */
  readonly beginning: (text: string) => Promise<readonly string[]>;
  /**
   * Words with how often they stand in the archive that begin with a text, or end with it (then turned, as the text is); none where
   * more than `most` parts would have to be loaded.
   */
  readonly part: (end: 'begin' | 'end', text: string, most: number) => Promise<WordCounts>;
}

/** Opens the words of an archive. */
export function openWords(files: IndexFiles, list: ShardList): Words {
  const chunk = async (end: 'begin' | 'end', at: number): Promise<WordCounts> =>
    readChunk(
      new TextDecoder().decode(withoutSignature(await files.bytes(`${list.words.folder}/${end}-${at}.pf_words`))),
    );
  const part: Words['part'] = async (end, text, most) => {
    const chunks = chunksFor(list.words[end], text);
    if (chunks.length > most) return new Map();
    const loaded = await Promise.all(chunks.map((at) => chunk(end, at)));
    return new Map(loaded.flatMap((counts) => [...counts]));
  };
  return {
    async beginning(text) {
      const found = await part('begin', lettersBefore(text) ?? text, 4);
      const isSame = (word: string) => Number(isSameNumber(word, text));
      return [...found]
        .filter(([word]) => (word.startsWith(text) && word !== text) || isSameNumber(word, text))
        .toSorted(([a, one], [b, other]) => isSame(b) - isSame(a) || other - one || (a < b ? -1 : 1))
        .map(([word]) => word);
    },
    part,
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

/** The letters of such a name; `undefined` of any other word. */
export function lettersBefore(word: string): string | undefined {
  return NUMBERED.exec(word)?.[1];
}
