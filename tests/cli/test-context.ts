import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import type { Terminal, CommandContext } from '../../src/cli/command.ts';
import { NOW } from '../support/releases-folder.ts';

export const project = path.join(import.meta.dirname, '../..');

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

/** A command context without a person at the terminal, whose working folder is `working`; what is printed is kept. */
export function testContext(
  working: string,
  variables: CommandContext['variables'] = {},
): CommandContext & { read: () => Printed } {
  const printed = { out: '', said: '' };
  return {
    variables,
    project: working,
    working,
    invokedFrom: working,
    now: NOW,
    terminal: undefined,
    colours: false,
    out: (text) => void (printed.out += text),
    log: (text) => void (printed.said += text),
    read: () => printed,
  };
}

export interface Printed {
  readonly out: string;
  readonly said: string;
}
