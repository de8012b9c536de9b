import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { seal } from '../../src/cli/seal.ts';
import { verify } from '../../src/cli/verify.ts';
import { config } from '../../src/config.ts';
import { testContext } from '../cli/test-context.ts';
import { buildSite } from '../support/build.ts';
import { folderWith, release } from '../support/releases-folder.ts';

test('a build says what becomes of the releases of the site that it replaces, and fails on a loss where it is asked to', async () => {
  const folder = folderWith({
    'releases/2020/a.md': release({}, 'First text.'),
    'releases/2020/b.md': release({}, 'Second text.'),
    'releases/2020/c.md': release({}, 'Third text.'),
  });
  const out = path.join(folder, 'out');
  const at = (name: string) => path.join(folder, 'releases/2020', name);
  const sums = () => readFileSync(path.join(out, 'SHA256SUMS'), 'utf8');
  const build = async (more: Readonly<Record<string, string>> = {}) => {
    const { status, output } = await buildSite({ RELEASES_DIR: path.join(folder, 'releases'), OUT_DIR: out, ...more });
    return {
      status,
      lines: output.split('\n').filter((line) => /: gone|without a declared|Against|declared on/.test(line)),
    };
  };
  expect(await build()).toEqual({ status: 0, lines: [] });

  // What is declared and what is new is no loss; the seals know of it.
  expect(seal([], testContext(folder), config.advice)).toBe(0);
  writeFileSync(at('a.md'), release({}, 'First text, amended.'));
  const amend = ['--amend', '2020/a', '--reason', 'A wrong word.'];
  expect(seal(amend, testContext(folder), config.advice)).toBe(0);
  rmSync(at('c.md'));
  const withdraw = ['--amend', '2020/c', '--withdrawn', '--reason', 'Of another company.'];
  expect(seal(withdraw, testContext(folder), config.advice)).toBe(0);
  writeFileSync(at('d.md'), release({ title: 'Another' }));
  const former = path.join(folder, 'former');
  writeFileSync(former, sums());
  expect(await build({ FAIL_ON_LOSS: '1' })).toEqual({
    status: 0,
    lines: ['Against the site that it replaced: 1 release as it was, 1 added, 2 changed as declared.'],
  });
  const context = testContext('/');
  expect(await verify(['--since', former, out], context)).toBe(0);
  expect(context.read().out).toContain(
    '2020/a: amended, as declared on 23 November 2026: A wrong word.\n2020/c: withdrawn, as declared on 23 November 2026: Of another company.\n2020/d: added\n',
  );

  // Somebody takes the seals away, changes one release and loses another.
  rmSync(path.join(folder, 'releases.lock'));
  writeFileSync(at('b.md'), release({}, 'Second text, silently changed.'));
  rmSync(at('d.md'));
  const before = sums();
  const refused = await build({ FAIL_ON_LOSS: '1' });
  expect(refused).toEqual({
    status: 1,
    lines: ['  2020/d: gone', '  2020/b: changed without a declared amendment (b.md)'],
  });
  expect(sums()).toBe(before);
  expect(await build()).toEqual({
    status: 0,
    lines: [
      'Warning: 2020/d: gone',
      'Warning: 2020/b: changed without a declared amendment (b.md)',
      'Against the site that it replaced: 1 release as it was, 1 changed without a declared amendment, 1 gone.',
    ],
  });
});
