import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRunning } from '../../src/files/is-running.ts';
import { BUILD, buildSite, withoutTestSettings } from '../support/build.ts';
import { digestsOf } from '../support/tree.ts';

/** A limit for something that hangs, in milliseconds. */
const MANY_BUILDS = 300_000;
/** Builds that are killed at some moment; `KILLS=60` tries more of them, and counts what they leave. */
const KILLS = Number(process.env['KILLS'] ?? 8);
/** Builds that are killed at each rename. */
const ROUNDS = process.env['KILLS'] === undefined ? 1 : Math.ceil(KILLS / 3);

// A build that is killed, whenever that may be, leaves the former site or the new one, whole.
const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = join(folder, 'site/dist');
const settings = { RELEASES_DIR: join(folder, 'releases'), OUT_DIR: out, CACHE_DIR: join(folder, 'cache') };

type Metal = 'Gold' | 'Silver';
/** The digests of either site. */
let sites: Readonly<Record<Metal, Readonly<Record<string, string>>>>;
/** How long a build takes, in milliseconds. */
let duration = 0;

beforeAll(async () => {
  const made = { Gold: {}, Silver: {} };
  for (const metal of ['Gold', 'Silver'] as const) {
    write(metal);
    const started = performance.now();
    expect((await buildSite({ ...settings, CLEAN: '1' })).status).toBe(0);
    duration = performance.now() - started;
    made[metal] = digestsOf(out);
  }
  sites = made;
  expect(sites.Gold).not.toEqual(sites.Silver);
}, MANY_BUILDS);

/** One of two archives; which one stands at `out` can be seen. */
function write(metal: Metal): void {
  mkdirSync(settings.RELEASES_DIR, { recursive: true });
  for (let day = 1; day <= 9; day++)
    writeFileSync(
      join(settings.RELEASES_DIR, `2021-03-0${day}-pour.md`),
      `---\ntitle: "${metal} pour ${day}"\ncode: XMX\ndate: 2021-03-0${day}\n---\n\n${metal} was poured.\n`,
    );
}

