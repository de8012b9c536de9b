import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFormBomb } from '../importers/make-pdf.ts';
import { makeDocx } from '../importers/word/make-docx.ts';
import { release } from '../support/releases-folder.ts';
import { ask, openDesk, told } from './open-desk.ts';

const DRAFT = { '2020/a.md': release({ draft: 'true', attachments: 'a.pdf' }), '2020/a.pdf': '%PDF-1.7 of a draft' };
const TYPED = { version: 0, fields: { title: 'First metal produced', draft: 'true' }, body: 'Mine.' };

test('the desk answers nobody without its token', async () => {
  const { address } = await openDesk(DRAFT);
  const { origin } = new URL(address);
  for (const below of [
    '/',
    '/review/2020/a',
    '/document/2020/a.pdf',
    '/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/',
    address.slice(origin.length, -3),
  ]) {
    const { status, body } = await ask(origin + below, 'GET', {});
    expect([below, status, body.includes('First metal')]).toEqual([below, 403, false]);
  }
});

test('the desk answers to its own name alone, so that no name of somebody else leads to it', async () => {
  const { get } = await openDesk(DRAFT);
  expect((await get('', { host: 'rebound.example' })).status).toBe(403);
  expect((await get('', { host: 'localhost.rebound.example:4322' })).status).toBe(403);
  expect((await get('')).status).toBe(200);
});

test('the desk does nothing for another site, nor for a request that does not say where it comes from', async () => {
  const { get, post, address, root } = await openDesk(DRAFT);
  for (const origin of ['https://evil.example', 'null', new URL(address).origin.replace(/\d+$/, '1')]) {
    expect((await post('type/2020/a', TYPED, { origin })).status).toBe(403);
    expect((await get('', { origin })).status).toBe(403);
  }
  expect((await ask(`${address}bin/2020/a`, 'POST', {}, '{}')).status).toBe(403);
  expect(readFileSync(path.join(root, '2020/a.md'), 'utf8')).toBe(DRAFT['2020/a.md']);
});

test.each([
  '../secret.pdf',
  '..%2fsecret.pdf',
  '2020/..%2f..%2fsecret.pdf',
  '%2e%2e/secret.pdf',
  '2020%5c..%5c..%5csecret.pdf',
  'secret.pdf%00.pdf',
  '//secret.pdf',
  '.desk/secret.pdf',
  '2020/_secret.pdf',
  '2020/a.md',
  'archive.yml',
])('the desk shows no file at document/%s', async (below) => {
  const { get, root } = await openDesk({ ...DRAFT, '.desk/secret.pdf': 'secret', '2020/_secret.pdf': 'secret' });
  writeFileSync(path.join(root, '../secret.pdf'), 'secret');
  const { status, body } = await get(`document/${below}`);
  expect([status, body.includes('secret')]).toEqual([404, false]);
});

test('the desk follows no link out of the releases folder, neither to read nor to write', async () => {
  const { get, post, root } = await openDesk(DRAFT);
  const outside = path.join(root, '../outside');
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'secret.pdf'), 'secret');
  symlinkSync(path.join(outside, 'secret.pdf'), path.join(root, '2020/link.pdf'));
  symlinkSync(outside, path.join(root, '2021'));
  expect((await get('document/2020/link.pdf')).status).toBe(404);
  expect((await get('document/2021/secret.pdf')).status).toBe(404);
  const fields = { title: 'Out', code: 'XMX', date: '2021-03-01', draft: 'true' };
  await post('type/new/0123abcd', { version: 0, fields, body: '' });
  expect((await post('save/new/0123abcd')).status).toBe(500);
  expect(() => readFileSync(path.join(outside, '2021-03-01-out.md'))).toThrow('ENOENT');
});

test.each(['type', 'save', 'publish', 'bin', 'discard'])(
  '%s takes no key that leads out of the folder',
  async (what) => {
    const { post, root } = await openDesk(DRAFT);
    writeFileSync(path.join(root, '../outside.md'), DRAFT['2020/a.md']);
    for (const key of ['../outside', '..%2foutside', '2020/..%2f..%2foutside']) {
      const { status } = await post(`${what}/${key}`, what === 'publish' ? { day: '2020-07-30', time: '' } : TYPED);
      expect(status).toBe(404);
    }
    expect(readFileSync(path.join(root, '../outside.md'), 'utf8')).toBe(DRAFT['2020/a.md']);
  },
);

