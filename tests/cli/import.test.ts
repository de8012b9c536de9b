import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { importReleases } from '../../src/cli/import.ts';
import { parseRelease } from '../../src/release/parse.ts';
import { makePdf } from '../importers/make-pdf.ts';
import { pdfCases } from '../importers/pdf-cases.ts';
import { folderWith } from '../support/releases-folder.ts';
import { testContext } from './test-context.ts';

const text = 'First metal poured\n\n30 July 2020\n\nExample Minerals Limited (ASX: XMX) has poured metal.\n';

/** Runs the command in a folder, and gives what it left and printed. */
async function run(folder: string, ...args: string[]) {
  const world = testContext(folder);
  const exit = await importReleases(args, world);
  const files = existsSync(path.join(folder, 'releases'))
    ? readdirSync(path.join(folder, 'releases'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .toSorted()
    : [];
  return { exit, files, ...world.read() };
}

test('import writes a draft under the naming rule, its original beside it, and says what it guessed', async () => {
  const folder = folderWith({ 'note.txt': text });
  const { exit, files, out } = await run(folder, 'note.txt', '--type', 'Progress Report - Other');
  expect(exit).toBe(0);
  expect(files).toEqual(['2020-07-30-first-metal-poured.md', '2020-07-30-first-metal-poured.txt']);
  const file = readFileSync(path.join(folder, 'releases/2020/2020-07-30-first-metal-poured.md'), 'utf8');
  const { release, problems } = parseRelease('x.md', file);
  expect(problems).toEqual([]);
  expect(release).toMatchObject({
    types: ['progress-report-other'],
    draft: true,
    attachments: [{ file: '2020-07-30-first-metal-poured.txt' }],
  });
  expect(out).toContain('Wrote releases/2020/2020-07-30-first-metal-poured.md');
  expect(out).toContain('code: XMX  [guessed, from: ASX: XMX]');
  expect(out).toContain('Not found, left out: authorisedBy, contacts.');
});

test('import gives a PDF its page count and a second release of the name the number 2', async () => {
  const folder = folderWith({ 'note.txt': text });
  const plan = pdfCases['pdf-two-columns'];
  if (!plan) throw new Error('The case is gone.');
  writeFileSync(path.join(folder, 'metal.pdf'), makePdf(plan));
  await run(folder, 'note.txt', '--title', 'First metal poured at Example Creek', '--date', '2021-03-02');
  const { files, out } = await run(folder, 'metal.pdf');
  expect(files).toContain('2021-03-02-first-metal-poured-at-example-creek-2.pdf');
  expect(out).toContain('(2 pages, 100.0 % of the words)');
  const file = readFileSync(
    path.join(folder, 'releases/2021/2021-03-02-first-metal-poured-at-example-creek-2.md'),
    'utf8',
  );
  expect(parseRelease('x.md', file).release?.attachments).toEqual([
    { file: '2021-03-02-first-metal-poured-at-example-creek-2.pdf', pages: 2 },
  ]);
});

test('import walks folders, and one broken file does not stop the others', async () => {
  const folder = folderWith({
    'in/a.pdf': '%PDF-1.7 broken',
    'in/b/c.txt': text,
    'in/picture.png': 'x',
    'in/.hidden.txt': text,
  });
  const { exit, files, out } = await run(folder, 'in');
  expect(exit).toBe(1);
  expect(files).toHaveLength(2);
  expect(out).toContain('[1/2] a.pdf\n  Not imported: The PDF is broken and cannot be read.');
  expect(out).toContain('2 files: 1 written, 0 already there, 1 not imported.');
});

test('import of the same file a second time writes nothing', async () => {
  const folder = folderWith({ 'note.txt': text });
  await run(folder, 'note.txt');
  const { exit, files, out } = await run(folder, 'note.txt');
  expect(exit).toBe(0);
  expect(files).toHaveLength(2);
  expect(out).toContain('Already there: releases/2020/2020-07-30-first-metal-poured.md');
});

test('import knows the archive’s companies by their names', async () => {
  const settings = 'title: "Example archive"\ncompanies:\n  - code: XMX\n    name: "Example Minerals Limited"\n';
  const folder = folderWith({
    'releases/archive.yml': settings,
    'note.txt': text
      .replace(' (ASX: XMX)', '')
      .replace('First metal poured\n', 'First metal poured\n\nExample Minerals Limited\n'),
  });
  const { exit, out } = await run(folder, 'note.txt');
  expect(exit).toBe(0);
  expect(out).toContain('code: XMX  [guessed, from: Example Minerals Limited]');
});

const table =
  'headline,date,code,type,file\nFirst metal,30/07/2020,XMX,Trading Halt,1.txt\nSecond metal,31/07/2020,XMX,,gone.txt\nThird metal,44042,XMX,,1.txt\n';

test('import of a CSV shows first what it would write, then writes it, then goes on where it stopped', async () => {
  const folder = folderWith({ 'all.csv': table, '1.txt': text });
  const dry = await run(folder, 'all.csv', '--dry-run');
  expect({ exit: dry.exit, files: dry.files }).toEqual({ exit: 1, files: [] });
  expect(dry.out).toContain('1 would be written, 0 already there, 2 not imported.');

  const first = await run(folder, 'all.csv');
  expect(first.files).toEqual(['2020-07-30-first-metal.md', '2020-07-30-first-metal.txt']);
  expect(first.out).toContain('all.csv:3  gone.txt: There is no such file.');
  expect(first.out).toContain('all.csv:4  Not imported. "44042" is a spreadsheet\'s number for a day');

  writeFileSync(path.join(folder, 'gone.txt'), text);
  const second = await run(folder, 'all.csv');
  expect(second.out).toContain('[1/2] releases/2020/2020-07-30-first-metal.md  already there');
  expect(second.out).toContain('1 written, 1 already there, 1 not imported.');
});

test('import of a CSV follows no link and waits for no pipe, and goes on with the other rows', async () => {
  const folder = folderWith({
    'secret.txt': text,
    'in/1.txt': text,
    'in/docs/own.txt': text,
    'out/2.txt': text,
    'in/all.csv':
      'headline,date,code,type,file\nFirst metal,30/07/2020,XMX,,1.txt\nSecond metal,30/07/2020,XMX,,link.txt\n' +
      'Third metal,30/07/2020,XMX,,folder/2.txt\nFourth metal,30/07/2020,XMX,,docs\nFifth metal,30/07/2020,XMX,,pipe.txt\n',
  });
  const at = (name: string) => path.join(folder, name);
  symlinkSync(at('secret.txt'), at('in/link.txt'));
  symlinkSync(at('out'), at('in/folder'), 'junction');
  const pipes = spawnSync('mkfifo', [at('in/pipe.txt')]).status === 0;
  if (!pipes) mkdirSync(at('in/pipe.txt'));
  const { exit, out, files } = await run(folder, 'in/all.csv');
  expect(exit).toBe(1);
  expect(files).toEqual(['2020-07-30-first-metal.md', '2020-07-30-first-metal.txt']);
  const link =
    'It is a symbolic link or lies behind one, and may be a file of another folder; put the file itself beside the CSV.';
  for (const line of [
    ...[`all.csv:3  link.txt: ${link}`, `all.csv:4  folder/2.txt: ${link}`],
    ...['all.csv:5  docs: It is not a file.', 'all.csv:6  pipe.txt: It is not a file.'],
  ]) {
    expect(out).toContain(line);
  }
});

test.each([
  [[], 'Name the files to import.'],
  [['a.txt', '--code', 'xmx'], '--code: "xmx" is not an ASX code. Write the code in capitals: XMX.'],
  [
    ['a.txt', '--date', '2020-02-30'],
    '--date: "2020-02-30" is a day that does not exist. February 2020 has 29 days; write the day on which the release was announced.',
  ],
  [
    ['a.txt', '--type', 'trading-hold'],
    '--type: "trading-hold" is not an announcement type. Did you mean trading-halt?',
  ],
  [['a.csv', 'b.txt'], 'Give a CSV alone, without other files beside it.'],
])('import with %j is used in a wrong way, and says how', async (args, message) => {
  await expect(importReleases(args, testContext(folderWith({})))).rejects.toThrow(new UsageError(message));
});

test('import names a file that is not there, and imports the others', async () => {
  const folder = folderWith({ 'note.txt': text });
  mkdirSync(path.join(folder, 'empty'));
  const { exit, files, said } = await run(folder, 'gone.pdf', 'note.txt');
  expect({ exit, said, count: files.length }).toEqual({
    exit: 1,
    said: 'gone.pdf: there is no such file.\n',
    count: 2,
  });
  expect((await run(folder, 'empty')).said).toBe('The folder holds no PDF, web page, e-mail or text.\n');
});

test.each(['a.pdf', 'a.txt', 'a.docx', 'a.html', 'a'])('import takes no Git LFS pointer for %s', async (name) => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 4821377\n`;
  const folder = folderWith({ [name]: pointer });
  const { exit, files, out } = await run(folder, name, '--code', 'XMX', '--date', '2020-07-30', '--title', 'Metal');
  expect([exit, files]).toEqual([1, []]);
  expect(out).toContain(
    'Not imported: The file is a Git LFS pointer, not the file itself. Run git lfs pull; where a service builds the site, turn Git LFS on in its checkout.',
  );
});

test('import takes no text in which git has left both versions of a change', async () => {
  const folder = folderWith({ 'a.txt': `${text}<<<<<<< HEAD\r\n42 cents\r\n=======\r\n40 cents\r\n>>>>>>> by-jo\r\n` });
  const { exit, files, out } = await run(folder, 'a.txt');
  expect([exit, files]).toEqual([1, []]);
  expect(out).toContain('Not imported: Line 6: "<<<<<<< HEAD" is a merge conflict mark');
});

test('import takes an e-mail that quotes another seven deep', async () => {
  const folder = folderWith({ 'a.txt': `${text}\n>>>>>>> Is it gold?\n` });
  expect((await run(folder, 'a.txt')).exit).toBe(0);
});

test('import takes no table that is a Git LFS pointer, or in which git has left both versions of a change', async () => {
  const row = 'headline,date,code\n<<<<<<< HEAD\nMetal,2020-07-30,XMX\n=======\nMetal,2020-07-31,XMX\n>>>>>>> by-jo\n';
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 4821377\n`;
  for (const [content, said] of [
    [row, 'a.csv: Line 2: "<<<<<<< HEAD" is a merge conflict mark'],
    [pointer, 'a.csv: The file is a Git LFS pointer, not the file itself.'],
  ] as const) {
    const { exit, files, out } = await run(folderWith({ 'a.csv': content }), 'a.csv');
    expect([exit, files]).toEqual([1, []]);
    expect(out).toContain(said);
  }
});
