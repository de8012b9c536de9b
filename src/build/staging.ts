import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '../files/is-running.ts';
import type { Environment } from './environment.ts';

/** The folder in which a site is made, inside the project; one for each process. */
export function stagingFolder({ project }: Environment): string {
  return path.join(project, '.build', String(process.pid));
}

/** Takes away what this process and builds that were ended have left in the folders where builds render. */
export function removeLeftovers({ project }: Environment): void {
  const folder = path.join(project, '.build');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!/^\d+$/.test(name)) continue;
    if (Number(name) !== process.pid && isRunning(Number(name))) continue;
    // What somebody writes into while it is deleted, as a thread of a build that has failed may do, is deleted once more.
    rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
