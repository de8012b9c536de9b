import { spawnSync } from 'node:child_process';
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
import { UsageError } from '../../src/build/failure.ts';
import { importReleases } from '../../src/cli/import.ts';
import { parseRelease } from '../../src/release/parse.ts';
import { makePdf } from '../importers/make-pdf.ts';
import { lockedPdf } from '../importers/locked-pdf.ts';
import { pdfCases } from '../importers/pdf-cases.ts';
import { folderWith } from '../support/releases-folder.ts';
import { ENTER, testContext, typist } from './test-context.ts';

const XMX = 'companies:\n  - code: XMX\n    name: Example Minerals Limited\n';

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
  await run(folder, 'note.txt', '--title', 'First metal poured at Example Creek', '--date', '2 March 2021');
  const { files, out } = await run(folder, 'metal.pdf');
  expect(files).toContain('2021-03-02-first-metal-poured-at-example-creek-2.pdf');
  expect(out).toContain('(2 pages, 88.7 % of the words, 11.3 % left out as repeated heads and feet)');
  const report = 'releases/2021/_2021-03-02-first-metal-poured-at-example-creek-2.import.txt';
  expect(out).toContain(`Report: ${report}`);
  expect(readFileSync(path.join(folder, report), 'utf8')).toContain(
    'Left out on purpose\n- page 1: asx announcement\n',
  );
  const file = readFileSync(
    path.join(folder, 'releases/2021/2021-03-02-first-metal-poured-at-example-creek-2.md'),
    'utf8',
  );
  expect(parseRelease('x.md', file).release?.attachments).toEqual([
    { file: '2021-03-02-first-metal-poured-at-example-creek-2.pdf', title: 'Announcement as lodged', pages: 2 },
  ]);
});

test('import leaves out a date and a code that nothing states, and asks for both once at its end', async () => {
  const plain = 'metal poured\n\nThe plant poured metal.\n';
  const folder = folderWith({ 'a.txt': `First ${plain}`, 'b.txt': `Second ${plain}` });
  const { exit, files, out } = await run(folder, 'a.txt', 'b.txt');
  expect(exit).toBe(0);
  expect(files).toEqual([
    'first-metal-poured.md',
    'first-metal-poured.txt',
    'second-metal-poured.md',
    'second-metal-poured.txt',
  ]);
  expect(readFileSync(path.join(folder, 'releases/undated/first-metal-poured.md'), 'utf8')).toBe(`---
title: "First metal poured"
attachments:
  - file: first-metal-poured.txt
    title: "Announcement as lodged"
review:
  - field: title
    value: "First metal poured"
    evidence: "the first line"
    confidence: likely
draft: true
---

The plant poured metal.
`);
  expect(out).toContain('Not found, left out: code, date, types, authorisedBy, contacts.');
  expect(out).toContain(
    '2 drafts do not say which company lodged them.\n    Write the code into each with npm run publish-drafts, or remove them and give the command again with --code, for example --code XMX.\n      releases/undated/first-metal-poured.md\n',
  );
  expect(out).toContain('2 drafts without a date: the document does not say on which day it was announced.');
});

const settings = 'title: "Example archive"\ncompanies:\n  - code: XMX\n    name: "Example Minerals Limited"\n';

test('import takes no code that the archive does not know, and says once what to write into archive.yml', async () => {
  const other = (day: number) =>
    `First metal poured\n\n${day} July 2020\n\nSample Metals (ASX: QQX) has poured metal.\n`;
  const folder = folderWith({ 'releases/archive.yml': settings, 'a.txt': other(29), 'b.txt': other(30) });
  const { exit, out } = await run(folder, 'a.txt', 'b.txt');
  expect(exit).toBe(0);
  expect(out.match(/The code QQX, which/g)).toHaveLength(1);
  expect(out).toContain(
    '  The code QQX, which releases/archive.yml does not know, stands in 2 documents; their drafts have no code yet.\n    If the company belongs to this archive, write into releases/archive.yml:\n    companies:\n      - code: QQX\n',
  );
  const file = readFileSync(path.join(folder, 'releases/2020/2020-07-29-first-metal-poured.md'), 'utf8');
  expect(parseRelease('x.md', file).draft).toMatchObject({
    review: [{ field: 'title' }, { field: 'code', value: 'QQX' }, { field: 'date' }],
  });
});

