import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idFault } from '../../../src/archive/id-fault.ts';
import { createUrls } from '../../../src/archive/urls.ts';
import { mediaTypes } from '../../../src/release/file-name.ts';
import { headersFile, securityTxt } from '../../../src/build/output/host-files.ts';
import { archiveOf } from '../../support/archive.ts';
import { headersFor, HOSTS, parseHeaders } from '../../support/host-files.ts';

const urls = createUrls({ origin: 'https://archive.example', base: '/investors/' });
const entries = [
  '404.html',
  '_astro/',
  'atom.xml',
  'cards/',
  'companies/',
  'corrections/',
  'data/',
  'feed.json',
  'feeds/',
  'feeds.opml',
  'index.html',
  'opensearch.xml',
  'pagefind/',
  'price-sensitive/',
  'releases/',
  'rss.xml',
  'SHA256SUMS',
  'types/',
];
const text = headersFile({ urls, preview: false, archive: archiveOf({}) }, entries);

const REVALIDATE = 'public, max-age=0, must-revalidate';
const KEEP = 'public, max-age=31536000, immutable';

const embedOn = ['https://www.example.com', 'https://example.com'];
const embedding = headersFile(
  { urls, preview: false, archive: archiveOf({}, { embedOn }) },
  [...entries, 'embed/'].toSorted(),
);

describe.each(HOSTS)('on %s, where archive.yml names sites that may embed', (host) => {
  const rules = parseHeaders(embedding, host);
  // Browsers keep every policy that they are sent.
  const frames = (below: string) =>
    [
      ...(headersFor(rules, `/investors/${below}`)['content-security-policy'] ?? '').matchAll(
        /frame-ancestors [^;,]+/g,
      ),
    ].map(([policy]) => policy.trim());

  test('they alone may show /embed/latest/, and nobody anything else', () => {
    expect(frames('embed/latest/')).toEqual([`frame-ancestors ${embedOn.join(' ')}`]);
    for (const below of [
      '',
      'embed/',
      '404.html',
      'releases/2020/first/',
      'releases/2020/first/report.pdf',
      'data/',
      'feeds/',
    ])
      expect(frames(below), below).toEqual(["frame-ancestors 'none'"]);
  });
});

describe.each(HOSTS)('on %s', (host) => {
  const rules = parseHeaders(text, host);
  const headers = (below: string) => headersFor(rules, `/investors/${below}`);

  test.each([
    ['', REVALIDATE, undefined],
    ['404.html', REVALIDATE, undefined],
    ['_astro/x.1a2b.css', KEEP, undefined],
    ['pagefind/2024/fragment/en_1a2b3c4.pf_fragment', KEEP, undefined],
    ['pagefind/2024/en_1a2b3c4.pf_meta', KEEP, undefined],
    ['pagefind/names.json', REVALIDATE, undefined],
    ['pagefind/shards.json', REVALIDATE, undefined],
    ['releases/2020/first/', REVALIDATE, undefined],
    ['releases/2020/first.md', REVALIDATE, undefined],
    ['releases/2020/first/report.pdf', REVALIDATE, undefined],
    ['rss.xml', REVALIDATE, 'application/xml; charset=utf-8'],
    ['types/dividend/rss.xml', REVALIDATE, 'application/xml; charset=utf-8'],
    ['types/dividend/atom.xml', REVALIDATE, 'application/xml; charset=utf-8'],
    ['types/dividend/1/atom.xml', REVALIDATE, 'application/xml; charset=utf-8'],
    ['companies/xmx/feed.json', REVALIDATE, 'application/feed+json; charset=utf-8'],
    ['price-sensitive/atom.xml', REVALIDATE, 'application/xml; charset=utf-8'],
    ['price-sensitive/1/feed.json', REVALIDATE, 'application/feed+json; charset=utf-8'],
    ['corrections/1/atom.xml', REVALIDATE, 'application/xml; charset=utf-8'],
    ['releases/2020/1/feed.json', REVALIDATE, 'application/feed+json; charset=utf-8'],
    ['feeds.opml', REVALIDATE, 'text/x-opml; charset=utf-8'],
    ['feeds/', REVALIDATE, undefined],
    ['data/releases.json', REVALIDATE, undefined],
    ['data/release.schema.json', REVALIDATE, 'application/schema+json; charset=utf-8'],
    ['SHA256SUMS', REVALIDATE, 'text/plain; charset=utf-8'],
  ])('headersFile() gives /%s one way of keeping it, its type and the policy', (below, cache, type) => {
    // Cloudflare itself asks anew for what no rule names.
    const kept = headers(below)['cache-control'] ?? REVALIDATE;
    expect({ ...headers(below), 'cache-control': kept }).toMatchObject({
      'cache-control': cache,
      'content-security-policy': expect.stringMatching(/^default-src 'none'; [^,]*; frame-ancestors 'none'$/) as string,
      'x-content-type-options': 'nosniff',
    });
    expect(headers(below)['content-type']).toBe(type);
  });

  test.each([
    ['_astro/search.1a2b.js', 'same-origin'],
    ['pagefind/2024/en_1a2b3c4.pf_index', 'same-origin'],
    ['pagefind/shards.json', 'same-origin'],
    ['releases/2020/first/', 'cross-origin'],
    ['releases/2020/first/map.png', 'cross-origin'],
    ['releases/2020/first/report.pdf', 'cross-origin'],
    ['cards/site.png', 'cross-origin'],
    ['atom.xml', 'cross-origin'],
    ['data/releases.json', 'cross-origin'],
  ])('headersFile() lets /%s be embedded by: %s', (below, who) => {
    expect(headers(below)).toMatchObject({
      'cross-origin-resource-policy': who,
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()') as string,
    });
    // That is for the whole domain, and its owner's to say.
    expect(headers(below)).not.toHaveProperty('strict-transport-security');
  });

  test.each([
    'appointment-of-md',
    'from-cfo-to-amd',
    'our-rss-xml',
    'rss-xml',
    'on-atom-xml',
    'new-feed-json',
    'releases-feed_json',
    'feeds-opml',
    'sha256sums',
    'release-schema-json',
  ])('headersFile() leaves the type of the page /releases/2024/%s/ to the host', (id) => {
    expect(idFault(`2024/${id}`)).toBeUndefined();
    expect(headers(`releases/2024/${id}/`)['content-type']).toBeUndefined();
  });

  test('headersFile() gives no page of a release, no file beside one and no list the type of something else', () => {
    const names = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const ids = fc
      .array(names, { minLength: 1, maxLength: 4 })
      .map((segments) => segments.join('/'))
      .filter((id) => idFault(id) === undefined);
    fc.assert(
      fc.property(ids, names, fc.constantFrom(...mediaTypes.keys()), (id, name, ending) => {
        const paths = [`releases/${id}/`, `releases/${id}/${name}.${ending}`, `types/${name.replaceAll('.', '-')}/`];
        for (const path of paths) {
          expect(headers(path), path).toMatchObject({ 'cache-control': REVALIDATE });
          expect(headers(path)['content-type'], path).toBeUndefined();
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** What names of releases are put together from here, so that they look like files of the site. */
const PARTS = [
  ...['md', 'rss', 'atom', 'feed', 'feeds', 'xml', 'json', 'opml', 'js', 'sha256sums', 'pf_index', 'pagefind'],
  ...['1', '2024', 'data', 'schema', 'release', 'rss.xml', 'Feed.JSON', 'atom-xml', 'x', 'M', '-', '_', '.'],
];

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
  expect(headersFile({ urls, preview: true, archive: archiveOf({}) }, entries)).toContain('X-Robots-Tag: noindex');
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
