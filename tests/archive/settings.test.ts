import { expect, test } from 'vitest';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { fieldExamples } from '../../src/release/field-examples.ts';
import { companyAt } from '../../src/archive/company-names.ts';
import { parseSettings } from '../../src/archive/settings.ts';
import { folderWith } from '../support/releases-folder.ts';

const problemsOf = (content: string) => parseSettings('archive.yml', content).problems;

test.each(['companies', 'contact', 'security', 'coverage', 'synonyms', 'embedOn'])(
  'where %s is of another form, the hint shows one that passes',
  (field) => {
    const example = fieldExamples[field] ?? '';
    expect(problemsOf(`${field}: Example Minerals`)).toMatchObject([
      { rule: 'field-form', hint: `Write it in this form: ${example}` },
    ]);
    expect(problemsOf(example)).toEqual([]);
  },
);

test('names of other programs for the title and the address are told from ours', () => {
  expect(problemsOf('name: Example Minerals\nurl: https://example.com').map(({ hint }) => hint)).toEqual([
    'Did you mean title?',
    'Did you mean site?',
  ]);
});

test('parseSettings() refuses what stands below a second document, and names its line', () => {
  expect(problemsOf('title: First\n---\nnotice: This company is fictional.\n')).toEqual([
    {
      file: 'archive.yml',
      line: 2,
      rule: 'yaml-second-document',
      severity: 'error',
      message: 'A line that begins with --- ends archive.yml for YAML, and everything below it would be lost.',
      hint: 'Take the line out, or indent it if it belongs to a text of several lines.',
    },
  ]);
});

test.each([
  ['behind a first line of ---', '---\ntitle: First\n---\nnotice: Second\n', 3],
  ['behind comments', '# Ours\n\n---\n# The title\ntitle: First\n\n--- # more\nnotice: Second\n', 7],
  ['on the line itself', 'title: First\n--- {notice: Second}\n', 2],
  ['below an empty one', '---\n---\ntitle: First\n', 2],
  ['with a space behind the hyphens', 'title: First\n--- \nnotice: Second', 2],
  ['in a text of several lines', 'notice: |\n  One\n---\n  Two\n', 3],
  ['below one that a directive begins', '%YAML 1.2\n---\ntitle: First\n---\nnotice: Second\n', 4],
])('parseSettings() refuses a second document %s', (_, content, line) => {
  expect(problemsOf(content).map((problem) => [problem.rule, problem.line])).toEqual([['yaml-second-document', line]]);
});

test.each(['title: First\n...\nnotice: Second\n', '...\ntitle: First\n'])(
  'parseSettings() refuses what stands below the end of a document: %j',
  (content) => {
    expect(problemsOf(content)).toMatchObject([
      {
        rule: 'yaml-document-end',
        message: 'A line that begins with ... ends archive.yml for YAML, and the fields after it would be lost.',
      },
    ]);
  },
);

test.each([
  ['with a first line of ---', '---\ntitle: First\n', 2],
  ['with comments before it', '# Ours\n---\ntitle: First\n', 3],
  ['with a last line of ---, below which nothing stands', '---\ntitle: First\n---\n\n# The end\n', 2],
  ['with hyphens inside a text', 'notice: |\n  One\n  ---\n  Two\ntitle: First\n', 5],
  ['with a directive', '%YAML 1.2\n---\ntitle: First\n', 3],
])('parseSettings() reads one document %s', (_, content, line) => {
  const { settings, problems, lines } = parseSettings('archive.yml', content);
  expect(problems).toEqual([]);
  expect(settings.title).toBe('First');
  expect(lines.get('title')).toBe(line);
});

test.each(['', '\n', '# Nothing yet\n', '---\n# Nothing yet\n---\n'])(
  'parseSettings() takes %j as no fields',
  (content) => {
    expect(parseSettings('archive.yml', content)).toEqual({ settings: {}, problems: [], lines: new Map() });
  },
);

test('parseSettings() speaks of the file where it is none of fields', () => {
  expect(problemsOf('- one\n- two\n')).toMatchObject([
    { line: 1, rule: 'front-matter-fields', message: 'archive.yml does not consist of fields.' },
  ]);
});

test('readReleases() takes an archive.yml with every company that is listed, and bounds it in its own words', () => {
  const company = (index: number): string =>
    `  - code: C${String(index).padStart(4, '0')}\n    name: Example Minerals Number ${index} Limited\n`;
  const companies = Array.from({ length: 5000 }, (_, index) => company(index)).join('');
  const whole = readReleases(folderWith({ 'archive.yml': `companies:\n${companies}` }), '');
  expect(whole.problems).toEqual([]);
  expect(whole.settings.companies?.length).toBe(5000);
  const larger = readReleases(folderWith({ 'archive.yml': `#${' '.repeat(2 * 1024 * 1024)}\ntitle: First\n` }), '');
  expect(larger.settings).toEqual({});
  expect(larger.problems).toEqual([
    {
      file: 'archive.yml',
      line: 1,
      rule: 'file-too-large',
      severity: 'error',
      message: 'archive.yml is larger than 2 MB, the most that it may hold.',
      hint: 'Keep only the companies that have releases in the archive.',
    },
  ]);
});

test('parseSettings() reads one line with more values than a call takes arguments', () => {
  expect(problemsOf(`title: [${'x,'.repeat(150_000)}]`)).toMatchObject([{ rule: 'field-form', line: 1 }]);
  const names = Array.from({ length: 130_000 }, (_, index) => `k${index}`);
  expect(problemsOf(`title: {${names.join(',')}}`)).toMatchObject([{ rule: 'field-form' }]);
});

test('parseSettings() refuses anchors and aliases, which could expand without bound', () => {
  const levels = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]'];
  expect(problemsOf(levels.join('\n')).map(({ rule, line }) => [rule, line])).toEqual([['yaml-alias', 1]]);
});

test('companyAt() finds the company that bore a code on a day, among several that have', () => {
  const { settings } = parseSettings(
    'archive.yml',
    `companies:
  - { code: XMX, name: Third }
  - { code: QQX, name: First, former: [{ code: XMX, until: 2001-06-30 }] }
  - { code: XZX, name: Second, former: [{ code: XMX, until: 2010-06-30 }, { name: Older, until: 2005-01-01 }] }
`,
  );
  const nameOn = (day: string): string => companyAt(settings, 'XMX', day).name;
  expect(['2001-06-30', '2001-07-01', '2010-06-30', '2010-07-01'].map(nameOn)).toEqual([
    'First',
    'Second',
    'Second',
    'Third',
  ]);
  expect(companyAt(settings, 'XQM', '2001-06-30')).toEqual({ code: 'XQM', name: 'XQM' });
  const twice = parseSettings(
    'archive.yml',
    'companies:\n  - { code: XMX, name: One }\n  - { code: XMX, name: Two }\n',
  );
  expect(companyAt(twice.settings, 'XMX', '2020-01-01').name).toBe('One');
});
