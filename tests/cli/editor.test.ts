import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ownEditor } from '../../src/cli/editor.ts';
import { project } from './test-context.ts';

const NPM = { npm_execpath: '/usr/lib/node_modules/npm/bin/npm-cli.js', npm_lifecycle_event: 'new' };

test.each([
  ['nothing at all', {}, undefined],
  ["npm's EDITOR on Linux and macOS", { ...NPM, EDITOR: 'vi' }, undefined],
  ["npm's EDITOR on Windows", { ...NPM, EDITOR: 'C:\\Windows\\notepad.exe' }, undefined],
  ["npm's EDITOR where Windows does not say its folder", { ...NPM, EDITOR: 'undefined\\notepad.exe' }, undefined],
  ['empty variables', { ...NPM, VISUAL: '', EDITOR: ' ' }, undefined],
  ['an EDITOR of the person', { ...NPM, EDITOR: 'nano -w' }, 'nano -w'],
  ['a VISUAL of the person', { ...NPM, VISUAL: 'code --wait', EDITOR: 'code --wait' }, 'code --wait'],
  ['vi in VISUAL, where npm writes nothing', { ...NPM, VISUAL: 'vi', EDITOR: 'vi' }, 'vi'],
  ["the person's npm setting", { ...NPM, npm_config_editor: 'micro', EDITOR: 'micro' }, 'micro'],
  ['vi as the npm setting in the environment', { ...NPM, npm_config_editor: 'vi', EDITOR: 'vi' }, 'vi'],
  ['vi without npm', { EDITOR: 'vi' }, 'vi'],
])('ownEditor() with %s', (_, variables, editor) => {
  expect(ownEditor(variables)).toBe(editor);
});

test.each([
  ['nobody has named one', {}, undefined],
  ['EDITOR names one', { EDITOR: 'nano' }, 'nano'],
  ['VISUAL names one', { VISUAL: 'nano' }, 'nano'],
])('ownEditor() in a script that npm itself has started, where %s', (_, named, editor) => {
  const outside = Object.entries(process.env).filter(([name]) => !/^(?:EDITOR|VISUAL|npm_.*)$/i.test(name));
  const { stdout } = spawnSync('npm run -s env', {
    cwd: project,
    env: { ...Object.fromEntries(outside), npm_config_userconfig: path.join(project, 'no.npmrc'), ...named },
    shell: true,
    encoding: 'utf8',
  });
  const seen = stdout
    .split(/\r?\n/)
    .map((line) => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)] as const);
  // npm always gives one; where it does not any more, the rule has no reason.
  expect(Object.fromEntries(seen)['EDITOR']).toBeTruthy();
  expect(ownEditor(Object.fromEntries(seen))).toBe(editor);
});
