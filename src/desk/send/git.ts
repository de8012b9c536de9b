import { execFile } from 'node:child_process';
import type { Variables } from '../../build/environment.ts';

/** How a git command ended. */
export interface GitResult {
  readonly isDone: boolean;
  readonly out: string;
  /** What it said about it. */
  readonly said: string;
}

/** A push to a slow host may take a while; one that waits for somebody to answer would take for ever. */
const PATIENCE_MS = 120_000;

/** Runs git in a folder. It never asks anybody: what is not known already makes it fail. */
export function git(folder: string, args: readonly string[], variables: Variables, input = ''): Promise<GitResult> {
  const env = {
    ...variables,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    GCM_INTERACTIVE: 'never',
    GIT_EDITOR: 'true',
    GIT_SSH_COMMAND: `${variables['GIT_SSH_COMMAND'] ?? 'ssh'} -o BatchMode=yes -o ConnectTimeout=20`,
  };
  return new Promise((resolve) => {
    const options = { cwd: folder, env, timeout: PATIENCE_MS, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(
      'git',
      ['-c', 'core.askPass=', '-c', 'core.quotePath=false', ...args],
      options,
      (error, out, said) => {
        const missing = error && 'code' in error && error.code === 'ENOENT' ? 'git is not installed' : said;
        resolve({ isDone: error === null, out, said: error?.killed ? 'git did not finish' : missing });
      },
    );
    // A command that reads nothing may be gone before.
    child.stdin?.on('error', () => undefined).end(input);
  });
}
