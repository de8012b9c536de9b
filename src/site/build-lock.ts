import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError, type Environment } from './environment.ts';
import { isRunning } from './staging.ts';

/**
 * Keeps other builds out of the folder that receives the site, by a file beside it, until what comes back is called
 * or this process ends. Throws a `UsageError` while another build is at work there; what a build that was killed has left is taken over.
 */
export function lockOut({ out, shownOut }: Pick<Environment, 'out' | 'shownOut'>): () => void {
  const file = `${out}.lock`;
  mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // node:fs throws these
    }
    const holder = readHolder(file);
    if (holder !== undefined && isAtWork(holder)) {
      throw new UsageError(
        `Another build, process ${holder.pid}, is writing into ${shownOut}. Wait until it has ended; if there is none, delete ${path.basename(file)} beside it.`,
      );
    }
    rmSync(file, { force: true });
  }
  const unlock = (): void => rmSync(file, { force: true });
  process.once('exit', unlock);
  return () => {
    process.off('exit', unlock);
    unlock();
  };
}

interface Holder {
  readonly pid: number;
  /** When the process began, as the system counts; unknown where the system does not tell. */
  readonly started?: string;
}

function readHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>; // whatever stands there is checked
    return typeof holder.pid === 'number' ? { pid: holder.pid, ...holder } : undefined;
  } catch {
    // Cut off by a kill, or gone meanwhile.
    return undefined;
  }
}

/** A number may have gone to another process meanwhile, in a container that begins to count anew even to this one. */
function isAtWork({ pid, started }: Holder): boolean {
  return pid !== process.pid && isRunning(pid) && (started === undefined || startOf(pid) === started);
}

/** The 22nd field of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: clock ticks after the boot. */
function startOf(pid: number): string | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields[19];
}
