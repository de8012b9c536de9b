import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkArchive } from '../../src/archive/check/check-archive.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { config } from '../../src/config.ts';
import { makeBrokenCases } from '../fixtures/broken/cases.ts';

const into = mkdtempSync(path.join(tmpdir(), 'broken-'));
afterAll(() => rmSync(into, { recursive: true }));
const cases = makeBrokenCases(into);
const NOW = Date.parse('2026-11-23T00:00Z');

test.each(cases)('$name gives exactly its one problem', ({ folder, expected }) => {
  const problems = checkArchive(readReleases(folder, ''), NOW, config.advice);
  const places = problems.map(({ rule, severity, file, line, field }) => ({ rule, severity, file, line, field }));
  expect(places).toEqual(expected ? [expected] : []);
});

test('every problem is told in full sentences', () => {
  const told = cases.flatMap(({ folder }) => checkArchive(readReleases(folder, ''), NOW, config.advice));
  const wrong = told.filter(({ message, hint }) => !/^["A-Z0-9].*[.]$/s.test(message) || !/^[A-Z].*/s.test(hint));
  expect(wrong).toEqual([]);
});

test('every rule of one release and of the archive has a folder that breaks it', () => {
  const source = path.join(import.meta.dirname, '../../src');
  const files = globSync(['release/**/*.ts', 'archive/**/*.ts'], { cwd: source });
  const rules = files.flatMap((file) => {
    const code = readFileSync(path.join(source, file), 'utf8');
    return [...code.matchAll(/(?:rule: |notThere\()'([a-z0-9-]+)'/g)].map(([, rule]) => rule);
  });
  const broken = new Set(cases.map(({ expected }) => expected?.rule));
  // A seal lies beside the releases folder: tests/archive and tests/cli hold its rules.
  for (const rule of rules.filter((name) => /^(lock|seal)-/.test(name ?? ''))) broken.add(rule);
  // These depend on the day of the check, on a user who is not root, or on Git (tests/archive/check/drafts-in-git.test.ts).
  for (const rule of ['authoriser-missing', 'file-unreadable', 'draft-in-git']) broken.add(rule);
  expect(new Set(rules.filter((rule) => !broken.has(rule)))).toEqual(new Set());
  expect(rules.length).toBeGreaterThan(60);
});
