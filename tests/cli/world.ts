import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { World } from '../../src/cli/command.ts';

export const project = path.join(import.meta.dirname, '../..');
/** 23 November 2026, 12:00 in Sydney. */
export const NOW = Date.parse('2026-11-23T01:00Z');

/** A folder with these files, by path, that is gone after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'releases-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** A release's file with a few fields. */
export function release(fields: Readonly<Record<string, string>> = {}, body = 'The text.'): string {
  const all = { title: '"First metal produced"', code: 'XMX', date: '2020-07-30', ...fields };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\n`);
  return `---\n${lines.join('')}---\n\n${body}\n`;
}

/** A world without a person in it, whose working folder is `working`; what is printed is kept. */
export function quietWorld(working: string, variables: World['variables'] = {}): World & { read: () => Printed } {
  const printed = { out: '', said: '' };
  return {
    variables,
    project: working,
    working,
    standing: working,
    now: NOW,
    interactive: false,
    colours: false,
    out: (text) => void (printed.out += text),
    say: (text) => void (printed.said += text),
    read: () => printed,
  };
}

export interface Printed {
  readonly out: string;
  readonly said: string;
}
