import { spawn } from 'node:child_process';
import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startReader } from '../../src/drafts/document-reader.ts';
import { importReleases } from '../../src/cli/import.ts';
import { ImportRefusal } from '../../src/importers/model/refusal.ts';
import { makeFlateBomb, makeFormBomb } from '../importers/make-pdf.ts';
import { folderWith } from '../support/releases-folder.ts';
import { project, testContext } from './test-context.ts';

const text = 'First metal poured\n\n30 July 2020\n\nExample Minerals Limited (ASX: XMX) has poured metal.\n';
const LIMITS = { seconds: 2, bytes: 1_500_000_000 };

function written(folder: string): string[] {
  const releases = path.join(folder, 'releases');
  if (!existsSync(releases)) return [];
  const entries = readdirSync(releases, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('import leaves a PDF that takes too long to read, says so, and imports the others', async () => {
  const folder = folderWith({ 'in/a.txt': text, 'in/c.txt': text.replace('First', 'Second') });
  writeFileSync(path.join(folder, 'in/b.pdf'), makeFormBomb(40));
  const world = testContext(folder);
  expect(await importReleases(['in', '--code', 'XMX'], world, LIMITS)).toBe(1);
  const { out } = world.read();
  expect(out).toContain(
    '[2/3] b.pdf\n  Not imported: It took more than 2 seconds to read and was left. ' +
      'Open it in a PDF reader, print it to a new PDF and import that.\n',
  );
  expect(out).toContain('3 files: 2 written, 0 already there, 1 not imported.');
  expect(written(folder).toSorted()).toEqual([
    '2020-07-30-first-metal-poured.md',
    '2020-07-30-first-metal-poured.txt',
    '2020-07-30-second-metal-poured.md',
    '2020-07-30-second-metal-poured.txt',
  ]);
});

test('import leaves a PDF that takes too much memory to read, whatever it takes it for', async () => {
  const folder = folderWith({ 'b.txt': text });
  writeFileSync(path.join(folder, 'a.pdf'), makeFlateBomb(400));
  const world = testContext(folder);
  expect(await importReleases(['a.pdf', 'b.txt'], world, { seconds: 60, bytes: 400_000_000 })).toBe(1);
  const { out } = world.read();
  expect(out).toContain(
    '[1/2] a.pdf\n  Not imported: It took more than 400 MB of memory to read and was left. ' +
      'Open it in a PDF reader, print it to a new PDF and import that.\n',
  );
  expect(out).toContain('2 files: 1 written, 0 already there, 1 not imported.');
});

test('import of a CSV leaves the row whose document takes too long, and goes on', async () => {
  const table = 'headline,date,code,file\nFirst metal,30/07/2020,XMX,a.pdf\nSecond metal,31/07/2020,XMX,b.txt\n';
  const folder = folderWith({ 'all.csv': table, 'b.txt': text });
  writeFileSync(path.join(folder, 'a.pdf'), makeFormBomb(40));
  const world = testContext(folder);
  expect(await importReleases(['all.csv'], world, LIMITS)).toBe(1);
  const { out } = world.read();
  expect(out).toContain('[1/2] releases/2020/2020-07-30-first-metal.md  not imported\n');
  expect(out).toContain('all.csv:2  a.pdf: It took more than 2 seconds to read and was left.');
  expect(out).toContain('1 written, 0 already there, 1 not imported.');
  expect(written(folder).toSorted()).toEqual(['2020-07-31-second-metal.md', '2020-07-31-second-metal.txt']);
});

test.runIf(process.platform !== 'win32')(
  'import is ended by Ctrl-C inside a page, and leaves nothing half written',
  async () => {
    const folder = folderWith({ 'in/a.txt': text });
    writeFileSync(path.join(folder, 'in/b.pdf'), makeFormBomb(40));
    const child = spawn(process.execPath, ['src/cli/import.ts', path.join(folder, 'in'), '--code', 'XMX'], {
      cwd: project,
      env: { PATH: process.env['PATH'], RELEASES_DIR: path.join(folder, 'releases') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      // The first file is done, so the second is being read.
      if (!out.includes('[1/2]') && chunk.includes('[1/2]')) child.kill('SIGINT');
      out += chunk;
    });
    const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
    expect(signal).toBe('SIGINT');
    expect(out).toContain('Stopped; 1 file left. Give the command again to go on; what is there is skipped.\n');
    expect(written(folder).toSorted()).toEqual([
      '2020-07-30-first-metal-poured.md',
      '2020-07-30-first-metal-poured.txt',
    ]);
  },
);

test('a reader that was stopped refuses what is asked for later, and starts no process for it', async () => {
  const reader = startReader(LIMITS);
  reader.stop();
  const document = { fileName: 'a.txt', bytes: Buffer.from(text), given: {}, knowledge: { today: '2026-11-23' } };
  await expect(reader.read(document)).rejects.toThrow(new ImportRefusal('Nothing is read any more.'));
});

test('import of a CSV that is stopped says how many releases are left', async () => {
  const table = 'headline,date,code,file\nFirst metal,30/07/2020,XMX,\nSecond metal,31/07/2020,XMX,\n';
  const folder = folderWith({ 'all.csv': table });
  const stop = new AbortController();
  const world = testContext(folder);
  const out = (line: string) => {
    world.out(line);
    if (line.startsWith('[1/2]')) stop.abort();
  };
  expect(await importReleases(['all.csv'], { ...world, out }, LIMITS, stop.signal)).toBe(1);
  expect(world.read().out).toContain('Stopped; 1 release left.');
  expect(written(folder)).toEqual(['2020-07-30-first-metal.md']);
});

test('import does not read a file that is larger than any document or table', async () => {
  const folder = folderWith({ 'a.pdf': '%PDF-1.7', 'all.csv': 'headline,date' });
  truncateSync(path.join(folder, 'a.pdf'), 101 * 1024 * 1024);
  truncateSync(path.join(folder, 'all.csv'), 51 * 1024 * 1024);
  const world = testContext(folder);
  expect(await importReleases(['a.pdf'], world)).toBe(1);
  expect(await importReleases(['all.csv'], world)).toBe(1);
  expect(world.read().out).toBe(
    'a.pdf\n  Not imported: The file has 101 MB; the limit is 100 MB.\nall.csv: The file has 51 MB; the limit is 50 MB.\n',
  );
});

test.runIf(existsSync('/dev/zero'))(
  'import does not wait for a pipe and does not read a device without end',
  async () => {
    const world = testContext(folderWith({}));
    expect(await importReleases(['/dev/zero'], world)).toBe(1);
    expect(world.read().out).toBe('zero\n  Not imported: It is a pipe or a device, not a file.\n');
  },
);
