import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeCbor, encodeCbor, joinCborList, sliceCborList, type CborValue } from '../../src/search/cbor.ts';
import { packShard } from '../../src/search/pack-shard.ts';

// 700 pages of words out of a vocabulary that takes several pieces of the index.
const word = (seed: number) => `w${((seed * 48_271) % 4_001).toString(36)}`;
const pages = Array.from({ length: 700 }, (_, page) => ({
  url: `/releases/${page}/`,
  language: 'en',
  content: Array.from({ length: 90 }, (_, at) => word(page * 97 + at * at + 1)).join(' '),
  meta: { title: `Release ${page} ${word(page)}` },
  filters: { year: [String(2000 + (page % 20))] },
}));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-'));
  const { index } = await pagefind.createIndex({ forceLanguage: 'en', maxFragments: 1 });
  for (const page of pages) await index?.addCustomRecord(page);
  await index?.writeFiles({ outputPath: join(folder, 'raw') });
  await pagefind.close();
  for (const [name, bytes] of packShard(
    readFiles(join(folder, 'raw')),
    pages.map(({ url }) => url),
  )) {
    mkdirSync(dirname(join(folder, 'packed', name)), { recursive: true });
    writeFileSync(join(folder, 'packed', name), bytes);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('packShard() changes no answer: the same pages in the same order, with the same texts', async () => {
  const [raw, packed] = [await open('raw'), await open('packed')];
  const seeds = [1, 2, 3, 50, 77, 1_000, 3_999];
  const queries = seeds.flatMap((seed) => [
    word(seed),
    word(seed).slice(0, 3),
    `${word(seed)} ${word(seed * 7)}`,
    `"${word(seed)}"`,
  ]);
  let found = 0;
  for (const query of [...queries, 'release', null]) {
    const answers = await Promise.all(
      [raw, packed].map(async (index) => {
        const { results, filters } = await index.search(query, {});
        const shown = await Promise.all(results.slice(0, 20).map((result) => result.data()));
        return {
          count: results.length,
          scores: results.map(({ score }) => score),
          urls: shown.map(({ raw_url: url }) => url),
          texts: shown.map(({ content }) => content),
          filters,
        };
      }),
    );
    found += answers[0]?.count ?? 0;
    expect(answers[1], `the answer to ${String(query)}`).toEqual(answers[0]);
  }
  expect(found).toBeGreaterThan(2_000);
});

test('packShard() writes small pieces under short names, and texts by the three', async () => {
  const index = await readdir(join(folder, 'packed/index'));
  const before = await readdir(join(folder, 'raw/index'));
  expect(index.length).toBeGreaterThan(before.length * 2);
  expect(index.every((name) => /^[\da-z]{1,3}_\.pf_index$/.test(name))).toBe(true);
  const sizes = index.map((name) => gunzipSync(readFileSync(join(folder, 'packed/index', name))).length);
  expect(Math.max(...sizes)).toBeLessThan(17_000);
  expect((await readdir(join(folder, 'packed/fragment'))).length).toBe(Math.ceil(pages.length / 3));
});

test('packShard() refuses files that Pagefind did not write', () => {
  expect(() => packShard(new Map(), [])).toThrow('Pagefind wrote no .pf_meta.');
  expect(() => packShard(new Map([['a.pf_meta', gzipSync('something else')]]), [])).toThrow(
    'is not a file of Pagefind',
  );
  const files = readFiles(join(folder, 'raw'));
  const text = [...files.keys()].find((name) => name.endsWith('.pf_fragment')) ?? '';
  const other = gzipSync(`pagefind_dcd${JSON.stringify({ en_1234567: {} })}`);
  const urls = pages.map(({ url }) => url);
  expect(() => packShard(new Map([...files, [text, other]]), urls)).toThrow(
    'Pagefind wrote no text where /releases/0/',
  );
  expect(() => packShard(files, urls.slice(1))).toThrow('Pagefind indexed 700 of 699 releases.');
  expect(() => packShard(files, urls.toReversed())).toThrow(
    'Pagefind wrote /releases/0/ where /releases/699/ was expected.',
  );
});

function readFiles(root: string): Map<string, Buffer> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [relative(root, file).replaceAll('\\', '/'), readFileSync(file)]));
}

const cbor: fc.Arbitrary<CborValue> = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
    fc.constant(null),
    fc.array(tie('value')),
  ),
})).value;

test('decodeCbor() reads what encodeCbor() writes, and lists are cut and joined to the byte', () => {
  fc.assert(
    fc.property(fc.array(cbor), (list) => {
      const bytes = encodeCbor(list);
      expect(decodeCbor(bytes)).toEqual(list);
      expect(sliceCborList(bytes).map((item) => decodeCbor(item))).toEqual(list);
      expect(joinCborList(sliceCborList(bytes)).equals(bytes)).toBe(true);
    }),
  );
});

test('encodeCbor() writes the shortest form of RFC 8949', () => {
  const hex = (value: CborValue) => encodeCbor(value).toString('hex');
  expect([0, 23, 24, 255, 256, 65_535, 65_536, -1, -25].map(hex)).toEqual([
    '00',
    '17',
    '1818',
    '18ff',
    '190100',
    '19ffff',
    '1a00010000',
    '20',
    '3818',
  ]);
  expect(hex(['a', null])).toBe('826161f6');
});

test('decodeCbor() refuses what is cut off or of a kind that Pagefind does not write', () => {
  expect(() => decodeCbor(Buffer.from('8201', 'hex'))).toThrow();
  expect(() => decodeCbor(Buffer.from('0101', 'hex'))).toThrow('CBOR: 1 bytes follow the value.');
  expect(() => decodeCbor(Buffer.from('a10102', 'hex'))).toThrow('CBOR: a value of kind 5');
  expect(() => sliceCborList(Buffer.from('82016561', 'hex'))).toThrow('CBOR: the file ends within a value.');
});

/** Pagefind's own script over files. */
async function open(name: string) {
  globalThis.fetch = (address) => Promise.resolve(new Response(readFileSync((address as string).replace(/\?.*/, ''))));
  const { createInstance } = (await import(join(folder, 'raw/pagefind.js'))) as {
    createInstance: (options: object) => {
      search: (
        query: string | null,
        options: object,
      ) => Promise<{
        results: { score: number; data: () => Promise<{ raw_url: string; content: string }> }[];
        filters: unknown;
      }>;
    };
  };
  const index = createInstance({ basePath: `${join(folder, name)}/` });
  await index.search('', {});
  return index;
}
