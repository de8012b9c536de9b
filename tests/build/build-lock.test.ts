import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { acquireBuildLock } from '../../src/build/build-lock.ts';
import { UsageError } from '../../src/build/failure.ts';

const folder = mkdtempSync(join(tmpdir(), 'build-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string) => ({ out: join(folder, name), shownOut: name });
const LONG_AGO = new Date('2020-07-30T09:15:00Z');

/** The number of a process that has ended. */
async function endedProcess(): Promise<number | undefined> {
  const process_ = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  await once(process_, 'exit');
  return process_.pid;
}

test('acquireBuildLock() stops a build while another one, which is still running, writes into the same folder', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  writeFileSync(join(folder, 'one.lock'), JSON.stringify({ pid: other.pid }));
  expect(() => acquireBuildLock(place('one'))).toThrow(UsageError);
  expect(() => acquireBuildLock(place('one'))).toThrow(
    `Another build, process ${other.pid}, is writing into one. Wait until it has ended. If there is none, delete the file one.lock beside it.`,
  );
  acquireBuildLock(place('two'))();
  other.kill();
  await once(other, 'exit');
  acquireBuildLock(place('one'))();
  expect(existsSync(join(folder, 'one.lock'))).toBe(false);
});

test('acquireBuildLock() takes over what a killed build has left, also where its number went to another process', () => {
  const file = join(folder, 'left.lock');
  for (const left of ['', '{"pid":', '{"pid":"x"}', JSON.stringify({ pid: 2 ** 22 + 1 })]) {
    writeFileSync(file, left);
    utimesSync(file, LONG_AGO, LONG_AGO);
    acquireBuildLock(place('left'))();
  }
  if (!existsSync('/proc/1/stat')) return;
  for (const pid of [process.ppid, process.pid]) {
    writeFileSync(file, JSON.stringify({ pid, started: '1' }));
    acquireBuildLock(place('left'))();
  }
});

test('acquireBuildLock() waits for the text of a lock that is only just being written, and for one that was cut off', async () => {
  const file = join(folder, 'new.lock');
  writeFileSync(file, '');
  const script = `require('node:fs').writeFileSync(${JSON.stringify(file)}, ${JSON.stringify(JSON.stringify({ pid: process.ppid }))})`;
  const writer = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
  expect(() => acquireBuildLock(place('new'))).toThrow(`Another build, process ${process.ppid}, is writing into new.`);
  await once(writer, 'exit');
  writeFileSync(file, '{"pid":12');
  const almost = new Date(Date.now() - 9_900);
  utimesSync(file, almost, almost);
  acquireBuildLock(place('new'))();
  expect(existsSync(file)).toBe(false);
});

test('acquireBuildLock() lets another build take over first, and says what a kill in that moment has left', async () => {
  writeFileSync(join(folder, 'guarded.lock'), JSON.stringify({ pid: await endedProcess() }));
  writeFileSync(join(folder, 'guarded.lock.takeover'), '');
  expect(() => acquireBuildLock(place('guarded'))).toThrow(
    'Another build is just beginning to write into guarded. Wait until it has ended. If there is none, delete the file guarded.lock.takeover beside it.',
  );
  rmSync(join(folder, 'guarded.lock.takeover'));
  acquireBuildLock(place('guarded'))();
});

test('acquireBuildLock() leaves a file alone that is not the lock of a build', () => {
  const seal = '{"id":"2020/first"}\n';
  writeFileSync(join(folder, 'releases.lock'), seal);
  utimesSync(join(folder, 'releases.lock'), LONG_AGO, LONG_AGO);
  expect(() => acquireBuildLock(place('releases'))).toThrow(
    '"releases.lock" beside releases is not the lock of a build, which belongs there. Move it elsewhere, or name another folder with OUT_DIR.',
  );
  expect(readFileSync(join(folder, 'releases.lock'), 'utf8')).toBe(seal);
  mkdirSync(join(folder, 'site.lock'));
  expect(() => acquireBuildLock(place('site'))).toThrow('"site.lock" beside site is not the lock of a build');
});

test('acquireBuildLock() gives a process the lock that it holds once more', () => {
  const release = acquireBuildLock(place('twice'));
  acquireBuildLock(place('twice'));
  expect(existsSync(join(folder, 'twice.lock'))).toBe(true);
  release();
  expect(existsSync(join(folder, 'twice.lock'))).toBe(false);
});

test('of several builds that meet one stale lock exactly one gets it, in each of 150 rounds', async () => {
  const program = join(folder, 'builder.ts');
  const lock = new URL('../../src/build/build-lock.ts', import.meta.url).href;
  writeFileSync(
    program,
    `import { acquireBuildLock } from '${lock}';
let release;
process.on('message', (message) => {
  if (message === 'release') {
    release?.();
    release = undefined;
  } else
    try {
      release = acquireBuildLock(message);
    } catch {}
  process.send(release !== undefined);
});
process.send('ready');
`,
  );
  const builders = Array.from({ length: 5 }, () => fork(program, { stdio: 'ignore' }));
  onTestFinished(() => builders.forEach((builder) => builder.kill()));
  await Promise.all(builders.map(answer));
  const stale = JSON.stringify({ pid: await endedProcess() });
  const winners: number[] = [];
  for (let round = 0; round < 150; round++) {
    writeFileSync(join(folder, 'raced.lock'), stale);
    const held = await Promise.all(builders.map((builder) => ask(builder, place('raced'))));
    winners.push(held.filter(Boolean).length);
    await Promise.all(builders.map((builder) => ask(builder, 'release')));
  }
  expect(new Set(winners)).toEqual(new Set([1]));
});

async function ask(builder: ChildProcess, message: object | string): Promise<unknown> {
  const answered = answer(builder);
  builder.send(message);
  return answered;
}

async function answer(builder: ChildProcess): Promise<unknown> {
  const [message] = (await once(builder, 'message')) as [unknown];
  return message;
}
