import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { publishedFiles } from '../../archive/files-beside.ts';
import { lockPath } from '../../archive/seal/read-lock.ts';
import { counted } from '../../text/counted.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Desk } from '../desk.ts';
import { gitWords } from './git-words.ts';
import { git } from './git.ts';

/** What a commit would hold: files of published releases, the settings with the logo, and the seals, never a draft or its documents. */
type Outgoing =
  /** Git cannot tell; `why` says it in sentences. */
  | { readonly isKnown: false; readonly why: string }
  | {
      readonly isKnown: true;
      /** Absolute paths of files that are new, changed or gone, in the order of code units. */
      readonly files: readonly string[];
      /** Those that Git is told to pass over (`.gitignore`), so that they are never sent. */
      readonly ignored: readonly string[];
      /** A message that one can read. */
      readonly message: string;
    };

export async function outgoing(desk: Desk, top: string): Promise<Outgoing> {
  // Git names files by where they lie, whatever link leads to the folder.
  const root = realpathSync(desk.place.root);
  const place = lockPath(desk.place.root);
  const lock = path.join(realpathSync(path.dirname(place)), path.basename(place));
  const { folder } = desk.archive.now();
  const status = await git(
    root,
    [
      'status',
      '--porcelain=v1',
      '-z',
      '--untracked-files=all',
      '--ignored=matching',
      '--no-renames',
      '--',
      root,
      ...(lock.startsWith(top + path.sep) ? [lock] : []),
    ],
    desk.variables,
  );
  if (!status.isDone)
    return { isKnown: false, why: `What has not been sent yet is not known. ${gitWords(status.said)}` };
  const lines = status.out
    .split('\0')
    .filter(Boolean)
    .map((line) => ({ state: line.slice(0, 2), file: path.join(top, line.slice(3)) }));
  const published = folder.releases.filter((release) => release.draft !== true);
  const own = new Map(published.map((release) => [path.join(root, `${release.id}.md`), release]));
  const kept = new Set([
    path.join(root, 'archive.yml'),
    ...(folder.settings.logo === undefined ? [] : [path.join(root, folder.settings.logo)]),
    lock,
    ...own.keys(),
    ...published.flatMap((release) => publishedFiles(release, folder.files).map(({ below }) => path.join(root, below))),
  ]);
  const files = lines
    .filter(({ state, file }) => state !== IGNORED && (kept.has(file) || state.includes('D')))
    .map(({ file }) => file);
  // Of a folder that is passed over Git names the folder alone.
  const passedOver = lines.filter(({ state }) => state === IGNORED).map(({ file }) => file);
  const ignored = [...kept].filter((file) =>
    passedOver.some((one) => file === one || (one.endsWith(path.sep) && file.startsWith(one))),
  );
  const titles = files.flatMap((file) => own.get(file)?.title ?? []);
  const [only] = titles;
  const message =
    titles.length === 1 && only !== undefined
      ? `Publish: ${only}`
      : titles.length > 1
        ? `Publish ${counted(titles.length, 'release')}`
        : 'Bring the archive up to date';
  const list = titles.length > 1 ? `\n\n${titles.map((title) => `- ${title}`).join('\n')}` : '';
  return {
    isKnown: true,
    files: files.toSorted(compareText),
    ignored: ignored.filter((file) => existsSync(file)).toSorted(compareText),
    message: message + list,
  };
}

/** How `git status` marks what it is told to pass over. */
const IGNORED = '!!';
