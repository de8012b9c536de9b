import { ending } from '../release/file-name.ts';
import type { Writable } from '../release/format.ts';
import type { Attachment } from '../release/schema.ts';
import { slugOf } from '../text/slug.ts';
import type { FileBeside } from './model/extract.ts';

/** Name of a file beside the release `id`: that of the release, then its own. */
export function fileNameBeside(id: string, { name }: FileBeside): string {
  const base = id.slice(id.lastIndexOf('/') + 1);
  const own = slugOf(name.replace(/\.[^.]*$/, '')) || 'file';
  return `${base}-${own}.${ending(name)}`;
}

/**
 * A draft whose text shows its pictures by the names that they have beside the release `id`, and whose attachments are
 * what the files have a title for. A picture that is not `there` is taken out of the text, and a link to a file becomes its words.
 */
export function withFiles(
  draft: Writable,
  id: string,
  files: readonly FileBeside[],
  there: ReadonlySet<FileBeside>,
): Writable {
  if (files.length === 0) return draft;
  const names = new Map(files.map((file) => [file.name, there.has(file) ? fileNameBeside(id, file) : undefined]));
  // In text of the document's own each of these brackets is escaped.
  const body = draft.body
    .replace(
      /(!?)(?<!\\)\[((?:\\.|[^\]\\])*)\]\(((?:picture|attached)-\d+\.\w+)\)/g,
      (whole, mark: string, words: string, name: string) => {
        if (!names.has(name)) return whole;
        const target = names.get(name);
        if (target !== undefined) return `${mark}[${words}](${target})`;
        return mark === '!' ? '' : words;
      },
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const attached = files.flatMap((file): Attachment[] =>
    file.title !== undefined && there.has(file) ? [{ file: fileNameBeside(id, file), title: file.title }] : [],
  );
  return {
    ...draft,
    body,
    ...(attached.length > 0 ? { attachments: [...(draft.attachments ?? []), ...attached] } : {}),
  };
}
