import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const project = path.join(import.meta.dirname, '../../..');

/** `npm run desk` over a folder, as npm starts it. */
export interface DeskProcess {
  /** The address that it has printed. */
  readonly address: string;
  /** Ends it without warning. */
  readonly kill: () => Promise<void>;
}

/** Starts the desk over the folder `releases` in another one; the site is built into `dist` beside it. */
export async function startDeskProcess(folder: string): Promise<DeskProcess> {
  const node = ['--disable-warning=ExperimentalWarning', '--require', './src/preflight.cjs'];
  const child: ChildProcess = spawn(process.execPath, [...node, 'src/cli/desk.ts', '--port', '0'], {
    cwd: project,
    env: {
      PATH: process.env['PATH'],
      RELEASES_DIR: path.join(folder, 'releases'),
      OUT_DIR: path.join(folder, 'dist'),
      CACHE_DIR: path.join(folder, 'cache'),
      BROWSER: 'none',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const address = /^http:\/\/127\.0\.0\.1:\d+\/\S+$/m.exec(printed)?.[0];
    if (address !== undefined && printed.includes(`${address}\n`)) return { address, kill };
  }
  throw new Error(`The desk printed no address: ${printed}`);
}
