import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseHtml } from '../support/html.ts';
import { builtPage, builtSite } from '../support/site.ts';

const ID = '2023/2023-02-01-corrected';

test('a release tells previews its bare headline, its kind, address, beginning and picture, each in one element', async () => {
  const page = await builtPage(`/releases/${ID}/`);
  const headline = page.querySelector('h1[lang]')?.textContent;
  expect(properties(page)).toEqual({
    'og:site_name': 'Example Minerals announcements',
    'og:type': 'article',
    'og:title': headline,
    'og:url': `https://archive.example/releases/${ID}/`,
    'og:description': page.querySelector('meta[name=description]')?.getAttribute('content'),
    'og:image': 'https://archive.example/cards/xmx.png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'The name of the company',
    'article:published_time': '2023-02-01T09:03+11:00',
  });
});

test('a release tells reference managers headline, company, day and address', async () => {
  const page = await builtPage(`/releases/${ID}/`);
  const cited = [...page.querySelectorAll('meta[name^=citation_]')].map((meta) => [
    meta.getAttribute('name'),
    meta.getAttribute('content'),
  ]);
  expect(Object.fromEntries(cited)).toEqual({
    citation_title: page.querySelector('h1[lang]')?.textContent,
    citation_public_url: `https://archive.example/releases/${ID}/`,
    citation_author: 'Example Minerals Limited',
    citation_publication_date: '2023/02/01',
    citation_technical_report_institution: 'Example Minerals Limited',
    citation_technical_report_number: 'ASX:XMX',
    citation_language: 'en-AU',
  });
});

test('every page of the site names its kind, title, address and picture once, and no telephone number becomes a link', () => {
  const files = readdirSync(builtSite(), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html') && file !== 'embed/latest/index.html');
  const pages = files.map((file) => ({ file, page: parseHtml(readFileSync(join(builtSite(), file), 'utf8')) }));
  const own = pages.filter(({ page }) => page.querySelector('meta[http-equiv=refresh]') === null);
  expect(own.length).toBeGreaterThan(200);
  for (const { file, page } of own) {
    expect(page.querySelector('meta[name=format-detection]')?.getAttribute('content'), file).toBe('telephone=no');
    for (const name of ['og:type', 'og:title', 'og:url', 'og:image']) {
      const found = page.querySelectorAll(`meta[property="${name}"]`);
      expect([found.length, Boolean(found[0]?.getAttribute('content'))], `${file} ${name}`).toEqual([1, true]);
    }
  }
});

test('the home page offers its search to search engines, and /data/ is a Dataset with every file', async () => {
  expect(jsonLd(await builtPage('/'))).toMatchObject({
    '@type': 'WebSite',
    name: 'Example Minerals announcements',
    potentialAction: {
      '@type': 'SearchAction',
      target: { urlTemplate: 'https://archive.example/search/?q={search_term_string}' },
      'query-input': 'required name=search_term_string',
    },
  });
  const data = jsonLd(await builtPage('/data/')) as { distribution: { contentUrl: string; contentSize: string }[] };
  expect(data).toMatchObject({ '@type': 'Dataset', url: 'https://archive.example/data/', isAccessibleForFree: true });
  const files = readdirSync(join(builtSite(), 'data')).filter((file) => /^releases(-\d+)?\.(json|csv)$/.test(file));
  const named = data.distribution.map(({ contentUrl }) => contentUrl.replace('https://archive.example/data/', ''));
  expect(named.toSorted()).toEqual(files.toSorted());
  for (const { contentUrl, contentSize } of data.distribution) {
    const bytes = readFileSync(join(builtSite(), new URL(contentUrl).pathname)).length;
    expect([contentUrl, Number(contentSize)]).toEqual([contentUrl, bytes]);
  }
});

function properties(page: Document): Record<string, string | null> {
  const found = [...page.querySelectorAll('meta[property]')];
  return Object.fromEntries(found.map((meta) => [meta.getAttribute('property') ?? '', meta.getAttribute('content')]));
}

function jsonLd(page: Document): unknown {
  return JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? 'null');
}
