import type { Archive } from '../../archive/archive.ts';
import type { PublishedFile } from '../../archive/files-beside.ts';
import type { Urls } from '../../archive/urls.ts';
import type { Release } from '../../release/schema.ts';

/** What open data is made from. */
export interface DataSource {
  readonly archive: Archive;
  readonly urls: Urls;
  readonly filesOf: (release: Release) => readonly PublishedFile[];
  readonly digestOf: (below: string) => string;
}

/** One column of the open data, for the files and for the page that explains them alike. */
export interface Column {
  readonly name: string;
  readonly type: 'text' | 'day' | 'time' | 'moment' | 'boolean' | 'address' | 'list of texts' | 'list of objects';
  /** What it means that there is no value; absent for a column that always has one. */
  readonly missing?: string;
  readonly meaning: string;
  /** The value in JSON; `null` where there is none. */
  readonly value: (release: Release, source: DataSource) => unknown;
  /** For a list of objects: what stands in a CSV cell; `false` where CSV leaves the column out. */
  readonly inCsv?: ((release: Release, source: DataSource) => readonly string[]) | false;
}

/** What a missing value mostly means. */
export const NOT_RECORDED = 'not recorded';
/** The value, or `null`, by which JSON says that there is none. */
export function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
