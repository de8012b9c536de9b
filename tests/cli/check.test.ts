import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { check } from '../../src/cli/check.ts';
import type { CheckResult } from '../../src/cli/check-report.ts';
import { config } from '../../src/config.ts';
import { makeBrokenCases } from '../fixtures/broken/cases.ts';
import { folderWith, release } from '../support/releases-folder.ts';
import { project, testContext } from './test-context.ts';

const into = mkdtempSync(path.join(tmpdir(), 'broken-'));
afterAll(() => rmSync(into, { recursive: true }));

test.each(makeBrokenCases(into))('check prints exactly the one problem of $name', ({ folder, expected }) => {
  const world = testContext(folder, { RELEASES_DIR: '.' });
  const exit = check(['--format', 'json'], world, config.advice);
  const { problems } = JSON.parse(world.read().out) as CheckResult;
  const places = problems.map(({ rule, severity, file, line, field }) => ({ rule, severity, file, line, field }));
  expect(places).toEqual(expected ? [expected] : []);
  expect(exit).toBe(expected?.severity === 'error' ? 1 : 0);
});

test('check says in a friendly last line that all is well', () => {
  const folder = folderWith({
    'releases/a.md': release(),
    'releases/b.md': release({ title: 'Second' }),
    'releases/c.md': release({ title: 'Third' }),
  });
  const world = testContext(folder);
  expect(check([], world, config.advice)).toBe(0);
  expect(world.read()).toEqual({ out: '3 releases, no problems. npm run build makes the site.\n', said: '' });
});

test('check names file, line, field, what is wrong and what to write, sorted', () => {
  const folder = folderWith({
    'releases/b.md': release({ code: 'xmx', autorisedBy: 'the Board' }),
    'releases/a.md': release({ date: '2020-02-30' }),
  });
  const world = testContext(folder);
  expect(check([], world, config.advice)).toBe(1);
  expect(world.read().out).toBe(`releases/a.md:4  date  "2020-02-30" is a day that does not exist.
    February 2020 has 29 days; write the day on which the release was announced. (date-no-such-day)
releases/b.md:3  code  "xmx" is not an ASX code.
    Write the code in capitals: XMX. (code-malformed)
releases/b.md:5  autorisedBy  warning: "autorisedBy" is not a field that the archive knows; it is left out.
    Did you mean authorisedBy? (field-unknown)

2 releases, 2 problems and 1 warning in 2 files. Correct the problems and run npm run check again.
`);
});

test('check of one file reads all but shows its problems alone, and says that there are others', () => {
  const folder = folderWith({
    'releases/2020/a.md': release({ related: '2020/b' }),
    'releases/2020/b.md': release(),
    'releases/2020/c.md': release({ date: 'soon' }),
  });
  const world = testContext(folder);
  expect(check(['releases/2020/a.md'], world, config.advice)).toBe(0);
  expect(world.read().out).toBe(
    '1 release, no problems. What is wrong in other files is not shown (1). npm run check names them all.\n',
  );
  const whole = testContext(folder);
  expect(check(['releases/2020'], whole, config.advice)).toBe(1);
  expect(whole.read().out).toContain('releases/2020/c.md:4  date');
});

test('check takes a FILE from the folder in which the person stands', () => {
  const folder = folderWith({ 'releases/2020/a.md': release() });
  const world = { ...testContext(folder), invokedFrom: path.join(folder, 'releases/2020') };
  expect(check(['a.md'], world, config.advice)).toBe(0);
  expect(world.read().out).toBe('1 release, no problems. npm run build makes the site.\n');
});

test('check lists drafts, which may be dated in the future', () => {
  const folder = folderWith({
    'releases/a.md': release(),
    'releases/b.md': release({ date: '2027-01-04', draft: 'true', authorisedBy: 'the Board' }),
  });
  const world = testContext(folder);
  expect(check([], world, config.advice)).toBe(0);
  expect(world.read().out).toBe(`Drafts, which the site leaves out:
  releases/b.md  First metal produced

2 releases (1 draft), no problems. npm run build makes the site.
`);
});

test('check --format json prints one object with counts, drafts and problems', () => {
  const folder = folderWith({ 'releases/a.md': release({ typo: 'x', draft: 'true' }) });
  const world = testContext(folder);
  expect(check(['--format=json'], world, config.advice)).toBe(0);
  expect(JSON.parse(world.read().out)).toEqual({
    releases: 1,
    errors: 0,
    warnings: 1,
    elsewhere: 0,
    drafts: [{ file: 'releases/a.md', title: 'First metal produced' }],
    problems: [
      {
        file: 'releases/a.md',
        line: 5,
        field: 'typo',
        rule: 'field-unknown',
        severity: 'warning',
        message: '"typo" is not a field that the archive knows; it is left out.',
        hint: 'Take the line out, or look up the field in docs/release-format.md.',
      },
    ],
  });
});

test('check --output writes the report into a file and prints its last line alone', () => {
  const folder = folderWith({ 'releases/a.md': release({ code: 'xmx' }) });
  const world = testContext(folder);
  expect(check(['--format', 'json', '--output', 'report.json'], world, config.advice)).toBe(1);
  expect(world.read().out).toBe('1 release, 1 problem in 1 file. Correct the problem and run npm run check again.\n');
  const report = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as CheckResult;
  expect(report.problems.map((problem) => problem.rule)).toEqual(['code-malformed']);
});

