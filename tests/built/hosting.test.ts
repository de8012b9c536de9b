import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BELOW } from '../support/build.ts';
import { codeBlock } from '../support/code-block.ts';
import { crawl } from '../support/crawl.ts';
import { headersFor, parseHeaders, parseRedirects } from '../support/host-files.ts';
import { NGINX, serveInAllWays, WAYS, type ServedSites } from '../support/served.ts';
import { builtBelow, builtSite } from '../support/site.ts';
import { pathsBelow } from '../support/tree.ts';

let site: ServedSites;
beforeAll(async () => {
  site = await serveInAllWays();
});
afterAll(() => site.close());

describe.each(WAYS)('the sample archive served %s', (way) => {
  test('has no dead link, no address outside of its base path, and no file that nothing leads to', async ({ skip }) => {
    const { folder, ...address } = site.served(way, skip);
    const { found, faults } = await crawl(address, [
      'robots.txt',
      'sitemap.xml',
      '404.html',
      'llms.txt',
      '.well-known/security.txt',
    ]);
    expect(faults).toEqual([]);
    const reached = new Set(found);
    const files = pathsBelow(folder).filter((file) => !KNOWN_TO_HOSTS.test(file));
    expect(files.filter((file) => !reached.has(file.replace(/(^|\/)index\.html$/, '$1')))).toEqual([]);
  });

  test.for(['nothing-here/', 'releases/2020/nothing-here/', 'releases/2020/nothing-here.pdf', 'nothing'])(
    'answers 404 with help at /%s',
    async (path, { skip }) => {
      const { url, published } = site.served(way, skip);
      const base = new URL(published).pathname;
      const response = await fetch(url + path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      const html = await response.text();
      expect(html).toContain('There is no page at this address');
      for (const help of ['search/', 'releases/', '']) expect(html).toContain(`href="${base}${help}"`);
      expect(html).toContain(`action="${base}search/"`);
    },
  );

  test('leads from an old address, and from a folder without its slash, to the page', async ({ skip }) => {
    const { url } = site.served(way, skip);
    for (const old of [
      'news/boundary-bore-on-schedule/',
      'news/boundary-bore-on-schedule',
      'investors/asx/2022-03-15.html',
    ]) {
      const html = await (await fetch(url + old)).text();
      expect(html, old).toContain('releases/2022/2022-03-15-two-aliases/');
    }
    const response = await fetch(`${url}releases/2022`);
    expect([response.status, response.url]).toEqual([200, `${url}releases/2022/`]);
  });
});

test('the headers of nginx are those of _headers, for every kind of file', async ({ skip }) => {
  const { url, folder } = site.served(NGINX, skip);
  const rules = parseHeaders(await readFile(join(folder, '_headers'), 'utf8'));
  const seen = new Set<string>();
  for (const file of pathsBelow(folder)) {
    const kind = file.replace(/^.*?([^/]*?\.)?([^./]*)$/, '$2');
    if (KNOWN_TO_HOSTS.test(file) || (seen.has(kind) && !/rss|atom|feed|opensearch|_astro/.test(file))) continue;
    seen.add(kind);
    const path = `/${encodeURI(file.replace(/(^|\/)index\.html$/, '$1'))}`;
    const wanted = headersFor(rules, path);
    const { headers } = await fetch(new URL(path, url));
    for (const [name, value] of Object.entries(wanted)) expect(headers.get(name), `${name} of ${path}`).toBe(value);
  }
  expect([...seen]).toEqual(expect.arrayContaining(['html', 'css', 'md', 'xml', 'json', 'pdf', 'csv', 'png', 'svg']));
});

test('the settings for nginx and Caddy in docs/hosting.md hold the policy of _headers', async () => {
  const headers = headersFor(parseHeaders(await readFile(join(builtSite(), '_headers'), 'utf8')), '/');
  for (const language of ['nginx', 'caddyfile']) {
    expect(await codeBlock('docs/hosting.md', language)).toContain(`"${headers['content-security-policy']}"`);
  }
});

test('the function of docs/hosting.md for CloudFront finds the file of every address', async () => {
  const source = await codeBlock('docs/hosting.md', 'js');
  const handler = runInNewContext(`${source}\nhandler`) as (event: object) => { uri: string };
  const key = (uri: string) => handler({ request: { uri } }).uri.slice(1);
  for (const file of pathsBelow(builtSite()).filter((name) => !/^_(headers|redirects)$/.test(name))) {
    expect(key(`/${file}`)).toBe(file);
    if (!file.endsWith('index.html') || file === 'index.html') continue;
    expect(key(`/${file.replace(/index\.html$/, '')}`)).toBe(file);
    expect(key(`/${file.replace(/\/index\.html$/, '')}`)).toBe(file);
  }
});

test('_redirects and _headers hold the base path, so that they can stand at the root of a domain', async () => {
  const redirects = await readFile(join(builtBelow(), '_redirects'), 'utf8');
  expect(parseRedirects(redirects).length).toBe(2);
  for (const line of redirects.trim().split('\n')) {
    expect(line.split(' ').slice(0, 2)).toEqual([
      expect.stringMatching(/^\/investors\/archive\//),
      '/investors/archive/releases/2022/2022-03-15-two-aliases/',
    ]);
  }
  const headers = await readFile(join(builtBelow(), '_headers'), 'utf8');
  expect(headers.match(/^\/.*/gm)?.filter((path) => !path.startsWith(BELOW.base))).toEqual([]);
});

/** What hosts and servers read, redirect pages, and the search index, which the search page asks for. */
const KNOWN_TO_HOSTS = /^(_headers|_redirects|\.nojekyll|news\/.*|investors\/.*|pagefind\/.*)$/;
