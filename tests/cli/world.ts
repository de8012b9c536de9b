import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Terminal, World } from '../../src/cli/command.ts';

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

/** What a person would press once a question stands on the screen. */
export type Keys = readonly (readonly [question: string, ...keys: string[]])[];

export const ENTER = '\r';
export const TAB = '\t';
export const DOWN = '\u001b[B';
export const BACKSPACE = '\u007f';
export const CTRL_C = '\u0003';

/** A terminal at which somebody waits for each question and then presses its keys; `left` are those that never came. */
export function typist(keys: Keys): Terminal & { readonly left: () => Keys } {
  const input = new PassThrough();
  const left = [...keys];
  let seen = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      seen += chunk.toString();
      const [question, ...presses] = left[0] ?? [];
      if (question !== undefined && seen.includes(question)) {
        seen = '';
        left.shift();
        // The question stands on the screen before it listens.
        setImmediate(() => {
          for (const press of presses) input.write(press);
        });
      }
      done();
    },
  });
  return { input, output, left: () => left };
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
    terminal: undefined,
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
