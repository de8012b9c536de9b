import { spawn } from 'node:child_process';
import type { Phase } from '../../src/build/stopwatch.ts';
import { watchMemory } from './memory.ts';
import { parseTimes } from './time-line.ts';

/** A program with its arguments, as it is started for a measurement. */
export interface Command {
  /** What the step is called where a task has several. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The folder in which it runs. */
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What one run of a task took. */
export interface Measured {
  /** From the start of the first process to the end of the last. */
  readonly seconds: number;
  readonly phases: readonly Phase[];
  /** Bytes of all processes together at their peak; absent where the system does not tell. */
  readonly peak?: number | undefined;
}

/**
 * Runs commands one after another, each in a fresh process. Of several, each is a phase; of one, the phases are those that it prints.
 * Throws with the end of its output when a command fails.
 */
export async function measure(commands: readonly Command[]): Promise<Measured> {
  const runs: (Measured & { readonly name: string })[] = [];
  for (const command of commands) runs.push({ name: command.name, ...(await run(command)) });
  const [only] = runs;
  const peaks = runs.flatMap(({ peak }) => peak ?? []);
  return {
    seconds: runs.reduce((sum, { seconds }) => sum + seconds, 0),
    phases: runs.length === 1 && only ? only.phases : runs.map(({ name, seconds }) => ({ name, seconds })),
    peak: peaks.length > 0 ? Math.max(...peaks) : undefined,
  };
}

function run({ program, args, folder, environment }: Command): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...ownEnvironment(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const watch = child.pid === undefined ? undefined : watchMemory(child.pid);
    let output = '';
    const keep = (chunk: string) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => {
      watch?.stop();
      reject(error);
    });
    child.once('close', (status) => {
      const seconds = (performance.now() - start) / 1000;
      const peak = watch?.stop();
      if (status === 0) resolve({ seconds, phases: parseTimes(output), peak });
      else reject(new Error(`${[program, ...args].join(' ')} ended with status ${status}:\n${output.slice(-3000)}`));
    });
  });
}

/** Settings of a site that is built elsewhere must not change what is measured. */
const SETTINGS = ['SITE_URL', 'URL', 'CF_PAGES_URL', 'BASE_PATH', 'PRECOMPRESS', 'ALLOW_EMPTY', 'NODE_OPTIONS'];

function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.includes(name)));
}
