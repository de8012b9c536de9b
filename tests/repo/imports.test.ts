import { expect, test } from 'vitest';
import { codeFaults } from './code-rules.ts';
import { importedPackages, importFaults } from './import-table.ts';
import { readJson, sourceFiles } from './source-files.ts';

const files = sourceFiles();

test('src keeps to the table of imports', () => {
  expect(files.length).toBeGreaterThan(5);
  expect(importFaults(files)).toEqual([]);
});

test('src keeps time zones, the clock and the environment in their places, and passes no names on', () => {
  expect(codeFaults(files)).toEqual([]);
});

test('src imports only packages that are installed with the program', () => {
  const { dependencies } = readJson<{ dependencies: Record<string, string> }>('package.json');
  expect(importedPackages(files).filter((name) => !(name in dependencies))).toEqual([]);
});

test.each([
  ['src/release/a.ts', 'astro', 'src/release may use only the packages diff, gray-matter, js-yaml, satteri and zod.'],
  ['src/feeds/a.ts', 'astro:config/server', 'src/feeds may use only the packages @astrojs/rss.'],
  ['src/release/a.ts', '../archive/urls.ts', 'src/release may import only from text, beside its own files.'],
  ['src/importers/a.ts', '../cli/new.ts', 'src/importers may import only from text and release, beside its own files.'],
  ['src/config.ts', './release/types.ts', 'src/config.ts imports none of the other folders.'],
  ['src/data/a.ts', '../config.ts', 'src/data may import only from text, release and archive, beside its own files.'],
  ['src/data/a.ts', '../../tests/x.ts', 'the program imports nothing from outside of src.'],
  ['src/data/a.ts', './csv', 'write the file with its ending; there are no index files.'],
  ['src/cli/a.ts', 'fs', 'write node:fs.'],
  ['src/new/a.ts', './b.ts', 'src/new is not in the table of imports in tests/repo/import-table.ts.'],
])('importFaults() names %s with %s', (path, specifier, fault) => {
  const files = [{ path, text: `import { x } from '${specifier}';` }];
  expect(importFaults(files)).toEqual([`${path} imports ${specifier}: ${fault}`]);
});

test.each(['src/archive/urls.ts', 'src/search/a.ts', 'src/pages/a.ts', 'src/importers/read.ts'])(
  'importFaults() keeps %s from the disk',
  (path) => {
    expect(importFaults([{ path, text: `import 'node:fs/promises';` }])).toEqual([
      `${path} imports node:fs/promises: only the edges touch the disk, the network or other programs; in the core, src/files, src/archive/read and src/archive/seal the disk.`,
    ]);
  },
);

test.each(['src/archive/read/read-releases.ts', 'src/files/a.ts', 'src/cli/a.ts', 'src/build/a.ts', 'src/astro/a.ts'])(
  'importFaults() lets %s touch the disk',
  (path) => {
    expect(importFaults([{ path, text: `import 'node:fs';` }])).toEqual([]);
  },
);

test('importFaults() keeps the commands out of pages, Astro out of the build, and pages out of the commands', () => {
  const faults = importFaults([
    { path: 'src/cli/a.ts', text: `import '../pages/b.ts';` },
    { path: 'src/build/a.ts', text: `import '../astro/b.ts';` },
    { path: 'src/pages/a.ts', text: `import '../cli/b.ts';` },
  ]);
  expect(faults.map((fault) => fault.split(':')[0])).toEqual([
    'src/cli/a.ts imports ../pages/b.ts',
    'src/build/a.ts imports ../astro/b.ts',
    'src/pages/a.ts imports ../cli/b.ts',
  ]);
});

test.each([
  ['a type', `import type { A } from 'astro';`],
  ['a re-export', `export { a } from 'astro';`],
  ['a dynamic import', `const a = await import('astro');`],
  ['an import over several lines', `import {\n  a,\n} from 'astro';`],
])('importFaults() sees %s', (_, text) => {
  expect(importFaults([{ path: 'src/data/a.ts', text }])).toHaveLength(1);
});

test('importFaults() sees the front part and the scripts of an Astro file', () => {
  const text = `---\nimport '../cli/a.ts';\n---\n<p>import x</p>\n<script>\n  import '../cli/b.ts';\n</script>\n`;
  expect(importFaults([{ path: 'src/pages/a.astro', text }])).toHaveLength(2);
});

test.each([
  ['new Intl.DateTimeFormat()', 'only src/release/sydney-time.ts knows time zones.'],
  ['date.getHours()', 'only src/release/sydney-time.ts knows time zones.'],
  ['<time>{date.toLocaleDateString()}</time>', 'only src/release/sydney-time.ts knows time zones.'],
  ['const now = new Date();', 'only src/cli, src/desk, src/build and src/astro read the clock.'],
  ['Date.now()', 'only src/cli, src/desk, src/build and src/astro read the clock.'],
  [
    'process.env',
    'only src/cli, src/desk, src/drafts, src/build, src/astro and src/files/is-running.ts know the environment; pass in what is needed.',
  ],
  ["export * from './b.ts';", 'a name is imported from the file that makes it, never passed on by another.'],
  ["export {\n  a,\n} from './b.ts';", 'a name is imported from the file that makes it, never passed on by another.'],
])('codeFaults() names %s with its line', (code, reason) => {
  const [fault] = codeFaults([{ path: 'src/pages/a.astro', text: `// process.env here\n${code}` }]);
  expect(fault).toMatch(/^src\/pages\/a\.astro:2 has "/);
  expect(fault).toContain(reason);
});

test('codeFaults() lets a date be made from a number, and comments speak', () => {
  const text = `/** Not Date.now(). */\nconst day = new Date(instant).toISOString(); // never getHours()\n`;
  expect(codeFaults([{ path: 'src/archive/a.ts', text }])).toEqual([]);
});
