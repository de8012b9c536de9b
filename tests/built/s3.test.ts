import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { ROOT_FILES } from '../../src/archive/site-paths.ts';
import { codeBlock } from '../support/code-block.ts';
import { headersFor, parseHeaders } from '../support/host-files.ts';
import { builtSite } from '../support/site.ts';
import { pathsBelow } from '../support/tree.ts';

test('the function of docs/hosting.md for CloudFront finds the file of every address', async () => {
  const key = await cloudfrontKey();
  for (const file of pathsBelow(builtSite()).filter((name) => !HOST_FILES.test(name))) {
    expect(key(`/${file}`)).toBe(file);
    if (!file.endsWith('index.html') || file === 'index.html') continue;
    expect(key(`/${file.replace(/index\.html$/, '')}`)).toBe(file);
    expect(key(`/${file.replace(/\/index\.html$/, '')}`)).toBe(file);
  }
});

test.each([
  ['/docs/2020.pdf', 'docs/2020.pdf/index.html'],
  ['/show.aspx/old', 'show.aspx/old/index.html'],
  ['/news/item.php', 'news/item.php/index.html'],
  ['/investors/asx/2022-03-15.html', 'investors/asx/2022-03-15.html'],
  ['/OLD.HTM', 'OLD.HTM'],
  ['/page.php', 'page.php/index.html'],
  ['/Trading-Halt.pdf', 'Trading-Halt.pdf/index.html'],
  ['/wp-content/uploads/2024/10/Trading-Halt.pdf', 'wp-content/uploads/2024/10/Trading-Halt.pdf/index.html'],
  ['/news/r%C3%A9sum%C3%A9.xml', 'news/r%C3%A9sum%C3%A9.xml/index.html'],
  ['/cards/site.png', 'cards/site.png'],
  ['/feed.xml', 'feed.xml/index.html'],
  ['/report.txt', 'report.txt/index.html'],
  ['/photo.jpg', 'photo.jpg/index.html'],
  ['/old.json', 'old.json/index.html'],
  ['/releases/2024/appointment-of-md', 'releases/2024/appointment-of-md/index.html'],
  ['/releases/2024/placement-at-0.12', 'releases/2024/placement-at-0.12/index.html'],
])('the function of docs/hosting.md for CloudFront leads %s to the file %s', async (uri, file) => {
  expect((await cloudfrontKey())(uri)).toBe(file);
});

test('the function of docs/hosting.md for CloudFront knows every file that may stand at the root of a site', async () => {
  const key = await cloudfrontKey();
  for (const file of [...ROOT_FILES, 'sitemap-12.xml'].filter((name) => !HOST_FILES.test(name)))
    expect(key(`/${file}`)).toBe(file);
});

test('the function of docs/hosting.md for CloudFront leads to own files that are written into it', async () => {
  const key = await cloudfrontKey("['/annual.pdf', '/docs/own%20plan.pdf']");
  expect(key('/annual.pdf')).toBe('annual.pdf');
  expect(key('/docs/own%20plan.pdf')).toBe('docs/own%20plan.pdf');
  expect(key('/docs/other.pdf')).toBe('docs/other.pdf/index.html');
});

test('the upload to S3 in docs/hosting.md declares every file as _headers does, and keeps as long', async () => {
  const script = await codeBlock('docs/hosting.md', 'sh');
  const table = /<<'TYPES'\n([\s\S]*?)\nTYPES$/m.exec(script)?.[1] ?? '';
  const types = table.split('\n').map((line) => line.split(' ') as [pattern: string, type: string]);
  const rules = parseHeaders(await readFile(join(builtSite(), '_headers'), 'utf8'), 'Cloudflare Pages');
  const lasting = [
    ...script.matchAll(/^aws s3 sync dist\/(\S+) .*?(?:--include '(\S+)' )?--cache-control "\$KEEP"$/gm),
  ];
  expect(lasting.length).toBe(2);
  for (const file of pathsBelow(builtSite()).filter((name) => !HOST_FILES.test(name))) {
    const wanted = headersFor(rules, `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
    const declared = types.filter(([pattern]) => isLike(file, pattern)).map(([, type]) => `${type}; charset=utf-8`);
    if (wanted['content-type'] !== undefined) expect(declared, file).toEqual([wanted['content-type']]);
    else expect(declared, file).toEqual(/\.(md|csv|txt)$/.test(file) ? [expect.stringMatching(/^text\//)] : []);
    const isLasting = lasting.some(([, folder = '', name = '*']) => isLike(file, `${folder}/${name}`));
    expect(isLasting, file).toBe(wanted['cache-control']?.includes('immutable') ?? false);
  }
});

/** Whether a name fits a pattern of the AWS command line, in which `*` stands for anything. */
function isLike(name: string, pattern: string): boolean {
  return new RegExp(`^${pattern.replace(/[.+^$]/g, '\\$&').replaceAll('*', '.*')}$`).test(name);
}

/** The function's answer to an address; `own` are the own files that somebody has written into it. */
async function cloudfrontKey(own = '[]'): Promise<(uri: string) => string> {
  const block = await codeBlock('docs/hosting.md', 'js');
  expect(block).toContain('var own = [];');
  const source = block.replace('var own = [];', `var own = ${own};`);
  const handler = runInNewContext(`${source}\nhandler`) as (event: object) => { uri: string };
  return (uri) => handler({ request: { uri } }).uri.slice(1);
}

/** What hosts read themselves. */
const HOST_FILES = /^(_headers|_redirects.*|\.[^/]*|web\.config|(staticwebapp\.config|wrangler)\.json)$/;
