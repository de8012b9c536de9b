import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a new archive is told of its company. */
export interface Company {
  readonly name: string;
  readonly code: string;
  /** Address at which the site will be published; may be said later. */
  readonly site: string | undefined;
}

/** A file of a new archive's folder. */
interface StarterFile {
  readonly text: string;
  /** It may be run, for example by a double click. */
  readonly executable: boolean;
}

/** npm scripts of an archive, each the program's command of the same name. */
const COMMANDS = [
  'build',
  'check',
  'desk',
  'dev',
  'import',
  'new',
  'preview',
  'publish-drafts',
  'seal',
  'sign',
  'verify',
];

/**
 * The files of a new archive's folder by their paths below it. `program` is what its package.json asks for: an exact version, or a
 * tarball beside it. `node` and `astro` are the versions that the program is tried with.
 */
export function starterFiles(company: Company, tools: Tools): ReadonlyMap<string, StarterFile> {
  const title = `${company.name} announcements`;
  const settings = { text: archiveYml(company, title), executable: false };
  return new Map([['releases/archive.yml', settings], ...filesAround({ title, companies: [company] }, tools)]);
}

interface Tools {
  readonly program: string;
  readonly node: string;
  readonly astro: string;
}

/** The files around the releases of an archive that has them already. Its companies stand in the README and in the package's name. */
export function filesAround(
  { title, companies }: { readonly title: string; readonly companies: readonly Omit<Company, 'site'>[] },
  { program, node, astro }: Tools,
): ReadonlyMap<string, StarterFile> {
  const [first] = companies;
  const whose = companies.length === 1 && first ? `${first.name} (ASX:${first.code})` : 'companies listed on the ASX';
  // A tarball elsewhere would be found on this machine alone.
  const update = program.startsWith('file:')
    ? 'Put the newer tarball into this folder, beside `package.json`, and install it: `npm install ./asx-release-archive-VERSION.tgz`, with the version in its name; take the former tarball out'
    : '`npm install asx-release-archive@latest`';
  const fill = (text: string): string =>
    text.replaceAll('{{title}}', title).replaceAll('{{whose}}', whose).replaceAll('{{update}}', update);
  const plain = (text: string): StarterFile => ({ text, executable: false });
  const script = { text: template('open-desk.sh'), executable: true };
  return new Map([
    [
      'package.json',
      plain(packageJson(first && companies.length === 1 ? `${first.code.toLowerCase()}-` : '', { program, astro })),
    ],
    ['README.md', plain(fill(template('README.md')))],
    ['.nvmrc', plain(`${node}\n`)],
    ['.npmrc', plain(template('npmrc'))],
    ['.gitignore', plain(template('gitignore'))],
    ['.gitattributes', plain(template('gitattributes'))],
    ['.github/workflows/check.yml', plain(template('check.yml'))],
    ['.github/workflows/publish.yml', plain(template('publish.yml'))],
    // A batch file with bare line feeds is not run by every Windows.
    ['open-desk.cmd', plain(template('open-desk.cmd').replaceAll('\n', '\r\n'))],
    ['open-desk.command', script],
    ['open-desk.sh', script],
  ]);
}

function archiveYml({ name, code, site }: Company, title: string): string {
  const lines = [
    `title: ${JSON.stringify(title)}`,
    ...(site === undefined ? [] : [`site: ${JSON.stringify(site)}`]),
    'companies:',
    `  - code: ${code}`,
    `    name: ${JSON.stringify(name)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function packageJson(prefix: string, { program, astro }: Omit<Tools, 'node'>): string {
  const content = {
    name: `${prefix}announcements`,
    version: '1.0.0',
    private: true,
    type: 'module',
    engines: { node: '>=20' },
    scripts: Object.fromEntries(COMMANDS.map((name) => [name, `asx-release-archive ${name}`])),
    dependencies: { 'asx-release-archive': program },
    // For `dev` alone: a build is installed by `npm ci --omit=dev`.
    devDependencies: { astro },
    // Vite works without what it would run at installation.
    allowScripts: { esbuild: false },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function template(name: string): string {
  return readFileSync(path.join(import.meta.dirname, 'files', name), 'utf8');
}