test('import asks at a terminal whose code it is, and writes the answer into archive.yml and the drafts', async () => {
  const other = 'First metal poured\n\n30 July 2020\n\nSample Metals (ASX: QQX) has poured metal.\n';
  const folder = folderWith({ 'releases/archive.yml': settings, 'a.txt': other });
  const terminal = typist([["company's name?", 'Sample Metals Limited', ENTER]]);
  await importReleases(['a.txt'], { ...testContext(folder), terminal });
  expect(terminal.left()).toEqual([]);
  expect(readFileSync(path.join(folder, 'releases/archive.yml'), 'utf8')).toBe(
    'title: "Example archive"\ncompanies:\n  - code: QQX\n    name: "Sample Metals Limited"\n  - code: XMX\n    name: "Example Minerals Limited"\n',
  );
  const file = readFileSync(path.join(folder, 'releases/2020/2020-07-30-first-metal-poured.md'), 'utf8');
  expect(parseRelease('x.md', file).release).toMatchObject({
    code: ['QQX'],
    review: [{ field: 'title' }, { field: 'date' }],
  });
});

test('import asks at a terminal whose archive it is, where it knows no company', async () => {
  const folder = folderWith({ 'a.txt': 'First metal poured\n\n30 July 2020\n\nThe plant poured metal.\n' });
  const terminal = typist([
    ['Whose archive', 'Example Minerals Limited', ENTER],
    ['ASX code of', 'xmx', ENTER],
  ]);
  await importReleases(['a.txt'], { ...testContext(folder), terminal });
  expect(terminal.left()).toEqual([]);
  expect(readFileSync(path.join(folder, 'releases/archive.yml'), 'utf8')).toBe(
    'companies:\n  - code: XMX\n    name: "Example Minerals Limited"\n',
  );
  const file = readFileSync(path.join(folder, 'releases/2020/2020-07-30-first-metal-poured.md'), 'utf8');
  expect(parseRelease('x.md', file).release?.code).toEqual(['XMX']);
});

test('import names the company of an archive with --company and --code', async () => {
  const folder = folderWith({ 'note.txt': text, 'releases/archive.yml': 'title: "Example archive"\n' });
  const { out, said } = await run(folder, 'note.txt', '--company', 'Example Minerals Limited', '--code', 'xmx');
  expect(said).toBe('releases/archive.yml names Example Minerals Limited (XMX) now.\n');
  expect(out).not.toContain('Open questions');
});

test('import asks at a terminal for the password of a locked PDF, without showing it, and tries it on the next', async () => {
  const folder = folderWith({ 'releases/archive.yml': XMX });
  writeFileSync(path.join(folder, 'a.pdf'), lockedPdf('metal'));
  writeFileSync(path.join(folder, 'b.pdf'), Buffer.concat([lockedPdf('metal'), Buffer.from('\n')]));
  const terminal = typist([
    ['a.pdf is locked. Its password?', 'ore', ENTER],
    ['does not open a.pdf', 'metal', ENTER],
  ]);
  let shown = '';
  terminal.output.on('pipe', () => undefined);
  const write = terminal.output.write.bind(terminal.output) as (chunk: string) => boolean;
  Object.assign(terminal.output, { write: (chunk: string) => ((shown += chunk), write(chunk)) });
  const world = { ...testContext(folder), terminal };
  expect(await importReleases(['a.pdf', 'b.pdf', '--date', '2020-07-30'], world)).toBe(0);
  expect(terminal.left()).toEqual([]);
  expect(world.read().out).toContain('2 files: 2 written');
  expect(shown).not.toMatch(/ore|metal/);
});

test('import leaves a locked PDF when nobody can be asked, and names --password', async () => {
  const folder = folderWith({ 'releases/archive.yml': XMX });
  writeFileSync(path.join(folder, 'a.pdf'), lockedPdf('metal'));
  const { exit, out } = await run(folder, 'a.pdf');
  expect(exit).toBe(1);
  expect(out).toContain('Not imported: The PDF is locked with a password. Give it with --password.');
});

