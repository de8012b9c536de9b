import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isPublishable } from '../../src/release/problem.ts';
import { readEnvironment } from '../../src/site/environment.ts';
import { readSite } from '../../src/site/state.ts';
import { makeBrokenCases } from '../fixtures/broken/cases.ts';

const into = mkdtempSync(path.join(tmpdir(), 'broken-build-'));
afterAll(() => rmSync(into, { recursive: true }));
const NOW = Date.parse('2026-11-23T00:00Z');

test.each(makeBrokenCases(into))(
  'a build of $name stops, or not, with exactly its one problem',
  ({ folder, expected }) => {
    const variables = { RELEASES_DIR: folder };
    const environment = readEnvironment(variables, into);
    // Also of releases that contradict each other a site is made: it is rendered while they are checked.
    const { site, check } = readSite(environment, { drafts: false, now: NOW, variables });
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
