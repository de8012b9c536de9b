import { compareReleases, type Archive } from '../archive/archive.ts';
import { fullPages } from '../archive/paginate.ts';
import type { FeedFormat, ListRef, Urls } from '../archive/urls.ts';
import type { Release } from '../release/schema.ts';
import { feedGroups, type FeedList } from './lists.ts';

/** The formats that lead through the whole history. */
export type HistoryFormat = Exclude<FeedFormat, 'rss.xml'>;

/** One feed document: which releases it holds, what is known in it, and where it and its predecessor stand. */
export type FeedDocument = SubscriptionDocument | ArchiveDocument;

/** The document that readers subscribe to. */
interface SubscriptionDocument extends Held {
  readonly kind: 'subscription';
  readonly address: (format: FeedFormat) => string;
}

/**
 * A document of RFC 5005 that never changes once it is there, as long as releases are added at the end.
 * One that is added late, with an older date, shifts the documents of its year (of its list) from its place on, and
 * the first of all history leads the former first document to it: whoever has read those sees it while it is among
 * the newest, later only by reading them again. A change to a release's file changes the documents that hold it.
 */
interface ArchiveDocument extends Held {
  readonly kind: 'archive';
  /** The newest release of the document. What later releases say of its entries is not known in it. */
  readonly until: Release;
  /** The list of all releases keeps whole texts; the other lists, which hold the same once more, their beginnings. */
  readonly texts: 'whole' | 'beginning';
  /** The page for people that shows these releases among others. */
  readonly page: ListRef;
  readonly address: (format: HistoryFormat) => string;
}

interface Held {
  readonly list: FeedList;
  /** Newest first. */
  readonly releases: readonly Release[];
  /** The archive document with the releases before these. */
  readonly previous?: ArchiveDocument;
}

export interface FeedSizes {
  /** Releases that a subscription document holds at least, where there are as many. */
  readonly feedSize: number;
  /** Releases in an archive document. */
  readonly pageSize: number;
}

/**
 * Every feed document of the archive, those to subscribe to and those of the history, by their newest releases, newest
 * first; empty ones come last. A list that holds every release has no archive documents of its own:
 * its history is everything's.
 */
export function feedDocuments(archive: Archive, urls: Urls, sizes: FeedSizes): FeedDocument[] {
  const subscriptions: SubscriptionDocument[] = [];
  const archived: ArchiveDocument[] = [];
  let history: readonly ArchiveDocument[] = [];
  for (const list of feedGroups(archive).flatMap((group) => group.lists)) {
    const whole = list.releases.length === archive.releases.length && list.ref.kind !== 'all';
    const own = whole ? [] : archiveDocuments(list, archive, urls, sizes.pageSize);
    if (list.ref.kind === 'all') history = own;
    subscriptions.push(subscription(list, (whole ? history : own)[0], archive, urls, sizes));
    archived.push(...own);
  }
  // Neighbours in time hold the same releases, whose entries are still in memory then.
  return [...subscriptions, ...archived].toSorted(({ releases: [one] }, { releases: [other] }) =>
    one && other ? compareReleases(other, one) : Number(one === undefined) - Number(other === undefined),
  );
}

/**
 * The newest releases, all that no archive document holds yet, and then, as RFC 5005 (section 4.1) advises,
 * the older ones that were corrected since the oldest of these, because their archive documents do not change.
 */
function subscription(
  list: FeedList,
  previous: ArchiveDocument | undefined,
  archive: Archive,
  urls: Urls,
  sizes: FeedSizes,
): SubscriptionDocument {
  const { until } = previous ?? {};
  const later = until ? list.releases.findIndex((release) => release === until) : list.releases.length;
  const count = Math.max(sizes.feedSize, later);
  const newest = list.releases.slice(0, count);
  const since = newest.at(-1);
  const corrected = list.releases
    .slice(count)
    .filter(({ id }) =>
      archive.correctedBy.get(id)?.some(({ release }) => since && compareReleases(release, since) >= 0),
    );
  return {
    kind: 'subscription',
    list,
    releases: [...newest, ...corrected],
    address: (format) => urls.feed(list.ref, format),
    ...(previous ? { previous } : {}),
  };
}

/** Newest first. Everything goes by the pages of years, whose last one is full once a later year has begun. */
function archiveDocuments(list: FeedList, archive: Archive, urls: Urls, pageSize: number): ArchiveDocument[] {
  const newestYear = Math.max(...archive.years.keys());
  const pages =
    list.ref.kind === 'all'
      ? [...archive.years].flatMap(([year, releases]) =>
          fullPages(releases, pageSize, year < newestYear).map((page) => ({
            releases: page.releases,
            page: { kind: 'year', year } as const,
            address: (format: HistoryFormat) => urls.archiveFeed(year, page.number, format),
          })),
        )
      : fullPages(list.releases, pageSize, false).map((page) => ({
          releases: page.releases,
          page: list.ref,
          address: (format: HistoryFormat) => urls.listArchiveFeed(list.ref, page.number, format),
        }));
  const texts = list.ref.kind === 'all' ? 'whole' : 'beginning';
  const documents: ArchiveDocument[] = [];
  // From the oldest on, since each leads to the one before it.
  for (const page of pages.toReversed()) {
    const [until] = page.releases;
    const previous = documents.at(-1);
    if (until) documents.push({ kind: 'archive', list, until, texts, ...page, ...(previous ? { previous } : {}) });
  }
  return documents.toReversed();
}
