import type { FeedFormat, Urls } from '../archive/urls.ts';
import { feedTitle, type FeedList } from './lists.ts';

/** A feed for `<link rel="alternate">`. */
interface FeedLink {
  readonly href: string;
  readonly type: string;
  readonly title: string;
}

/** Media types of the feeds' formats, in the order in which they are offered. */
export const feedTypes: ReadonlyMap<FeedFormat, { readonly name: string; readonly type: string }> = new Map([
  ['atom.xml', { name: 'Atom', type: 'application/atom+xml' }],
  ['rss.xml', { name: 'RSS', type: 'application/rss+xml' }],
  ['feed.json', { name: 'JSON Feed', type: 'application/feed+json' }],
]);

/**
 * The feeds that a page offers to readers, in some formats or all: those of its own list first, then those of everything.
 * A year has no feed of its own.
 */
export function feedLinks(
  urls: Urls,
  siteTitle: string,
  own?: Pick<FeedList, 'ref' | 'name'>,
  formats: readonly FeedFormat[] = [...feedTypes.keys()],
): FeedLink[] {
  const all = { ref: { kind: 'all' }, name: '' } as const;
  const lists = own && own.ref.kind !== 'all' && own.ref.kind !== 'year' ? [own, all] : [all];
  return lists.flatMap((list) =>
    [...feedTypes]
      .filter(([format]) => formats.includes(format))
      .map(([format, { name, type }]) => ({
        href: urls.feed(list.ref, format),
        type,
        title: `${feedTitle(siteTitle, list)} (${name})`,
      })),
  );
}
