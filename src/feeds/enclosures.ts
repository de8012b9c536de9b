import { isPicture, mediaType } from '../release/file-name.ts';
import type { Release } from '../release/schema.ts';
import type { FeedSource } from './source.ts';

/** A document that belongs to a release. */
export interface Enclosure {
  /** Whole address. */
  readonly url: string;
  readonly mediaType: string;
  /** Its size; absent for a document kept elsewhere whose size the release does not record. */
  readonly bytes?: number;
  readonly title?: string;
}

/** A release's attachments in its order, then other documents that its text links to by name; PDFs before all others. */
export function enclosuresOf(release: Release, { urls, filesOf }: Pick<FeedSource, 'urls' | 'filesOf'>): Enclosure[] {
  const files = new Map(filesOf(release).map((file) => [file.name, file]));
  const attachments = release.attachments ?? [];
  const attached = attachments.flatMap((entry): Enclosure[] => {
    const title = 'title' in entry && entry.title !== undefined ? { title: entry.title } : {};
    if ('url' in entry) {
      const { href, pathname } = new URL(entry.url);
      const bytes = entry.bytes === undefined ? {} : { bytes: entry.bytes };
      return [{ url: href, mediaType: mediaType(pathname) ?? 'application/octet-stream', ...bytes, ...title }];
    }
    const file = files.get(entry.file);
    // A missing file keeps the site from being built; `npm run dev` goes on without it.
    if (!file) return [];
    return [{ url: addressOf(entry.file), mediaType: file.mediaType, bytes: file.bytes, ...title }];
  });
  const named = new Set(attachments.flatMap((entry) => ('file' in entry ? [entry.file] : [])));
  const linked = [...files.values()]
    .filter(({ name }) => !named.has(name) && !isPicture(name))
    .map(({ name, mediaType, bytes }): Enclosure => ({ url: addressOf(name), mediaType, bytes }));
  const all = [...attached, ...linked];
  return [...all.filter(isPdf), ...all.filter((enclosure) => !isPdf(enclosure))];

  function addressOf(name: string): string {
    return urls.absolute(urls.file(release.id, name));
  }
}

function isPdf(enclosure: Enclosure): boolean {
  return enclosure.mediaType === 'application/pdf';
}
