import type { Problem } from '../../release/problem.ts';
import type { WholeDraft } from '../../release/schema.ts';
import { publishedFiles } from '../files-beside.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';

/** Drafts that a repository gives to whoever gets it. `tracked` holds the paths below the releases folder that Git tracks. */
export function draftsInGit(folder: ReleasesFolder, tracked: ReadonlySet<string>): Problem[] {
  if (tracked.size === 0) return [];
  const drafts = [...folder.releases.filter(({ draft }) => draft === true), ...folder.incompleteDrafts];
  const published = folder.releases.filter(({ draft }) => draft !== true);
  const shared = new Set(published.flatMap((one) => publishedFiles(one, folder.files)).map(({ below }) => below));
  const found = new Set([...tracked].filter((file) => !shared.has(file)));
  return drafts.flatMap((draft) => draftInGit(draft, folder, found) ?? []);
}

function draftInGit(draft: WholeDraft, folder: ReleasesFolder, tracked: ReadonlySet<string>): Problem | undefined {
  const file = folder.fileOf(draft.id);
  const isTracked = tracked.has(`${draft.id}.md`);
  const documents = publishedFiles(draft, folder.files).filter(({ below }) => tracked.has(below));
  if (!isTracked && documents.length === 0) return undefined;
  const names = documents.map(({ name }) => name).join(', ');
  const what = isTracked
    ? `this draft${documents.length === 0 ? '' : ` and ${names}`}`
    : `${names}, which ${documents.length === 1 ? 'belongs' : 'belong'} to this draft`;
  const folderShown = file.slice(0, file.length - `${draft.id}.md`.length);
  const paths = [...(isTracked ? [file] : []), ...documents.map(({ below }) => folderShown + below)];
  return {
    file,
    line: folder.lineOf(draft.id, 'draft'),
    field: 'draft',
    severity: 'warning',
    rule: 'draft-in-git',
    message: `Git tracks ${what}: whoever gets the repository can read it before ASX has released it.`,
    hint: `Run git rm --cached ${paths.map((one) => `"${one}"`).join(' ')} and commit. What was pushed before stays in the history.`,
  };
}
