import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { counted } from '../release/amounts.ts';
import { UsageError, type Environment } from './environment.ts';
import { removeLeftovers } from './staging.ts';

/** Puts the finished site in its place with two renames; between them the former site stands beside as `.former`. */
export async function swap(staging: string, environment: Environment): Promise<void> {
  const { out } = environment;
  const next = `${out}.next`;
  const former = `${out}.former`;
  mkdirSync(path.dirname(out), { recursive: true });
  rmSync(next, { recursive: true, force: true });
  try {
    renameSync(staging, next);
  } catch (error) {
    // Another disk: the copy is made beside the former site before anything is touched.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(staging, next, { recursive: true });
    rmSync(staging, { recursive: true });
  }
  rmSync(former, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, former);
  renameSync(next, out);
  // On several of the system's threads: the disk is what is waited for.
  await rm(former, { recursive: true, force: true });
  removeLeftovers(environment);
}

/** Puts the former site back when a build was ended between its two renames. True when it did. */
export function restoreFormer({ out }: Environment): boolean {
  if (existsSync(out) || !existsSync(`${out}.former`)) return false;
  renameSync(`${out}.former`, out);
  return true;
}

/** Refuses to put a site without any release in the place of one that has some: most likely a folder was not there. */
export function requireReleases(count: number, { out, shownOut, shown, allowEmpty }: Environment): void {
  if (count > 0 || allowEmpty) return;
  const former = path.join(out, 'releases');
  const lost = existsSync(former)
    ? readdirSync(former, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).length
    : 0;
  if (lost === 0) return;
  throw new UsageError(
    `There is nothing to publish in "${shown}", and ${shownOut} holds a site of ${counted(lost, 'release')}, which would be lost. See whether RELEASES_DIR names the right folder; where all of them are really to go, set ALLOW_EMPTY=1.`,
  );
}

/** Refuses an out folder that holds something other than a site of ours: replacing it would delete it. */
export function requireReplaceable({ out, shownOut, project, releases }: Environment): void {
  const contains = (folder: string, inner: string): boolean => !path.relative(folder, inner).startsWith('..');
  if (contains(out, project) || contains(out, releases) || contains(releases, out)) {
    throw new UsageError(
      `OUT_DIR "${shownOut}" holds the project or its releases, and would be replaced. Name a folder of its own, such as dist.`,
    );
  }
  if (!existsSync(out)) return;
  const entries = statSync(out).isDirectory() ? readdirSync(out) : undefined;
  if (entries?.length === 0 || (entries?.includes('.nojekyll') && entries.includes('index.html'))) return;
  throw new UsageError(
    `OUT_DIR "${shownOut}" holds something that is not a site of this archive, and would be replaced. Empty it, or name another folder.`,
  );
}
