import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from './environment.ts';

/** The folder in which Astro renders: inside the project, where its own steps find their packages; one for each process. */
export function stagingFolder({ project }: Environment): string {
  return path.join(project, '.build', String(process.pid));
}

/** Takes away what this process and builds that were ended have left in the folders where builds render. */
export function removeLeftovers({ project }: Environment): void {
  const folder = path.join(project, '.build');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!/^\d+$/.test(name)) continue;
    if (Number(name) !== process.pid && isRunning(Number(name))) continue;
    // What somebody writes into while it is deleted, as Astro does where a build has failed, is deleted once more.
    rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Moves style sheets into the site that Astro 7.3 has left where it prerenders: it does so by addresses that it does not
 * encode, and finds nothing where the project's path holds a `%`.
 */
export function moveLeftAssets(staging: string): void {
  const from = path.join(staging, '.prerender/_astro');
  const to = path.join(staging, '_astro');
  for (const name of existsSync(from) ? readdirSync(from) : []) {
    mkdirSync(to, { recursive: true });
    if (!existsSync(path.join(to, name))) renameSync(path.join(from, name), path.join(to, name));
  }
}

/** True for the number of a process that is running. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, and so is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // process.kill throws these
  }
}
