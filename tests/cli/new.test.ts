import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { newRelease } from '../../src/cli/new.ts';
import { config } from '../../src/config.ts';
import { folderWith, release } from '../support/releases-folder.ts';
import { BACKSPACE, CTRL_C, ENTER, testContext, typist } from './test-context.ts';

async function makeNew(folder: string, ...args: string[]): Promise<{ exit: number; out: string; said: string }> {
  const world = testContext(folder);
  const exit = await newRelease(args, world, config.advice);
  return { exit, ...world.read() };
}

const GOLD = ['--title', 'Gold', '--code', 'XMX', '--date', '2020-07-30'];

test('new writes every flag as its field, and check passes what it wrote', async () => {
  const folder = folderWith({
    'releases/2020/2020-07-29-drilling.md': release({ date: '2020-07-29' }),
    'releases/2020/results.pdf': '%PDF-1.4\n%%EOF',
    'text.md': '\r\nFirst line.\r\n\r\nSecond.\r\n\r\n',
  });
  const { exit, out } = await makeNew(
    folder,
    ...['--title', 'Correction: "5 g/t"', '--code', 'XMX,XZX', '--date', '2020-07-30 09:15', '--type', 'Trading Halt'],
    ...['--typed-by', 'exchange', '--price-sensitive', '--summary', 'It was less.', '--authorised-by', 'the Board'],
    ...['--contact-name', 'A. Person', '--contact-email', 'a@example.com', '--source-url', 'https://example.com/a'],
    ...['--exchange-id', '02257543', '--attachment', 'results.pdf', '--corrects', '2020/2020-07-29-drilling'],
    ...['--kind', 'clarification', '--alias', '/news/5/', '--language', 'en-AU', '--draft', '--text', 'text.md'],
  );
  expect({ exit, out }).toEqual({ exit: 0, out: 'releases/2020/2020-07-30-correction-5-g-t.md\n' });
  expect(readFileSync(path.join(folder, out.trim()), 'utf8')).toBe(`---
title: "Correction: \\"5 g/t\\""
code:
  - XMX
  - XZX
date: 2020-07-30 09:15
types: trading-halt
typedBy: exchange
priceSensitive: true
summary: "It was less."
authorisedBy: "the Board"
contacts:
  - name: "A. Person"
    email: a@example.com
source:
  url: https://example.com/a
  exchangeId: "02257543"
attachments:
  - results.pdf
corrects:
  - release: 2020/2020-07-29-drilling
    kind: clarification
aliases: "/news/5/"
language: en-AU
draft: true
---

First line.

Second.
`);
  const world = testContext(folder);
  expect(check([], world, config.advice)).toBe(0);
  expect(world.read().out).toContain('2 releases (1 draft), no problems.');
});

test('new without a date takes the Sydney day of today', async () => {
  const folder = folderWith({ 'releases/a.md': release() });
  const { out } = await makeNew(folder, '--title', 'Gold', '--code', 'XMX');
  expect(out).toBe('releases/2026/2026-11-23-gold.md\n');
});

test('new never overwrites a file: -2, -3 and so on follow, letter case aside', async () => {
  const folder = folderWith({
    'releases/2020/2020-07-30-GOLD.md': release(),
    'releases/a.md': release({ aliases: '/releases/2020/2020-07-30-gold-2/' }),
  });
  expect((await makeNew(folder, ...GOLD)).out).toBe('releases/2020/2020-07-30-gold-3.md\n');
  expect((await makeNew(folder, ...GOLD)).out).toBe('releases/2020/2020-07-30-gold-4.md\n');
});

test('new leaves a file alone that is no release for check', async () => {
  const folder = folderWith({ 'releases/2020/2020-07-30-gold.md/x.txt': 'a folder of this name' });
  expect((await makeNew(folder, ...GOLD)).out).toBe('releases/2020/2020-07-30-gold-2.md\n');
});

