import { acquireBuildLock } from './build-lock.ts';
import type { Environment } from './environment.ts';
import { stopFilesThread } from './files-thread.ts';
import { deleteBesides, requireReplaceable, restoreFormer, wasReplaced } from './replacing.ts';
import { removeLeftovers } from './staging.ts';

/**
 * Makes ready for a build: refuses an out folder that may not be replaced, keeps other builds out of it, clears away what a
 * build that was killed has left, and has a signal end this one without leaving anything. What comes back lets other builds in.
 */
export function beginBuild(environment: Environment, log: (text: string) => void): () => void {
  // Before anything is written: the lock's own name may be that of something else.
  requireReplaceable(environment);
  const release = acquireBuildLock(environment);
  removeLeftovers(environment);
  if (restoreFormer(environment))
    log(`The former site was put back into ${environment.shownOut}, because an earlier build was killed at its end.`);
  deleteBesides(environment);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      void stopFilesThread().finally(() => {
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

/** Deletes what a build that has failed or was stopped has made so far. */
export function clearAway(environment: Environment): void {
  removeLeftovers(environment);
  deleteBesides(environment);
}
