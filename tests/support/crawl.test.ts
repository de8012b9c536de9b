import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { crawl } from './crawl.ts';
import { serveFolder } from './serve.ts';

test('crawl() finds what pages, styles, feeds and data name, whole addresses too, and nothing else', async () => {
  const { found, faults } = await crawlOf({
    'index.html':
      '<link rel=stylesheet href=/x/s.css><a href=a/#p>a</a><a href=https://else.example/>b</a><a href="mailto:a@b.c">c</a>',
    's.css': '@font-face{src:url("f.woff2")}',
    'f.woff2': '',
    'a/index.html': '<p id=p><link rel=alternate href=https://site.example/x/rss.xml>',
    'rss.xml': '<rss><link>https://site.example/x/b/</link>&lt;img src="https://site.example/x/p.png"></rss>',
    'b/index.html': '<form action="/x/c/?q=1"></form>',
    'c/index.html': '<meta http-equiv=refresh content="0; url=/x/d/">',
    'd/index.html': '<script type="application/ld+json">{"url":"https://site.example/x/e.json"}</script>',
    'e.json': '{"next":"https://site.example/x/"}',
    'p.png': '',
    'unlinked/index.html': '',
  });
  expect(faults).toEqual([]);
  expect(found).toEqual(['', 'a/', 'b/', 'c/', 'd/', 'e.json', 'f.woff2', 'p.png', 'rss.xml', 's.css']);
});

test('crawl() names dead links, links that the host corrects, other base paths and missing places', async () => {
  const { faults } = await crawlOf({
    'index.html':
      '<a href="gone/">1</a><a href="a">2</a><a href="/a/">3</a><a href="a/#q">4</a><img src=""><p data-index="/pagefind/" data-lists="/x/lists/"><a href="feed.json">5</a>',
    'a/index.html': '<p id=p>',
    'feed.json': '{"html":"<a href=\\"/x/a/\\">a</a> https://site.example/y/"}',
  });
  expect(faults).toEqual([
    '/ gives its script /pagefind/, which is out of the base path',
    '/ has an empty address',
    '/ leads out of the base path, to /a/',
    '/ leads to #q on /x/a/, where there is no such place',
    '/ leads to /a, which answers 308',
    '/ leads to /gone/, which answers 404',
    '/feed.json holds an address that is not whole: href=\\"/x/a/',
    '/feed.json leads out of the base path, to /y/',
  ]);
});

async function crawlOf(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'crawl-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const server = await serveFolder(folder, { base: '/x/' });
  onTestFinished(() => server.close());
  return crawl({ url: server.url, published: 'https://site.example/x/' }, []);
}
