import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { EXIT } from '../../src/cli/command.ts';
import { init } from '../../src/cli/init.ts';
import { folderWith } from '../support/releases-folder.ts';
import { ENTER, project, testContext, typist } from './test-context.ts';

const COMPANY = ['--company', 'Example "Gold" & Söhne: Limited', '--code', 'xmx'];
const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');
const manifest = JSON.parse(read(project, 'package.json')) as { version: string; scripts: Record<string, string> };

test('init writes a folder with settings that check takes, and ends with the next commands', async () => {
  const place = folderWith({});
  const context = testContext(place);
  const site = ['--site', 'https://announcements.example.com/archive/'];
  expect(await init(['new archive', ...COMPANY, ...site], context)).toBe(EXIT.clean);
  expect(context.read().out).toContain('\n  cd "new archive"\n  npm install\n  npm run new\n');
  const folder = path.join(place, 'new archive');
  const { settings, problems } = readReleases(path.join(folder, 'releases'), 'releases');
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    title: 'Example "Gold" & Söhne: Limited announcements',
    site: 'https://announcements.example.com/archive/',
    companies: [{ code: 'XMX', name: 'Example "Gold" & Söhne: Limited' }],
  });
  expect(JSON.parse(read(folder, 'package.json'))).toMatchObject({
    private: true,
    dependencies: { 'asx-release-archive': manifest.version },
  });
  expect(read(folder, 'README.md')).toContain('The announcements of Example "Gold" & Söhne: Limited (ASX:XMX)');
  expect(read(folder, 'README.md')).not.toContain('{{');
  expect(read(folder, '.nvmrc')).toBe(read(project, '.nvmrc'));
  expect(
    read(folder, 'open-desk.cmd')
      .split('\n')
      .every((line) => line === '' || line.endsWith('\r')),
  ).toBe(true);
  if (process.platform !== 'win32') expect(statSync(path.join(folder, 'open-desk.sh')).mode & 0o111).toBe(0o111);
});

test('the scripts of an archive are commands that the program has', async () => {
  const place = folderWith({});
  await init(['a', ...COMPANY], testContext(place));
  const { scripts } = JSON.parse(read(place, 'a/package.json')) as typeof manifest;
  const commands = readdirSync(path.join(project, 'src/cli'));
  expect(Object.entries(scripts).filter(([name, script]) => script !== `asx-release-archive ${name}`)).toEqual([]);
  expect(Object.keys(scripts).filter((name) => !commands.includes(`${name}.ts`))).toEqual([]);
});

test('the workflows of an archive pin actions as the program’s own do', async () => {
  const place = folderWith({});
  await init(['a', ...COMPANY], testContext(place));
  const own = ['check', 'publish'].map((name) => read(project, `.github/workflows/${name}.yml`)).join('\n');
  const used = ['check', 'publish'].flatMap((name) =>
    [...read(place, `a/.github/workflows/${name}.yml`).matchAll(/uses: (.+)/g)].map(([, action = '']) => action),
  );
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((action) => !own.includes(action))).toEqual([]);
});

test('init overwrites nothing, and says what stands there', async () => {
  const place = folderWith({ 'full/a.txt': 'precious', 'full/b.txt': '', file: '' });
  await expect(init(['full', ...COMPANY], testContext(place))).rejects.toThrow(
    '"full" is not empty: it holds a.txt, b.txt. Name a new folder; nothing was written.',
  );
  expect(readdirSync(path.join(place, 'full'))).toEqual(['a.txt', 'b.txt']);
  await expect(init(['file', ...COMPANY], testContext(place))).rejects.toThrow('"file" is a file. Name a folder.');
});

test.each(process.platform === 'win32' ? [] : ['a"b', 'a*b', 'a\\b', 'a:b/c', 'a\u0007b'])(
  'init refuses %j, in which nothing would work afterwards',
  async (name) => {
    const place = folderWith({});
    const sign = /[^abc]/.exec(name)?.[0] ?? '';
    await expect(init([name, ...COMPANY], testContext(place))).rejects.toThrow(
      `programs that an archive needs cannot work in a folder with ${sign === '\u0007' ? 'a control character' : sign} in its path. Name another folder; nothing was written.`,
    );
    expect(readdirSync(place)).toEqual([]);
  },
);

test('init takes a new repository of git', async () => {
  const place = folderWith({ 'fresh/.git/HEAD': 'ref: refs/heads/main\n' });
  expect(await init(['fresh', ...COMPANY], testContext(place))).toBe(EXIT.clean);
});

test.each([
  [[], 'init takes one folder: the new archive goes there.'],
  [['a', 'b', ...COMPANY], 'init takes one folder: the new archive goes there.'],
  [['a'], 'Say whose archive it is: --company "Example Minerals Limited" --code XMX.'],
  [['a', '--company', 'X Limited', '--code', 'X'], '"X" is not an ASX code.'],
  [['a', ...COMPANY, '--site', 'example.com'], 'example.com'],
])('init %j writes nothing and says what to write', async (args, sentence) => {
  const place = folderWith({});
  await expect(init(args, testContext(place))).rejects.toThrow(sentence);
  expect(readdirSync(place)).toEqual([]);
});

test('init asks at a terminal for what is not given', async () => {
  const place = folderWith({});
  const terminal = typist([
    ['name, as listed', 'Example Minerals Limited', ENTER],
    ['ASX code', 'xmx', ENTER],
    ['The address of the archive', ENTER],
  ]);
  expect(await init(['a'], { ...testContext(place), terminal })).toBe(EXIT.clean);
  expect(terminal.left()).toEqual([]);
  expect(read(place, 'a/releases/archive.yml')).toBe(
    'title: "Example Minerals Limited announcements"\ncompanies:\n  - code: XMX\n    name: "Example Minerals Limited"\n',
  );
});

test('an archive that is begun out of a tarball asks for that tarball, which lies in it', async () => {
  const place = folderWith({});
  writeFileSync(path.join(place, 'asx-release-archive-9.9.9.tgz'), 'tarball');
  await init(['a', ...COMPANY], testContext(place, { npm_config_package: './asx-release-archive-9.9.9.tgz' }));
  expect(JSON.parse(read(place, 'a/package.json'))).toMatchObject({
    dependencies: { 'asx-release-archive': 'file:asx-release-archive-9.9.9.tgz' },
  });
  expect(read(place, 'a/asx-release-archive-9.9.9.tgz')).toBe('tarball');
});

test.each([
  [['--company', ' '], '--company needs the company’s name after it.'],
  [['--company', 'A\nB'], 'Write the company’s name on one line.'],
  [['--company', 'A\u0007'], 'holds a control character'],
  [['--company', 'A', '--code', 'XZX'], '--code is given twice. Give it once.'],
])('init refuses %j, and writes nothing', async (flags, words) => {
  const place = folderWith({});
  await expect(init(['a', '--code', 'XMX', ...flags], testContext(place))).rejects.toThrow(words);
  expect(readdirSync(place)).toEqual([]);
});

test('init in the repository says that npm install asks the registry, and how to do without', async () => {
  const context = testContext(folderWith({}));
  await init(['a', ...COMPANY], context);
  expect(context.read().said).toContain(
    `npm install will ask the registry for asx-release-archive ${manifest.version}. Where that is not published, delete the folder and begin it out of a tarball:\n\n  npm pack\n`,
  );
});
