import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namedCommands, namedPaths } from './named-paths.ts';
import { readJson, root } from './source-files.ts';

const documents = globSync(['*.md', 'docs/*.md', 'bench/*.md', 'tests/fixtures/*.md'], { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted();
const textOf = (document: string): string => readFileSync(join(root, document), 'utf8');

test('the documents for users, for changers and for those who look for the place are there', () => {
  expect(documents).toEqual(
    expect.arrayContaining(['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'README.md']),
  );
});

test.each(documents)('every path that %s names is there', (document) => {
  const missing = namedPaths(document, textOf(document)).filter(({ path }) => !isThere(path));
  expect(missing.map(({ path, line }) => `${document}:${line} ${path}`)).toEqual([]);
});

test.each(documents)('every command that %s names is in package.json', (document) => {
  const { scripts } = readJson<{ scripts: Record<string, string> }>('package.json');
  expect(namedCommands(textOf(document)).filter((name) => !(name in scripts))).toEqual([]);
});

test('no npm exec that a document or message names asks before it runs, for nobody may be there to answer', () => {
  const named = [...documents, ...globSync('src/**/*.ts', { cwd: root })].filter((file) =>
    /npm exec /.test(textOf(file)),
  );
  expect(named).toEqual(expect.arrayContaining(['README.md']));
  expect(named.filter((file) => /npm exec (?!-y )/.test(textOf(file)))).toEqual([]);
});

function isThere(path: string): boolean {
  // Brackets are letters of a name here: `src/pages/releases/[...id].astro`.
  return path.includes('*') ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path));
}

test('namedPaths() finds code marks and links with their lines, and takes no example or address for one', () => {
  const text = [
    '`src/a.ts` and `node bench/b.ts --size 3`, `tests/c/`',
    '[d](d.md#part), [e](../README.md), ![f](images/f.png)',
    '`releases/2020/a.md`, `/releases/`, `src/importers/<kind>.ts`, [g](https://example.com/), `[h](h.md)`, `dist/`',
  ].join('\n');
  expect(namedPaths('docs/x.md', text).map(({ path, line }) => `${line} ${path}`)).toEqual([
    '1 src/a.ts',
    '1 bench/b.ts',
    '1 tests/c',
    '2 docs/d.md',
    '2 README.md',
    '2 docs/images/f.png',
  ]);
});

test('namedCommands() finds the commands of a text', () => {
  expect(namedCommands('`npm run check -- a.md`, `npm run -s new`, `npm test`')).toEqual(['check', 'new']);
});
