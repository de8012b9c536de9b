import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const BENCH = 'Usage: npm run bench -- [--size 1000,10000] [--seed 1]';
const FUZZ = 'Usage: npm run fuzz -- [--seconds 60] [--seed 1]\n';

/** What a program of `bench` says and how it ends. */
function run(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: path.resolve(import.meta.dirname, '../../bench'),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test.each([
  ['build.ts', BENCH],
  ['fuzz.ts', FUZZ],
])('%s shows its usage where --help asks for it', (program, usage) => {
  const { status, stdout, stderr } = run(program, '--help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(usage);
});

test.each([
  ['build.ts', BENCH],
  ['fuzz.ts', FUZZ],
])('%s names an option that it does not know, with its usage', (program, usage) => {
  const { status, stdout, stderr } = run(program, '--frobnicate');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^Unknown option '--frobnicate'/);
  expect(stderr).toContain(`\n${usage}`);
});

test('fuzz.ts asks for figures', () => {
  expect(run('fuzz.ts', '--seconds', 'soon')).toEqual({ status: 2, stdout: '', stderr: FUZZ });
});
