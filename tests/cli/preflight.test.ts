import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/releases-folder.ts';

const preflight = resolve(import.meta.dirname, '../../src/preflight.cjs');

/** Runs a program behind the preflight in a project of this name; `text` is JavaScript. */
function run(text: string, { name = 'project', before = '', project = join(folderWith({}), name) } = {}) {
  mkdirSync(join(project, 'src/files'), { recursive: true });
  for (const name of ['preflight.cjs', 'files/unusable-path.cjs'])
    cpSync(resolve(preflight, '..', name), join(project, 'src', name));
  writeFileSync(join(project, 'program.mjs'), text);
  writeFileSync(join(project, 'before.cjs'), before);
  const args = ['--require', './before.cjs', '--require', './src/preflight.cjs', 'program.mjs'];
  // Where coverage is measured Vitest forbids Node to keep anything.
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8', env });
  return { status, stdout, stderr: stderr.replaceAll(project, 'PROJECT') };
}

test('the preflight lets a program run, also in a folder with a space, % or other letters in its name', () => {
  for (const name of ['project', '100% done', 'Geschäft [1] & $x;y'])
    expect(run("console.log('runs')", { name })).toEqual({ status: 0, stdout: 'runs\n', stderr: '' });
});

test('the preflight says which Node is needed, and where it comes from', () => {
  const before = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });";
  expect(run('', { before })).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'This is Node 20.20.2, and Node 24 is needed. On Linux and Windows npm ci brings it along, unless optional packages are left out: run npm ci without --omit=optional. Elsewhere install the version that .nvmrc names.\n',
  });
});

test.skipIf(process.platform === 'win32').each(['#', '?', '*', '"', '\\', ':'])(
  'the preflight refuses a project with %s in its path',
  (sign) => {
    expect(run('', { name: `a${sign}b` })).toEqual({
      status: 2,
      stdout: '',
      stderr: `The project lies in "PROJECT", and programs that it needs cannot work in a folder with ${sign} in its path. Rename that folder.\n`,
    });
  },
);

test.each([
  ["import 'satteri-of-this-system';", 'satteri-of-this-system'],
  ["import '@scope/rolldown/binding';", '@scope/rolldown'],
  ["import './node_modules/@scope/half/main.js';", '@scope/half'],
  [
    "throw new Error('Cannot find native binding.', { cause: Object.assign(new Error(\"Cannot find module '@x/y-linux'\"), { code: 'MODULE_NOT_FOUND' }) });",
    '@x/y-linux',
  ],
  ["throw new Error('Cannot find native binding.');", 'A package'],
])('the preflight names a package that is missing (%#)', (text, name) => {
  expect(run(text)).toEqual({
    status: 1,
    stdout: '',
    stderr: `${name} is missing from node_modules. Run npm ci, and leave no optional packages out: they hold the programs for this system.\n`,
  });
});

test.each([
  [['there'], ''],
  [['there', 'gone'], 'gone is'],
  [['@scope/gone', 'there', 'gone'], '@scope/gone and 1 other package are'],
  [['a', 'b', 'c'], 'a and 2 other packages are'],
])('the preflight looks for all packages, whenever they are loaded: %j', (names, missing) => {
  const before = `const { mkdirSync, writeFileSync } = require('node:fs');
mkdirSync('node_modules/there', { recursive: true });
writeFileSync('node_modules/there/package.json', '{}');
writeFileSync('package.json', '${JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) })}');`;
  expect(run("console.log('runs')", { before })).toEqual(
    missing === ''
      ? { status: 0, stdout: 'runs\n', stderr: '' }
      : {
          status: 2,
          stdout: '',
          stderr: `${missing} missing from node_modules. Run npm ci, and leave no optional packages out: they hold the programs for this system.\n`,
        },
  );
});

test('the preflight shows where a fault of the program comes from', () => {
  for (const text of ["throw new TypeError('boom');", "import './not-there.mjs';"]) {
    const { status, stderr } = run(text);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^(?:TypeError: boom|Error \[ERR_MODULE_NOT_FOUND\])/);
    expect(stderr).toMatch(/\n {4}at /);
  }
});

test.each(['project', 'node_modules/asx-release-archive'])(
  'what Node has compiled is kept beside the packages of %s, and begun anew where it has become much',
  (name) => {
    const folder = folderWith({});
    const project = join(folder, name);
    const kept = join(folder, name === 'project' ? 'project/node_modules' : 'node_modules', '.cache/compiled');
    const files = (): string[] => readdirSync(kept, { recursive: true, encoding: 'utf8' }).toSorted();
    expect(run("console.log('runs')", { project }).stdout).toBe('runs\n');
    const once = files();
    expect(once.length).toBeGreaterThan(1);
    run("console.log('runs')", { project });
    expect(files()).toEqual(once);
    mkdirSync(join(kept, 'left'));
    for (let count = 0; count < 5000; count++) writeFileSync(join(kept, 'left', String(count)), '');
    run("console.log('runs')", { project });
    expect(files()).toEqual(once);
  },
);

test('a command runs where nothing can be kept', () => {
  const folder = folderWith({ 'project/node_modules/.cache': 'a file' });
  expect(run("console.log('runs')", { project: join(folder, 'project') }).stdout).toBe('runs\n');
});

test('every command is run behind the preflight', () => {
  const { scripts } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const commands = Object.entries(scripts).filter(([, line]) => /\bsrc\//.test(line));
  expect(commands.length).toBeGreaterThan(5);
  for (const [name, line] of commands)
    expect(line, name).toMatch(/^node (?:--disable-warning=ExperimentalWarning )?--require \.\/src\/preflight\.cjs /);
});