test('check groups a mistake that stands in many files, and --rule shows every place of it', () => {
  const files = Array.from({ length: 12 }, (_, at) => [
    `releases/r${at}.md`,
    release({ title: `R${at}`, code: 'xmx' }),
  ]);
  const folder = folderWith({ ...Object.fromEntries(files), 'releases/z.md': release({ typo: 'x' }) } as Record<
    string,
    string
  >);
  const grouped = testContext(folder, { GITHUB_ACTIONS: 'true' });
  expect(check([], grouped, config.advice)).toBe(1);
  const lines = grouped.read().out.split('\n');
  expect(lines[0]).toBe('code-malformed: 12 problems in 12 files, for example');
  expect(lines[1]).toBe('  releases/r0.md:3  code  "xmx" is not an ASX code.');
  expect(lines[5]).toBe('    All of them: npm run check -- --rule code-malformed');
  expect(lines[6]).toContain('releases/z.md:5  typo  warning:');
  expect(
    grouped
      .read()
      .said.split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(['::error', '::error', '::error', '::warning', '']);
  const all = testContext(folder);
  expect(check(['--rule', 'code-malformed'], all, config.advice)).toBe(1);
  expect(
    all
      .read()
      .out.split('\n')
      .filter((line) => line.includes('(code-malformed)')),
  ).toHaveLength(12);
  const json = testContext(folder);
  check(['--format', 'json'], json, config.advice);
  expect((JSON.parse(json.read().out) as CheckResult).problems).toHaveLength(13);
});

test('check with a rule that nothing breaks says so of that rule alone, for its name may be a slip', () => {
  const world = testContext(folderWith({ 'releases/a.md': release({ typo: 'x' }) }));
  expect(check(['--rule', 'code-malformd'], world, config.advice)).toBe(0);
  expect(world.read().out).toBe(
    '1 release, nothing that breaks a rule "code-malformd"; docs/release-format.md lists the rules. What else is wrong is not shown (1). npm run check names them all.\n',
  );
});

test.each([
  [{ 'releases/a.md': release({ code: 'xmx' }) }, 'Correct the problem and run npm run check again.'],
  [{ 'releases/a.md': release({ typo: 'x' }) }, 'Warnings do not stop the site: npm run build makes it.'],
  [{ 'releases/a.md': release() }, 'npm run build makes the site.'],
  [{ 'releases/a.md': release({ draft: 'true' }) }, 'A draft without its line draft: true is published.'],
  [{ 'releases/_a.md': '' }, 'npm run new writes the first one.'],
])('check of %j ends with what to do next', (files, sentence) => {
  const world = testContext(folderWith(files));
  check([], world, config.advice);
  expect(world.read().out.trimEnd().endsWith(sentence)).toBe(true);
});

test('check reads a releases folder outside of the project and names files by their whole path', () => {
  const folder = folderWith({ 'a.md': release({ code: 'xmx' }) });
  const world = testContext(project, { RELEASES_DIR: folder });
  expect(check([], world, config.advice)).toBe(1);
  expect(world.read().out).toContain(`${folder}/a.md:3  code  `);
});

test('check names files from the working folder, also where RELEASES_DIR is absolute', () => {
  const folder = folderWith({ 'here/a.md': release({ code: 'xmx' }) });
  const world = testContext(folder, { RELEASES_DIR: path.join(folder, 'here') });
  check([], world, config.advice);
  expect(world.read().out).toMatch(/^here\/a\.md:3 {2}code/);
});

test('check annotates in GitHub Actions with files named from the root of the repository', () => {
  const folder = folderWith({ 'archive/releases/a.md': release({ code: '"a%,:"' }) });
  const world = testContext(path.join(folder, 'archive'), { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder });
  check([], world, config.advice);
  expect(world.read().said).toBe(
    '::error file=archive/releases/a.md,line=3,title=code%3A code-malformed::"a%25,:" is not an ASX code.%0A' +
      'Write three to six capitals and digits, for example BHP or 360.\n',
  );
});

test('check lets no file name command the terminal', () => {
  const folder = folderWith({ 'releases/a\u001b[31m.md': release() });
  const world = testContext(folder);
  expect(check([], world, config.advice)).toBe(1);
  expect(world.read().out).toMatch(/^releases\/a\\u001b\[31m\.md:1/);
});

test('a real release gives no problem and no advice', () => {
  const world = testContext(project, { RELEASES_DIR: 'tests/fixtures/seed' });
  expect(check([], world, config.advice)).toBe(0);
  expect(world.read().out).toMatch(/^\d+ releases?, no problems\. npm run build makes the site\.\n$/);
});

test.each([
  [['--frmat', 'json'], 'There is no --frmat. Did you mean --format?'],
  [['--format', 'xml'], '"xml" is not a format; --format takes text or json.'],
  [['--output'], '--output needs a value after it.'],
  [['--output='], '--output needs a value after it.'],
  [['nix.md'], 'There is no file "nix.md".'],
  [['other.md'], '"other.md" is not in the releases folder "releases".'],
  [['--output', 'no/where.txt'], 'The report cannot be written to "no/where.txt" (ENOENT).'],
])('check %j is refused with one sentence', (args, sentence) => {
  const folder = folderWith({ 'releases/a.md': release(), 'other.md': '' });
  expect(() => check(args, testContext(folder), config.advice)).toThrow(sentence);
});

test('check says that there is no releases folder', () => {
  const world = testContext(folderWith({}), { RELEASES_DIR: 'archive' });
  expect(() => check([], world, config.advice)).toThrow(
    'The releases folder "archive" is not there. Make it, or name another one with RELEASES_DIR.',
  );
});
