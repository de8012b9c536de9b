import { expect, test } from 'vitest';
import { ownReleasesFaults } from './own-releases.ts';
import { allCode } from './source-files.ts';

const ABOUT_THIS_RULE = /^tests\/repo\/own-releases(\.test)?\.ts$/;

test('no test, no measurement and no configuration reads the releases of the archive itself', () => {
  const files = allCode().filter(({ path }) => !path.startsWith('src/') && !ABOUT_THIS_RULE.test(path));
  expect(files.length).toBeGreaterThan(100);
  expect(ownReleasesFaults(files)).toEqual([]);
});

test.each([
  "readFileSync(path.join(import.meta.dirname, `../../releases/${real}.md`), 'utf8')",
  "const own = resolve(import.meta.dirname, '../..', 'releases');",
  "new URL('../../releases', import.meta.url)",
  "cpSync(join(project, 'releases'), join(copy, 'releases'), { recursive: true });",
  'readReleases(`${root}/releases`, "x")',
  "readReleases('releases', 'releases')",
  "const env = { ...process.env, RELEASES_DIR: 'releases' };",
  "process.env['RELEASES_DIR'] = 'releases/2020';",
  'const world = testContext(project);',
])('ownReleasesFaults() names %s', (text) => {
  expect(ownReleasesFaults([{ path: 'tests/site/a.test.ts', text: `\n${text}` }])).toEqual([
    expect.stringMatching(/^tests\/site\/a\.test\.ts:2 names /),
  ]);
});

test.each([
  "readReleases(folder, 'releases')",
  "readFileSync(join(copy, 'releases/a.md'))",
  "expect(shown('releases', '/x/docs')).toBe('../releases');",
  "await page.goto('/releases/2020/');",
  "import { folderWith } from '../support/releases-folder.ts';",
  "import { copyReleases } from '../../bench/build/releases.ts';",
])('ownReleasesFaults() lets %s pass', (text) => {
  expect(ownReleasesFaults([{ path: 'tests/site/a.test.ts', text }])).toEqual([]);
});
