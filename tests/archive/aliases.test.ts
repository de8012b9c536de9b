import { expect, test } from 'vitest';
import { checkArchive } from '../../src/archive/check/check-archive.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { config } from '../../src/config.ts';
import { folderWith, NOW, release } from '../support/releases-folder.ts';

/** What is said of the aliases of the release `2020/a`, beside which there are `2020/b` and what the lock tells. */
function told(aliases: readonly string[], lock = '', files: Readonly<Record<string, string>> = {}): string[] {
  const folder = folderWith({
    'r/2020/a.md': release({ aliases: JSON.stringify(aliases) }),
    'r/2020/b.md': release(),
    ...files,
    ...(lock === '' ? {} : { 'r.lock': lock }),
  });
  return checkArchive(readReleases(`${folder}/r`, 'r'), NOW, config.advice)
    .filter(({ rule }) => rule.startsWith('alias-'))
    .map(({ message }) => message);
}

test.each([
  ['/404.html/y', 'lies below the file /404.html of this site, which is no folder'],
  ['/rss.xml/x/y', 'lies below the file /rss.xml of this site, which is no folder'],
  ['/SHA256SUMS/x', 'lies below the file /SHA256SUMS of this site, which is no folder'],
  ['/sha256sums.sig', 'would hide the file /SHA256SUMS.sig of this site'],
  ['/sitemap-2.xml', 'would hide the file /sitemap-2.xml of this site'],
  ['/r%6Fbots.txt/x', 'lies below the file /robots.txt of this site, which is no folder'],
  ['/INDEX.html', 'would hide the home page of this site'],
  ['/index.html/x', 'lies below an index.html, which is a page and no folder'],
  ['/index.html.gz', 'holds the name "index.html.gz", which is that of a compressed page'],
  ['/feed.json.br', 'would hide the file /feed.json.br of this site'],
  ['/icon.png', 'would hide the file /icon.png of this site'],
  ['/_headers/x', 'lies below the file /_headers of this site, which is no folder'],
  ['/.nojekyll', 'would hide the file /.nojekyll of this site'],
  ['/.well-known/acme', 'would hide the folder /.well-known/ of this site'],
  ['/pagefind/x', 'would hide the folder /pagefind/ of this site'],
  ['/%5Fastro/x', 'would hide the folder /_astro/ of this site'],
  ['/cards/site.png', 'would hide the folder /cards/ of this site'],
  ['/embed/', 'would hide the folder /embed/ of this site'],
  ['/Changes/2020/a/', 'would hide the folder /changes/ of this site'],
  ['/types/not-there-yet/rss.xml', 'would hide the folder /types/ of this site'],
  ['/.git/config', 'takes the name ".git", which hosts keep for themselves'],
  ['/CNAME', 'takes the name "CNAME", which hosts keep for themselves'],
  ['/cname/x', 'takes the name "CNAME", which hosts keep for themselves'],
  ['/404/', 'takes the name "404", which hosts keep for themselves'],
  ['/news/.git/x', 'holds the name ".git", and hosts leave out what begins with a dot'],
  ['/releases/', 'would hide a list of this site'],
  ['/releases/2031/', 'would hide a list of this site'],
  ['/releases/7/index.html', 'would hide a list of this site'],
  ['/releases/index.html/', 'lies below an index.html, which is a page and no folder'],
  ['/releases/2020/index.html/x', 'lies below an index.html, which is a page and no folder'],
  ['/releases/2020/3/atom.xml', 'would hide a list of this site'],
  ['/releases/2020/3/atom.xml/x', 'lies below the feed of a list of this site, which is no folder'],
  ['/releases/2020/b/', 'would hide the release "2020/b" of this site'],
  ['/releases/2020/B/x.pdf', 'would hide the release "2020/b" of this site'],
  ['/releases/2020/b.md', 'would hide the source of the release "2020/b" of this site'],
  ['/releases/2020/b.md/x', 'lies below the source of the release "2020/b" of this site, which is no folder'],
  ['/search.html', 'would hide the folder /search/ of this site'],
  ['/Archive.HTML', 'would hide the folder /archive/ of this site'],
  ['/releases.html', 'would hide a list of this site'],
  ['/releases/2020.html', 'would hide a list of this site'],
  ['/releases/2020/b.html', 'would hide the release "2020/b" of this site'],
  ['/releases/2020/b.html/', 'would hide the release "2020/b" of this site'],
  ['/releases/2020/b.md.html', 'would hide the source of the release "2020/b" of this site'],
  ['/atom.xml.html', 'would hide the file /atom.xml of this site'],
  ['/releases/2020/b.md.gz', 'would hide the source of the release "2020/b" of this site'],
])('check refuses the old address %s: it %s', (alias, sentence) => {
  expect(told([alias])).toEqual([`The old address "${alias}" ${sentence}.`]);
});

