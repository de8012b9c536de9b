import { copyFileSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { CHECKSUMS } from '../archive/site-paths.ts';
import { counted } from '../text/counted.ts';
import { acquireBuildLock } from './build-lock.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './failure.ts';
import { markSite, SITE_MARK, whyNotReplaceable } from './site-mark.ts';

/**
 * Puts the finished site in its place. All that takes time comes before or after: between the former site and the new one
 * there are two renames and nothing else, since Node cannot exchange two names at once. A process that is killed between
 * them leaves both sites whole, as `.former` and `.next`, and `restoreFormer` puts the former one back.
 * Throws a `UsageError` where `OUT_DIR` has become something that may not be deleted, and leaves it as it was.
 */
export async function swap(staging: string, environment: Environment): Promise<void> {
  const { out } = environment;
  const { next, former } = besidesOf(out);
  // Somebody may have taken the lock away meanwhile, or put something into the folder.
  acquireBuildLock(environment);
  requireReplaceable(environment);
  deleteSite(next);
  deleteSite(former);
  moveSite(staging, next);
  const replaces = existsSync(out);
  // A site that was adopted is recognised as ours from now on, also while it is deleted.
  if (replaces) markSite(out);
  if (replaces) renameSync(out, former);
  try {
    renameSync(next, out);
  } catch (error) {
    if (replaces) renameSync(former, out);
    throw error;
  }
  await deleteInBackground(former);
}

/**
 * Puts the former site back when a build was killed between its two renames. True when it did.
 * Whoever calls it holds the lock: no build is at work.
 */
export function restoreFormer({ out }: Pick<Environment, 'out'>): boolean {
  if (!isMissing({ out })) return false;
  renameSync(besidesOf(out).former, out);
  return true;
}

/** True where a build was killed between its two renames, and the former site stands beside its place. */
export function isMissing({ out }: Pick<Environment, 'out'>): boolean {
  return !existsSync(out) && existsSync(path.join(besidesOf(out).former, SITE_MARK));
}

/** True from the moment at which a build has put its site into place until it has deleted the former one. */
export function wasReplaced({ out }: Pick<Environment, 'out'>): boolean {
  return existsSync(out) && existsSync(besidesOf(out).former);
}

/** Deletes what a build that was killed has left beside the site. Whoever calls it holds the lock. */
export function deleteBesides(environment: Pick<Environment, 'out'>): void {
  for (const folder of Object.values(besidesOf(environment.out)))
    if (whyNotReplaceable(folder, { adopt: false }) === undefined) deleteSite(folder);
}

/** Where a finished site waits for its place, and where the former one goes. */
function besidesOf(out: string): { readonly next: string; readonly former: string } {
  return { next: `${out}.next`, former: `${out}.former` };
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

/**
 * Refuses an out folder that holds something other than a site of ours, and names it: replacing the folder would delete it.
 * The same goes for the two names beside it that a build uses.
 */
export function requireReplaceable({ out, shownOut, project, releases, adopt }: Environment): void {
  const place = realPlace(out);
  const contains = (folder: string, inner: string): boolean => {
    const below = path.relative(folder, inner);
    return below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
  };
  const [program, content] = [realPlace(project), realPlace(releases)];
  if (contains(place, program) || contains(place, content) || contains(content, place)) {
    throw new UsageError(
      `OUT_DIR "${shownOut}" holds the project or its releases or lies among them, and would be replaced. Name a folder of its own, such as dist.`,
    );
  }
  const refusal = whyNotReplaceable(place, { adopt });
  if (refusal) throw new UsageError(`OUT_DIR "${shownOut}" ${refusal.why} ${refusal.advice}`);
  for (const folder of Object.values(besidesOf(place))) {
    const beside = whyNotReplaceable(folder, { adopt: false });
    if (beside)
      throw new UsageError(
        `"${path.basename(folder)}" beside OUT_DIR "${shownOut}" ${beside.why} A build puts a whole site there for a moment. Move it elsewhere, or name another folder with OUT_DIR.`,
      );
  }
}

/** A path without links in the folders above it; what is not there yet is left as it is written. */
function realPlace(file: string): string {
  const parent = path.dirname(file);
  if (parent === file) return file;
  return path.join(existsSync(parent) ? realpathSync(parent) : realPlace(parent), path.basename(file));
}

function moveSite(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error; // node:fs throws these
    // Another disk. Half a copy is recognised as ours by what is copied first.
    mkdirSync(to);
    for (const name of [SITE_MARK, CHECKSUMS]) copyFileSync(path.join(from, name), path.join(to, name));
    copyInto(from, to);
    rmSync(from, { recursive: true });
  }
}

/** Node's own cpSync() says of a full disk that it does not answer. */
function copyInto(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (!entry.isDirectory()) copyFileSync(source, target);
    else {
      mkdirSync(target);
      copyInto(source, target);
    }
  }
}

/** Deletes a site; what makes it known as ours goes last, so that the next build finishes what was interrupted. */
function deleteSite(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of contentOf(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
  deleteRest(folder);
}

/** The same on several of the system's threads: the disk is what is waited for. */
async function deleteInBackground(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await Promise.all(contentOf(folder).map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
  deleteRest(folder);
}

function contentOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => name !== SITE_MARK && name !== CHECKSUMS);
}

function deleteRest(folder: string): void {
  for (const name of [CHECKSUMS, SITE_MARK]) rmSync(path.join(folder, name), { force: true });
  rmdirSync(folder);
}
