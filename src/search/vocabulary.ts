import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { decodeCbor, type CborValue } from './cbor.ts';
import { createTokens, type Tokens } from './tokens.ts';

/**
 * What Pagefind makes of words: for each token of a text the words under which it is found. Pagefind alone knows how it
 * cuts compounds, takes off accents and finds stems, and the same knowledge answers in the browser; so it is asked, but
 * only once for each token that there is, and not at every place where it stands.
 */
export interface Vocabulary extends Pick<Tokens, 'token'> {
  /**
   * The numbers of a text's tokens, as `Tokens` gives them. Of new ones Pagefind is asked as soon as there are many, so that
   * it works while the next ones are found: whoever has much to do lets go of the thread now and then.
   */
  cut(text: string): Uint32Array;
  /** Waits until Pagefind was asked for all tokens. Rejects where it reports an error or leaves one out. */
  learn(): Promise<void>;
  /** Under which words a token is found: the places `from` up to `to` in `terms` and `divisors`. Only after `learn`. */
  readonly from: (token: number) => number;
  readonly terms: readonly number[];
  /** By how much the weight of a place is divided for this word: 1, or the number of a compound's parts. */
  readonly divisors: readonly number[];
  /** A word of the index, by its number: the stem, and the form with accents where it has some. */
  readonly term: (number: number) => Term;
  /** How many words there are. */
  readonly size: () => number;
  /** Pagefind's own program, and what it says of itself. Only after `learn`. */
  readonly program: () => Program;
}

export interface Term {
  readonly stem: string;
  readonly form?: string;
}

interface Program {
  /** Files that one copy of serves all shards, by name. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly version: string;
  /** Characters that are neither letters nor digits and stay in words; the browser has to be told. */
  readonly includeCharacters: readonly string[];
}

/** Of Pagefind's own program what one copy of serves all shards. */
export const programFiles: readonly string[] = ['pagefind.js', 'wasm.en.pagefind'];

/** Begins an empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const tokens = createTokens();
  let asked = 0;
  const starts: number[] = [0];
  const terms: number[] = [];
  const divisors: number[] = [];
  const known: Term[] = [];
  const numbers = new Map<string, number>();
  let program: Program | undefined;

  const termNumber = (term: Term): number => {
    const key = term.form === undefined ? term.stem : `${term.stem} ${term.form}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = known.length;
      known.push(term);
      numbers.set(key, number);
    }
    return number;
  };
  const take = (words: readonly Found[]): void => {
    // A place of which a compound's parts are told says by their number how its weight is shared.
    const parts = Math.min(words.filter(({ weight }) => weight !== WHOLE).length, MOST_PARTS);
    for (const { term, weight } of words) {
      terms.push(termNumber(term));
      divisors.push(weight === WHOLE ? 1 : parts);
    }
    starts.push(terms.length);
  };
  const takeFrom = (token: number): void => {
    for (let at = starts[token] ?? 0, to = starts[token + 1] ?? 0; at < to; at++) {
      terms.push(terms[at] ?? 0);
      divisors.push(divisors[at] ?? 1);
    }
    starts.push(terms.length);
  };
  // The first token of each plain word.
  const firstOf = new Map<string, number>();
  let learning = Promise.resolve();
  const learnWaiting = (): void => {
    const from = asked;
    const to = (asked = tokens.size());
    // One after the other: what is found stands in the order of the tokens' numbers.
    learning = learning.then(async () => {
      const texts = Array.from({ length: to - from }, (_, at) => tokens.token(from + at));
      const same = texts.map((text, at) => {
        const word = plainWord(text);
        if (word === undefined) return undefined;
        const first = firstOf.get(word);
        if (first === undefined) firstOf.set(word, from + at);
        return first;
      });
      const answer = await ask(texts.filter((_, at) => same[at] === undefined));
      const found = answer.found[Symbol.iterator]();
      for (const first of same) {
        if (first === undefined) take(found.next().value ?? []);
        else takeFrom(first);
      }
      program ??= answer.program;
    });
    // `learn` tells of it.
    learning.catch(() => undefined);
  };
  return {
    token: tokens.token,
    cut(text) {
      const numbers = tokens.cut(text);
      if (tokens.size() - asked >= TOKENS_A_PAGE) learnWaiting();
      return numbers;
    },
    learn() {
      if (tokens.size() > asked || program === undefined) learnWaiting();
      return learning;
    },
    from: (token) => starts[token] ?? terms.length,
    terms,
    divisors,
    term(number) {
      const term = known[number];
      if (term === undefined) throw new RangeError(`No word has the number ${number}.`);
      return term;
    },
    size: () => known.length,
    program() {
      if (program === undefined) throw new Error('Pagefind has not been asked yet.');
      return program;
    },
  };
}

/** Ends Pagefind's program; whoever asks later starts it again. */
export async function closePagefind(): Promise<void> {
  await pagefind.close();
}

