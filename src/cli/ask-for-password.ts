import type { Terminal } from './command.ts';

/** Gives a password for a locked file, `wrong` being the one that did not open it; `undefined` to leave the file. */
export type AskForPassword = (file: string, wrong: string | undefined) => Promise<string | undefined>;

/**
 * Asks for passwords at a terminal, without showing them. The last one that was typed is tried on the next file first,
 * since a company locks its files alike. Without a terminal nobody is asked.
 */
export function passwordAsker(terminal: Terminal | undefined): AskForPassword {
  let last: string | undefined;
  return async (file, wrong) => {
    if (!terminal) return undefined;
    if (last !== undefined && wrong === undefined) return last;
    const { isCancel, password } = await import('@clack/prompts');
    const typed = await password({
      input: terminal.input,
      output: terminal.output,
      message: `${wrong === undefined ? `${file} is locked. Its password?` : `That does not open ${file}. Another password?`} (Enter to leave it)`,
    });
    if (isCancel(typed) || !typed) return undefined;
    last = typed;
    return typed;
  };
}
