import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findBrowser } from '../tests/browser/support/find-browser.ts';
import { serveFolder } from '../tests/support/serve.ts';
import { writeSearchIndex } from '../src/site/write-index.ts';
import { readRecords } from './search-corpus.ts';
import { knownItems } from './search-queries.ts';

// What the search page loads, and how long an answer takes, in a real browser over an archive of a given size.
//
//   node bench/search-browser.ts DIST FOLDER [--count 10000] [--queries 100]
//
// DIST is a built site, whose search page is used; FOLDER holds the releases that are indexed for it.
// Bytes are of bodies, gzipped where they are not yet. "First results" are those that first stand on the page.

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '10000' }, queries: { type: 'string', default: '100' } },
});
const [dist, folder] = positionals;
if (dist === undefined || folder === undefined) {
  process.stderr.write('Name a built site and a folder of releases: node bench/search-browser.ts DIST FOLDER\n');
  process.exit(2);
}

const records = (await readRecords(resolve(folder))).slice(0, Number(values.count));
const work = await mkdtemp(join(tmpdir(), 'search-browser-'));
await cp(resolve(dist), work, { recursive: true });
await rm(join(work, 'pagefind'), { recursive: true });
const { shards } = await writeSearchIndex(records, join(work, 'pagefind'));
const server = await serveFolder(work, { hostFiles: 'Cloudflare Pages' });
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env },
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const items = knownItems(records, Number(values.queries), 5, 'rarer words');
  process.stdout.write(`${records.length} releases in ${shards.length} shards\n`);
  const before: number[] = [];
  const first: number[] = [];
  const all: number[] = [];
  const cold: number[] = [];
  for (const { query } of items.slice(0, 10)) {
    const { page, bytes, firstResult } = await open();
    before.push(await bytes());
    const start = performance.now();
    await page.getByRole('searchbox').fill(query);
    await page.getByRole('region', { name: 'Results' }).locator('li').first().waitFor();
    cold.push(performance.now() - start);
    first.push(await bytes(await firstResult()));
    await page
      .getByRole('status')
      .filter({ hasText: /(?:found|them)\.$/ })
      .waitFor();
    all.push(await bytes());
    await page.context().close();
  }
  report('bytes before typing', before, 'KB', 1000);
  report('bytes until first results', first, 'KB', 1000);
  report('bytes until all shards have answered', all, 'KB', 1000);
  report('time to first results, nothing loaded', cold, 'ms', 1);

  const { page } = await open();
  const warm: number[] = [];
  for (const query of new Set(items.map((item) => item.query))) {
    // The pause for typing is part of what a person waits for.
    warm.push(
      await page.evaluate(async (typed) => {
        const box = document.querySelector('input[type=search]') as HTMLInputElement;
        const status = document.querySelector('#search-status') as HTMLElement;
        const results = document.querySelector('#search-results') as HTMLElement;
        results.replaceChildren();
        status.textContent = '';
        const begun = performance.now();
        const shown = new Promise<number>((done) => {
          const observer = new MutationObserver(() => {
            if (results.childElementCount === 0 && !/^No release/.test(status.textContent)) return;
            observer.disconnect();
            done(performance.now() - begun);
          });
          observer.observe(results, { childList: true });
          observer.observe(status, { childList: true });
        });
        box.value = typed;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        return shown;
      }, query),
    );
  }
  report('time from the last key to results', warm, 'ms', 1);
} finally {
  await browser.close();
  await server.close();
  await rm(work, { recursive: true, force: true });
}

async function open() {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  // Noted by the page itself: until this program hears of it, more may have been loaded.
  await page.addInitScript(() => {
    const noted = globalThis as { firstResult?: number };
    new MutationObserver(() => {
      if (document.querySelector('#search-results li')) noted.firstResult ??= Date.now();
    }).observe(document, { childList: true, subtree: true });
  });
  const loaded: Promise<{ readonly asked: number; readonly size: number }>[] = [];
  context.on('response', (response) => {
    const asked = response.request().timing().startTime;
    loaded.push(
      response.body().then(
        (body) => ({ asked, size: Math.min(body.length, gzipSync(body).length) }),
        () => ({ asked, size: 0 }),
      ),
    );
  });
  await page.goto('/search/', { waitUntil: 'networkidle' });
  /** Of everything that was asked for so far, or until a moment. */
  const bytes = async (until = Infinity) =>
    (await Promise.all(loaded)).filter(({ asked }) => asked <= until).reduce((sum, { size }) => sum + size, 0);
  const firstResult = () => page.evaluate(() => (globalThis as { firstResult?: number }).firstResult);
  return { page, bytes, firstResult };
}

function report(what: string, numbers: readonly number[], unit: string, scale: number): void {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number) =>
    ((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) / scale).toFixed(0);
  process.stdout.write(`${what.padEnd(40)} median ${at(0.5)} ${unit}, 95 % within ${at(0.95)} ${unit}\n`);
}
