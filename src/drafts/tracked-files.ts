import { spawnSync } from 'node:child_process';
import type { ReleasesFolder } from '../archive/read/read-releases.ts';

/**
 * The paths below a releases folder that Git tracks; none where it is in no repository, Git is not installed, or no draft lies
 * in the folder, which alone this is asked for.
 */
export function trackedFiles({ root, releases, incompleteDrafts }: ReleasesFolder): ReadonlySet<string> {
  if (incompleteDrafts.length === 0 && releases.every(({ draft }) => draft !== true)) return new Set();
  // A program that a repository names for watching its files is not started for this.
  const { status, stdout } = spawnSync('git', ['-c', 'core.fsmonitor=false', 'ls-files', '-z'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 256 * 1024 * 1024,
  });
  return new Set(status === 0 ? stdout.split('\0').filter(Boolean) : []);
}
