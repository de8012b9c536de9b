import { expect, test } from 'vitest';
import { createUrls } from '../../../src/archive/urls.ts';
import { contentPolicy } from '../../../src/data/content-policy.ts';
import { redirects } from '../../../src/build/output/redirects.ts';
import { archiveOf } from '../../support/archive.ts';
import { parseHtml } from '../../support/html.ts';
import { parseRedirects, redirectFor } from '../../support/host-files.ts';

const urls = createUrls({ origin: 'https://archive.example', base: '/investors/' });

test('redirects() is empty for an archive without aliases', () => {
  const { pages, file, count } = redirects({ archive: archiveOf({ a: '' }), urls });
  expect({ pages: [...pages], file, count }).toEqual({ pages: [], file: undefined, count: 0 });
});

test.each([
  ['/news/x/', 'news/x/index.html'],
  ['/news/x', 'news/x/index.html'],
  ['/news/x.html', 'news/x.html'],
  ['/news/X.HTM', 'news/X.HTM'],
  ['/docs/2020.pdf', 'docs/2020.pdf/index.html'],
  ['/show.aspx', 'show.aspx/index.html'],
  ['/r%C3%A9sum%C3%A9/', 'résumé/index.html'],
  ['/a%20b%26c%23d/', 'a b&c#d/index.html'],
])('redirects() answers at %s by a page and by the host, below the base path', (alias, page) => {
  const { pages, file, count } = of(alias);
  expect([...pages.keys()]).toEqual([page]);
  expect(count).toBe(1);
  expect(redirectFor(parseRedirects(file ?? ''), `/investors${alias}`)).toEqual({
    to: '/investors/releases/2020/first/',
    status: 301,
  });
});

test.each([
  '/caf%E9/',
  '/what%3F/',
  '/ends./',
  '/10:30/',
  '/con/',
  `/${'long'.repeat(70)}/`,
  `/${'deep/'.repeat(400)}`,
])('redirects() leaves %s to the host, because no disk or no page can hold it', (alias) => {
  const { pages, count } = of(alias);
  expect({ pages: [...pages], count }).toEqual({ pages: [], count: 1 });
});

test('a page at an old address leads on, links and names the new address, escapes the headline and carries the policy', () => {
  const archive = archiveOf({ '2020/first': `title: 'A <b> & "c"'\naliases: /old/` });
  const html = redirects({ archive, urls }).pages.get('old/index.html') ?? '';
  const page = parseHtml(html);
  expect(page.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(
    '0; url=/investors/releases/2020/first/',
  );
  expect(page.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content')).toBe(contentPolicy);
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    'https://archive.example/investors/releases/2020/first/',
  );
  expect(page.querySelector('p a')?.getAttribute('href')).toBe('/investors/releases/2020/first/');
  expect(page.querySelector('p a')?.textContent).toBe('A <b> & "c"');
});

function of(alias: string): ReturnType<typeof redirects> {
  return redirects({ archive: archiveOf({ '2020/first': `aliases: ${JSON.stringify(alias)}` }), urls });
}
