import { once } from 'node:events';
import { symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { createStaticServer, pathBelow } from '../../src/astro/static-server.ts';
import { folderWith } from '../support/releases-folder.ts';

/** Serves a folder, and asks for a path to the letter, which `fetch` would put right first. */
async function served(files: Readonly<Record<string, string>>, base = '/') {
  const above = folderWith({ 'secret.txt': 'secret', ...prefixed(files) });
  const folder = path.join(above, 'site');
  const server = createStaticServer({ folder, base }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a server that listens on a port has such an address
  const ask = async (asked: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path: asked,
      method,
      headers: { connection: 'close', ...headers },
    }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  };
  return { folder, ask };
}

function prefixed(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`site/${name}`, content]));
}

const SITE = { 'index.html': 'home', '404.html': 'not here', 'a b/index.html': 'page', SHA256SUMS: 'sums' };

test('a file without an ending, a page, a folder without its slash and what is not there', async () => {
  const { ask } = await served(SITE);
  expect(await ask('/')).toMatchObject({ status: 200, body: 'home' });
  expect(await ask('/SHA256SUMS')).toMatchObject({
    status: 200,
    body: 'sums',
    headers: { 'content-type': 'text/plain; charset=utf-8', 'content-length': '4', 'cache-control': 'no-store' },
  });
  expect(await ask('/a%20b/?q=1')).toMatchObject({ status: 200, body: 'page' });
  expect(await ask('/a%20b/index.html')).toMatchObject({ status: 200, body: 'page' });
  expect(await ask('/a%20b?q=1')).toMatchObject({ status: 301, headers: { location: '/a%20b/?q=1' } });
  expect(await ask('/no')).toMatchObject({
    status: 404,
    body: 'not here',
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
  expect(await ask('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '', headers: { 'content-length': '4' } });
  expect(await ask('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test('what is changed on the disk is served as it is now', async () => {
  const { ask, folder } = await served(SITE);
  await ask('/');
  writeFileSync(path.join(folder, 'index.html'), 'another home');
  expect((await ask('/')).body).toBe('another home');
});

test('below a path the site begins there, and nothing stands outside of it', async () => {
  const { ask } = await served(SITE, '/investors/archive/');
  expect(await ask('/investors/archive/')).toMatchObject({ status: 200, body: 'home' });
  expect(await ask('/investors/archive/a%20b')).toMatchObject({
    status: 301,
    headers: { location: '/investors/archive/a%20b/' },
  });
  expect(await ask('/investors/archive/no')).toMatchObject({ status: 404, body: 'not here' });
  for (const outside of ['/', '/SHA256SUMS', '/investors/', '/investors/archive', '/investors/archives/'])
    expect(await ask(outside), outside).toMatchObject({
      status: 404,
      body: 'There is nothing here; the site begins at /investors/archive/\n',
    });
});

const WAYS_OUT = [
  ...['/../secret.txt', '/a b/../../secret.txt', '/%2e%2e/secret.txt', '/.%2e/secret.txt', '/%2e%2e%2fsecret.txt'],
  ...[
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%2fetc/passwd',
    '//etc/passwd',
    '/a%20b//index.html',
  ],
  ...[
    '/./index.html',
    '/%2e/index.html',
    '/index.html%00.txt',
    '/%',
    '/%c0%ae%c0%ae/secret.txt',
    '/%252e%252e/secret.txt',
  ],
];

test('no way leads out of the folder', async () => {
  const { ask, folder } = await served(SITE);
  symlinkSync(path.join(folder, '../secret.txt'), path.join(folder, 'link.txt'));
  symlinkSync(path.join(folder, '..'), path.join(folder, 'up'), 'junction');
  for (const way of [...WAYS_OUT.filter((one) => !one.includes(' ')), '/link.txt', '/up/secret.txt', '/up', '/up/'])
    expect(await ask(way), way).toMatchObject({ status: 404, body: 'not here' });
});

test.each(WAYS_OUT.filter((way) => !way.includes('%25')))('pathBelow() refuses %s', (way) => {
  expect(pathBelow('/', way)).toBeUndefined();
});

test('pathBelow() decodes once and leaves the query away', () => {
  expect(pathBelow('/', '/a%20b/c%2520d?x=/../y')).toBe('a b/c%20d');
  expect(pathBelow('/base/', '/base/')).toBe('');
  expect(pathBelow('/base/', '/based/x')).toBeUndefined();
});

test('a name of somebody else that leads to this machine is told nothing', async () => {
  const { ask } = await served(SITE);
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:4321', 'x@y:z'])
    expect(await ask('/', { host }), host).toMatchObject({ status: 403 });
  for (const host of ['localhost:4321', 'LOCALHOST', 'demo.localhost', '127.0.0.1', '[::1]:80', '192.168.1.20:4321'])
    expect(await ask('/', { host }), host).toMatchObject({ status: 200 });
});
