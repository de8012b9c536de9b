import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from './environment.ts';
import { UsageError } from './failure.ts';
import { isRunning } from '../files/is-running.ts';

/**
 * Keeps other builds out of the folder that receives the site, by a file beside it, until what comes back is called or this
 * process ends. The lock of a build that was killed is taken over; for one without its text, which may be only just being
 * written, ten seconds are waited first. A process that holds the lock may ask for it again.
 * Throws a `UsageError` while another build is running there, or where the file is something else.
 */
export function acquireBuildLock({ out, shownOut }: Pick<Environment, 'out' | 'shownOut'>): () => void {
  const file = `${out}.lock`;
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  mkdirSync(path.dirname(file), { recursive: true });
  while (!create(file, own)) {
    const found = readLock(file);
    if (found === undefined) continue;
    if (!BEGINNING.startsWith(found.slice(0, BEGINNING.length))) {
      throw new UsageError(
        `"${path.basename(file)}" beside ${shownOut} is not the lock of a build, which belongs there. Move it elsewhere, or name another folder with OUT_DIR.`,
      );
    }
    const holder = parseHolder(found);
    if (holder !== undefined && isThisProcess(holder)) break;
    if (holder === undefined && isFresh(file)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      continue;
    }
    if (holder !== undefined && isAtWork(holder)) {
      throw new UsageError(
        `Another build, process ${holder.pid}, is writing into ${shownOut}. Wait until it has ended. If there is none, delete the file ${path.basename(file)} beside it.`,
      );
    }
    if (!removeStale(file, found)) {
      throw new UsageError(
        `Another build is just beginning to write into ${shownOut}. Wait until it has ended. If there is none, delete the file ${path.basename(guardOf(file))} beside it.`,
      );
    }
  }
  const release = (): void => {
    const lock = readLock(file);
    const holder = lock === undefined ? undefined : parseHolder(lock);
    if (holder !== undefined && isThisProcess(holder)) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return () => {
    process.off('exit', release);
    release();
  };
}

/** How every lock begins, also one that was cut off by a kill. */
const BEGINNING = '{"pid":';

interface Holder {
  readonly pid: number;
  /** When the process began, as the system counts; unknown where the system does not tell. */
  readonly started?: string;
}

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // node:fs throws these
    return false;
  }
}

/**
 * Takes away the lock of a build that is gone, in the sight of one process at a time: nobody else can have made a new lock
 * between the look at it and its removal, since only who holds the guard removes another's lock. False while somebody does.
 */
function removeStale(file: string, stale: string): boolean {
  const guard = guardOf(file);
  if (!create(guard, '')) return false;
  try {
    const isStale = readLock(file) === stale && (parseHolder(stale) !== undefined || !isFresh(file));
    if (isStale) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
  return true;
}

function guardOf(file: string): string {
  return `${file}.takeover`;
}

function readLock(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // node:fs throws these
    if (code === 'ENOENT') return undefined;
    // A folder is no lock of ours, whatever it holds.
    if (code === 'EISDIR') return 'a folder';
    throw error;
  }
}

/** `undefined` for a lock that is only just being written, or was cut off by a kill. */
function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder>; // whatever stands there is checked
    return typeof holder.pid === 'number' ? { pid: holder.pid, ...holder } : undefined;
  } catch {
    return undefined;
  }
}

/** Between the making of a lock and the writing of its text there are microseconds, on a busy machine more. */
function isFresh(file: string): boolean {
  const made = lstatSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Math.abs(Date.now() - made) < 10_000;
}

/** In a container that counts processes anew a killed build may have had our number. */
function isThisProcess({ pid, started }: Holder): boolean {
  return pid === process.pid && started === startOf(process.pid);
}

/** A number may have gone to another process meanwhile. */
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
