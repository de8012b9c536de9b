import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { measure } from '../../bench/build/measure.ts';
import { watchMemory } from '../../bench/build/memory.ts';
import { addRelease, copyReleases } from '../../bench/build/releases.ts';
import { differences, digestsOf, filesIn, sizeOf } from '../../bench/build/tree.ts';
import { findContenders } from '../../bench/compare/contenders.ts';
import { writeContent } from '../../bench/compare/content.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>, below = 'from'): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, below, name)), { recursive: true });
    writeFileSync(path.join(folder, below, name), text);
  }
  return path.join(folder, below);
}

const release = (title: string, date = '2020-07-30', more = '') =>
  `---\ntitle: ${title}\ncode: XMX\ndate: ${date}\n${more}---\n\nText {{< of >}} it.\n`;

test('copyReleases() takes the first releases by path and others for those that are refused, with the documents', async () => {
  const from = write({
    'archive.yml': 'title: Test\n',
    '2020/a.md': release('A', '2020-02-30'),
    '2020/b.md': release('B', '2020-07-30', 'attachments: b.csv\n'),
    '2020/b.csv': 'x\n',
    '2020/c.md': release('C'),
    '2020/d.md': release('D'),
  });
  const to = path.join(folder, 'to');
  expect(await copyReleases(from, to, 2)).toEqual({ copied: 2, refused: 1 });
  expect(await filesIn(to)).toEqual(['2020/b.csv', '2020/b.md', '2020/c.md', 'archive.yml']);
});

test('copyReleases() says how many there are where they are fewer than asked', async () => {
  expect(await copyReleases(write({ 'a.md': release('A') }), path.join(folder, 'to'), 5)).toEqual({
    copied: 1,
    refused: 0,
  });
});

test('addRelease() adds the newest release, under the code of the fictional company', async () => {
  const from = write({ '2020/a.md': release('A'), '2021/b.md': release('B', '2021-03-01 09:00') });
  const file = await addRelease(from);
  expect(path.relative(from, file)).toBe(path.join('2021', '2021-03-01-added-while-the-build-was-measured.md'));
  expect(readFileSync(file, 'utf8')).toContain('code: XMX\ndate: 2021-03-01 19:29\n');
});

test('differences() names what is changed, missing or too much', async () => {
  const one = write({ 'a.txt': '1', 'b/c.txt': '2', 'd.txt': '3' }, 'one');
  const other = write({ 'a.txt': '1', 'b/c.txt': '4', 'e.txt': '3' }, 'other');
  expect(differences(await digestsOf(one), await digestsOf(other))).toEqual(['b/c.txt', 'd.txt', 'e.txt']);
  expect(differences(await digestsOf(one), await digestsOf(one))).toEqual([]);
  expect(await sizeOf(one)).toEqual({ files: 3, bytes: 3 });
});

test('writeContent() gives other generators the releases at their own paths, with dates that they read', async () => {
  const from = write({
    '2020/a.md': release('"A: b"', '2020-07-30 09:15', 'types: trading-halt\n'),
    '2020/b.md': release('B'),
    '2020/c.md': release('C', '2020-07-30', 'draft: true\n'),
  });
  const [hugo] = findContenders();
  if (!hugo) throw new Error('Hugo is one of the contenders.');
  await writeContent(from, path.join(folder, 'to'), hugo.form);
  expect(await filesIn(path.join(folder, 'to'))).toEqual(['2020/_index.md', '2020/a.md', '2020/b.md', '_index.md']);
  expect(readFileSync(path.join(folder, 'to/2020/a.md'), 'utf8')).toBe(
    '---\ntitle: "A: b"\ndate: 2020-07-30T09:15:00+10:00\ncodes: ["XMX"]\ntypes: ["trading-halt"]\nyear: "2020"\n' +
      'sort: "20200730091500"\nwhen: "2020-07-30T09:15+10:00"\n---\n\nText {&#123;< of >}} it.\n',
  );
  expect(readFileSync(path.join(folder, 'to/2020/b.md'), 'utf8')).toContain('\ndate: 2020-07-30T00:00:00+10:00\n');
});

test('measure() names each of several commands as a phase, and takes the phases that a single one prints', async () => {
  const print = (name: string, text: string) => ({
    name,
    program: process.execPath,
    args: ['-e', `console.log(${JSON.stringify(text)})`],
    folder,
  });
  const single = await measure([print('build', 'Time: reading 1.5 s')]);
  expect(single.phases).toEqual([{ name: 'reading', seconds: 1.5 }]);
  expect(single.seconds).toBeGreaterThan(0);
  const both = await measure([print('one', ''), print('two', '')]);
  expect(both.phases.map(({ name }) => name)).toEqual(['one', 'two']);
});

test('measure() throws with the output of a command that fails', async () => {
  const args = ['-e', 'console.error("no such page"); process.exit(3)'];
  await expect(measure([{ name: 'x', program: process.execPath, args, folder }])).rejects.toThrow(
    /ended with status 3:\nno such page/,
  );
});

test.runIf(process.platform === 'linux')('watchMemory() counts the processes that a process has started', async () => {
  const inner = 'const held = Buffer.alloc(300e6, 1); console.log("holds"); setInterval(() => held.length, 1e6)';
  const outer = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: ['pipe', 'inherit', 'inherit'] })`;
  const child = spawn(process.execPath, ['-e', outer], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = child.pid ?? 0;
  try {
    await once(child.stdout, 'data');
    const peak = watchMemory(pid).stop();
    expect(peak).toBeGreaterThan(300e6);
    expect(peak).toBeLessThan(600e6);
  } finally {
    // Both of them: the child leads a group of its own.
    process.kill(-pid);
  }
});