/** Starts a build without npm between, so that a signal reaches it, and sends one as soon as `when` resolves. */
async function stopBuild(
  signal: NodeJS.Signals,
  when: (pid: number) => Promise<void>,
): Promise<{ pid: number; output: string }> {
  const build = spawn(process.execPath, BUILD, {
    cwd: project,
    env: { ...withoutTestSettings(process.env), ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const pid = build.pid ?? 0;
  let output = '';
  build.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const closed = once(build, 'close');
  await Promise.race([when(pid).then(() => build.kill(signal)), closed]);
  await closed;
  return { pid, output };
}

/** Resolves when a file is there, or the process is gone. */
async function isThere(file: string, pid: number): Promise<void> {
  while (!existsSync(file) && isRunning(pid)) await setTimeout(5);
}

/** Builds, and kills the process itself at a rename of the site's folder. */
function killAtRename(when: 'before' | 'between' | 'after'): Promise<unknown> {
  const hook = join(folder, 'kill-at-rename.cjs');
  writeFileSync(
    hook,
    `const fs = require('node:fs');
const { renameSync } = fs;
const isOf = (from, to) => [from, to].includes(${JSON.stringify(out)});
let count = 0;
fs.renameSync = (from, to) => {
  if (isOf(from, to) && process.env.KILL_AT === String(count++)) process.kill(process.pid, 'SIGKILL');
  renameSync(from, to);
  if (isOf(from, to) && process.env.KILL_AT === 'end' && count === 2) process.kill(process.pid, 'SIGKILL');
};
require('node:module').syncBuiltinESMExports();
`,
  );
  const KILL_AT = { before: '0', between: '1', after: 'end' }[when];
  return buildSite({ ...settings, KILL_AT, NODE_OPTIONS: `--require "${hook}"` });
}

/** Which site stands in the folder, or beside it after a kill between the two renames. */
function standing(): Metal | 'neither' {
  const site = digestsOf(existsSync(out) ? out : `${out}.former`);
  const found = (['Gold', 'Silver'] as const).find((metal) => JSON.stringify(site) === JSON.stringify(sites[metal]));
  return found ?? 'neither';
}

function other(metal: Metal): Metal {
  return metal === 'Gold' ? 'Silver' : 'Gold';
}

/** Numbers from 0 to 1 in a fixed order, by Lehmer's generator. */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

test(
  'a build that is killed at any moment leaves a whole site',
  async () => {
    const chance = chances(20_261_123);
    const counts = { former: 0, new: 0, between: 0 };
    let before: Metal | 'neither' = standing();
    for (let round = 0; round < KILLS; round++) {
      const metal = round % 2 === 0 ? 'Gold' : 'Silver';
      write(metal);
      const after = chance.next().value * duration * 1.2;
      await stopBuild('SIGKILL', () => setTimeout(after));
      const found = standing();
      expect([before, metal], `round ${round}, killed after ${Math.round(after)} ms`).toContain(found);
      counts[!existsSync(out) ? 'between' : found === metal ? 'new' : 'former']++;
      before = found;
    }
    if (process.env['KILLS'] !== undefined) console.log(`${KILLS} kills at some moment:`, counts);
    expect(counts.former).toBeGreaterThan(0);
  },
  MANY_BUILDS * Math.max(1, KILLS / 16),
);

test.each([
  ['before', 'former', true],
  ['between', 'former', false],
  ['after', 'new', true],
] as const)(
  'a build that is killed %s the renames of its site leaves the %s site, and the next one ends well',
  async (when, expected, isThere) => {
    for (let round = 0; round < ROUNDS; round++) {
      const before = standing();
      const metal = before === 'Gold' ? 'Silver' : 'Gold';
      write(metal);
      await killAtRename(when);
      expect(existsSync(out)).toBe(isThere);
      expect(standing()).toBe(expected === 'new' ? metal : before);
      const { status, output } = await buildSite(settings);
      expect(status, output).toBe(0);
      const restored = 'The former site was put back into';
      expect(output.includes(restored)).toBe(!isThere);
      expect(standing()).toBe(metal);
      for (const left of ['next', 'former', 'lock']) expect(existsSync(`${out}.${left}`), left).toBe(false);
    }
    if (process.env['KILLS'] !== undefined)
      console.log(`${ROUNDS} kills ${when} the renames: the ${expected} site each time`);
  },
  MANY_BUILDS * ROUNDS,
);

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a build that %s ends at any step leaves nothing behind',
  async (signal) => {
    // What shows that the build has come to a step.
    const steps: readonly ((pid: number) => string)[] = [
      () => `${out}.lock`,
      (pid) => join(project, '.build', String(pid)),
      (pid) => join(project, '.build', String(pid), 'releases'),
    ];
    const outputs: string[] = [];
    for (const step of steps) {
      const before = standing();
      write(before === 'neither' ? 'Gold' : other(before));
      const { pid, output } = await stopBuild(signal, (started) => isThere(step(started), started));
      outputs.push(output);
      if (output.includes('is as it was')) expect(standing()).toBe(before);
      expect(standing()).not.toBe('neither');
      // One that is ended before it listens leaves its lock alone, which the next build takes over.
      if (!output.includes('Stopped')) continue;
      for (const left of ['next', 'former', 'lock']) expect(existsSync(`${out}.${left}`), left).toBe(false);
      expect(existsSync(join(project, '.build', String(pid)))).toBe(false);
    }
    expect(outputs.join('\n')).toContain(`Stopped; ${out} is as it was.\n`);
  },
  MANY_BUILDS,
);

test('a second build into the same folder says so and stops, and the first one ends well', async () => {
  write('Gold');
  const results = await Promise.all([buildSite(settings), buildSite(settings)]);
  const outputs = results.map(({ output }) => output).join('\n');
  expect(new Set(results.map(({ status }) => status)), outputs).toEqual(new Set([0, 2]));
  expect(outputs).toMatch(/Another build, process \d+, is writing into /);
});
