import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHANGING_OF_SEARCH } from '../../src/build/output/hosts/served-types.ts';
import { contentPolicy } from '../../src/data/content-policy.ts';
import { BELOW } from '../support/build.ts';
import { codeBlock } from '../support/code-block.ts';
import { crawl } from '../support/crawl.ts';
import { headersFor, HOSTS, parseHeaders, parseRedirects } from '../support/host-files.ts';
import {
  APACHE,
  CADDY,
  CADDY_BELOW,
  NGINX,
  NGINX_BELOW,
  serveInAllWays,
  WAYS,
  type ServedSites,
} from '../support/served.ts';
import { builtBelow, builtSite } from '../support/site.ts';
import { pathsBelow } from '../support/tree.ts';

const SERVERS = [NGINX, CADDY, NGINX_BELOW, CADDY_BELOW, APACHE] as const;

let site: ServedSites;
beforeAll(async () => {
  site = await serveInAllWays();
});
afterAll(() => site.close());

test('of the search index the files that hosts may not keep are those that every build replaces', () => {
  const lasting = /^pagefind\/[^/]+-[\da-f]{16}\/./;
  const changing = pathsBelow(builtSite()).filter((file) => file.startsWith('pagefind/') && !lasting.test(file));
  expect(changing).toEqual(CHANGING_OF_SEARCH.map((name) => `pagefind/${name}`));
});

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
    // The first version's preview picture keeps its address for those who have linked it.
    const files = pathsBelow(folder).filter((file) => !KNOWN_TO_HOSTS.test(file) && file !== 'card.png');
    expect(files.filter((file) => !reached.has(file.replace(/(^|\/)index\.html$/, '$1')))).toEqual([]);
  });

  test.for([
    'nothing-here/',
    'releases/2020/nothing-here/',
    'releases/2020/nothing-here.pdf',
    'releases/2020/nothing-here.md',
    'nothing',
  ])('answers 404 with help at /%s', async (path, { skip }) => {
    const { url, published } = site.served(way, skip);
    const base = new URL(published).pathname;
    const response = await fetch(url + path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const html = await response.text();
    expect(html).toContain('There is no page at this address');
    for (const help of ['search/', 'releases/', '']) expect(html).toContain(`href="${base}${help}"`);
    expect(html).toContain(`action="${base}search/"`);
  });

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

test('every page of the site carries the policy before anything else, that of a missing page and those at old addresses too', async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">`;
  const pages = pathsBelow(builtSite()).filter((file) => /\.html?$/.test(file));
  expect(pages).toEqual(
    expect.arrayContaining([
      '404.html',
      'index.html',
      'search/index.html',
      'news/boundary-bore-on-schedule/index.html',
      'investors/asx/2022-03-15.html',
    ]),
  );
  for (const page of pages) {
    const html = await readFile(join(builtSite(), page), 'utf8');
    const head = /<head>([\s\S]*)<\/head>/.exec(html)?.[1] ?? '';
    expect(head.replaceAll(/>\s+</g, '><').trim(), page).toMatch(
      /^<meta charset="utf-8"><meta http-equiv="Content-Sec/,
    );
    expect(head, page).toContain(policy);
  }
});

test.each(HOSTS)(
  'no header of _headers is set twice for a file of the site on %s, and each feed has its type',
  async (host) => {
    const text = await readFile(join(builtSite(), '_headers'), 'utf8');
    const rules = parseHeaders(text, host);
    const values = new Set(text.split('\n').map((line) => line.replace(/^ +[\w-]+: /, '')));
    const files = pathsBelow(builtSite()).filter((file) => !KNOWN_TO_HOSTS.test(file) || file.startsWith('pagefind/'));
    const typed: string[] = [];
    for (const file of files) {
      const path = `/${encodeURI(file.replace(/(^|\/)index\.html$/, '$1'))}`;
      const headers = headersFor(rules, path);
      // Values of two rules, joined by the host, stand on no line.
      for (const [name, value] of Object.entries(headers)) expect(values, `${name} of ${path}`).toContain(value);
      if (headers['content-type'] !== undefined) typed.push(`${file.replace(/^.*\//, '')} ${headers['content-type']}`);
      else expect(file).not.toMatch(/(rss|atom)\.xml$|feed\.json$/);
    }
    expect([...new Set(typed)].toSorted()).toEqual([
      'SHA256SUMS text/plain; charset=utf-8',
      'atom.xml application/xml; charset=utf-8',
      'feed.json application/feed+json; charset=utf-8',
      'feeds.opml text/x-opml; charset=utf-8',
      'opensearch.xml application/opensearchdescription+xml; charset=utf-8',
      'release.schema.json application/schema+json; charset=utf-8',
      'releases.schema.json application/schema+json; charset=utf-8',
      'rss.xml application/xml; charset=utf-8',
    ]);
  },
);

