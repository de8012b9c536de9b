import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleText, parseHtml } from '../support/html.ts';
import { builtPage, builtSite, readBuilt } from '../support/site.ts';
import { sampleArchive } from '../support/sample-archive.ts';

const fixtures = sampleArchive();

async function pages(): Promise<string[]> {
  const files = await readdir(builtSite(), { recursive: true });
  return files.filter((file) => file.endsWith('.html')).map((file) => file.replaceAll('\\', '/'));
}

async function releaseFiles(): Promise<string[]> {
  const files = await readdir(fixtures, { recursive: true });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)[^_/]+\.md$/.test(file) && !file.endsWith('README.md'));
}

test('every release but the draft has a page and its very source file', async () => {
  const files = await releaseFiles();
  expect(files.length).toBeGreaterThan(70);
  for (const file of files) {
    const id = file.replace(/\.md$/, '');
    const published = !id.endsWith('-draft');
    expect(existsSync(join(builtSite(), 'releases', id, 'index.html')), id).toBe(published);
    expect(existsSync(join(builtSite(), 'releases', file)), file).toBe(published);
    if (published) {
      expect(await readFile(join(builtSite(), 'releases', file))).toEqual(await readFile(join(fixtures, file)));
    }
  }
});

test('no file is published that no published release names', async () => {
  const files = await readdir(builtSite(), { recursive: true });
  expect(files.filter((file) => /board-paper|offtake|_notes|README/.test(file))).toEqual([]);
  expect(files.filter((file) => file.endsWith('.pdf')).length).toBe(4);
});

