import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { release } from '../support/releases-folder.ts';
import { openDesk, told, type OpenedDesk } from './open-desk.ts';

const FIELDS = { title: 'First metal produced', code: 'XMX', date: '2020-07-30', draft: 'true' };
const DRAFT = { '2020/a.md': release({ draft: 'true', attachments: 'a.pdf' }), '2020/a.pdf': '%PDF-1.7' };

async function binned(desk: OpenedDesk): Promise<string> {
  return /data-restore="([^"]+)"/.exec((await desk.get('bin')).body)?.[1] ?? '';
}

function namesIn({ root }: OpenedDesk, below: string): string[] {
  return readdirSync(path.join(root, below)).toSorted();
}

test('a draft takes nothing into the bin but documents beside it, whatever its form names', async () => {
  const desk = await openDesk({ ...DRAFT, '2020/b.md': release({ title: 'Other' }), '2021/c.pdf': '%PDF-1.7' });
  writeFileSync(path.join(desk.root, '../outside.pdf'), '%PDF-1.7');
  const { digest } = told<{ digest: string }>(await desk.post('save/2020/a'));
  const names = [
    'a.pdf',
    'a.pdf',
    'b.md',
    '../archive.yml',
    '../2021/c.pdf',
    '../../outside.pdf',
    '/etc/hosts',
    '.',
    '..',
  ];
  const fields = { ...FIELDS, attachments: names.map((file) => ({ file })) };
  await desk.post('type/2020/a', { version: 0, base: digest, fields, body: 'Words.' });
  expect((await desk.post('bin/2020/a')).status).toBe(200);
  expect(namesIn(desk, '2020')).toEqual(['b.md']);
  expect(namesIn(desk, '').filter((name) => !name.startsWith('.'))).toEqual(['2020', '2021', 'archive.yml']);
  expect(namesIn(desk, '2021')).toEqual(['c.pdf']);
  expect(existsSync(path.join(desk.root, '../outside.pdf'))).toBe(true);
});

test('what was typed and not saved comes back from the bin with its draft', async () => {
  const desk = await openDesk(DRAFT);
  const { digest } = told<{ digest: string }>(await desk.post('save/2020/a'));
  await desk.post('type/2020/a', { version: 0, base: digest, fields: FIELDS, body: 'Typed and not saved.' });
  await desk.post('bin/2020/a');
  expect(told(await desk.post(`restore/${await binned(desk)}`))).toEqual({ key: '2020/a' });
  expect((await desk.get('review/2020/a')).body).toContain('Typed and not saved.');
  expect((await desk.post('save/2020/a')).status).toBe(200);
  expect(readFileSync(path.join(desk.root, '2020/a.md'), 'utf8')).toContain('Typed and not saved.');
});

test('what was typed of a draft whose file has gone goes to the bin and comes back', async () => {
  const desk = await openDesk(DRAFT);
  await desk.post('type/2020/a', { version: 0, fields: FIELDS, body: 'Typed and not saved.' });
  rmSync(path.join(desk.root, '2020/a.md'));
  expect((await desk.post('bin/2020/a')).status).toBe(200);
  const { key } = told<{ key: string }>(await desk.post(`restore/${await binned(desk)}`));
  expect((await desk.get(`review/${key}`)).body).toContain('Typed and not saved.');
});

test.each(['0', '1'])('the bin gives back what a desk was killed over, file %s still where it was', async (number) => {
  const desk = await openDesk(DRAFT);
  await desk.post('bin/2020/a');
  const name = await binned(desk);
  const file = number === '0' ? '2020/a.md' : '2020/a.pdf';
  renameSync(path.join(desk.root, '.desk/bin', name, number), path.join(desk.root, file));
  expect(told(await desk.post(`restore/${name}`))).toEqual({ key: '2020/a' });
  expect(namesIn(desk, '2020')).toEqual(['a.md', 'a.pdf']);
});

test('neither the way into the bin nor the way out of it leads over a link or out of the folder', async () => {
  const desk = await openDesk(DRAFT);
  const outside = path.join(desk.root, '../outside');
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'd.md'), DRAFT['2020/a.md']);
  symlinkSync(outside, path.join(desk.root, '2021'));
  await desk.post('type/2021/d', { version: 0, fields: FIELDS, body: '' });
  await desk.post('bin/2021/d');
  expect(readdirSync(outside)).toEqual(['d.md']);
  for (const files of [['../outside/e.md'], ['2021/e.md']]) {
    const folder = path.join(desk.root, '.desk/bin/1-00000000');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, '0'), 'Out.');
    writeFileSync(path.join(folder, 'list.json'), JSON.stringify({ title: 'Out', at: 1, files }));
    expect((await desk.post('restore/1-00000000')).status).toBe(500);
    expect(readdirSync(outside)).toEqual(['d.md']);
  }
});

test('changes of a published release that were given up come back from the bin as changes of it', async () => {
  const desk = await openDesk({ '2020/a.md': release() });
  const { digest } = told<{ digest: string }>(await desk.post('save/2020/a'));
  const { draft: _, ...fields } = FIELDS;
  await desk.post('type/2020/a', { version: 0, base: digest, fields, body: 'Typed and given up.' });
  expect((await desk.post('discard/2020/a')).status).toBe(200);
  expect((await desk.get('review/2020/a')).body).not.toContain('Typed and given up.');
  expect((await desk.get('bin')).body).toContain('Changes that were not saved');
  const name = await binned(desk);
  await desk.post('type/2020/a', { version: 0, base: digest, fields, body: 'Typed since.' });
  expect((await desk.post(`restore/${name}`)).status).toBe(409);
  await desk.post('discard/2020/a');
  expect(told(await desk.post(`restore/${name}`))).toEqual({ key: '2020/a' });
  expect((await desk.get('review/2020/a')).body).toContain('Typed and given up.');
  expect((await desk.post('save/2020/a')).status).toBe(200);
  expect(readFileSync(path.join(desk.root, '2020/a.md'), 'utf8')).toContain('Typed and given up.');
});
