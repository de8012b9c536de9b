import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptySearch } from '../../../src/search/query/address.ts';
import { createEngine, type Progress } from '../../../src/search/query/engine.ts';
import { openFiles } from '../../../src/search/query/index-files.ts';
import { noNames } from '../../../src/search/query/names.ts';
import { readList } from '../../../src/search/query/open-index.ts';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

let index: OpenIndex;
const { fetch } = globalThis;
let hanging = /^$/;
const server = createServer((request, response) => {
  const path = request.url ?? '';
  // What hangs sends its head, and nothing behind it.
  if (hanging.test(path)) return void response.writeHead(200).flushHeaders();
  void readFile(join(index.folder, path)).then((bytes) => response.end(bytes));
});
beforeAll(async () => {
  index = await openIndex(
    [2026, 2025, 2024].map((year) =>
      record({ id: `${year}`, title: `Gold of ${year}`, date: { day: `${year}-03-03` } }),
    ),
    1,
  );
  globalThis.fetch = fetch;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await index.close();
});

test.each([
  ['a chunk of an older shard', /\/2024-\w+\/index\//, 2024],
  ['the newest shard', /\/2026-\w+\//, 2026],
] as const)('where %s never comes it is named, and the results of the rest stand', async (_, path, year) => {
  hanging = path;
  const engine = await open(1_000);
  let last: Progress | undefined;
  for await (const progress of engine.search({ ...emptySearch, q: 'gold' })) last = progress;
  expect(last?.failed.map(({ from }) => from)).toEqual([year]);
  expect(last?.full).toBe(2);
  expect(last?.unknown).toEqual([]);
});

test('where a shard never comes, no word is called unknown, since that shard may hold it', async () => {
  hanging = /\/2026-\w+\//;
  const engine = await open(1_000);
  let last: Progress | undefined;
  for await (const progress of engine.search({ ...emptySearch, q: 'zinc' })) last = progress;
  expect(last).toMatchObject({ hits: [], failed: [{ from: 2026 }], unknown: [] });
});

test.each([
  ['a chunk of an older shard', /\/2024-\w+\/index\//, 2024],
  ['the newest shard', /\/2026-\w+\//, 2026],
] as const)(
  'while %s does not come, the results of the rest stand, and it is named',
  async (_, path, year) => {
    hanging = path;
    const engine = await open(60_000);
    for await (const { full, waiting } of engine.search({ ...emptySearch, q: 'gold' })) {
      if (full < 2) continue;
      expect(waiting.map(({ from }) => from)).toEqual([year]);
      return;
    }
  },
  20_000,
);

test('the newest shards are asked beside each other, not one when the other has answered', async () => {
  const asked: string[] = [];
  hanging = /\/2026-\w+\/index\//;
  const all = new Promise<void>((done) => {
    server.on('request', ({ url = '' }: IncomingMessage) => {
      asked.push(...(/\/(\d+)-\w+\/index\//.exec(url)?.slice(1) ?? []));
      if (asked.length === 3) done();
    });
  });
  const engine = createEngine(await readList(openFiles(base())), openFiles(base()), noNames, 60_000);
  void engine.search({ ...emptySearch, q: 'gold' }).next();
  await all;
  expect(asked.toSorted()).toEqual(['2024', '2025', '2026']);
});

test.each(['gold', 'gold guld'])(
  'where the words never come, %s is searched without them, and this is said',
  async (q) => {
    hanging = /\.pf_words/;
    const engine = await open(60_000);
    let last: Progress | undefined;
    for await (const progress of engine.search({ ...emptySearch, q })) last = progress;
    expect([last?.hits.length, last?.waiting.length, last?.lacksWords]).toEqual([3, 0, true]);
  },
  20_000,
);

/** The engine, which waits a moment for what hangs, and gives a file up after some milliseconds. */
async function open(patience: number) {
  return createEngine(await readList(openFiles(base())), openFiles(base(), patience), noNames, 100);
}

function base(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // it listens on a port
}