test.each([
  '.git/config',
  '.desk/notes',
  '2020/_notes',
  'README',
  '2020/readme',
  '2020/a%0Ab',
  'con',
  '2020/two%20words',
])('nothing is typed at %s, which is no release', async (key) => {
  const { get, post, root } = await openDesk({ 'README.md': release({ draft: 'true' }) });
  expect((await post(`type/${key}`, TYPED)).status).toBe(404);
  expect((await post(`save/${key}`)).status).toBe(key === 'README' ? 200 : 404);
  expect((await get(`review/${key}`)).status).toBe(404);
  expect(readdirSync(root).toSorted()).toEqual(['.desk', 'README.md', 'archive.yml']);
  expect(existsSync(path.join(root, '.desk/typing'))).toBe(false);
});

test('an upload of 2 GB is refused by its length, before any of it is read', async () => {
  const { post } = await openDesk();
  const refused = await post('add?name=report.pdf', new Uint8Array(), { 'content-length': String(2 * 1024 ** 3) });
  expect([refused.status, told(refused)]).toEqual([413, { fault: 'The file has 2048 MB; the limit is 100 MB.' }]);
});

test('an upload that does not say its length is refused', async () => {
  const { address, post } = await openDesk();
  const { origin } = new URL(address);
  const refused = await ask(`${address}add?name=a.txt`, 'POST', {
    origin,
    'transfer-encoding': 'chunked',
    'content-length': '',
  }).catch(() => undefined);
  expect(refused?.status ?? 400).toBeGreaterThanOrEqual(400);
  expect((await post('add?name=b.txt', new TextEncoder().encode('Text'))).status).toBe(200);
});

test('a PDF that keeps its reader busy is left with a reason, and the next document is read', async () => {
  const { post } = await openDesk({}, 2);
  const text = 'First metal poured\n\n30 July 2020\n\nExample Minerals Limited (ASX: XMX) has poured metal.\n';
  const [bomb, next] = await Promise.all([
    post('add?name=bomb.pdf', makeFormBomb(40)),
    post('add?name=next.txt', new TextEncoder().encode(text)),
  ]);
  expect(told(bomb)).toEqual({
    fault:
      'It took more than 2 seconds to read and was left. Open it in a PDF reader, print it to a new PDF and import that.',
  });
  expect(told(next)).toMatchObject({ id: '2020/2020-07-30-first-metal-poured', isNew: true });
});

test('documents of others are shown without scripts, network and an origin', async () => {
  const { get, post } = await openDesk({ ...DRAFT, '2020/b.txt': '<script>alert(1)</script>' });
  const { headers } = await get('document/2020/b.txt');
  expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  const web = '<html><body><h1>First metal</h1><p>30 July 2020. ASX: XMX</p><script>alert(1)</script></body></html>';
  const { id } = told<{ id: string }>(await post('add?name=page.html', new TextEncoder().encode(web)));
  const shown = await get(`original/${id}`);
  expect(shown.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  expect(shown.headers['x-frame-options']).toBe('SAMEORIGIN');
});

test('a page of the desk lets nothing in from elsewhere', async () => {
  const { get } = await openDesk(DRAFT);
  const { headers } = await get('');
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect([headers['referrer-policy'], headers['cache-control']]).toEqual(['no-referrer', 'no-store']);
});

test('what a release says never becomes markup of the desk', async () => {
  const title = '<img src=x onerror=alert(1)>';
  const { get } = await openDesk({
    '2020/a.md': release({ draft: 'true', title: JSON.stringify(title) }, '</textarea><script>alert(1)</script>'),
  });
  for (const below of ['', 'review/2020/a']) expect((await get(below)).body).not.toMatch(/<img src=x|<script>alert/);
});

test('a Word file that unpacks to more than any document is left, whether it is imported, added or shown', async () => {
  const bomb = makeDocx('<w:p/>');
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
  // What the list of the files in it says of the size of the first.
  view.setUint32(Buffer.from(bomb).indexOf('PK\x01\x02', 0, 'latin1') + 24, 2 ** 31, true);
  const { post, get } = await openDesk(DRAFT);
  const fault = 'The file would unpack to more than 200 MB, more than any document; it was left.';
  expect(told(await post('add?name=bomb.docx', bomb))).toEqual({ fault });
  await post('attach/2020/a?name=bomb.docx', bomb);
  expect((await get('shown/2020/a-bomb.docx')).body).toContain(fault);
});
