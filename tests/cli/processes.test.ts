import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { folderWith, release } from '../support/releases-folder.ts';
import { project } from './test-context.ts';

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly said: string;
}

/** Runs a command as npm does: node on its file, in the project, without a terminal. */
async function run(command: string, folder: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(project, 'src/cli', `${command}.ts`), ...args], {
    cwd: project,
    env: { PATH: process.env['PATH'], RELEASES_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { exit: await ended, out, said };
}

test('check ends with 0 where warnings alone are found', async () => {
  const folder = folderWith({ 'a.md': release({ typo: 'x' }) });
  const { exit, out, said } = await run('check', folder);
  expect({ exit, said }).toEqual({ exit: 0, said: '' });
  expect(out).toMatch(/1 release, 1 warning in 1 file\. Warnings do not stop the site: npm run build makes it\.\n$/);
});

test('check ends with 1 where problems are found', async () => {
  const { exit, out } = await run('check', folderWith({ 'a.md': release({ code: 'xmx' }) }), '--format', 'json');
  expect(exit).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ errors: 1 });
});

test('check ends with 2 after one sentence and the usage where it is used wrongly', async () => {
  expect(await run('check', folderWith({}), '--frmat')).toEqual({
    exit: 2,
    out: '',
    said: 'There is no --frmat. Did you mean --format?\n\nUsage: npm run check [-- [--format text|json] [--output F] [--rule R] [FILE…]]\n--help explains it.\n',
  });
});

test('a command that may not write says where, without the stack of the program', async () => {
  const folder = folderWith({ '2020': 'This is no folder.' });
  const { exit, said } = await run('new', folder, '--title', 'A', '--code', 'XMX', '--date', '2020-07-30');
  expect(exit).toBe(2);
  expect(said).toContain(
    `${folder}/2020/2020-07-30-a.md is in the way: a folder stands where a file belongs, or a file where a folder does (ENOTDIR). Move it elsewhere, and try again.\n`,
  );
});

test('publish-drafts names the file that stands in place of the folder of the year', async () => {
  const folder = folderWith({ '2020': 'This is no folder.', 'undated/a.md': release({ draft: 'true' }) });
  const { exit, said } = await run('publish-drafts', folder, '--all');
  expect({ exit, said }).toEqual({
    exit: 2,
    said: `${folder}/2020 is in the way: a folder stands where a file belongs, or a file where a folder does (ENOTDIR). Move it elsewhere, and try again.\n`,
  });
});

test('check --help explains itself and ends with 0', async () => {
  const { exit, out } = await run('check', folderWith({}), '--help');
  expect(exit).toBe(0);
  expect(out).toMatch(/^Usage: npm run check/);
});

test('new prints the path of the file alone, and check passes it', async () => {
  const folder = folderWith({});
  const made = await run('new', folder, '--title', 'Gold: 5 g/t & more', '--code', 'XMX', '--date', '2020-07-30');
  expect(made.out).toBe(`${folder}/2020/2020-07-30-gold-5-g-t-and-more.md\n`);
  expect(made.exit).toBe(0);
  expect(readFileSync(made.out.trim(), 'utf8')).toBe(
    '---\ntitle: "Gold: 5 g/t & more"\ncode: XMX\ndate: 2020-07-30\n---\n',
  );
  const { exit, out, said } = await run('check', folder);
  expect({ exit, said }).toEqual({ exit: 0, said: '' });
  expect(out).toContain('The release has no text and no document, so its page says nothing.');
  expect(out).toContain('1 release, 1 warning in 1 file.');
});

test('new without a terminal to ask at says what is missing and ends with 2', async () => {
  const { exit, out, said } = await run('new', folderWith({}), '--title', 'Gold');
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(said).toMatch(/^Without a terminal to ask at, --code is needed\.\n\nUsage: npm run new/);
});

test('two runs of new at once write two files', async () => {
  const folder = folderWith({});
  const args = ['--title', 'Gold', '--code', 'XMX', '--date', '2020-07-30'];
  const made = await Promise.all([run('new', folder, ...args), run('new', folder, ...args)]);
  expect(made.map(({ exit }) => exit)).toEqual([0, 0]);
  expect(new Set(made.map(({ out }) => path.basename(out.trim())))).toEqual(
    new Set(['2020-07-30-gold.md', '2020-07-30-gold-2.md']),
  );
});