test.each([
  '/news/first-metal/',
  '/show.aspx',
  '/annual-report.pdf',
  '/searches.html',
  '/_literature_123/Report',
  '/releases/2019/old-name/',
  '/releases/2020/c.html',
  '/releases/news/rss.xml',
  '/caf%E9/',
  '/news/café/',
  '/新闻/公告.html',
  '/404-old/',
  '/data.csv',
])('check takes the old address %s', (alias) => {
  expect(told([alias])).toEqual([]);
});

test.each(['/news.php?id=3', '/?p=17', '/news/?a=b&c=d#e'])(
  'check refuses %s, because files answer no query',
  (alias) => {
    expect(told([alias])).toEqual([
      `"${alias}" has a query, and files are found by the path before it alone: it would lead every query of that page here.`,
    ]);
  },
);

test.each(['/a<b', '/what?', 'news/x'])('check refuses %j, which is no address', (alias) => {
  expect(told([alias])).toEqual([`"${alias}" is not an old address on this site.`]);
});

test.each(['/old page/', '/a\u00a0b/'])('check refuses %j, which holds a space', (alias) => {
  // A space that does not break a line looks like any other, and is shown by its number.
  const shown = alias.replaceAll('\u00a0', '\\u00a0');
  expect(told([alias])).toEqual([`"${shown}" holds a space, which an address has as %20.`]);
});

test('check refuses two spellings of one old address, plain and percent-encoded', () => {
  expect(told(['/news/café/', '/news/caf%C3%A9'])).toEqual([
    'The old address "/news/caf%C3%A9" is also given by "2020/a".',
  ]);
});

test('check refuses two spellings of one old address', () => {
  expect(told(['/q%26a/', '/Q&A'])).toEqual(['The old address "/Q&A" is also given by "2020/a".']);
});

test('check refuses an old address below another one that is a page', () => {
  expect(told(['/a.html', '/A.html/b'])).toEqual([
    'The old address "/a.html" is a page, and another alias lies below it as if it were a folder.',
  ]);
  expect(told(['/a.html/', '/a.html/b', '/c/', '/c/d/'])).toEqual([]);
});

test('check keeps the addresses of releases that were withdrawn or renamed, and lets a renamed one name its own', () => {
  const digest = '4d7a2146'.repeat(8);
  const entry = (id: string, renamedTo?: string): string => {
    const amendment = { date: '2026-11-23', reason: 'R.', was: { 'x.md': digest }, ...(renamedTo && { renamedTo }) };
    return `${JSON.stringify({ id, files: {}, amendments: [amendment] })}\n`;
  };
  const present = (id: string): string => `${JSON.stringify({ id, files: { 'x.md': digest }, amendments: [] })}\n`;
  const lock =
    entry('2020/gone') +
    entry('2020/old-a', '2020/a') +
    entry('2020/old-b', '2020/b') +
    present('2020/a') +
    present('2020/b');
  expect(told(['/releases/2020/gone/', '/releases/2020/old-a/', '/releases/2020/old-b/'], lock)).toEqual([
    'The old address "/releases/2020/gone/" would hide the release "2020/gone" of this site.',
    'The old address "/releases/2020/old-b/" would hide the release "2020/old-b" of this site.',
  ]);
});
