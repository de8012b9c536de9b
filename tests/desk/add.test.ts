import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockedPdf } from '../importers/locked-pdf.ts';
import { lines, makePdf } from '../importers/make-pdf.ts';
import { openDesk, told, type OpenedDesk } from './open-desk.ts';

const HEAD = ['Example Minerals Limited (ASX: XMX)', 'First tin at Sample Creek', '3 August 2020'];
const PDF = makePdf({ pages: [lines([...HEAD, '', 'The plant has made its first tin.'], { x: 60, y: 60 })] });

const add = (desk: OpenedDesk, name: string, bytes: Uint8Array) =>
  desk.post(`add?name=${encodeURIComponent(name)}`, bytes);

/** The endings of the files that are beside each other in the year 2020, without reports. */
const endings = ({ root }: OpenedDesk): string[] =>
  readdirSync(path.join(root, '2020'))
    .filter((name) => !name.startsWith('_'))
    .map((name) => path.extname(name))
    .toSorted();

test.each(['back\\slash.pdf', '..', '100% #1 “a”?&b=c+d 🚀.pdf', `${'x'.repeat(250)}.pdf`])(
  'a document named %s is added',
  async (name) => {
    const desk = await openDesk();
    expect(told(await add(desk, name, PDF))).toMatchObject({ isNew: true });
    expect(endings(desk)).toEqual(['.md', '.pdf']);
  },
);

test.each(['announcement', 'announcement.docx', 'announcement.pdf.download'])(
  'a PDF whose file is named %s lies beside its release as a PDF, and is known when it comes again',
  async (name) => {
    const desk = await openDesk();
    const { id } = told<{ id: string }>(await add(desk, name, PDF));
    expect(endings(desk)).toEqual(['.md', '.pdf']);
    expect(readFileSync(path.join(desk.root, `${id}.md`), 'utf8')).toContain(`${path.posix.basename(id)}.pdf`);
    expect(told(await add(desk, 'other name', PDF))).toMatchObject({ id, isNew: false });
  },
);

test.each([
  [
    'a locked PDF',
    'a.pdf',
    lockedPdf('metal'),
    'Save a copy without it in the program that opens the PDF, and add that.',
  ],
  ['a picture', 'a.png', new Uint8Array([0x89]), 'begin with an empty one, and choose “Add a document” there.'],
  ['a spreadsheet', 'a.csv', new TextEncoder().encode('a,b'), 'and choose “Add a document” there.'],
  [
    'a song',
    'a.mp3',
    new Uint8Array([1]),
    'Only PDF files, Word files (.docx), saved web pages, e-mails and plain text are imported.',
  ],
])('of %s the desk says what to do there, not in a terminal', async (_, name, bytes, words) => {
  const { fault } = told<{ fault: string }>(await add(await openDesk(), name, bytes));
  expect(fault.endsWith(words)).toBe(true);
  expect(fault).not.toContain('--');
});

const MAIL = new TextEncoder().encode(
  `From: Kim Marsh <kim@example.com>\r\nSubject: ${HEAD[1]}\r\nDate: Mon, 3 Aug 2020 09:15:00 +1000\r\n\r\n${HEAD[0]} has made its first tin.\r\n`,
);

test('an e-mail stands beside its release also when that was published under another day', async () => {
  const desk = await openDesk();
  const { id } = told<{ id: string }>(await add(desk, 'mail.eml', MAIL));
  const published = told<{ id: string }>(await desk.post(`publish/${id}`, { day: '2020-08-04', time: '' }));
  expect(published.id).not.toBe(id);
  expect((await desk.get(`review/${published.id}`)).body).toContain('Document: mail.eml');
  expect((await desk.get(`original/${published.id}`)).body).toContain('Kim Marsh');
  expect((await desk.get(`original/${id}`)).status).toBe(404);
});

test('a draft shows nothing of another one that had its name before', async () => {
  const desk = await openDesk();
  const { id } = told<{ id: string }>(await add(desk, 'mail.eml', MAIL));
  await desk.post(`bin/${id}`);
  const name = /data-restore="([^"]+)"/.exec((await desk.get('bin')).body)?.[1] ?? '';
  const text = new TextEncoder().encode(`${HEAD[1]}\n\n3 August 2020\n\n${HEAD[0]} has made its first tin.\n`);
  expect(told(await add(desk, 'tin.txt', text))).toMatchObject({ id, isNew: true });
  expect((await desk.get(`original/${id}`)).status).toBe(404);
  await desk.post(`bin/${id}`);
  expect(told(await desk.post(`restore/${name}`))).toEqual({ key: id });
  expect((await desk.get(`original/${id}`)).body).toContain('Kim Marsh');
});