/** Of how many parts of a compound Pagefind takes notice in sharing its weight. */
const MOST_PARTS = 255;
/** Enough for a hundred releases, little enough for Pagefind to need no memory worth speaking of. */
const TOKENS_A_PAGE = 30_000;

/**
 * The word of a token that has nothing but it and punctuation of ASCII around it, small. Pagefind 1.6.0 makes the same of
 * all tokens with one such word, so that it need be asked of one alone; it takes a third of the time of all that is asked.
 */
function plainWord(token: string): string | undefined {
  return PLAIN.exec(token)?.[1]?.toLowerCase();
}

// Where letters and digits mix, or capitals stand within, it splits the word in some places and not in others.
const PLAIN = /^[("'[]*([A-Z]?[a-z]+|[A-Z]+|\d+)[.,;:!?)"'\]]*$/;

interface Found {
  readonly term: Term;
  readonly weight: number;
}

/** Asks what Pagefind makes of tokens, by letting it index a page on which each stands once. */
async function ask(tokens: readonly string[]): Promise<{ found: readonly (readonly Found[])[]; program: Program }> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  // A page without any word would be passed over; one that Pagefind keeps for itself would not be counted as a place.
  const content = [FIRST, ...tokens.map((token) => token.replace(/^_+(?=(?:END_)?PAGEFIND_)/, ''))].join(' ');
  refuse((await index.addCustomRecord({ url: '/', language: 'en', content })).errors);
  const { files, errors: failed } = await index.getFiles();
  refuse(failed);
  await index.deleteIndex();
  const contents = new Map(files.map(({ path, content }) => [path, Buffer.from(content)]));
  const found: Found[][] = [FIRST, ...tokens].map(() => []);
  for (const [name, bytes] of contents) if (name.endsWith('.pf_index')) readWords(decodeCbor(unpack(bytes)), found);
  return { found: found.slice(1), program: readProgram(contents, found.length) };
}

const FIRST = 'first';

/** Puts what stands in a piece of Pagefind's index to the places at which it stands. */
function readWords(piece: CborValue, found: Found[][]): void {
  for (const word of asList(asList(piece)[0])) {
    const [stem, pages, variants] = asList(word);
    readPages({ stem: asText(stem) }, pages, found);
    for (const variant of asList(variants)) {
      const [form, variantPages] = asList(variant);
      readPages({ stem: asText(stem), form: asText(form) }, variantPages, found);
    }
  }
}

/** Places of one word, each as its distance from the one before; a negative number gives the weight of those behind it. */
function readPages(term: Term, pages: CborValue | undefined, found: Found[][]): void {
  for (const page of asList(pages)) {
    let weight = WHOLE + 1;
    let place = 0;
    let absolute = true;
    for (const step of asList(asList(page)[1])) {
      if (typeof step !== 'number') throw new Error('Pagefind wrote something other than a place.');
      if (step < 0) {
        weight = -step - 1;
        absolute = true;
        continue;
      }
      place = absolute ? step : place + step;
      absolute = false;
      const words = found[place];
      if (!words) throw new Error(`Pagefind wrote the place ${place} of ${found.length}.`);
      words.push({ term, weight });
    }
  }
}

/** The weight of a word in a text that nothing gives weight to. */
const WHOLE = 24;

function readProgram(contents: ReadonlyMap<string, Buffer>, count: number): Program {
  const entry = JSON.parse(contents.get('pagefind-entry.json')?.toString() ?? '{}') as Partial<{
    version: string;
    include_characters: readonly string[];
  }>; // Pagefind's own; what lacks is asked for below
  const [text] = [...contents].filter(([name]) => name.endsWith('.pf_fragment')).map(([, bytes]) => unpack(bytes));
  const { word_count: words } = JSON.parse(text?.toString() ?? '{}') as Partial<{ word_count: number }>; // the same
  if (words !== count) throw new Error(`Pagefind counted ${words ?? 'no'} words of ${count}.`);
  const files = new Map(
    programFiles.map((name) => {
      const bytes = contents.get(name);
      if (!bytes) throw new Error(`Pagefind wrote no ${name}.`);
      return [name, bytes];
    }),
  );
  if (entry.version === undefined) throw new Error('Pagefind did not say which version it is.');
  return { files, version: entry.version, includeCharacters: entry.include_characters ?? [] };
}

const SIGNATURE = 'pagefind_dcd';

function unpack(file: Buffer): Buffer {
  const bytes = gunzipSync(file);
  if (bytes.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) throw new Error('A file is not one of Pagefind’s.');
  return bytes.subarray(SIGNATURE.length);
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not read words: ${errors.join('; ')}`);
}

function asList(value: CborValue | undefined): readonly CborValue[] {
  if (Array.isArray(value)) return value as readonly CborValue[]; // a list of values, by its type
  throw new Error('Pagefind wrote something other than a list where one was expected.');
}

function asText(value: CborValue | undefined): string {
  if (typeof value === 'string') return value;
  throw new Error('Pagefind wrote something other than a text where one was expected.');
}
