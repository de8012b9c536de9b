import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { writeFacts } from '../../src/search/record/facts.ts';
import { decodeCbor, type CborValue } from '../../src/pagefind-index/cbor.ts';
import { ABOUT, ALIASES, FACTS, filterValues } from '../../src/search/record/filters.ts';
import { pageMaker } from '../../src/search/record/make-page.ts';
import { flattenHtml, type SearchRecord } from '../../src/search/record/search-record.ts';
import { createTokens } from '../../src/pagefind-index/tokens.ts';

/** The files that Pagefind itself writes for records that it is given as web pages, their tokens written in a form. */
export async function indexWithPagefind(
  records: readonly SearchRecord[],
  form: (token: string) => string,
): Promise<ReadonlyMap<string, Buffer>> {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error('Pagefind did not start.');
  for (const record of records) {
    const { errors } = await index.addHTMLFile({ url: record.url, content: pageOf(record, form) });
    if (errors.length > 0) throw new Error(errors.join());
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return new Map(files.map(({ path, content }) => [path, Buffer.from(content)]));
}

/** A release as a page for Pagefind: headline, text with its section headings, fields and filters. */
function pageOf(record: SearchRecord, form: (token: string) => string): string {
  const inForm = (text: string) => inForms(text, form);
  const { meta } = pageMaker(createTokens())(record);
  const filters = Object.entries(filterValues(record)).flatMap(([name, values]) =>
    values.map((value) => `<meta data-pagefind-filter="${name}[content]" content="${escape(value)}">`),
  );
  return [
    `<html lang="en"><head>${filters.join('')}`,
    `<meta data-pagefind-meta="title[content]" content="${escape(inForm(record.title))}">`,
    ...[ABOUT, ALIASES].map(
      (field) => `<meta data-pagefind-meta="${field}[content]" content="${escape(inForm(meta[field] ?? ''))}">`,
    ),
    `<meta data-pagefind-meta="${FACTS}[content]" content="${escape(writeFacts(record))}"></head>`,
    `<body><main data-pagefind-body>${flattenHtml(record.html).replace(/(?<=>|^)[^<]+/g, inForm)}</main></body></html>`,
  ].join('\n');
}

/** A text with each of its tokens in a form. */
export function inForms(text: string, form: (token: string) => string): string {
  return text.replace(/[^\s<>]+/g, (token) => form(token));
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What an index says, whatever its files are called and however it is cut. */
export interface IndexModel {
  /** By word and form (behind a space where the word has accents): pages, places in the text with their weights, and places in fields. */
  readonly words: ReadonlyMap<string, readonly Standing[]>;
  /** What results show, by address. */
  readonly texts: ReadonlyMap<string, unknown>;
  readonly filters: ReadonlyMap<string, CborValue>;
  readonly fields: CborValue;
  readonly entry: unknown;
}

interface Standing {
  readonly page: number;
  readonly text: readonly string[];
  readonly fields: readonly string[];
}

/** Reads an index. */
export function readIndex(files: ReadonlyMap<string, Buffer>): IndexModel {
  const read = (ending: string): Buffer[] =>
    [...files].filter(([name]) => name.endsWith(ending)).map(([, bytes]) => gunzipSync(bytes).subarray(12));
  const words = read('.pf_index').flatMap((bytes) =>
    (decodeCbor(bytes) as [[string, Pages, [string, Pages][]][]])[0].flatMap(([word, pages, forms]) => [
      ...(pages.length > 0 ? [[word, standings(pages)] as const] : []),
      ...forms.map(([form, own]) => [`${word} ${form}`, standings(own)] as const),
    ]),
  );
  const texts = read('.pf_fragment').flatMap((bytes) => {
    const text = JSON.parse(bytes.toString()) as { url?: string } | Readonly<Record<string, { url: string }>>;
    return 'url' in text ? [text as { url: string }] : Object.values(text as Readonly<Record<string, { url: string }>>);
  });
  const [meta] = read('.pf_meta').map((bytes) => decodeCbor(bytes) as CborValue[]);
  const entry = JSON.parse(files.get('pagefind-entry.json')?.toString() ?? '{}') as {
    languages: { en: { hash: string } };
  };
  entry.languages.en.hash = '';
  return {
    words: new Map(words),
    texts: new Map(texts.map((text) => [text.url, text])),
    filters: new Map(read('.pf_filter').map((bytes) => decodeCbor(bytes) as [string, CborValue])),
    fields: meta?.[5] ?? null,
    entry,
  };
}

type Pages = readonly (readonly [number, readonly number[], readonly number[]])[];

/** Places as text: `24:7` is the word 7 with the weight 24, `2:0` the first word of the field 2. */
function standings(pages: Pages): Standing[] {
  let page = 0;
  return pages.map(([step, text, fields]) => {
    page += step;
    return { page, text: placesOf(text), fields: placesOf(fields) };
  });
}

function placesOf(steps: readonly number[]): string[] {
  let [kind, place, fresh] = [0, 0, true];
  return steps.flatMap((step) => {
    if (step < 0) {
      [kind, fresh] = [-1 - step, true];
      return [];
    }
    [place, fresh] = [fresh ? step : place + step, false];
    return [`${kind}:${place}`];
  });
}