test('new writes nothing that check would refuse, and names each fault by its flag', async () => {
  const folder = folderWith({ 'releases/a.md': release() });
  const { exit, out, said } = await makeNew(
    folder,
    ...['--title', 'Gold', '--code', 'XMX', '--date', '2027-07-30', '--authorised-by', 'the Board'],
    ...['--corrects', 'b', '--attachment', 'gold.pdf'],
  );
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(said)
    .toBe(`--date: The release is dated 30 July 2027, which is still to come. Correct the date, or mark the release as draft: true until it is announced.
--attachment: There is no file "gold.pdf" beside the release. Put the file beside the release, or take the line out.
--corrects: There is no release "b" in the archive. Did you mean a?
Nothing was written, because check would refuse the release.
`);
  expect(readdirSync(path.join(folder, 'releases'))).toEqual(['a.md']);
});

test('new refuses an old address that check would refuse', async () => {
  const folder = folderWith({ 'releases/a.md': release({ aliases: '/news/a/' }) });
  const { exit, said } = await makeNew(
    folder,
    ...['--title', 'Gold', '--code', 'XMX', '--date', '2020-07-30', '--alias', '/all*/', '--alias', '/releases/a/'],
    ...['--alias', '/News/A', '--alias', '/news/gold/'],
  );
  expect({ exit, lines: said.split('\n').map((line) => line.split('. ')[0]) }).toEqual({
    exit: 1,
    lines: [
      '--alias: Hosts take the old address "/all*/" for a pattern, because of its * or of a colon before a letter',
      '--alias: The old address "/releases/a/" would hide the release "a" of this site',
      '--alias: The old address "/News/A" is also given by "a"',
      'Nothing was written, because check would refuse the release.',
      '',
    ],
  });
});

test('new names every wrong flag at once and writes nothing', async () => {
  const folder = folderWith({ 'releases/a.md': release() });
  await expect(
    makeNew(folder, ...['--title', 'Gold', '--code', 'x-m', '--date', '7/30/2020', '--contact-email', 'nobody']),
  ).rejects.toThrow(
    '--code: "x-m" is not an ASX code. Write three to six capitals and digits, for example BHP or 360.\n' +
      '--contact-email: "nobody" is not an e-mail address. Write it with an @ and without spaces, for example investors@example.com.\n' +
      '--date: "7/30/2020" is not a date in the form that the archive reads. Write year, month and day with hyphens: 2020-07-30, or with the Sydney time 2020-07-30 09:15.',
  );
  expect(existsSync(path.join(folder, 'releases/2020'))).toBe(false);
});

test('new says that the text is still empty, and gives advice as a warning', async () => {
  const folder = folderWith({ 'releases/a.md': release() });
  const { exit, said } = await makeNew(folder, '--title', 'Gold', '--code', 'XMX');
  expect(exit).toBe(0);
  expect(said)
    .toBe(`--authorised-by: warning: The release does not say who authorised it, as Listing Rule 15.5 asks. Write a line authorisedBy: with the person, committee or board, as the announcement names them.
Its text is still empty: write it below the second line of ---.
`);
});

test.each([
  [['Gold'], '"Gold" stands alone; every value comes after its flag, as in --title "…".'],
  [['--titel', 'Gold'], 'There is no --titel. Did you mean --title?'],
  [['--draft=no'], '--draft takes no value.'],
  [[...GOLD, '--text', 'no.md'], 'The text cannot be read from "no.md" (ENOENT).'],
  [[...GOLD, '--text', 'latin.md'], 'The text cannot be read from "latin.md" (it is not saved as UTF-8).'],
  [
    [...GOLD, '--text', 'merge.md'],
    '"merge.md": "<<<<<<< HEAD" is a merge conflict mark: git left both versions of the text here, and nobody has chosen yet. Keep the text that is right and delete the marks; put a space before a line that is meant as text.',
  ],
  [
    [...GOLD, '--text', 'pointer.md'],
    '"pointer.md": The file is a Git LFS pointer, not the file itself. Run git lfs pull; where a service builds the site, turn Git LFS on in its checkout.',
  ],
])('new %j is refused with one sentence', async (args, sentence) => {
  const folder = folderWith({
    'releases/a.md': release(),
    'merge.md': 'One.\n<<<<<<< HEAD\n',
    'pointer.md': `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 4821377\n`,
  });
  writeFileSync(path.join(folder, 'latin.md'), Buffer.from([0x47, 0xf6, 0x6c, 0x64]));
  await expect(makeNew(folder, ...args)).rejects.toThrow(sentence);
});

