import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withoutTestSettings } from '../support/build.ts';

// The way from nothing to a published archive, word by word as the README has it, with folders of its own.
const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the commands of the README print what it says', () => {
  const readme = readFileSync(join(project, 'README.md'), 'utf8');
  const block = /## From nothing to a published archive\n\n```sh\n([^]*?)```/.exec(readme)?.[1] ?? '';
  mkdirSync(join(folder, 'releases'));
  const env = {
    ...withoutTestSettings(process.env),
    RELEASES_DIR: join(folder, 'releases'),
    OUT_DIR: join(folder, 'dist'),
  };
  const steps = block.split(/\n\n+/).flatMap((step) => {
    const lines = step.split('\n').filter((line) => line !== '');
    const at = lines.findIndex((line) => /^npm run \w+ -s/.test(line));
    return at === -1 ? [] : [{ command: lines[at] ?? '', expected: lines.slice(at + 1).map((line) => line.slice(2)) }];
  });
  expect(steps.map(({ command }) => command.split(' ')[2])).toEqual(['new', 'check', 'build', 'verify']);
  for (const { command, expected } of steps) {
    // `verify` looks at dist unless it is told another place.
    const line = command.startsWith('npm run verify') ? `${command} -- "${env.OUT_DIR}"` : command;
    const { status, stdout, stderr } = spawnSync(line, { cwd: project, env, shell: true, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const printed = `${stdout}${stderr}`
      .replaceAll(folder, '')
      .replaceAll('/dist', 'dist')
      .replaceAll('/releases', 'releases');
    for (const words of expected) for (const part of words.split('…')) expect(printed, command).toContain(part.trim());
  }
});
