import { compareReleases } from '../archive/archive.ts';
import type { FeedFormat, Urls } from '../archive/urls.ts';
import type { Release } from '../release/schema.ts';
import type { FeedDocument, HistoryFormat } from './documents.ts';
import { wholeTextsUpTo } from './document-size.ts';
import type { Entry, EntryOf } from './entry.ts';
import { feedTitle } from './lists.ts';
import type { FeedSource } from './source.ts';

/** One feed document, ready to be written in any format. All addresses but the style sheet's are whole. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The page for people with the same releases. */
  readonly page: string;
  /** The page for people about feeds. */
  readonly about: string;
  /** Path of the style sheet for people who open the feed in a browser; at whatever host they do, it is loaded from there. */
  readonly stylesheet: string;
  readonly archive: boolean;
  readonly self: (format: FeedFormat) => string;
  /** The document to subscribe to, which for an archive document is another. */
  readonly current: (format: FeedFormat) => string;
  readonly previous?: (format: HistoryFormat) => string;
  /** When the newest of its entries was published or corrected, in milliseconds since 1970 UTC; never the clock's time. */
  readonly updated: number;
  readonly entries: readonly Entry[];
  /** The archive's own digest and the page that explains it: in the feeds of everything alone, and never in an archive document. */
  readonly digest?: { readonly sha256: string; readonly page: string };
}

/** Makes the feed of a document. In an archive document nothing is said that was not known when it became full. */
export function makeFeed(document: FeedDocument, source: FeedSource, entryOf: EntryOf): Feed {
  const { archive, urls } = source;
  const { list, previous } = document;
  const known = (release: Release): boolean =>
    document.kind === 'subscription' || compareReleases(release, document.until) <= 0;
  const texts = document.releases.map((release) => entryOf(release, known));
  const entries =
    document.kind === 'archive' ? texts.map((text) => text[document.texts]) : wholeTextsUpTo(MOST_BYTES, texts);
  const own = (format: FeedFormat): string =>
    document.kind === 'archive' && format !== 'rss.xml' ? document.address(format) : urls.feed(list.ref, format);
  return {
    title: feedTitle(source.title, list),
    description: [list.description, archive.settings.notice].filter((part) => part !== undefined).join(' '),
    page: urls.absolute(pageOf(document, urls)),
    about: urls.absolute(urls.feeds()),
    stylesheet: urls.path('feed.css'),
    archive: document.kind === 'archive',
    self: (format) => urls.absolute(own(format)),
    current: (format) => urls.absolute(urls.feed(list.ref, format)),
    ...(previous ? { previous: (format: HistoryFormat) => urls.absolute(previous.address(format)) } : {}),
    updated: entries.reduce((latest, entry) => Math.max(latest, entry.updated), 0),
    entries,
    ...(document.kind === 'subscription' && list.ref.kind === 'all' && source.digest !== undefined
      ? { digest: { sha256: source.digest, page: urls.absolute(urls.archive()) } }
      : {}),
  };
}

/** Bytes of a subscription document in any format. Readers stop at 5 to 15 MB, and ask for it again and again. */
const MOST_BYTES = 2_000_000;

/** What the link to the page about the archive is called, in the formats that have such links. */
export function digestTitle(sha256: string): string {
  return `SHA-256 of all releases and attachments: ${sha256}`;
}

function pageOf(document: FeedDocument, urls: Urls): string {
  if (document.kind === 'archive') return urls.list(document.page);
  return document.list.ref.kind === 'all' ? urls.home() : urls.list(document.list.ref);
}