test('import names in one line what reads scans, where it is not installed, and imports nothing', async () => {
  const folder = folderWith({ 'note.txt': text });
  const { exit, files, said } = await run(folder, 'note.txt', '--scans');
  expect(exit).toBe(1);
  expect(files).toEqual([]);
  expect(said).toContain('\n  npm install tesseract.js@7.0.0 @tesseract.js-data/eng@1.0.0 @napi-rs/canvas@1.1.1\n');
});

test('import says at its end what the drafts of a folder show together', async () => {
  const folder = folderWith({
    'in/a.html': '<h1>First bar</h1><p>Example Minerals Limited (ASX: XMX) poured a bar of metal.</p>',
    'in/b.html': '<nav>Home page</nav><h1>Second bar</h1><p>Example Minerals Limited (ASX: XMX) poured a bar.</p>',
  });
  const { out } = await run(folder, 'in');
  expect(out).toContain(
    '2 of them were measured: the drafts show 22 of their 24 words (91.7 %); 2 were left out on purpose, 0 are missing.',
  );
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
  expect(out).toContain('[1/3] a.pdf\n  Not imported: The PDF is broken and cannot be read.');
  expect(out).toContain('3 files: 1 written, 0 already there, 2 not imported.');
  expect(out).toContain('\nNot imported:\n  a.pdf: The PDF is broken and cannot be read.');
});

test('import of the same file a second time writes nothing', async () => {
  const folder = folderWith({ 'note.txt': text });
  await run(folder, 'note.txt');
  const { exit, files, out } = await run(folder, 'note.txt');
  expect(exit).toBe(0);
  expect(files).toHaveLength(2);
  expect(out).toContain('Already there: releases/2020/2020-07-30-first-metal-poured.md');
  // A person has given it another headline since.
  for (const kind of ['md', 'txt'])
    renameSync(
      path.join(folder, `releases/2020/2020-07-30-first-metal-poured.${kind}`),
      path.join(folder, `releases/2020/2020-07-31-metal.${kind}`),
    );
  expect((await run(folder, 'note.txt')).out).toContain('Already there: releases/2020/2020-07-31-metal.md');
});

