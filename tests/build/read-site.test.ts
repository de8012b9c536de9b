import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isPublishable } from '../../src/release/problem.ts';
import { readEnvironment } from '../../src/build/environment.ts';
import { readSite } from '../../src/build/read-site.ts';
import { makeBrokenCases } from '../fixtures/broken/cases.ts';
import { folderWith, release } from '../support/releases-folder.ts';

const into = mkdtempSync(path.join(tmpdir(), 'broken-build-'));
afterAll(() => rmSync(into, { recursive: true }));
const NOW = Date.parse('2026-11-23T00:00Z');

test.each(makeBrokenCases(into))(
  'a build of $name stops, or not, with exactly its one problem',
  ({ folder, expected }) => {
    const environment = readEnvironment({ RELEASES_DIR: folder }, into);
    // Also of releases that contradict each other a site is made: it is rendered while they are checked.
    const { site, check } = readSite(environment, { drafts: false, now: NOW });
    const problems = check();
    expect(problems.map(({ rule, severity, line, field }) => ({ rule, severity, line, field }))).toEqual(
      expected
        ? [{ rule: expected.rule, severity: expected.severity, line: expected.line, field: expected.field }]
        : [],
    );
    expect(isPublishable(problems)).toBe(expected?.severity !== 'error');
    if (isPublishable(problems)) expect(site).toBeDefined();
  },
);

test('a renamed release has its former address once, though it names that itself', () => {
  const was = { 'old.md': '4d7a2146'.repeat(8) };
  const renamed = { id: 'old', files: {}, amendments: [{ date: '2026-11-23', reason: 'R.', was, renamedTo: 'a' }] };
  const present = { id: 'a', files: { 'a.md': '4d7a2146'.repeat(8) }, amendments: [] };
  const folder = folderWith({
    'r/a.md': release({ aliases: '[/releases/old/, /news/]' }),
    'r.lock': `${JSON.stringify(present)}\n${JSON.stringify(renamed)}\n`,
  });
  const environment = readEnvironment({ RELEASES_DIR: path.join(folder, 'r') }, folder);
  const { site } = readSite(environment, { drafts: false, now: NOW });
  expect(site?.archive.byId.get('a')?.aliases).toEqual(['/releases/old/', '/news/']);
});
