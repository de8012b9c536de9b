import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, expect, test } from 'vitest';
import { lockOut } from '../../src/site/build-lock.ts';
import { UsageError } from '../../src/site/environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'build-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string) => ({ out: join(folder, name), shownOut: name });

test('lockOut() stops a build while another one, which is still running, writes into the same folder', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  writeFileSync(join(folder, 'one.lock'), JSON.stringify({ pid: other.pid }));
  expect(() => lockOut(place('one'))).toThrow(UsageError);
  expect(() => lockOut(place('one'))).toThrow(
    `Another build, process ${other.pid}, is writing into one. Wait until it has ended; if there is none, delete one.lock beside it.`,
  );
  lockOut(place('two'))();
  other.kill();
  await once(other, 'exit');
  lockOut(place('one'))();
  expect(existsSync(join(folder, 'one.lock'))).toBe(false);
});

test('lockOut() takes over what a killed build has left, also where its number went to another process', () => {
  for (const left of ['{"pid":', '{}', JSON.stringify({ pid: process.pid }), JSON.stringify({ pid: 2 ** 22 + 1 })]) {
    writeFileSync(join(folder, 'left.lock'), left);
    lockOut(place('left'))();
  }
  if (!existsSync('/proc/1/stat')) return;
  writeFileSync(join(folder, 'left.lock'), JSON.stringify({ pid: process.ppid, started: '1' }));
  lockOut(place('left'))();
});
