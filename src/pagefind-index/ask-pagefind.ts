import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { decodeCbor, listOf, textOf, type CborValue } from './cbor.ts';

/** A word of the index: its stem, and the form with accents where it has some. */
export interface Term {
  readonly stem: string;
  readonly form?: string;
}

/** Pagefind's own program, and what it says of itself. */
export interface Program {
  /** Files that one copy of serves all shards, by name. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly version: string;
  /** Characters that are neither letters nor digits and stay in words; the browser has to be told. */
  readonly includeCharacters: readonly string[];
}

/** Of Pagefind's own program what one copy of serves all shards. */
export const programFiles: readonly string[] = ['pagefind.js', 'wasm.en.pagefind'];

/** The weight of a word in a text that nothing gives weight to. */
export const WHOLE = 24;

/** A word under which a token is found. */
export interface Found {
  readonly term: Term;
  readonly weight: number;
}

/**
 * Asks what Pagefind makes of tokens, by letting it index a page on which each stands once: of each the words under which it
 * is found, in their order. Rejects where Pagefind reports an error or leaves one out.
 */
export async function askPagefind(
  tokens: readonly string[],
): Promise<{ found: readonly (readonly Found[])[]; program: Program }> {
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

/** Puts what stands in a chunk of Pagefind's index to the places at which it stands. */
function readWords(chunk: CborValue, found: Found[][]): void {
  for (const word of listOf(listOf(chunk)[0])) {
    const [stem, pages, variants] = listOf(word);
    readPages({ stem: textOf(stem) }, pages, found);
    for (const variant of listOf(variants)) {
      const [form, variantPages] = listOf(variant);
      readPages({ stem: textOf(stem), form: textOf(form) }, variantPages, found);
    }
  }
}

/** Places of one word, each as its distance from the one before; a negative number gives the weight of those behind it. */
function readPages(term: Term, pages: CborValue | undefined, found: Found[][]): void {
  for (const page of listOf(pages)) {
    let weight = WHOLE + 1;
    let place = 0;
    let absolute = true;
    for (const step of listOf(listOf(page)[1])) {
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

/** Ends Pagefind's program; whoever asks later starts it again. */
export async function closePagefind(): Promise<void> {
  await pagefind.close();
}
