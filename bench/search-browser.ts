import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Page, type Route } from 'playwright-core';
import { BROWSER_ARGUMENTS, findBrowser } from '../tests/browser/support/find-browser.ts';
import { serveFolder } from '../tests/support/serve.ts';
import type { ShardList } from '../src/search/record/shard-list.ts';
import { readRecords } from './search-corpus.ts';
import { knownItems } from './search-queries.ts';

// What the search page loads, and how long an answer takes, in a real browser over a built site, on a line like 4G:
// 85 ms from a request to its answer, 9 Mbit/s for all answers together.
//
//   node bench/search-browser.ts DIST FOLDER [--queries 100] [--requests]
//
// DIST is the built site, FOLDER holds the releases of which it was built. Each cold search is told as it is done; `--requests` lists
// what it asked for, with the milliseconds from the key to the request and to its answer. Round trips are requests each of which
// began when the one before had come. Bytes are of bodies, gzipped where they are not yet. "First results" are those that first stand on the page.

const LATENCY = 85;
/** Bits in a millisecond. */
const RATE = 9_000;
/** When the line has sent what it was given so far. */
let free = 0;
/** Of the page that is open, what it asked for so far. */
let asked: Asked[] = [];

interface Asked {
  readonly path: string;
  readonly at: number;
  /** When the answer had come, and its bytes; absent while it has not. */
  answered?: number;
  size?: number;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    queries: { type: 'string', default: '100' },
    requests: { type: 'boolean', default: false },
  },
});
const [dist, folder] = positionals;
if (dist === undefined || folder === undefined) {
  process.stderr.write('Name a built site and a folder of releases: node bench/search-browser.ts DIST FOLDER\n');
  process.exit(2);
}

const records = await readRecords(resolve(folder));
const { shards } = JSON.parse(await readFile(join(resolve(dist), 'pagefind/shards.json'), 'utf8')) as ShardList; // the build wrote it
const server = await serveFolder(resolve(dist), { hostFiles: 'Cloudflare Pages' });
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args: BROWSER_ARGUMENTS });
try {
  const items = knownItems(records, Number(values.queries), 5, 'rarer words');
  process.stdout.write(`${records.length} releases in ${shards.length} shards\n`);
  const cold = figures();
  for (const { query } of items.slice(0, 10)) {
    const page = await open();
    const key = Date.now();
    await page.getByRole('combobox').first().fill(query);
    const until = await firstResults(page);
    await page
      .getByRole('status')
      .filter({ hasText: /(?:found|them|words|some of the words)\./ })
      .waitFor();
    note(cold, query, key, until);
    await page.context().close();
  }
  tell('nothing loaded', cold);

  const page = await open();
  const warm = figures();
  for (const query of new Set(items.map((item) => item.query))) {
    await page.evaluate(() => {
      document.querySelector('#search-results')?.replaceChildren();
      (globalThis as { firstResult?: number | undefined }).firstResult = undefined;
    });
    const key = Date.now();
    // The pause for typing is part of what a person waits for.
    await page.getByRole('combobox').first().fill(query);
    const until = await firstResults(page);
    await page.locator('#search-results[aria-busy=false]').waitFor();
    note(warm, query, key, until);
  }
  tell('the index open, files of earlier searches loaded', warm);
} finally {
  await browser.close();
  await server.close();
}

/** Answers a request as a line of 85 ms and 9 Mbit/s would; the worker's requests too, which Chromium's own emulation passes over. */
async function slowly(route: Route): Promise<void> {
  const one: Asked = { path: new URL(route.request().url()).pathname, at: Date.now() };
  asked.push(one);
  // A page that is closed has no use for what it asked for.
  const response = await route.fetch().catch(() => undefined);
  const body = await response?.body().catch(() => undefined);
  if (response === undefined || body === undefined) return;
  const size = Math.min(body.length, gzipSync(body).length);
  free = Math.max(free, one.at + LATENCY) + (size * 8) / RATE;
  await setTimeout(Math.max(0, free - Date.now()));
  await route.fulfill({ response, body }).catch(() => undefined);
  one.answered = Date.now();
  one.size = size;
}

/** The search page, with nothing kept from before; all that it loads by itself has come. */
async function open(): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url });
  asked = [];
  await context.route('**/*', slowly);
  const page = await context.newPage();
  // Noted by the page itself: until this program hears of it, more may have been loaded.
  await page.addInitScript(() => {
    const noted = globalThis as { firstResult?: number | undefined };
    new MutationObserver(() => {
      if (document.querySelector('#search-results li')) noted.firstResult ??= Date.now();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('/search/', { waitUntil: 'networkidle' });
  return page;
}

async function firstResults(page: Page): Promise<number> {
  const noted = await page.waitForFunction(() => (globalThis as { firstResult?: number }).firstResult);
  return Number(await noted.jsonValue());
}

function figures() {
  return {
    before: [] as number[],
    time: [] as number[],
    requests: [] as number[],
    trips: [] as number[],
    bytes: [] as number[],
    all: [] as number[],
  };
}

function note(into: ReturnType<typeof figures>, query: string, key: number, until: number): void {
  const bytesOf = (list: readonly Asked[]) => list.reduce((sum, { size = 0 }) => sum + size, 0);
  // Of the icon the browser thinks when it likes.
  const own = asked.filter(({ at, path }) => at >= key && path !== '/favicon.svg');
  const first = own.filter(({ at }) => at <= until);
  into.before.push(bytesOf(asked) - bytesOf(own));
  into.time.push(until - key);
  into.requests.push(first.length);
  into.trips.push(roundTrips(first));
  into.bytes.push(bytesOf(first));
  into.all.push(bytesOf(own));
  process.stdout.write(
    `  “${query}”: ${until - key} ms, ${first.length} requests, ${roundTrips(first)} round trips, ${(bytesOf(first) / 1000).toFixed(0)} KB\n`,
  );
  if (!values.requests) return;
  for (const { path, at, answered = Infinity, size = 0 } of own)
    process.stdout.write(
      `    ${at - key}–${answered - key} ms  ${(size / 1000).toFixed(0)} KB  ${path}${at > until ? ' (later)' : ''}\n`,
    );
}

/** The longest row of requests each of which began when the one before had been answered. */
function roundTrips(list: readonly Asked[]): number {
  const trips: number[] = [];
  for (const { at } of list)
    trips.push(1 + Math.max(0, ...trips.filter((_, before) => (list[before]?.answered ?? Infinity) <= at)));
  return Math.max(0, ...trips);
}

function tell(what: string, { before, time, requests, trips, bytes, all }: ReturnType<typeof figures>): void {
  process.stdout.write(`${what}\n`);
  report('bytes before', before, 'KB', 1000);
  report('time from the key until first results', time, 'ms', 1);
  report('requests until then', requests, '', 1);
  report('round trips until then', trips, '', 1);
  report('bytes until then', bytes, 'KB', 1000);
  report('bytes until all have answered', all, 'KB', 1000);
}

function report(what: string, numbers: readonly number[], unit: string, scale: number): void {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number) =>
    ((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) / scale).toFixed(0);
  process.stdout.write(`${what.padEnd(40)} median ${at(0.5)} ${unit}, 95 % within ${at(0.95)} ${unit}\n`);
}