test('import knows the archive’s companies by their names', async () => {
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
  [
    ['a.txt', '--code', 'x-m'],
    '--code: "x-m" is not an ASX code. Write three to six capitals and digits, for example BHP or 360.',
  ],
  [
    ['a.txt', '--company', 'Example Minerals Limited'],
    '--company needs the company’s code beside it, for example --code XMX.',
  ],
  [
    ['a.txt', '--date', '2020-02-30'],
    '--date: "2020-02-30" is a day that does not exist. February 2020 has 29 days; write the day on which the release was announced.',
  ],
  [
    ['a.txt', '--type', 'trading-hold'],
    '--type: "trading-hold" is not an announcement type. Did you mean trading-halt?',
  ],
  [['a.csv', 'b.txt'], 'Give a list, a feed or an export alone, without other files beside it.'],
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
  expect((await run(folder, 'empty')).said).toBe('The folder holds nothing that could be imported.\n');
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

test('import finds the pictures in the folder that a browser has saved with a page, and goes on after it was killed', async () => {
  const page =
    '<html><body><h1>Map of Sample Creek</h1><p>14 October 2024</p><p>Example Minerals Limited (ASX: XMX) shows its holes.</p>' +
    '<p><img src="Map_files/map.png" alt="The holes"><img src="Map_files/gone.png" alt="Gone"></p></body></html>';
  const folder = folderWith({ 'in/Map.html': page, 'in/Map_files/map.png': 'picture' });
  const { out, files } = await run(folder, 'in/Map.html');
  expect(files).toEqual([
    '2024-10-14-map-of-sample-creek-picture-1.png',
    '2024-10-14-map-of-sample-creek.md',
    '_2024-10-14-map-of-sample-creek.import.txt',
  ]);
  expect(out).toContain('Note: Left out Map_files/gone.png: There is no such file.');
  const file = path.join(folder, 'releases/2024/2024-10-14-map-of-sample-creek.md');
  expect(readFileSync(file, 'utf8')).toContain(
    'shows its holes.\n\n![The holes](2024-10-14-map-of-sample-creek-picture-1.png)\n',
  );
  expect((await run(folder, 'in/Map.html')).out).toContain(
    'Already there: releases/2024/2024-10-14-map-of-sample-creek.md',
  );
  // The picture was written, and the release not yet.
  rmSync(file);
  expect((await run(folder, 'in/Map.html')).files).toEqual(files);
});

test('import of a folder takes what a page names for a part of that page alone', async () => {
  const folder = folderWith({
    'in/index.md':
      '---\ntitle: Metal poured\ncode: XMX\ndate: 2024-10-14\n---\n![Pit](a%20pit.png) and [it](annual.pdf).\n',
    'in/a pit.png': 'picture',
  });
  const pdf = makePdf({ pages: [[{ text: 'The plant poured metal in July.', x: 60, y: 60 }]] });
  writeFileSync(path.join(folder, 'in/annual.pdf'), pdf);
  const { exit, out, files } = await run(folder, 'in');
  expect(exit).toBe(0);
  expect(files).toEqual([
    '2024-10-14-metal-poured-attached-2.pdf',
    '2024-10-14-metal-poured-picture-1.png',
    '2024-10-14-metal-poured.md',
  ]);
  expect(out).toContain(
    '[2/3] a pit.png\n  Already there: beside releases/2024/2024-10-14-metal-poured.md, whose text names it.\n[3/3] annual.pdf\n  Already there: beside',
  );
  expect(out).toContain('3 files: 1 written, 2 already there, 0 not imported.');
});

test('import takes up the original that a killed import has written before its release', async () => {
  const folder = folderWith({ 'note.txt': text });
  const { files } = await run(folder, 'note.txt');
  rmSync(path.join(folder, 'releases/2020/2020-07-30-first-metal-poured.md'));
  expect((await run(folder, 'note.txt')).files).toEqual(files);
});

test('import names every file of a folder that it does not take, with the reason', async () => {
  const folder = folderWith({
    'in/a.txt': text,
    'in/b.rtf': '{\\rtf1 x}',
    'in/c.csv': 'headline,date\n',
    'in/d.html':
      '<html><body><h1>Second metal poured</h1><p>31 July 2020</p><p>Example (ASX: XMX) did it.</p></body></html>',
    'in/d_files/x.png': 'x',
    'in/.DS_Store': 'x',
    'in/~$a.docx': 'x',
  });
  const { exit, out } = await run(folder, 'in');
  expect(exit).toBe(1);
  for (const line of [
    '3 files: 2 written, 0 already there, 1 not imported.',
    'b.rtf: The text of rich text files (.rtf) is not read. Open it in Word or LibreOffice, save it as .docx or as PDF, and import that.',
    'Passed over 4 entries of the folder:',
    'in/.DS_Store: It is a hidden file of the system or of an office program.',
    'in/c.csv: Lists, feeds and exports are imported by themselves: give the file alone.',
    'in/d_files: It holds the pictures of the page beside it.',
    'in/~$a.docx: It is a hidden file of the system or of an office program.',
  ])
    expect(out).toContain(line);
});

test('import of an e-mail puts its PDF beside the release, and finds it again', async () => {
  const folder = folderWith({});
  writeFileSync(
    path.join(folder, 'mail.eml'),
    readFileSync(path.join(import.meta.dirname, '../importers/cases/eml-with-pdf/input.eml')),
  );
  const first = await run(folder, 'mail.eml');
  expect(first.files).toContain('2024-10-14-drilling-extends-boundary-bore.pdf');
  expect(first.out).toContain('Left out the covering note of the e-mail: “Dear shareholder, Please find attached');
  expect((await run(folder, 'mail.eml')).out).toContain(
    'Already there: releases/2024/2024-10-14-drilling-extends-boundary-bore.md',
  );
});

test('import of a WordPress export shows the pictures that lie beside it, says once what many posts share, and ends with the words', async () => {
  const post = (n: number, more = '') =>
    `<item><title>News ${n}</title><link>https://www.example.com/${n}-old/</link><wp:post_date_gmt>2024-01-02 22:15:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded><![CDATA[<p>Example Minerals Limited (ASX: XMX) has news number ${n} here.</p>[gallery]${more}]]></content:encoded></item>`;
  const pictures =
    '<a href="https://example.com/wp-content/uploads/2024/mill.png"><img alt="The mill" src="https://example.com/wp-content/uploads/2024/mill-300x200.png"></a> <img src="https://cdn.example.net/far.png">';
  const folder = folderWith({
    'export.xml': `<?xml version="1.0"?><rss xmlns:wp="w" xmlns:content="c"><channel>${post(1, pictures)}${[2, 3, 4].map((n) => post(n)).join('')}</channel></rss>`,
    'uploads/2024/mill-300x200.png': 'p',
    'uploads/2024/mill.png': 'P',
  });
  const { files, out } = await run(folder, 'export.xml', '--code', 'XMX');
  expect(files.filter((name) => name.endsWith('.png'))).toEqual(['2024-01-03-news-1-picture-1.png']);
  expect(readFileSync(path.join(folder, 'releases/2024/2024-01-03-news-1.md'), 'utf8')).toContain(
    '![The mill](2024-01-03-news-1-picture-1.png)',
  );
  expect(out).toContain('export.xml:1  Left out 1 picture that lies on the web; nothing is fetched.');
  expect(out).toContain(
    'export.xml: 4 times (1, 2, 3 and more)  Left out the shortcodes of WordPress: gallery; compare with the old page.',
  );
  expect(out).toMatch(/4 of them were measured: the drafts show \d+ of their \d+ words \(100\.0 %\)/);
});

test('import of a WordPress export of 200 posts makes their releases with files beside them, and goes on where it stopped', async () => {
  const post = (n: number) =>
    `<item><title>News ${n}</title><link>https://example.com/news/${n}-old/</link><wp:post_date_gmt>2024-01-${String((n % 28) + 1).padStart(2, '0')} 22:15:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded><![CDATA[<p>Example Minerals Limited (ASX: XMX) has news number ${n}, which its shareholders have waited for since the last quarter.</p>${n % 50 === 0 ? `<p><a href="https://example.com/wp-content/uploads/2024/${n}.pdf">As PDF</a></p>` : ''}]]></content:encoded></item>`;
  const all = Array.from({ length: 200 }, (_, n) => post(n + 1)).join('');
  const folder = folderWith({
    'export.xml': `<?xml version="1.0"?><rss xmlns:wp="w" xmlns:content="c"><channel>${all}</channel></rss>`,
    '2024/50.pdf': 'a',
    'wp-content/uploads/2024/100.pdf': 'b',
    '150.pdf': 'c',
  });
  const stop = new AbortController();
  const context = testContext(folder);
  let lines = 0;
  const out = (text: string) => {
    lines += 1;
    if (lines === 80) stop.abort();
    context.out(text);
  };
  expect(await importReleases(['export.xml'], { ...context, out }, undefined, stop.signal)).toBe(1);
  const { exit, files, out: said } = await run(folder, 'export.xml');
  expect(exit).toBe(0);
  expect(files.filter((name) => name.endsWith('.md'))).toHaveLength(200);
  expect(said).toMatch(/\b1\d\d written, \d+ already there, 0 not imported\./);
  expect(files.filter((name) => name.endsWith('.pdf'))).toHaveLength(3);
  expect(said).toContain(
    '200.pdf does not lie beside the list; the link to https://example.com/wp-content/uploads/2024/200.pdf was kept.',
  );
  const one = readFileSync(path.join(folder, 'releases/2024/2024-01-24-news-50.md'), 'utf8');
  expect(one).toContain('[As PDF](2024-01-24-news-50-attached-1.pdf)');
  expect(one).toContain('aliases: "/news/50-old/"');
}, 60_000);
