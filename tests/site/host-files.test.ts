import { expect, test } from 'vitest';
import { createUrls } from '../../src/archive/urls.ts';
import { headersFile, securityTxt } from '../../src/site/host-files.ts';
import { archiveOf } from '../support/archive.ts';
import { headersFor, parseHeaders } from '../support/host-files.ts';

const urls = createUrls({ origin: 'https://archive.example', base: '/investors/' });
const entries = [
  '404.html',
  '_astro/',
  'data/',
  'feeds.opml',
  'index.html',
  'pagefind/',
  'releases/',
  'rss.xml',
  'SHA256SUMS',
  'types/',
];
const text = headersFile({ urls, preview: false }, entries);
const headers = (path: string) => headersFor(parseHeaders(text), path);

const REVALIDATE = 'public, max-age=0, must-revalidate';
const KEEP = 'public, max-age=31536000, immutable';

test.each([
  ['', REVALIDATE, undefined],
  ['404.html', REVALIDATE, undefined],
  ['_astro/x.1a2b.css', KEEP, undefined],
  ['pagefind/2024/fragment/en_1a2b3c4.pf_fragment', KEEP, undefined],
  ['pagefind/2024/en_1a2b3c4.pf_meta', KEEP, undefined],
  ['pagefind/2024/pagefind.js', REVALIDATE, undefined],
  ['pagefind/2024/wasm.en.pagefind', REVALIDATE, undefined],
  ['pagefind/shards.json', REVALIDATE, undefined],
  ['releases/2020/first/', REVALIDATE, undefined],
  ['releases/2020/first.md', REVALIDATE, 'text/markdown; charset=utf-8'],
  ['rss.xml', REVALIDATE, 'application/xml; charset=utf-8'],
  ['types/dividend/atom.xml', REVALIDATE, 'application/xml; charset=utf-8'],
  ['releases/2020/1/feed.json', REVALIDATE, 'application/feed+json; charset=utf-8'],
  ['feeds.opml', REVALIDATE, 'text/x-opml; charset=utf-8'],
  ['SHA256SUMS', REVALIDATE, 'text/plain; charset=utf-8'],
])('headersFile() gives /%s one way of keeping it, its type and the policy', (below, cache, type) => {
  expect(headers(`/investors/${below}`)).toMatchObject({
    'cache-control': cache,
    'content-security-policy': expect.stringMatching(/^default-src 'none'; [^,]*; frame-ancestors 'none'$/) as string,
    'x-content-type-options': 'nosniff',
  });
  expect(headers(`/investors/${below}`)['content-type']).toBe(type);
});

test('headersFile() keeps to what hosts read: one block a path, one * a rule, below 100 rules and 2,000 characters', () => {
  const paths = text.split('\n').filter((line) => line.startsWith('/'));
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => path.split('*').length > 2)).toEqual([]);
  expect(paths.length).toBeLessThan(100);
  expect(text.split('\n').filter((line) => line.length > 2000)).toEqual([]);
  // Netlify passes over such a line.
  expect(text).not.toMatch(/^\s*!/m);
});

test('headersFile() asks search engines to pass a preview over, and nothing else', () => {
  expect(text).not.toContain('noindex');
  expect(headersFile({ urls, preview: true }, entries)).toContain('X-Robots-Tag: noindex');
});

test('securityTxt() names the contact, its last moment and its own address', () => {
  const security = { contact: 'mailto:security@example.com', expires: '2030-06-30' };
  expect(securityTxt({ archive: archiveOf({}, { security }), urls })).toBe(
    'Contact: mailto:security@example.com\n' +
      'Expires: 2030-06-30T23:59:59Z\n' +
      'Preferred-Languages: en\n' +
      'Canonical: https://archive.example/investors/.well-known/security.txt\n',
  );
  expect(securityTxt({ archive: archiveOf({}), urls })).toBeUndefined();
});
