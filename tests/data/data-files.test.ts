import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { createUrls } from '../../src/archive/urls.ts';
import { dataFiles, dataIndex } from '../../src/data/data-files.ts';
import { dataJsonSchema } from '../../src/data/data-schema.ts';
import { archiveOf } from '../support/archive.ts';

const sourceOf = (releases: Readonly<Record<string, string>>) => ({
  archive: archiveOf(releases),
  urls: createUrls({ origin: 'https://archive.example', base: '/' }),
  filesOf: () => [],
  digestOf: () => '0'.repeat(64),
});
const small = sourceOf({
  '2019/last': "date: '2019-12-31 23:59'\ncode: '012'\nsource:\n  exchangeId: '02257543'",
  '2020/first': "date: '2020-01-01'\ntitle: '=1+1 – Café'",
  '2020/second': "date: '2020-05-01 09:15'\npriceSensitive: true",
});

test('dataFiles() has all releases and the same by Sydney year, newest first, in both forms', () => {
  const { whole, years } = dataFiles(small);
  expect([...years.keys()]).toEqual([2020, 2019]);
  const idsIn = (text = '') => (JSON.parse(text) as { releases: { id: string }[] }).releases.map(({ id }) => id);
  expect(idsIn(whole.json?.text())).toEqual(['2020/second', '2020/first', '2019/last']);
  expect(idsIn(years.get(2020)?.json.text())).toEqual(['2020/second', '2020/first']);
  expect(idsIn(years.get(2019)?.json.text())).toEqual(['2019/last']);
  const linesIn = (text = '') => text.split('\r\n').slice(1, -1);
  expect(linesIn(whole.csv?.text())).toEqual([...years.values()].flatMap(({ csv }) => linesIn(csv.text())));
});

test('a CSV file begins with a byte order mark, keeps letters, and no cell of it runs', () => {
  const text = dataFiles(small).whole.csv?.text() ?? '';
  expect([...Buffer.from(text).subarray(0, 5)]).toEqual([0xef, 0xbb, 0xbf, ...Buffer.from('id')]);
  expect(text).toContain(",'=1+1 – Café,");
  expect(text).toContain(',02257543,');
});

test('dataIndex() names every file with its size', () => {
  const index = JSON.parse(dataIndex(small)) as object;
  const { whole, years } = dataFiles(small);
  expect(index).toMatchObject({
    releases: 3,
    json: { address: 'https://archive.example/data/releases.json', bytes: Buffer.byteLength(whole.json?.text() ?? '') },
    years: [
      { year: 2020, releases: 2, csv: { bytes: Buffer.byteLength(years.get(2020)?.csv.text() ?? '') } },
      { year: 2019, releases: 1, json: { address: 'https://archive.example/data/releases-2019.json' } },
    ],
  });
});

test('a whole of more than 25 MiB is left out, and its parts are there', () => {
  const summary = `summary: '${'word '.repeat(10_000)}'`;
  const large = sourceOf(
    Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`${2000 + (index % 3)}/r${index}-x`, summary])),
  );
  const { whole, years } = dataFiles(large);
  expect(whole).toEqual({});
  expect([...years.values()].flatMap(({ json, csv }) => [json.bytes, csv.bytes])).toSatisfy((sizes: number[]) =>
    sizes.every((bytes) => bytes > 0),
  );
  expect(JSON.parse(dataIndex(large))).toMatchObject({ json: null, csv: null });
});

test('releases.json and its parts are valid by their own JSON Schema, which refuses another form', () => {
  const valid = new Ajv({ format: 'full' }).compile(
    JSON.parse(dataJsonSchema('https://archive.example/data/releases.schema.json')) as object,
  );
  const { whole, years } = dataFiles(small);
  for (const file of [whole.json, ...[...years.values()].map(({ json }) => json)]) {
    const data = JSON.parse(file?.text() ?? '') as { releases: { code: unknown }[] };
    valid(data);
    expect(valid.errors).toBeNull();
    for (const release of data.releases) release.code = 360;
    expect(valid(data)).toBe(false);
  }
});
