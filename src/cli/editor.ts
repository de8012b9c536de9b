import { spawnSync } from 'node:child_process';
import type { CommandContext } from './command.ts';

/**
 * The program with which the person edits texts, with its arguments, where the person has named one: in VISUAL, in npm's own
 * setting `editor`, or in EDITOR. npm gives every script an EDITOR, `vi` or Windows' Notepad where nobody has named one;
 * these two in EDITOR alone therefore say nothing, while npm runs the command.
 */
export function ownEditor(variables: CommandContext['variables']): string | undefined {
  const given = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const editor = given('EDITOR');
  const byNpm = given('npm_execpath') !== undefined || given('npm_lifecycle_event') !== undefined;
  const says = byNpm && editor !== undefined && NPM_DEFAULT.test(editor) ? undefined : editor;
  return given('VISUAL') ?? given('npm_config_editor') ?? says;
}

const NPM_DEFAULT = /^(?:vi|.*\\notepad\.exe)$/i;

/** Opens a file in an editor and waits until it is closed. */
export function openIn(editor: string, file: string, context: CommandContext): void {
  const [program = '', ...args] = editor.split(/\s+/);
  const { error } = spawnSync(program, [...args, file], { stdio: ['inherit', process.stderr.fd, 'inherit'] });
  if (error) context.log(`${program} could not be started; open the file in any editor.\n`);
}
