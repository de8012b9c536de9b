import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { renderBody } from '../../src/release/render.ts';
import { indexedForms, levelled } from '../../src/text/script-forms.ts';
import { createShardIndex, type Files } from '../../src/pagefind-index/shard-index.ts';
import { plainText, type SearchRecord } from '../../src/search/record/search-record.ts';
import { FIELDS } from '../../src/search/record/filters.ts';
import { pageMaker } from '../../src/search/record/make-page.ts';
import { createVocabulary } from '../../src/pagefind-index/vocabulary.ts';
import { indexWithPagefind, inForms, readIndex, type IndexModel } from './read-index.ts';
import { record } from '../search/records.ts';
import { sampleArchive } from '../support/sample-archive.ts';

/** Texts that a second reader of words could read otherwise than Pagefind does. */
const difficult: Readonly<Record<string, string>> = {
  headings:
    '<h2 id="first-gold">First <em>gold</em></h2><p>Gold was poured.</p><h3>Gold-gold</h3><p>Four.</p><h6 id="end">The end</h6>',
  empty: '',
  'without a word': '<p>— § ™</p>',
  compounds:
    '<p>CloudCannon ASX:ASM 4Cash v2.5m (2.5m) 1.5m-gold A$4.2bn* well-known e-mail U.S. and/or x/y/z page.Find __init__ iPhones</p>',
  decimals: '<p>1.4% and 14%, 1.4Mt, 12.5m (12.5), $5,000.50, v2.0-beta, 1.4g/t to 14.2g/t, No.5, 3.</p>',
  'one word, punctuated':
    '<p>Poured poured, POURED. (poured) ["poured"] \'poured\'? [Poured]! 21 (21) 21, 21.5 2021: XMX XMX) xmx; 19th 19th, Web3 Web3.</p>',
  'more parts than weight': `<p>${Array.from({ length: 30 }, (_, at) => `part${at}`).join('-')}</p>`,
  'beyond the first plane': '<p>𝒢old 𐐀 ﬁnal \uF8FFx 金</p>',
  'a long compound': `<h1>${Array.from({ length: 30 }, (_, at) => `word${at}`).join('-')}</h1>`,
  accents: '<p>Café cafe CAFÉ Müller’s naïve Ångström résumé resume Straße İstanbul ﬁnal</p>',
  stems: '<p>Generously generous announcing announcements announced dying lies sky skies cement</p>',
  signs: '<p>R&#x26;D AT&amp;T a &#x3C; b 5 &gt; 4 “quoted” ‘single’ O’Brien don’t ½ CO₂ m² ™ ℠ 100%</p>',
  raised:
    '<h2>10⁶ m³</h2><p>5,700¹ t of CO₂ or (NH₄)₂SO₄ at 1.5×10⁶ m² a day, SiO₂-10⁶-1ˢᵗ; $5¹,² 10⁻⁶ 10^6 5¹/₂ Resource² “10⁶” U₃O₈ PM₂.₅ 5ᵃ x^2 $5[^9] ¹ (5)²</p>',
  emoji: '<p>Up 🌦️ x🌦️y 👨‍👩‍👧‍👦 go</p>',
  unspaced: '<p>示例矿业有限公司（ASX：XMX）今天宣布。ประกาศ お知らせ</p>',
  invisible: '<p>soft\u00adhyphen zero\u200bwidth \u200b no\ufeffbreak next\u0085line hard\u00a0space \u2028 sep</p>',
  kept: '<p>___PAGEFIND_ANCHOR___h2:0:x ___PAGEFIND_WEIGHT___9 ___END_PAGEFIND_WEIGHT___ _foo __</p>',
  table: '<table><tr><th>Ounces</th><td>1,234</td></tr><tr><th>Grade</th><td>3.4g/t</td></tr></table>',
};
const sample = readReleases(sampleArchive(), '').releases;
const records: readonly SearchRecord[] = [
  ...Object.entries(difficult).map(([title, html]) => record({ id: title.replaceAll(' ', '-'), title, html })),
  ...sample.map(({ id, title, body, date, code }) =>
    record({ id, title, codes: code, date, html: renderBody(body, { link: (to) => to, picture: (to) => to }).html }),
  ),
];

