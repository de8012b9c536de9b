import type { Archive } from '../archive/archive.ts';
import type { PublishedFile } from '../archive/files-beside.ts';
import type { Urls } from '../archive/urls.ts';
import type { Release } from '../release/schema.ts';

/** What feeds are made from. */
export interface FeedSource {
  readonly archive: Archive;
  readonly urls: Urls;
  /** The site's title. */
  readonly title: string;
  /** A release's text as safe HTML with whole addresses. */
  readonly renderForFeed: (release: Release) => string;
  /** One sentence on a release, or an empty text. */
  readonly summary: (release: Release) => string;
  /** The files that are published beside a release. */
  readonly filesOf: (release: Release) => readonly PublishedFile[];
  /** The archive's own digest, over all releases and attachments. */
  readonly digest?: string;
}
