import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite, type BuildResult } from '../support/build.ts';
import { articleText, parseHtml } from '../support/html.ts';

const ID = '2020/2020-07-30-high-quality-neodymium-metal-produced';
// A copy: the releases folder itself belongs to whoever runs the archive.
const fixtures = join(import.meta.dirname, '../fixtures');
let folder: string;
let result: BuildResult;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-real-'));
  result = await buildSite({ RELEASES_DIR: join(fixtures, 'seed'), OUT_DIR: join(folder, 'dist') });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const built = (path: string) => readFile(join(folder, 'dist', path), 'utf8');

test('an archive of one real release builds without a problem or a warning', () => {
  expect(result.output).toContain(': 1 release, ');
  expect(result.output).not.toMatch(/warn|problem/i);
  expect(result.status).toBe(0);
});

test('its release holds every sentence of the announcement once, in order', async () => {
  const seed = await readFile(join(fixtures, 'seed-release.txt'), 'utf8');
  const sentences = seed
    .split('\n')
    .map((line) => line.replace(/^\s*•\s*/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.split(/(?<=[.!?:”]) (?=[A-Z“])/));
  expect(sentences.length).toBeGreaterThan(20);
  const text = articleText(await built(`releases/${ID}/index.html`)).replace(/\s+/g, ' ');
  let at = 0;
  for (const sentence of sentences) {
    const found = text.indexOf(sentence, at);
    expect(found, sentence).toBeGreaterThanOrEqual(at);
    expect(text.indexOf(sentence, found + 1), `${sentence} (a second time)`).toBe(-1);
    at = found + sentence.length;
  }
});

test('its highlights are a list and the quotation is one quotation of three paragraphs', async () => {
  const page = parseHtml(await built(`releases/${ID}/index.html`));
  expect(page.querySelectorAll('article .body > ul > li').length).toBe(4);
  expect(page.querySelectorAll('article blockquote').length).toBe(1);
  expect(page.querySelectorAll('article blockquote > p').length).toBe(3);
});

test('it says what is not recorded instead of guessing', async () => {
  const page = parseHtml(await built(`releases/${ID}/index.html`));
  const text = page.querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? '';
  expect(text).toContain('Thursday 30 July 2020, time not recorded');
  expect(text).toMatch(/Price sensitive ?Not recorded/);
  expect(text).toMatch(/Authorised by ?Not recorded/);
  expect(text).toMatch(/Classified by ?This archive/);
});

test('an archive of one release has no pager and no neighbour that is not there', async () => {
  for (const path of [`releases/${ID}/index.html`, 'releases/2020/index.html', 'index.html']) {
    const page = parseHtml(await built(path));
    expect(page.querySelector('.pager, .neighbours, [rel=prev], [rel=next]'), path).toBeNull();
  }
});
