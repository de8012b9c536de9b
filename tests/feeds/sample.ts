import { createArchive } from '../../src/archive/archive.ts';
import type { PublishedFile } from '../../src/archive/files-beside.ts';
import { resolveIn } from '../../src/archive/resolve-links.ts';
import type { Settings } from '../../src/archive/settings-schema.ts';
import { createUrls } from '../../src/archive/urls.ts';
import { feedDocuments, type FeedDocument, type FeedSizes } from '../../src/feeds/documents.ts';
import { entryMaker } from '../../src/feeds/entry.ts';
import { makeFeed, type Feed } from '../../src/feeds/feed.ts';
import type { FeedSource } from '../../src/feeds/source.ts';
import { renderBody } from '../../src/release/render.ts';
import type { Release, WholeRelease } from '../../src/release/schema.ts';
import { readSydneyDate, type ReleaseDate } from '../../src/release/sydney-time.ts';

/** A date as a release's file has it. */
export function date(written: string): ReleaseDate {
  const read = readSydneyDate(written);
  if ('finding' in read) throw new Error(read.finding.message);
  return read.date;
}

/** A release with as little in it as the test needs. */
export function release(fields: Partial<WholeRelease> & Pick<WholeRelease, 'id'>): WholeRelease {
  return { title: 'Drilling begins', code: ['XMX'], date: date('2020-07-30 09:15'), body: '', ...fields };
}

export interface SourceOptions {
  readonly base?: string;
  readonly settings?: Settings;
  readonly files?: Readonly<Record<string, readonly PublishedFile[]>>;
}

/** What feeds are made from, rendered by the program's own renderer. */
export function sourceOf(releases: readonly WholeRelease[], options: SourceOptions = {}): FeedSource {
  const archive = createArchive(releases, options.settings ?? {});
  const urls = createUrls({ origin: 'https://example.com', base: options.base ?? '/' });
  const bodies = new Map(releases.map(({ id, body }) => [id, body]));
  const bodyOf = ({ id }: Release): string => bodies.get(id) ?? '';
  const has = { release: (id: string) => archive.byId.has(id), files: new Map<string, number>() };
  return {
    archive,
    urls,
    title: 'Example Minerals announcements',
    renderForFeed: (one) => renderBody(bodyOf(one), resolveIn(one, has, urls, urls.absolute)).html,
    summary: (one) => one.summary ?? renderBody(bodyOf(one), resolveIn(one, has, urls)).beginning,
    filesOf: (one) => options.files?.[one.id] ?? [],
  };
}

/** Every feed of a source with its document; few releases fill a page, so that tests stay small. */
export function feedsOf(
  source: FeedSource,
  sizes: FeedSizes = { feedSize: 3, pageSize: 5 },
): { readonly document: FeedDocument; readonly feed: Feed }[] {
  const entryOf = entryMaker(source, 1_000_000);
  return feedDocuments(source.archive, source.urls, sizes).map((document) => ({
    document,
    feed: makeFeed(document, source, entryOf),
  }));
}

/** The subscription feed of everything. */
export function mainFeed(source: FeedSource, sizes?: FeedSizes): Feed {
  const [first] = feedsOf(source, sizes);
  if (!first) throw new Error('There is always a feed of everything.');
  return first.feed;
}