describe.each(SERVERS)('the sample archive served %s', (way) => {
  test('leads from an old address to the release by a permanent redirect', async ({ skip }) => {
    const { url, published } = site.served(way, skip);
    for (const old of ['news/boundary-bore-on-schedule', 'news/boundary-bore-on-schedule/']) {
      const { status, headers } = await fetch(url + old, { redirect: 'manual' });
      const to = `${new URL(published).pathname}releases/2022/2022-03-15-two-aliases/`;
      expect([status, new URL(headers.get('location') ?? '', url).pathname], old).toEqual([301, to]);
    }
  });

  test('hides what hosts read', async ({ skip }) => {
    const { url, folder } = site.served(way, skip);
    const names = ['_headers', '_redirects', '.asx-release-archive', '.nojekyll'];
    expect(pathsBelow(folder)).toEqual(expect.arrayContaining(names));
    for (const name of [...names, '_redirects.nginx', '_redirects.caddy']) {
      const response = await fetch(url + name);
      expect([response.status, await response.text()], name).toEqual([
        404,
        expect.stringContaining('There is no page at this'),
      ]);
    }
  });

  test('has the headers of _headers, file by file', async ({ skip }) => {
    const { url, published, folder } = site.served(way, skip);
    const rules = parseHeaders(await readFile(join(folder, '_headers'), 'utf8'), 'Netlify');
    const files = pathsBelow(folder).filter((file) => !HOST_FILES.test(file));
    expect(files.length).toBeGreaterThan(500);
    for (const file of files) {
      const path = new URL(published).pathname + encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));
      const { status, headers } = await fetch(new URL(path, url), { method: 'HEAD' });
      expect(status, path).toBe(200);
      const type = TYPES[/\.(\w+)$/.exec(file)?.[1] ?? ''];
      if (type !== undefined) expect(headers.get('content-type'), `type of ${path}`).toMatch(type);
      for (const [name, value] of Object.entries(headersFor(rules, path))) {
        expect(headers.get(name), `${name} of ${path}`).toBe(value);
      }
    }
  });
});

test.for([NGINX_BELOW, CADDY_BELOW] as const)(
  'the sample archive served %s is found without the last slash',
  async (way, { skip }) => {
    const { url } = site.served(way, skip);
    const response = await fetch(url.slice(0, -1));
    expect([response.status, response.url]).toEqual([200, url]);
  },
);

/** What browsers and readers need to be told of files for which `_headers` leaves the type to the host, by their ending. */
const TYPES: Readonly<Record<string, RegExp>> = {
  html: /^text\/html; charset=utf-8$/,
  css: /^text\/css/,
  js: /^(text|application)\/javascript/,
  json: /^application\/([a-z]+\+)?json/,
  md: /^text\/markdown; charset=utf-8$/,
  csv: /^text\/csv; charset=utf-8$/,
  txt: /^text\/plain; charset=utf-8$/,
  png: /^image\/png$/,
  svg: /^image\/svg\+xml$/,
  pdf: /^application\/pdf$/,
};

test('the settings for nginx and Caddy in docs/hosting.md hold every line that _headers gives for all files, and no HSTS', async () => {
  const headers = await readFile(join(builtSite(), '_headers'), 'utf8');
  const lines = /^\/\*\n((?: {2}.*\n)+)/.exec(headers)?.[1]?.trim().split(/\n +/) ?? [];
  expect(lines.length).toBe(5);
  for (const language of ['nginx', 'caddyfile']) {
    const block = (await codeBlock('docs/hosting.md', language)).replaceAll('"', '');
    // Who may show a page in a frame is a variable, which is `none` for all but the sites of embedOn.
    expect(block).toMatch(/archive_frames\}? \{\n[^}]*default +'none'/);
    const settings = block.replace(/frame-ancestors (?:\$archive_frames|\{archive_frames\})/, "frame-ancestors 'none'");
    for (const line of lines) expect(settings, language).toContain(line.replace(':', ''));
    // It binds the whole domain, and everything else on it.
    expect(settings).not.toContain('Strict-Transport-Security');
  }
  expect(headers).not.toMatch(/strict-transport-security/i);
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
const KNOWN_TO_HOSTS =
  /^(_headers|_redirects.*|\.[^/]*|web\.config|(staticwebapp\.config|wrangler)\.json|news\/.*|investors\/.*|pagefind\/.*)$/;

/** What hosts read themselves. */
const HOST_FILES = /^(_headers|_redirects.*|\.[^/]*|web\.config|(staticwebapp\.config|wrangler)\.json)$/;
