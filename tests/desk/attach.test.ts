import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockedPdf } from '../importers/locked-pdf.ts';
import { release } from '../support/releases-folder.ts';
import { openDesk, told, type OpenedDesk } from './open-desk.ts';

const DRAFT = release({ draft: 'true', attachments: 'a.pdf' });
const FILES = { '2020/a.md': DRAFT, '2020/a.pdf': '%PDF-1.7\n%%EOF' };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const attach = (desk: OpenedDesk, key: string, name: string, content: string | Uint8Array = 'Text') =>
  desk.post(`attach/${key}?name=${encodeURIComponent(name)}`, typeof content === 'string' ? bytesOf(content) : content);
const namesIn = (desk: OpenedDesk) => readdirSync(path.join(desk.root, '2020')).filter((name) => !name.startsWith('.'));
const text = (desk: OpenedDesk) => readFileSync(path.join(desk.root, '2020/a.md'), 'utf8');

test('a document is put beside a release and named in it when it is saved, and nothing is overwritten', async () => {
  const desk = await openDesk({ ...FILES, '2020/a-annual-report-2020.txt': 'Another' });
  expect(told(await attach(desk, '2020/a', 'C:\\Documents\\Annual_report 2020.txt'))).toEqual({ key: '2020/a' });
  expect(text(desk)).toBe(DRAFT);
  await desk.post('save/2020/a');
  expect(text(desk)).toContain(
    'attachments:\n  - a.pdf\n  - file: a-annual-report-2020-2.txt\n    title: "Annual report 2020"\n',
  );
  expect(readFileSync(path.join(desk.root, '2020/a-annual-report-2020.txt'), 'utf8')).toBe('Another');
});

test('a PDF without an ending is put beside a release as a PDF', async () => {
  const desk = await openDesk(FILES);
  expect((await attach(desk, '2020/a', 'presentation', '%PDF-1.7')).status).toBe(200);
  expect(namesIn(desk)).toContain('a-presentation.pdf');
});

test('a release that was begun empty is saved when its first document comes, under the name of the release', async () => {
  const desk = await openDesk();
  const none = await attach(desk, 'new/0123abcd', 'report.txt');
  expect([none.status, told(none)]).toEqual([
    422,
    { fault: 'Write the headline first: the document is filed under it.' },
  ]);
  const fields = { title: 'First metal', date: '2020-07-30', draft: 'true' };
  await desk.post('type/new/0123abcd', { version: 0, fields, body: '' });
  expect(told(await attach(desk, 'new/0123abcd', 'report.txt'))).toEqual({ key: '2020/2020-07-30-first-metal' });
  expect(namesIn(desk)).toEqual(['2020-07-30-first-metal.md', '2020-07-30-first-metal.txt']);
});

test.each([
  [
    'page.html',
    'Text',
    '“page.html” is of a kind that is not published. PDF, Word, Excel, PowerPoint, pictures, CSV, text and zip files are.',
  ],
  [
    'picture.svg',
    'Text',
    '“picture.svg” is of a kind that is not published. PDF, Word, Excel, PowerPoint, pictures, CSV, text and zip files are.',
  ],
  ['report.pdf', '', '“report.pdf” is empty.'],
])('%s (%j) is refused with a reason', async (name, content, fault) => {
  const desk = await openDesk(FILES);
  expect(told(await attach(desk, '2020/a', name, content))).toEqual({ fault });
  expect(namesIn(desk)).toEqual(['a.md', 'a.pdf']);
});

test('a PDF that is locked with a password is refused in the words of the first page', async () => {
  const desk = await openDesk(FILES);
  expect(told(await attach(desk, '2020/a', 'report.pdf', lockedPdf('metal')))).toEqual({
    fault: 'The PDF is locked with a password. Save a copy without it in the program that opens the PDF, and add that.',
  });
  expect((await attach(desk, '2020/a', 'open.pdf', lockedPdf(''))).status).toBe(200);
  expect(namesIn(desk)).toEqual(['a-open.pdf', 'a.md', 'a.pdf']);
});

test('a document that the release has already is named, and not put beside it again', async () => {
  const desk = await openDesk(FILES);
  expect(told(await attach(desk, '2020/a', 'other name.pdf', FILES['2020/a.pdf']))).toEqual({
    fault: 'The release has “other name.pdf” already, as a.pdf.',
  });
  await attach(desk, '2020/a', 'report.txt');
  expect(told(await attach(desk, '2020/a', 'report.txt'))).toEqual({
    fault: 'The release has “report.txt” already, as a-report.txt.',
  });
  expect((await attach(desk, '2020/a', 'report.txt', 'Other text')).status).toBe(200);
  expect(namesIn(desk)).toEqual(['a-report-2.txt', 'a-report.txt', 'a.md', 'a.pdf']);
});

test.each(['../outside', '2020/..%2f..%2foutside', '2020/gone'])('no document is put beside %s', async (key) => {
  const desk = await openDesk(FILES);
  writeFileSync(path.join(desk.root, '../outside.md'), DRAFT);
  expect((await attach(desk, key, 'report.pdf')).status).toBe(404);
  expect(existsSync(path.join(desk.root, '../outside.pdf'))).toBe(false);
});

test('a document that is taken out of a release goes to the bin when it is saved, and comes back with its release', async () => {
  const desk = await openDesk(FILES);
  const { digest } = told<{ digest: string }>(await desk.post('save/2020/a'));
  const fields = { title: 'First metal produced', code: 'XMX', date: '2020-07-30', draft: 'true' };
  await desk.post('type/2020/a', { version: 0, base: digest, fields, body: 'Words.' });
  expect(namesIn(desk)).toEqual(['a.md', 'a.pdf']);
  await desk.post('save/2020/a');
  expect(namesIn(desk)).toEqual(['a.md']);
  const name = /data-restore="([^"]+)"/.exec((await desk.get('bin')).body)?.[1] ?? '';
  expect(told(await desk.post(`restore/${name}`))).toEqual({ key: '2020/a' });
  await desk.post('save/2020/a');
  expect(namesIn(desk)).toEqual(['a.md', 'a.pdf']);
  expect(text(desk)).toContain('attachments:\n  - a.pdf\n');
});

test('a document that another release names stays where it is', async () => {
  const desk = await openDesk({ ...FILES, '2020/b.md': release({ attachments: 'a.pdf', title: 'Other' }) });
  const { digest } = told<{ digest: string }>(await desk.post('save/2020/a'));
  const fields = { title: 'First metal produced', code: 'XMX', date: '2020-07-30', draft: 'true' };
  await desk.post('type/2020/a', { version: 0, base: digest, fields, body: 'Words.' });
  await desk.post('save/2020/a');
  expect(namesIn(desk)).toEqual(['a.md', 'a.pdf', 'b.md']);
});