test('no page loads anything from another host or runs a script within a release', async () => {
  for (const file of await pages()) {
    const page = parseHtml(await readBuilt(file));
    const loaded = [
      ...page.querySelectorAll('link[rel~=stylesheet], link[rel~=icon], script, img, iframe, source'),
    ].map((element) => element.getAttribute('src') ?? (element.tagName === 'LINK' ? element.getAttribute('href') : ''));
    expect(
      loaded.filter((address) => /^(https?:)?\/\//.test(address ?? '')),
      file,
    ).toEqual([]);
    if (!/^releases\/.+\/.+\/index\.html$/.test(file)) continue;
    const scripts = [...page.querySelectorAll('script')].filter(
      (script) => script.getAttribute('type') !== 'application/ld+json',
    );
    expect(scripts.length, file).toBe(0);
  }
});

test('every page has one first heading, a title of its own, a language, a description and its own address', async () => {
  const titles = new Map<string, string>();
  for (const file of await pages()) {
    const page = parseHtml(await readBuilt(file));
    if (page.querySelector('meta[http-equiv=refresh]')) continue;
    expect(page.querySelectorAll('h1').length, file).toBe(1);
    expect(page.documentElement.getAttribute('lang'), file).toBe('en-AU');
    const title = page.querySelector('title')?.textContent ?? '';
    // Two releases may share headline, company and day; lists may not share a title.
    if (!/^releases\/.+\/.+\//.test(file)) expect(titles.get(title), `${file} has the title of`).toBeUndefined();
    titles.set(title, file);
    const own = `https://archive.example/${file.replace(/index\.html$/, '')}`;
    expect(decodeURI(page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? ''), file).toBe(own);
  }
});

test('a time is shown in Sydney, whatever day it was in UTC', async () => {
  const page = await builtPage('/releases/2018/2018-01-01-previous-year-in-utc/');
  const text = articleText(page).replace(/\s+/g, ' ');
  expect(text).toMatch(/Monday 1 January 2018, \d+:\d\d am AEDT \(Sydney\)/);
  expect(existsSync(join(builtSite(), 'releases/2018/index.html'))).toBe(true);
  expect(await readBuilt('releases/2018/index.html')).toContain('/releases/2018/2018-01-01-previous-year-in-utc/');
});

test('text stands as it was written: quotation marks, dashes and dots', async () => {
  const source = await readFile(join(fixtures, '2020/2020-06-10-quotation-marks-and-dashes.md'), 'utf8');
  const written =
    source
      .split(/^---\n/m)[2]
      ?.split(/\n+/)
      .filter((line) => line !== '') ?? [];
  const lines = articleText(await builtPage('/releases/2020/2020-06-10-quotation-marks-and-dashes/')).split('\n');
  expect(written.length).toBe(3);
  for (const line of written) expect(lines).toContain(line.replace(/^> /, ''));
});

test('raw HTML in a release is shown as text', async () => {
  const page = await builtPage('/releases/2024/2024-09-11-raw-html/');
  expect(articleText(page)).toContain('<script>alert(1)</script>');
  expect(page.querySelector('article script, article b, article [onerror], article a[href^=javascript]')).toBeNull();
});

test('tables keep their alignment without inline styles', async () => {
  const page = await builtPage('/releases/2017/2017-09-20-table/');
  expect(page.querySelectorAll('table td.right').length).toBeGreaterThan(10);
  expect(page.querySelector('[style]')).toBeNull();
});

test('codes of digits stay as they are, and a shared release stands in the lists of both companies', async () => {
  expect(await readBuilt('companies/360/index.html')).toContain('/releases/2025/2025-02-12-code-of-digits/');
  expect(await readBuilt('companies/1e5/index.html')).toContain('/releases/2025/2025-02-13-code-like-a-number/');
  const joint = parseHtml(await readBuilt('releases/2022/2022-02-23-sample-metals-earns-40-percent/index.html'));
  const companies = [...joint.querySelectorAll('.companies a')].map((link) => link.getAttribute('href') ?? '');
  expect(companies.length).toBe(2);
  for (const company of companies)
    expect(await readBuilt(join(company, 'index.html'))).toContain('2022-02-23-sample-metals-earns-40-percent');
});

test('a former code leads to the company of today, under the name that it bore then', async () => {
  const page = await builtPage('/releases/2016/2016-08-02-former-code/');
  expect(page.querySelector('.companies a')?.getAttribute('href')).toBe('/companies/xmx/');
  expect(page.querySelector('.companies')?.textContent.replace(/\s+/g, ' ')).toContain(
    'Example Exploration Limited ASX:EXM',
  );
});

test('a release in another language says so', async () => {
  const page = await builtPage('/releases/2020/2020-08-12-german/');
  expect(page.querySelector('article h1')?.getAttribute('lang')).toBe('de');
  expect(page.querySelector('article .body')?.getAttribute('lang')).toBe('de');
});

test('a release whose text was recognised from a scan says so, and no other does', async () => {
  const words = 'Text recognised by machine from the scan; the document counts.';
  const scan = await builtPage('/releases/2016/2016-09-29-annual-report/');
  expect(scan.querySelector('main')?.textContent).toContain(words);
  const other = await builtPage('/releases/2016/2016-11-23-results-of-agm/');
  expect(other.querySelector('main')?.textContent).not.toContain(words);
});

test('an old address leads to the release by a page and by the host’s redirects', async () => {
  const redirects = await readBuilt('_redirects');
  const lines = redirects
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  expect(lines.length).toBe(2);
  for (const [from = '', to] of lines) {
    const page = parseHtml(await readBuilt(/\.html?$/.test(from) ? from : join(from, 'index.html')));
    expect(page.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(`0; url=${to}`);
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/releases/2022/2022-03-15-two-aliases/');
  }
});

test('the lists of a year stand in the order of time, newest first', async () => {
  const page = await builtPage('/releases/2024/');
  const times = [...page.querySelectorAll('.releases time')].map((time) =>
    Date.parse((time.getAttribute('datetime') ?? '').replace(/^[\d-]{10}$/, '$&T00:00+10:00')),
  );
  expect(times.length).toBeGreaterThan(8);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test('a long list has a picture of its releases per year, in words too, and a short one has none', async () => {
  for (const address of ['/companies/xmx/', '/types/progress-report/', '/price-sensitive/']) {
    const page = await builtPage(address);
    const shape = page.querySelector('svg.shape');
    expect(shape?.querySelector('title')?.textContent).toBe('Releases per year');
    const counts = (shape?.querySelector('desc')?.textContent ?? '').split(', ').map((words) => words.split(' '));
    expect(counts[0]?.[0]).toBe('2016');
    const sum = counts.reduce((all, [, count]) => all + Number(count), 0);
    expect(page.querySelector('.count')?.textContent).toMatch(new RegExp(`^${sum} releases`));
    expect(shape?.outerHTML.length).toBeLessThan(10_000);
  }
  expect((await builtPage('/companies/qqx/')).querySelector('svg')).toBeNull();
});

test('the home page names the five largest types with their numbers, and the way to all', async () => {
  const items = [...(await builtPage('/')).querySelectorAll('main li')]
    .filter((item) => item.querySelector('a')?.getAttribute('href')?.startsWith('/types/'))
    .map((item) => [item.querySelector('.number')?.textContent ?? '', item.querySelector('a')?.textContent]);
  const counts = items.slice(0, -1).map(([count]) => Number(count));
  expect(counts).toHaveLength(5);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(items.at(-1)).toEqual(['', 'All types']);
});

test('the picture of releases per month has a stroke for each month with releases, as its table has them', async () => {
  const timeline = (await builtPage('/')).querySelector('.timeline');
  const strokes = [...(timeline?.querySelector('path.bars')?.getAttribute('d') ?? '').matchAll(/M(\d+) 0v(\d+)/g)];
  // The table has the latest year first; the picture begins with the first month that has releases.
  const months = [...(timeline?.querySelectorAll('tbody tr') ?? [])]
    .toReversed()
    .flatMap((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent)));
  const first = months.findIndex((count) => count > 0);
  const expected = months.flatMap((count, at) => (count > 0 ? [[at - first, count]] : []));
  expect(strokes.map(([, at, count]) => [Number(at), Number(count)])).toEqual(expected);
  expect(expected.length).toBeGreaterThan(20);
});