test('new asks for what is not given, writes it and opens it in the editor of the person', async () => {
  const folder = folderWith({ 'releases/a.md': release(), 'editor.mjs': EDITOR });
  const keys = [
    ['ASX code', ENTER],
    ['Types', ENTER],
    ['price sensitive', ENTER],
    ['Who authorised', ENTER],
    ['Keep it as a draft', 'n'],
    ['The document as lodged', ENTER],
  ] as const;
  const world = {
    ...testContext(folder, { EDITOR: `${process.execPath} ${folder}/editor.mjs` }),
    terminal: typist(keys),
  };
  expect(await newRelease(['--title', 'Gold', '--date', '2020-07-30'], world, config.advice)).toBe(0);
  expect(world.read().out).toBe('releases/2020/2020-07-30-gold.md\n');
  expect(readFileSync(path.join(folder, 'releases/2020/2020-07-30-gold.md'), 'utf8')).toBe(
    '---\ntitle: Gold\ncode: XMX\ndate: 2020-07-30\n---\nFilled in.\n',
  );
});

const EDITOR = `import { appendFileSync } from 'node:fs'; appendFileSync(process.argv[2], 'Filled in.\\n');`;

test('new asks for the document, and copies it beside the release', async () => {
  const folder = folderWith({ 'releases/a.md': release(), 'My files/Half year.PDF': '%PDF-1.4', 'x.html': '' });
  const keys = [
    ['ASX code', ENTER],
    ['Keep it as a draft', 'n'],
    ['The document as lodged', 'x.html', ENTER],
    ['does not publish', ...Array.from({ length: 6 }, () => BACKSPACE), "'My files/Half year.PDF'", ENTER],
  ] as const;
  const world = { ...testContext(folder), terminal: typist(keys) };
  const given = ['--title', 'Gold', '--date', '30 July 2020', '--type', 'placement', '--no-price-sensitive'];
  expect(await newRelease([...given, '--authorised-by', 'the Board'], world, config.advice)).toBe(0);
  expect(world.terminal.left()).toEqual([]);
  expect(readFileSync(path.join(folder, 'releases/2020/2020-07-30-gold.pdf'), 'utf8')).toBe('%PDF-1.4');
  expect(readFileSync(path.join(folder, 'releases/2020/2020-07-30-gold.md'), 'utf8')).toContain(
    'attachments:\n  - file: 2020-07-30-gold.pdf\n    title: "Announcement as lodged"\n',
  );
  expect(check([], testContext(folder), config.advice)).toBe(0);
});

test('new takes the document by a flag, and the code of the only company', async () => {
  const settings = 'companies:\n  - code: XMX\n    name: "Example Minerals Limited"\n';
  const folder = folderWith({ 'releases/archive.yml': settings, 'a.pdf': '%PDF-1.4' });
  const { exit, out } = await makeNew(folder, '--title', 'Gold', '--date', '30/7/2020', '--document', 'a.pdf');
  expect({ exit, out }).toEqual({ exit: 0, out: 'releases/2020/2020-07-30-gold.md\n' });
  expect(readdirSync(path.join(folder, 'releases/2020'))).toEqual(['2020-07-30-gold.md', '2020-07-30-gold.pdf']);
  await expect(makeNew(folder, ...GOLD, '--document', 'gone.pdf')).rejects.toThrow(
    '--document: There is no file "gone.pdf".',
  );
});

test('new writes nothing when Ctrl-C is pressed, and says so', async () => {
  const folder = folderWith({ 'releases/a.md': release() });
  const world = { ...testContext(folder), terminal: typist([['ASX code', CTRL_C]]) };
  expect(await newRelease(['--title', 'Gold', '--date', '2020-07-30'], world, config.advice)).toBe(1);
  expect(world.read()).toEqual({ out: '', said: 'Nothing was written.\n' });
  expect(readdirSync(path.join(folder, 'releases'))).toEqual(['a.md']);
});