let ours: IndexModel;
let files: Files;
let theirs: IndexModel;
beforeAll(async () => {
  files = await indexOf(records);
  ours = readIndex(files);
  theirs = await pagefindModel(records);
});
afterAll(() => pagefind.close());

async function indexOf(list: readonly SearchRecord[], vocabulary = createVocabulary()): Promise<Files> {
  const index = createShardIndex(vocabulary, FIELDS);
  const makePage = pageMaker(vocabulary);
  for (const one of list) index.add(makePage(one));
  return index.finish();
}

/** What Pagefind finds in records whose tokens have raised or lowered characters: what it finds in each of their forms. */
async function pagefindModel(list: readonly SearchRecord[]): Promise<IndexModel> {
  const whole = readIndex(await indexWithPagefind(list, levelled));
  const bare = readIndex(await indexWithPagefind(list, (token) => indexedForms(token).at(-1) ?? token));
  const words = new Map([...bare.words, ...whole.words].map(([word]) => [word, whole.words.get(word) ?? []]));
  for (const [word, standings] of bare.words) {
    const known = new Map(words.get(word)?.map((standing) => [standing.page, standing]));
    for (const { page, text, fields } of standings) {
      const { text: own = [], fields: ownFields = [] } = known.get(page) ?? {};
      known.set(page, { page, text: joined(own, text), fields: joined(ownFields, fields) });
    }
    words.set(
      word,
      [...known.values()].toSorted((a, b) => a.page - b.page),
    );
  }
  return { ...whole, words };
}

/** Places of the same word in two forms of a text: a place of both once, as the first has it, in the index's own order. */
function joined(one: readonly string[], other: readonly string[]): readonly string[] {
  const places = new Set(one.map((place) => place.replace(/.*:/, '')));
  const more = other.filter((place) => !places.has(place.replace(/.*:/, '')));
  if (more.length === 0) return one;
  const [weight, at] = [(place: string) => parseInt(place), (place: string) => Number(place.replace(/.*:/, ''))];
  return [...one, ...more].toSorted((a, b) => weight(a) - weight(b) || at(a) - at(b));
}

// Pagefind passes over pages without a word, and keeps words of its own to itself; both are found here.
const passedOver = records.filter(({ html }) => !/[\p{L}\p{N}]/u.test(plainText(html)));
const comparable = records.filter((one) => !passedOver.includes(one) && one.id !== 'kept');

test('createShardIndex() finds each word where Pagefind finds it, with the same weight', async () => {
  const [mine, its] = [readIndex(await indexOf(comparable)), await pagefindModel(comparable)];
  expect([...mine.words.keys()].toSorted()).toEqual([...its.words.keys()].toSorted());
  expect(its.words.size).toBeGreaterThan(2_500);
  for (const [word, standings] of its.words)
    expect(
      mine.words.get(word)?.map(({ page, text }) => ({ page, text })),
      word,
    ).toEqual(standings.map(({ page, text }) => ({ page, text })));
});

test('createShardIndex() finds in fields what Pagefind finds there', async () => {
  const [mine, its] = [readIndex(await indexOf(comparable)), await pagefindModel(comparable)];
  for (const [word, standings] of mine.words)
    expect(
      standings.map(({ fields }) => fields),
      word,
    ).toEqual(standings.map((_, at) => its.words.get(word)?.[at]?.fields ?? []));
});

test('createShardIndex() shows the texts, filters and fields that Pagefind shows', () => {
  // What is shown has its raised and lowered characters, and its points.
  const level = (text: unknown) => JSON.parse(inForms(JSON.stringify(text), levelled)) as object;
  for (const [url, text] of theirs.texts)
    if (!url.includes('kept')) expect({ ...level(ours.texts.get(url)), url }, url).toEqual(text);
  expect(JSON.stringify(ours.texts.get('/releases/raised/'))).toContain('5,700¹ t of CO₂');
  expect(theirs.texts.size).toBeGreaterThan(150);
  expect(ours.fields).toEqual(theirs.fields);
  expect([...ours.filters.keys()].toSorted()).toEqual([...theirs.filters.keys()].toSorted());
});

