import type { Release } from '../release/schema.ts';
import { decodeWhole } from '../text/decode-escapes.ts';
import type { DataSource } from './columns/column.ts';

/** A document of a release, wherever it is kept. */
export interface DocumentFacts {
  /** Path on this site, or the whole address of a document that is kept elsewhere. */
  readonly address: string;
  /** Its name in the address, decoded; empty where the address ends with a slash. */
  readonly name: string;
  /** Host where it is kept, when that is not this site. */
  readonly elsewhere: string | undefined;
  readonly title: string | undefined;
  readonly pages: number | undefined;
  readonly bytes: number | undefined;
  /** SHA-256 in hexadecimal digits: of the file, or as recorded for a document that is kept elsewhere. */
  readonly sha256: string | undefined;
}

/** What is known of a release's attachments, in its own order. */
export function documentsOf(
  release: Release,
  { urls, filesOf, digestOf }: Omit<DataSource, 'archive'>,
): DocumentFacts[] {
  return (release.attachments ?? []).map((entry) => {
    const { title, pages } = entry;
    if ('url' in entry) {
      const { hostname, pathname } = new URL(entry.url);
      const last = pathname.split('/').at(-1) ?? '';
      const { bytes, sha256 } = entry;
      return { address: entry.url, name: decodeWhole(last) ?? last, elsewhere: hostname, title, pages, bytes, sha256 };
    }
    const file = filesOf(release).find((one) => one.name === entry.file);
    return {
      address: urls.file(release.id, entry.file),
      name: entry.file,
      elsewhere: undefined,
      title,
      pages,
      bytes: file?.bytes,
      sha256: file && digestOf(file.below),
    };
  });
}
