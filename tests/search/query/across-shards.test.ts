import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

const years = [2026, 2025, 2024, 2023, 2022];
const records = years.flatMap((year) =>
  [12, 6, 1].map((month) =>
    record({
      id: `${year}-${month}`,
      date: { day: `${year}-${String(month).padStart(2, '0')}-03` },
      title: month === 6 ? `Placement of ${year}` : 'Drilling continues',
      html: `<p>Gold from the north pit${year === 2023 && month === 12 ? ' and neodymium' : ''}.</p>`,
      codes: [year === 2024 ? 'EXM' : 'XMX'],
      types: month === 6 ? [{ slug: 'placement', name: 'Placement', group: 'issued-capital' }] : [],
      correctedBy: month === 1 ? ['correction'] : [],
    }),
  ),
);
let index: OpenIndex;
beforeAll(async () => {
  index = await openIndex(records, 6);
});
afterAll(() => index.close());

test('an archive that is larger than a shard is in several', () => {
  expect(index.list.shards.map(({ name, count }) => [name.replace(/-[\da-f]{16}$/, ''), count])).toEqual([
    ['2026', 3],
    ['2024--2025', 6],
    ['2022--2023', 6],
  ]);
});

test('results by date are in exact order across shards', async () => {
  const ids = records.map(({ id }) => id);
  expect(await index.find({ q: 'gold', order: 'newest' }, 99)).toEqual(ids);
  expect(await index.find({ q: 'gold', order: 'oldest' }, 99)).toEqual(ids.toReversed());
});

test('without words the newest releases come first', async () => {
  expect(await index.find('', 4)).toEqual(['2026-12', '2026-6', '2026-1', '2025-12']);
});

test('a word that one shard alone holds is found there alone', async () => {
  expect(await index.find('neodymium gold')).toEqual(['2023-12']);
});

test('years narrow a search, in whole shards and within one', async () => {
  expect(await index.find({ from: 2023, to: 2024 })).toEqual([
    '2024-12',
    '2024-6',
    '2024-1',
    '2023-12',
    '2023-6',
    '2023-1',
  ]);
  expect(await index.find({ q: 'placement', to: 2022 })).toEqual(['2022-6']);
});

test('company, type, group and marks narrow a search, and what nobody holds finds nothing', async () => {
  expect(await index.find({ company: 'EXM' })).toEqual(['2024-12', '2024-6', '2024-1']);
  expect(await index.find({ type: 'placement', from: 2025 })).toEqual(['2026-6', '2025-6']);
  expect(await index.find({ type: 'issued-capital', company: 'EXM' })).toEqual(['2024-6']);
  expect(await index.find({ flags: ['corrected'], from: 2026 })).toEqual(['2026-1']);
  expect(await index.find({ flags: ['attachment'] })).toEqual([]);
  expect(await index.find({ company: 'QQX', q: 'gold' })).toEqual([]);
});

test('each value of a filter is counted as what choosing it would find', async () => {
  const all = await index.counts({ q: 'gold' });
  expect(all['company']).toEqual({ EXM: 3, XMX: 12 });
  expect(all['is']).toEqual({ corrected: 5 });
  const narrowed = await index.counts({ q: 'gold', company: 'EXM', from: 2024, to: 2024 });
  expect(narrowed['company']).toEqual({ EXM: 3, XMX: 0 });
  expect(narrowed['year']).toMatchObject({ 2024: 3 });
  const years = await index.counts({ q: 'gold', from: 2024, to: 2026 });
  expect(years['company']).toEqual({ EXM: 3, XMX: 6 });
});

test('of years there are no counts where other parts of the index would have to be loaded for them', async () => {
  expect((await index.counts({ q: 'gold', from: 2026 }))['year']).toBeUndefined();
  expect((await index.counts({ q: 'gold', from: 2022 }))['year']).toEqual({
    2022: 3,
    2023: 3,
    2024: 3,
    2025: 3,
    2026: 3,
  });
});

test('counts are of a phrase where it is asked for, and of what holds some of the words where nothing holds all', async () => {
  expect((await index.counts({ q: '"placement of 2024"' }))['company']).toEqual({ EXM: 1, XMX: 0 });
  expect((await index.counts({ q: '"placement of" north "of 2024"' }))['company']).toEqual({ EXM: 1, XMX: 0 });
  expect((await index.counts({ q: 'neodymium placement' }))['year']).toMatchObject({ 2022: 1, 2023: 2, 2024: 1 });
});

test('a shard that cannot be loaded is named, and the others answer', async () => {
  const broken = await openIndex(records, 6);
  const [, middle] = broken.list.shards;
  await rm(join(broken.folder, middle?.name ?? ''), { recursive: true });
  const { failed, hits } = await broken.search({ q: 'gold' });
  await broken.close();
  expect([failed, hits.length]).toEqual([[middle], 9]);
});

test('a shard of which one file is missing is named, instead of finding less without a word', async () => {
  const broken = await openIndex(records, 6);
  const [newest] = broken.list.shards;
  await rm(join(broken.folder, newest?.name ?? '', 'index'), { recursive: true });
  const { failed, hits } = await broken.search({ q: 'gold' });
  await broken.close();
  expect([failed, hits.length]).toEqual([[newest], 12]);
});

test('the same records give the same bytes', async () => {
  const again = await openIndex(records, 6);
  const [one, other] = await Promise.all(
    [index, again].map(({ folder }) => readFile(join(folder, 'shards.json'), 'utf8')),
  );
  const names = await Promise.all([index, again].map(async ({ folder }) => listFiles(folder)));
  await again.close();
  expect(other).toBe(one);
  expect(names[1]).toEqual(names[0]);
});

test('the index holds a list of shards, the words of all, and in each shard its data', async () => {
  const files = [...(await listFiles(index.folder)).keys()]
    .filter((name) => !/^20(?!26)/.test(name))
    .map((name) => name.replace(/-[\da-f]{16}/, ''));
  expect(files).toEqual([
    '2026/filter/company.pf_filter',
    '2026/filter/is.pf_filter',
    '2026/filter/type.pf_filter',
    '2026/filter/year.pf_filter',
    '2026/fragment/0_.pf_fragment',
    '2026/index/0_.pf_index',
    '2026/pagefind-entry.json',
    '2026/pagefind.en.pf_meta',
    'shards.json',
    'words/begin-0.pf_words',
    'words/end-0.pf_words',
  ]);
});

async function listFiles(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  const contents = await Promise.all(paths.map((path) => readFile(path, 'base64')));
  return new Map(paths.map((path, at) => [path.slice(folder.length + 1), contents[at] ?? '']));
}
