import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKSUMS, SIGNATURE } from '../archive/site-paths.ts';
import { parseChecksums } from '../data/checksums.ts';
import { counted } from '../text/counted.ts';

/** The file by which a folder is known as a site that this program has built, and may replace. */
export const SITE_MARK = '.asx-release-archive';

/** What stands in it, for a person who opens it. */
const MARK_TEXT = 'Built by `npm run build`, which replaces this whole folder. Keep nothing else in it.\n';

/** Marks a folder as a site of this program. */
export function markSite(folder: string): void {
  writeFileSync(path.join(folder, SITE_MARK), MARK_TEXT);
}

/**
 * Why a folder may not be deleted as a site of ours, as the end of a sentence that begins with its name, and a sentence on
 * what to do; `undefined` where it may, or is not there. A site of ours has the mark, and nothing that its `SHA256SUMS`
 * does not list, but for what systems leave in any folder. `adopt` accepts a site that was built before there was a mark.
 */
export function whyNotReplaceable(folder: string, { adopt }: { readonly adopt: boolean }): Refusal | undefined {
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (entry === undefined) return undefined;
  if (entry.isSymbolicLink())
    return { why: 'is a link to another folder.', advice: 'Name that folder itself with OUT_DIR, or another one.' };
  if (!entry.isDirectory()) return { why: 'is a file.', advice: 'Name a folder with OUT_DIR.' };
  const mounted = mountPointIn(folder);
  if (mounted !== undefined)
    return {
      why: `cannot be replaced, because ${mounted} is a mount point.`,
      advice: 'Name a folder inside it with OUT_DIR.',
    };
  const entries = entriesBelow(folder);
  if (entries.every(({ name }) => IGNORED.test(name))) return undefined;
  const kept = entries.filter(({ name }) => NEVER_OURS.test(name));
  if (kept[0])
    return {
      why: `holds ${kept[0].name}, which would be deleted.`,
      advice: 'Move it elsewhere, or name another folder with OUT_DIR.',
    };
  const listed = listedIn(folder);
  const older = isOlderSite(listed);
  if (!existsSync(path.join(folder, SITE_MARK)) && !(adopt && older)) {
    return older
      ? {
          why: `looks like a site that an older version of this program has built: it lacks the file ${SITE_MARK}.`,
          advice:
            'If it is one and may be replaced, run npm run build -- --adopt; else name another folder with OUT_DIR.',
        }
      : {
          why: 'holds something that is not a site of this archive, and would be deleted.',
          advice: 'Name another folder with OUT_DIR, or empty this one.',
        };
  }
  if (listed.size === 0)
    return {
      why: `is a site of this archive without its list of files, ${CHECKSUMS}; nobody can tell what else it holds.`,
      advice: 'Name another folder with OUT_DIR, or delete this one.',
    };
  const folders = new Set([...listed].flatMap(foldersAbove));
  const foreign = entries.filter(({ name, isFolder }) => {
    if (IGNORED.test(name)) return false;
    return isFolder ? !folders.has(name) : !listed.has(name);
  });
  if (foreign.length === 0) return undefined;
  const shown = foreign.slice(0, SHOWN).map(({ name, isFolder }) => (isFolder ? `${name}/` : name));
  const more = foreign.length > shown.length ? ` and ${counted(foreign.length - shown.length, 'more', 'more')}` : '';
  return {
    why: `holds what a build has not written, and would delete: ${shown.join(', ')}${more}.`,
    advice: `Move ${foreign.length === 1 ? 'it' : 'them'} elsewhere, or name another folder with OUT_DIR.`,
  };
}

/** Everything below a folder; what links lead to is elsewhere. Node's own recursive listing follows links. */
function entriesBelow(folder: string, below = ''): { readonly name: string; readonly isFolder: boolean }[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below + entry.name;
    const isFolder = entry.isDirectory();
    return [{ name, isFolder }, ...(isFolder ? entriesBelow(folder, `${name}/`) : [])];
  });
}

interface Refusal {
  readonly why: string;
  readonly advice: string;
}

/** Names that a message lists. */
const SHOWN = 3;

/** What stands in a site without being listed: its list, the list's signature, and what Finder and Explorer leave behind. */
const IGNORED = new RegExp(
  `^(?:${CHECKSUMS}|${SIGNATURE.replaceAll('.', '\\.')}|${SITE_MARK.replaceAll('.', '\\.')}|(?:.*/)?(?:\\.DS_Store|Thumbs\\.db|desktop\\.ini))$`,
);

/** A checkout of a branch, and the domain of GitHub Pages: no build writes them, whatever a list says. */
const NEVER_OURS = /(?:^|\/)\.git$|^CNAME$/;

function listedIn(folder: string): ReadonlySet<string> {
  const file = path.join(folder, CHECKSUMS);
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return new Set();
  return new Set(parseChecksums(readFileSync(file, 'utf8')).checksums.map((checksum) => checksum.path));
}

/** Files that every site of ours has had, and hardly another. */
function isOlderSite(listed: ReadonlySet<string>): boolean {
  return ['.nojekyll', '_headers', 'data/releases.json', 'data/release.schema.json', 'feeds.opml'].every((name) =>
    listed.has(name),
  );
}

function foldersAbove(file: string): string[] {
  const folder = path.posix.dirname(file);
  return folder === '.' ? [] : [folder, ...foldersAbove(folder)];
}

/** The name of a folder on which another disk is mounted: this one or one below it. Linux alone tells of those below. */
function mountPointIn(folder: string): string | undefined {
  const table = '/proc/self/mountinfo';
  if (!existsSync(table)) {
    const parent = lstatSync(path.dirname(folder));
    return lstatSync(folder).dev === parent.dev ? undefined : 'it';
  }
  // The fifth field; a space is written \040 (https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html).
  const mounted = readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => (line.split(' ')[4] ?? '').replace(/\\([0-7]{3})/g, (_, code: string) => octal(code)))
    .find((point) => point === folder || point.startsWith(`${folder}/`));
  return mounted === undefined ? undefined : mounted === folder ? 'it' : path.relative(folder, mounted);
}

function octal(code: string): string {
  return String.fromCharCode(parseInt(code, 8));
}