test('createShardIndex() passes over no release, not even one without a word, and no word that Pagefind keeps for itself', () => {
  expect([...ours.texts.keys()]).toEqual(records.map(({ url }) => url));
  expect(ours.entry).toMatchObject({ languages: { en: { page_count: records.length } } });
  const place = records.findIndex(({ id }) => id === 'kept');
  expect(ours.words.get('pagefind')?.some(({ page }) => page === place)).toBe(true);
  // As Pagefind counts it, an empty text has one word.
  expect(ours.texts.get('/releases/empty/')).toMatchObject({ content: '', word_count: 1 });
});

test('createShardIndex() puts words into the order of their bytes, by which the browser finds the chunk that holds one', () => {
  const stems = [...new Set([...ours.words.keys()].map((key) => key.replace(/ .*/, '')))];
  expect(stems).toEqual(stems.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
});

test('createShardIndex() writes small chunks under short names, texts by the three, and one program', () => {
  const names = [...files.keys()];
  expect(names.filter((name) => !/^(?:index|fragment)\//.test(name)).toSorted()).toEqual([
    'filter/company.pf_filter',
    'filter/year.pf_filter',
    'pagefind-entry.json',
    'pagefind.en.pf_meta',
    'pagefind.js',
    'wasm.en.pagefind',
  ]);
  const chunks = names.filter((name) => name.startsWith('index/'));
  expect(chunks.every((name) => /^index\/[\da-z]+_\.pf_index$/.test(name))).toBe(true);
  const sizes = chunks.map((name) => gunzipSync(files.get(name) ?? '').length);
  expect(Math.max(...sizes)).toBeLessThan(17_000);
  expect(chunks.length).toBeGreaterThan(5);
  expect(names.filter((name) => name.startsWith('fragment/')).length).toBe(Math.ceil(records.length / 3));
});

test('createShardIndex() gives the same bytes for the same records, whatever its vocabulary learnt before', async () => {
  const vocabulary = createVocabulary();
  await indexOf(records.slice(20, 60), vocabulary);
  expect(await indexOf(records, vocabulary)).toEqual(files);
});

test('Pagefind’s program answers from our files as it does from its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shard-index-'));
  const before = globalThis.fetch;
  try {
    const [mine, its] = [
      await open(folder, 'ours', await indexOf(comparable)),
      await open(folder, 'theirs', await indexWithPagefind(comparable, levelled)),
    ];
    let found = 0;
    for (const query of [
      'gold',
      'go',
      'neodymium metal',
      '"gold was poured"',
      'cafe',
      'café',
      'announcing',
      '示例矿业有限公司',
      'asm',
      '10⁶',
      '"co2 or"',
      null,
    ]) {
      const [one, other] = await Promise.all(
        [mine, its].map(async (index) => {
          const { results } = await index.search(query, {});
          const shown = await Promise.all(results.slice(0, 20).map((result) => result.data()));
          return {
            count: results.length,
            scores: results.map(({ score }) => score),
            shown: shown.map(({ raw_url: url, content }) => [url, inForms(content, levelled)]),
          };
        }),
      );
      found += one?.count ?? 0;
      expect(one, `the answer to ${query}`).toEqual(other);
    }
    expect(found).toBeGreaterThan(records.length);
  } finally {
    globalThis.fetch = before;
    await rm(folder, { recursive: true, force: true });
  }
});

interface Program {
  createInstance: (options: object) => {
    search(
      query: string | null,
      options: object,
    ): Promise<{
      results: { score: number; data: () => Promise<{ raw_url: string; content: string }> }[];
    }>;
  };
}

/** Pagefind's own script over files. */
async function open(folder: string, name: string, written: Files) {
  for (const [file, bytes] of written) {
    mkdirSync(dirname(join(folder, name, file)), { recursive: true });
    writeFileSync(join(folder, name, file), bytes);
  }
  globalThis.fetch = (address) => Promise.resolve(new Response(readFileSync((address as string).replace(/\?.*/, ''))));
  const { createInstance } = (await import(join(folder, name, 'pagefind.js'))) as Program;
  const index = createInstance({ basePath: `${join(folder, name)}/` });
  await index.search('', {});
  return index;
}
