import { acquireBuildLock } from './build-lock.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './failure.ts';
import { deleteBesides, isMissing, requireReplaceable, restoreFormer, wasReplaced } from './replacing.ts';
import { removeLeftovers } from './staging.ts';

/**
 * Makes ready for a build: refuses an out folder that may not be replaced, keeps other builds out of it, clears away what a
 * build that was killed has left, and has a signal end this one without leaving anything: `stop` ends what still writes.
 * What comes back lets other builds in.
 */
export function beginBuild(
  environment: Environment,
  log: (text: string) => void,
  stop: () => Promise<void>,
): () => void {
  // Before anything is written: the lock's own name may be that of something else.
  requireReplaceable(environment);
  const release = acquireBuildLock(environment);
  removeLeftovers(environment);
  if (restoreFormer(environment)) log(restored(environment.shownOut));
  deleteBesides(environment);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      void stop().finally(() => {
        const where = wasReplaced(environment) ? 'holds the new site' : 'is as it was';
        clearAway(environment);
        release();
        log(`Stopped; ${environment.shownOut} ${where}.`);
        // The signal itself, now that nobody handles it: process.exit() waits for V8's threads, which may wait for this one.
        process.kill(process.pid, signal);
      });
    });
  return release;
}

/**
 * Puts the former site back where a build was killed at its very end, for a command that reads the site. Nothing happens
 * while a build is at work, or where the folder is there.
 */
export function restoreSite(environment: Pick<Environment, 'out' | 'shownOut'>, log: (text: string) => void): void {
  if (!isMissing(environment)) return;
  let release: () => void;
  try {
    release = acquireBuildLock(environment);
  } catch (error) {
    if (error instanceof UsageError) return;
    throw error;
  }
  if (restoreFormer(environment)) log(restored(environment.shownOut));
  release();
}

/** Deletes what a build that has failed or was stopped has made so far. */
export function clearAway(environment: Environment): void {
  removeLeftovers(environment);
  deleteBesides(environment);
}

function restored(shownOut: string): string {
  return `The former site was put back into ${shownOut}, because an earlier build was killed at its end.`;
}
