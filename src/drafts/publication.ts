import path from 'node:path/posix';
import { publishedFiles } from '../archive/files-beside.ts';
import { formatRelease } from '../release/format.ts';
import { freeId, idOf } from '../release/naming.ts';
import { isNamedByFacts } from '../archive/draft-name.ts';
import type { WholeDraft, WholeRelease } from '../release/schema.ts';

/** How a draft becomes a release: under which id, as which text, and which files move with it. */
export interface Publication {
  readonly id: string;
  readonly text: string;
  /** Paths below the releases folder. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/**
 * The release that a draft becomes, without `draft` and `review`, named by its date and headline. Files beside it that are
 * named like the draft are named like the release; all that it names move with it. `files` are those of the folder, by path;
 * `isTaken` says whether an id belongs to another release already, of which the text is not the one that is given.
 */
export function publication(
  { draft: _, review: __, ...release }: WholeRelease,
  files: ReadonlyMap<string, number>,
  isTaken: (id: string, text: string) => boolean,
): Publication {
  return renaming(release, files, isTaken);
}

/** The same of a draft that stays one, for when its date or headline has changed. */
export function renaming(
  draft: WholeDraft,
  files: ReadonlyMap<string, number>,
  isTaken: (id: string, text: string) => boolean,
): Publication {
  if (isNamedByFacts(draft)) return under(draft, draft.id, files);
  const id = freeId(idOf(draft.date?.day, draft.title), (one) => {
    const { text, moves } = under(draft, one, files);
    // A file of another size is another file; of two as large as each other, writing them tells.
    return isTaken(one, text) || moves.some(({ from, to }) => files.has(to) && files.get(to) !== files.get(from));
  });
  return under(draft, id, files);
}

/** The release under an id. The report of its import is named like it, too. */
function under(release: WholeDraft, id: string, files: ReadonlyMap<string, number>): Publication {
  const stem = path.basename(release.id);
  const names = new Map(
    publishedFiles(release, files).map(({ name }) => [
      name,
      name.startsWith(stem) ? path.basename(id) + name.slice(stem.length) : name,
    ]),
  );
  const attachments = release.attachments?.map((entry) =>
    'file' in entry ? { ...entry, file: names.get(entry.file) ?? entry.file } : entry,
  );
  const body = [...names].reduce((text, [from, to]) => text.replaceAll(`](${from})`, `](${to})`), release.body);
  const moves = [...names].map(([from, to]) => ({
    from: path.join(path.dirname(release.id), from),
    to: path.join(path.dirname(id), to),
  }));
  return {
    id,
    text: formatRelease({ ...release, body, ...(attachments === undefined ? {} : { attachments }) }),
    moves: moves.filter(({ from, to }) => from !== to),
  };
}
