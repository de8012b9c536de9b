import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { serveFolder, type ServeOptions } from './serve.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  const files = {
    'index.html': 'home',
    '404.html': 'nothing here',
    'releases/index.html': 'releases',
    'pagefind/x.pf_index': 'index',
    'pagefind/x.wasm': 'wasm',
    _headers: '/*\n  X-Frame-Options: DENY\n/pagefind/*\n  Cache-Control: max-age=60\n  ! X-Frame-Options\n',
    _redirects: '# moved\n/old/:name /releases/:name/ 301\n/blog/* /releases/:splat 308\n',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('serveFolder() gives index.html for a folder and leads a folder without slash to it, query and all', async () => {
  const get = await serve({ base: '/archive/' });
  expect(await get('/archive/releases/')).toMatchObject({ status: 200, text: 'releases' });
  expect(await get('/archive/releases?q=1')).toMatchObject({ status: 308, location: '/archive/releases/?q=1' });
});

test('serveFolder() answers 404.html with status 404, also outside of its base path', async () => {
  const get = await serve({ base: '/archive/' });
  expect(await get('/archive/missing')).toMatchObject({ status: 404, text: 'nothing here' });
  expect(await get('/releases/')).toMatchObject({ status: 404, text: 'nothing here' });
});

test.each(['/../secret', '/%2e%2e/secret', '/..%2fsecret', '/%E0%A4%A', '/a%00b'])(
  'serveFolder() gives nothing for the path %s',
  async (path) => {
    await writeFile(join(folder, '..', 'secret'), 'secret');
    onTestFinished(() => rm(join(folder, '..', 'secret'), { force: true }));
    const get = await serve({});
    expect(await get(path)).toMatchObject({ status: 404, text: 'nothing here' });
  },
);

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/pagefind/x.wasm', 'application/wasm'],
  ['/pagefind/x.pf_index', 'application/octet-stream'],
])('serveFolder() names the content type of %s', async (path, type) => {
  const get = await serve({});
  expect(await get(path)).toMatchObject({ status: 200, type });
});

test('serveFolder() applies _headers and _redirects and hides them, where asked', async () => {
  const get = await serve({ hostFiles: 'Cloudflare Pages' });
  expect(await get('/')).toMatchObject({ frame: 'DENY', cache: undefined });
  expect(await get('/pagefind/x.wasm')).toMatchObject({ frame: undefined, cache: 'max-age=60' });
  expect(await get('/old/a')).toMatchObject({ status: 301, location: '/releases/a/' });
  expect(await get('/blog/a/b')).toMatchObject({ status: 308, location: '/releases/a/b' });
  expect(await get('/_headers')).toMatchObject({ status: 404 });
});

test('serveFolder() shows a file at an old address before it looks for a redirect, by the rules of Netlify', async () => {
  await mkdir(join(folder, 'old/a'), { recursive: true });
  await writeFile(join(folder, 'old/a/index.html'), 'moved');
  onTestFinished(() => rm(join(folder, 'old'), { recursive: true }));
  const headers = await readFile(join(folder, '_headers'), 'utf8');
  await writeFile(join(folder, '_headers'), headers.replace(/^.*! .*\n/m, ''));
  onTestFinished(() => writeFile(join(folder, '_headers'), headers));
  const get = await serve({ hostFiles: 'Netlify' });
  expect(await get('/old/a/')).toMatchObject({ status: 200, text: 'moved', frame: 'DENY' });
  expect(await get('/old/b/')).toMatchObject({ status: 404 });
  expect(await get('/old/b')).toMatchObject({ status: 301, location: '/releases/b/' });
});

test('serveFolder() treats _headers as any other file, where not asked', async () => {
  const get = await serve({});
  expect(await get('/_headers')).toMatchObject({ status: 200, frame: undefined });
});

test('serveFolder() tells what it served, with bytes', async () => {
  const server = await serveFolder(folder);
  onTestFinished(() => server.close());
  await (await fetch(server.url)).text();
  await (await fetch(`${server.url}missing`)).text();
  expect(server.served).toEqual([
    { path: '/', status: 200, bytes: 4 },
    { path: '/missing', status: 404, bytes: 12 },
  ]);
});

/** Serves the folder for one test; asks with node:http, because `fetch` tidies paths up before it sends them. */
async function serve(options: ServeOptions) {
  const server = await serveFolder(folder, options);
  onTestFinished(() => server.close());
  return (path: string) =>
    new Promise<object>((resolve, reject) => {
      request({ host: '127.0.0.1', port: new URL(server.url).port, path }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          const { headers, statusCode: status } = response;
          const [frame, cache] = [headers['x-frame-options'], headers['cache-control']];
          resolve({ status, text, type: headers['content-type'], location: headers.location, frame, cache });
        });
      })
        .once('error', reject)
        .end();
    });
}
