import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createShardIndex } from '../../src/pagefind-index/shard-index.ts';
import {
  chunkOf,
  readFilter,
  readMeta,
  readIndexChunk,
  withoutSignature,
  type Posting,
} from '../../src/pagefind-index/read-shard.ts';
import { createVocabulary } from '../../src/pagefind-index/vocabulary.ts';
import { FIELDS, HEADLINE } from '../../src/search/record/filters.ts';
import { pageMaker } from '../../src/search/record/make-page.ts';
import { record } from '../search/records.ts';
import { indexWithPagefind } from './read-index.ts';

const records = [
  record({ id: 'first', title: 'Gold found', html: '<h2 id="a">Café gold</h2><p>Gold in the north, gold-silver.</p>' }),
  record({ id: 'second', title: 'Cafe opens', html: '<p>A cafe, a café and the naïve 金.</p>', codes: ['EXM'] }),
  ...Array.from({ length: 40 }, (_, at) =>
    record({ id: `more-${at}`, title: `Report ${at}`, html: `<p>${'Zinc and lead. '.repeat(at + 1)} word${at}</p>` }),
  ),
];
type Files = ReadonlyMap<string, Buffer>;
const files: { ours: Files; theirs: Files } = { ours: new Map(), theirs: new Map() };

beforeAll(async () => {
  const vocabulary = createVocabulary();
  const index = createShardIndex(vocabulary, FIELDS);
  const makePage = pageMaker(vocabulary);
  for (const one of records) index.add(makePage(one));
  files.ours = await index.finish();
  files.theirs = await indexWithPagefind(records, (token) => token);
});
afterAll(() => pagefind.close());

describe.each(['ours', 'theirs'] as const)('of an index that is %s', (whose) => {
  const read = (name: RegExp): Buffer =>
    gunzipSync([...files[whose]].find(([path]) => name.test(path))?.[1] ?? Buffer.alloc(0));
  const postings = (stem: string): readonly Posting[] => {
    const chunk = chunkOf(readMeta(read(/\.pf_meta$/)), stem);
    return chunk === undefined ? [] : (readIndexChunk(read(new RegExp(`${chunk}\\.pf_index$`))).get(stem)?.() ?? []);
  };

  test('readMeta() tells the pages, their lengths and the fields', () => {
    const meta = readMeta(read(/\.pf_meta$/));
    expect([meta.lengths.length, meta.lengths[0], meta.fields]).toEqual([records.length, 9, FIELDS]);
  });

  test('readIndexChunk() tells where a word stands in texts and headlines, with its weight', () => {
    const headline = FIELDS.indexOf(HEADLINE);
    const [first, ...others] = postings('gold');
    expect(others).toEqual([]);
    expect([first?.page, first?.text, first?.fields[headline]]).toEqual([0, [1, 4, 8], [0]]);
    // Six times in a heading of the second level, once in the text, half in a compound.
    expect(first?.weight).toBe(7.5);
  });

  test('readIndexChunk() tells of a word with its forms that have accents', () => {
    expect(postings('cafe').map(({ page, text }) => [page, text])).toEqual([
      [0, [0]],
      [1, [1, 3]],
    ]);
  });

  test('chunkOf() finds each word, and none for a word that is not there', () => {
    for (let at = 0; at < 40; at++) expect(postings(`word${at}`).map(({ page }) => page)).toEqual([at + 2]);
    expect(postings('zebra')).toEqual([]);
    expect(postings('金').map(({ page }) => page)).toEqual([1]);
  });

  test('readFilter() tells the pages of each value', () => {
    const values = [...files[whose].keys()].filter((name) => name.endsWith('.pf_filter'));
    const filters = values.map((name) => readFilter(gunzipSync(files[whose].get(name) ?? '')));
    expect(filters.find((values) => values.has('EXM'))?.get('EXM')).toEqual(new Set([1]));
  });
});

test('pages of ours say how many words their headline has, and those of Pagefind say nothing', () => {
  const headlines = (whose: 'ours' | 'theirs') =>
    readMeta(gunzipSync([...files[whose]].find(([path]) => path.endsWith('.pf_meta'))?.[1] ?? '')).headlines.slice(
      0,
      3,
    );
  expect([headlines('ours'), headlines('theirs')]).toEqual([
    [2, 2, 2],
    [0, 0, 0],
  ]);
});

test('what a host sends in place of a file of the index is refused', () => {
  expect(() => withoutSignature(Buffer.from('<!doctype html>'))).toThrow('This is no file of the index.');
  expect(() => readMeta(Buffer.from('pagefind_dcd'))).toThrow('the file ends');
});
