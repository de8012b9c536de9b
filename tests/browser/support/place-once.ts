import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The folder `target`, filled by `fill` if it is not there yet.
 * Several processes may ask at once: each fills a folder of its own, the first to finish gives it the name, and the
 * others throw theirs away. So a folder of that name is always complete, also after a process was killed.
 */
export async function placeOnce(target: string, fill: (staging: string) => Promise<void>): Promise<string> {
  if (existsSync(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  const staging = await mkdtemp(`${target}.`);
  try {
    await fill(staging);
    await rename(staging, target);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
