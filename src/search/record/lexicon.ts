import { plainWord } from '../../text/plain-word.ts';
import { foldWord, isUnspaced, splitToken } from './words.ts';

/** The words of releases, folded, and in how many of them each stands. */
export type WordCounts = ReadonlyMap<string, number>;

/**
 * Begins to count words in groups of releases. A token's words are found once for all groups, and what is looked up of each
 * token in each release stands in plain numbers: there are millions of them.
 */
export function wordCounter(token: (number: number) => string) {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, words.length);
    return words.push(word) - 1;
  };
  // Of each token the number of its word, from 1; the words of those that have none or several stand apart.
  let onlyWord = new Uint32Array(1 << 16);
  let tokens = 0;
  const others = new Map<number, readonly number[]>();
  const learn = (last: number): void => {
    onlyWord = withRoom(onlyWord, last);
    for (; tokens <= last; tokens++) {
      const own = [...new Set(lexiconWords(token(tokens)).map(numberOf))];
      if (own.length === 1) onlyWord[tokens] = (own[0] ?? 0) + 1;
      else if (own.length > 1) others.set(tokens, own);
    }
  };
  // Of each token and each word the last release in which it was.
  let tokenSeen = new Uint32Array(1 << 16);
  let wordSeen = new Uint32Array(1 << 16);
  let release = 0;
  /** Counts in how many releases of a group each word stands. */
  return () => {
    let counts = new Uint32Array(1 << 16);
    // The group's words in the order in which they first come: their numbers tell of other groups.
    const held: number[] = [];
    const count = (word: number): void => {
      if (wordSeen[word] === release) return;
      wordSeen[word] = release;
      if (counts[word] === 0) held.push(word);
      counts[word]! += 1; // within
    };
    return {
      /** Takes a release's tokens, by their numbers. */
      add(...lists: readonly Uint32Array[]): void {
        release++;
        for (const list of lists) {
          const last = list.reduce((most, number) => Math.max(most, number), 0);
          if (last >= tokens) learn(last);
          tokenSeen = withRoom(tokenSeen, last);
          wordSeen = withRoom(wordSeen, words.length);
          counts = withRoom(counts, words.length);
          for (const number of list) {
            if (tokenSeen[number] === release) continue;
            tokenSeen[number] = release;
            const word = onlyWord[number] ?? 0;
            if (word > 0) count(word - 1);
            else others.get(number)?.forEach(count);
          }
        }
      },
      counts: (): WordCounts => new Map(held.map((word) => [words[word] ?? '', counts[word] ?? 0])),
    };
  };
}

/** The values, with a place of this number. */
function withRoom(values: Uint32Array<ArrayBuffer>, place: number): Uint32Array<ArrayBuffer> {
  if (place < values.length) return values;
  const more = new Uint32Array(2 * (place + 1));
  more.set(values);
  return more;
}

/** The words of a token by which others may be corrected or completed: those that begin with a letter. */
function lexiconWords(token: string): readonly string[] {
  const plain = plainWord(token);
  if (plain !== undefined) return WORD.test(plain) ? [plain] : [];
  if (isUnspaced(token)) return [];
  return [token, ...splitToken(token)].map(foldWord).filter((word) => WORD.test(word));
}

const WORD = /^\p{L}[\p{L}\p{N}]{1,23}$/u;

/** The lexicon of an archive, in chunks of neighbouring words. */
interface Lexicon {
  /** The first word of each chunk, sorted. */
  readonly starts: readonly string[];
  /** Of each chunk its text, one line a word, see `readChunk`. */
  readonly chunks: readonly string[];
}

/** Cuts words with their counts into chunks. The same words give the same chunks. */
export function writeLexicon(counts: WordCounts): Lexicon {
  const sorted = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const starts: string[] = [];
  const chunks: string[] = [];
  let lines: string[] = [];
  let size = 0;
  let before = '';
  for (const [word, count] of sorted) {
    if (lines.length === 0) {
      starts.push(word);
      before = '';
    }
    const line = `${shared(before, word).toString(36)}${word.slice(shared(before, word))}${count > 1 ? ` ${count.toString(36)}` : ''}`;
    lines.push(line);
    size += line.length;
    before = word;
    if (size < CHUNK) continue;
    chunks.push(lines.join('\n'));
    lines = [];
    size = 0;
  }
  if (lines.length > 0) chunks.push(lines.join('\n'));
  return { starts, chunks };
}

/** Characters at which a chunk ends; it is loaded whole for each word that is looked for in it. */
const CHUNK = 12_000;

/** Reads the words of a chunk, with their counts. */
export function readChunk(text: string): WordCounts {
  const words = new Map<string, number>();
  let before = '';
  for (const line of text.split('\n')) {
    const [rest = '', count = '1'] = line.split(' ');
    before = before.slice(0, parseInt(rest.charAt(0), 36)) + rest.slice(1);
    words.set(before, parseInt(count, 36));
  }
  return words;
}

/** The numbers of the chunks in which words may stand that begin with a text. */
export function chunksFor(starts: readonly string[], beginning: string): readonly number[] {
  const after = starts.findIndex((start) => start > beginning);
  const first = Math.max(0, (after === -1 ? starts.length : after) - 1);
  const end = starts.findIndex((start, at) => at > first && start > beginning && !start.startsWith(beginning));
  return starts.map((_, at) => at).slice(first, end === -1 ? undefined : end);
}

/** A word from its end, by which words with other beginnings are found. */
export function turned(word: string): string {
  return [...word].toReversed().join('');
}

function shared(one: string, other: string): number {
  let at = 0;
  while (at < 35 && at < one.length && one[at] === other[at]) at++;
  return at;
}
