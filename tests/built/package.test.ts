import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { triedAstro } from '../../src/astro/tried-astro.ts';
import { buildSite, withoutTestSettings } from '../support/build.ts';
import { freePort } from '../support/free-port.ts';
import { release } from '../support/releases-folder.ts';
import { digestsOf } from '../support/tree.ts';

// The program as a package, in an archive's folder of its own. Nothing is asked of a registry: the packages are the project's.

const project = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
const archive = path.join(folder, 'Müller & Söhne, 100% #1');
const program = path.join(archive, 'node_modules/asx-release-archive');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command of the program in the archive's folder, or in another that has the program. */
function run(args: readonly string[], settings: Readonly<Record<string, string>> = {}, cwd = archive) {
  const own = path.join(cwd, 'node_modules/asx-release-archive');
  const bin = path.join(existsSync(own) ? own : program, 'bin/asx-release-archive.cjs');
  return spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: { ...withoutTestSettings(process.env), INIT_CWD: cwd, ...settings },
    encoding: 'utf8',
  });
}

/** The files that the tarball holds, copied to where npm would unpack them. */
function installFrom(source: string): void {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: source,
    encoding: 'utf8',
  });
  const [{ filename, files }] = JSON.parse(packed.slice(packed.indexOf('[\n'))) as [
    { filename: string; files: readonly { path: string }[] },
  ]; // as npm documents it
  expect(files.filter(({ path: name }) => /\.ts$|^(?:src|tests|bench|releases)\//.test(name))).toEqual([]);
  execFileSync('tar', ['xzf', path.join(folder, filename), '-C', folder]);
  mkdirSync(path.dirname(program), { recursive: true });
  rmSync(program, { recursive: true, force: true });
  cpSync(path.join(folder, 'package'), program, { recursive: true });
}

beforeAll(() => {
  // A copy, since making the tarball writes into its folder while other tests read this one.
  const copy = path.join(folder, 'program');
  const names = [
    'bin',
    'src',
    'docs',
    'public',
    'packaging',
    'package.json',
    'package-lock.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
  ];
  for (const name of names) cpSync(path.join(project, name), path.join(copy, name), { recursive: true });
  // The tarball tells of all files that git knows of the program.
  symlinkSync(path.join(project, 'node_modules'), path.join(copy, 'node_modules'));
  writeFileSync(path.join(copy, '.gitignore'), 'node_modules\n');
  git(copy, 'init', '-q');
  git(copy, 'add', '--all');
  git(copy, 'commit', '-q', '-m', 'The program');
  installFrom(copy);
  // As npm leaves it where an archive has other versions of its own: every package below the program.
  linkPackages(program);
  for (const name of ['gray-matter', 'js-yaml', 'satteri', 'zod']) {
    const other = path.join(archive, 'node_modules', name);
    mkdirSync(other, { recursive: true });
    writeFileSync(path.join(other, 'package.json'), JSON.stringify({ name, version: '0.0.1', main: 'index.js' }));
    writeFileSync(
      path.join(other, 'index.js'),
      `throw new Error('This is the ${name} of the archive, not of the program.');\n`,
    );
  }
});

/** The packages that the lock file names, without those that only bundle pages, which the tarball brings. */
function linkPackages(to: string): void {
  mkdirSync(path.join(to, 'node_modules'), { recursive: true });
  for (const name of readdirSync(path.join(project, 'node_modules')))
    if (!name.startsWith('.') && !['astro', 'vite', 'rolldown'].includes(name))
      symlinkSync(path.join(project, 'node_modules', name), path.join(to, 'node_modules', name));
}

function git(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8' });
}

test('the tarball names no folder of the machine on which it was made', () => {
  const files = readdirSync(path.join(program, 'lib'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const texts = files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
  expect(texts.filter((text) => text.includes(project) || text.includes(folder))).toEqual([]);
});

test('the whole way: init, new, check, build, verify, and the site is that of the repository to the byte', async () => {
  const begun = run(['init', 'own', '--company', 'Example Minerals Limited', '--code', 'XMX'], {}, archive);
  expect(begun.status, begun.stderr).toBe(0);
  for (const name of readdirSync(path.join(archive, 'own')))
    cpSync(path.join(archive, 'own', name), path.join(archive, name), { recursive: true });
  rmSync(path.join(archive, 'own'), { recursive: true });
  const settings = path.join(archive, 'releases/archive.yml');
  const look = 'logo: logo.svg\naccent: "#7a1f2b"\nhomepage: https://www.example.com/\nfooter: "ABN 00 000 000 000."\n';
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}${look}embedOn: [https://www.example.com]\n`);
  writeFileSync(
    path.join(archive, 'releases/logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n',
  );
  const text = path.join(archive, 'text.md');
  writeFileSync(text, 'Gold *was* poured.\n');
  const written = run(['new', '--title', 'First pour', '--code', 'XMX', '--date', '2021-03-04 09:15', '--text', text]);
  expect(written.status, written.stderr).toBe(0);
  expect(existsSync(path.join(archive, 'releases/2021/2021-03-04-first-pour.md'))).toBe(true);
  expect(run(['check']).status).toBe(0);
  const built = run(['build']);
  expect(built.status, built.stderr).toBe(0);
  expect(built.stdout).toContain('Built dist: 1 release');
  expect(run(['verify']).stdout).toContain('all as listed');
  const own = { RELEASES_DIR: path.join(archive, 'releases'), OUT_DIR: path.join(folder, 'site') };
  expect((await buildSite(own)).status).toBe(0);
  expect(digestsOf(path.join(archive, 'dist'))).toEqual(digestsOf(own.OUT_DIR));
});

test('every page has the company’s look, and its site may show the newest releases', () => {
  const read = (name: string) => readFileSync(path.join(archive, 'dist', name), 'utf8');
  expect(read('look.css')).toContain('--link:#7a1f2b');
  expect(read('logo.svg')).toBe(readFileSync(path.join(archive, 'releases/logo.svg'), 'utf8'));
  for (const page of [
    'index.html',
    '404.html',
    'search/index.html',
    'releases/2021/2021-03-04-first-pour/index.html',
  ]) {
    const html = read(page);
    expect(html, page).toContain('<link rel="stylesheet" href="/look.css">');
    expect(html, page).toContain('src="/logo.svg"');
    expect(html, page).toContain('<a href="https://www.example.com/" rel="noopener">example.com</a>');
    expect(html, page).toContain('<p>ABN 00 000 000 000.</p>');
  }
  expect(read('embed/latest/index.html')).toContain(
    '<a href="/releases/2021/2021-03-04-first-pour/" target="_top">First pour</a>',
  );
  expect(read('embed/latest/index.html')).not.toContain('<script');
  expect(read('embed/index.html')).toContain('These sites may show it: https://www.example.com.');
  expect(read('_headers')).toContain(
    '/embed/latest/\n  Content-Security-Policy: frame-ancestors https://www.example.com\n',
  );
});

test('the home page of one release has no heading over nothing', () => {
  const home = readFileSync(path.join(archive, 'dist/index.html'), 'utf8');
  expect([...home.matchAll(/<h[23][^>]*>([^<]+)/g)].map(([, heading]) => heading)).toEqual([
    ...['The release', 'Browse', 'By year', 'More'],
  ]);
});

test('the program may lie where nobody can write', () => {
  writeFileSync(path.join(archive, 'releases/second.md'), release());
  const parts = ['bin', 'lib', 'public'];
  const entries = parts.flatMap((part) => [
    part,
    ...readdirSync(path.join(program, part), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(part, name),
    ),
  ]);
  const set = (mode: number) => {
    for (const name of ['', ...entries]) chmodSync(path.join(program, name), mode);
  };
  set(0o555);
  const digests = () => parts.map((part) => digestsOf(path.join(program, part)));
  const before = digests();
  try {
    const built = run(['build']);
    expect(built.status, built.stderr).toBe(0);
  } finally {
    set(0o755);
  }
  expect(digests()).toEqual(before);
});

test('a newer program is taken by replacing the package, and every address and feed id stays', () => {
  const before = readFileSync(path.join(archive, 'dist/feed.json'), 'utf8');
  const manifest = path.join(program, 'package.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"version": "[^"]+"/, '"version": "99.0.0"'));
  expect(run(['--version']).stdout).toBe('99.0.0\n');
  const built = run(['build']);
  expect(built.status, built.stderr).toBe(0);
  expect(readFileSync(path.join(archive, 'dist/feed.json'), 'utf8')).toBe(before);
});

test('an archive’s own public files are copied, and none takes the place of a page or feed', () => {
  const own = path.join(archive, 'public');
  mkdirSync(path.join(own, 'investors'), { recursive: true });
  writeFileSync(path.join(own, 'google1234.html'), 'google-site-verification: google1234.html');
  writeFileSync(path.join(own, 'investors/plan.txt'), 'Plan.\n');
  expect(run(['build']).status).toBe(0);
  expect(readFileSync(path.join(archive, 'dist/investors/plan.txt'), 'utf8')).toBe('Plan.\n');
  expect(run(['verify']).stdout).toContain('all as listed');
  writeFileSync(path.join(own, 'RSS.xml'), 'mine');
  const refused = run(['build']);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain("public/RSS.xml would stand at an address of the site's own.");
  expect(existsSync(path.join(archive, 'dist/google1234.html'))).toBe(true);
  rmSync(own, { recursive: true });
});

test('a clone becomes an archive without source, which builds; its own changes are named before', () => {
  const clone = path.join(folder, 'clone');
  git(folder, 'clone', '-q', path.join(folder, 'program'), clone);
  mkdirSync(path.join(clone, 'releases'));
  writeFileSync(path.join(clone, 'releases/2021-03-04-first-pour.md'), release({ code: 'XMX', date: '2021-03-04' }));
  writeFileSync(path.join(clone, 'src/config.ts'), 'export const config = {};\n');
  git(clone, 'add', '--all');
  git(clone, 'commit', '-q', '-m', 'Ours');
  const asked = run(['detach'], {}, clone);
  expect(asked.stdout).toContain('do not come along:\n  src/config.ts\nGit keeps them');
  expect(asked.status).toBe(2);
  const done = run(['detach', '--yes'], {}, clone);
  expect(done.status, done.stderr).toBe(0);
  expect(readdirSync(clone).toSorted()).toEqual([
    ...['.git', '.gitattributes', '.github', '.gitignore', '.npmrc', '.nvmrc', 'README.md'],
    ...['open-desk.cmd', 'open-desk.command', 'open-desk.sh', 'package.json', 'releases'],
  ]);
  git(clone, 'commit', '-q', '-m', 'Take the program as a package');
  expect(git(clone, 'log', '--format=%s', '--', 'releases')).toBe('Ours\n');
  cpSync(program, path.join(clone, 'node_modules/asx-release-archive'), { recursive: true });
  linkPackages(clone);
  const built = run(['build'], {}, clone);
  expect(built.stdout, built.stderr).toContain('Built dist: 1 release');
  expect(run(['detach', '--yes'], {}, clone).stdout).toContain('There is nothing to do.');
}, 180_000);

test('dev names Astro where the folder has none, and starts with the one that it has', async () => {
  const manifest = JSON.parse(readFileSync(path.join(archive, 'package.json'), 'utf8')) as { devDependencies: object };
  expect(manifest.devDependencies).toEqual({ astro: triedAstro() });
  expect(run(['dev']).stderr).toContain('dev cannot work in a folder with # in its path');
  const plain = path.join(folder, 'Müller, 100%');
  mkdirSync(path.join(plain, 'releases'), { recursive: true });
  writeFileSync(path.join(plain, 'releases/first.md'), release({ title: 'First pour' }));
  const installed = path.join(plain, 'node_modules/asx-release-archive');
  cpSync(program, installed, { recursive: true });
  const without = run(['dev'], {}, plain);
  expect(without.status).toBe(2);
  expect(without.stderr).toContain(`npm install --save-dev --save-exact astro@${triedAstro()}`);
  symlinkSync(path.join(project, 'node_modules/astro'), path.join(plain, 'node_modules/astro'));
  const port = await freePort();
  const args = [path.join(installed, 'bin/asx-release-archive.cjs'), 'dev', '--port', `${port}`];
  const env = { ...withoutTestSettings(process.env), INIT_CWD: plain };
  const server = spawn(process.execPath, args, { cwd: plain, env, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    // The pages themselves need packages where npm puts them; here the program's are links.
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await expect.poll(() => said, { timeout: 60_000 }).toContain(`localhost:${port}/`);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}, 90_000);

test.each([
  [['biuld'], 2, 'There is no command "biuld".'],
  // Its sample archive is in the repository alone.
  [['demo'], 2, 'There is no command "demo".'],
  [[], 0, 'Usage: asx-release-archive COMMAND'],
])('asx-release-archive %j says what there is', (args, status, words) => {
  const { status: ended, stdout, stderr } = run(args);
  expect(ended).toBe(status);
  expect(stdout + stderr).toContain(words);
});
