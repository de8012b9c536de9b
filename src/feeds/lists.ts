import type { Archive } from '../archive/archive.ts';
import type { ListRef } from '../archive/urls.ts';
import type { Release } from '../release/schema.ts';

/** A list of releases that can be followed in feeds of its own. */
export interface FeedList {
  readonly ref: ListRef;
  /** Its name for people: `All releases`, `Trading Halt`. */
  readonly name: string;
  /** One sentence on what is in it. */
  readonly description: string;
  /** Newest first. */
  readonly releases: readonly Release[];
}

/** Feeds under one heading. */
export interface FeedGroup {
  readonly heading: string;
  readonly lists: readonly FeedList[];
}

/** All lists that have feeds: the general ones, companies by name, types by slug. A group without lists is left out. */
export function feedGroups(archive: Archive): FeedGroup[] {
  const groups: FeedGroup[] = [
    { heading: 'General', lists: general(archive) },
    {
      heading: 'By company',
      lists: archive.companies.map(({ company, releases }) => ({
        ref: { kind: 'company', code: company.code },
        name: company.name,
        description: `Releases of ${company.name}.`,
        releases,
      })),
    },
    {
      heading: 'By announcement type',
      lists: archive.types.map(({ type, releases }) => ({
        ref: { kind: 'type', slug: type.slug },
        name: type.name,
        description: `Releases of the announcement type ${type.name}.`,
        releases,
      })),
    },
  ];
  return groups.filter(({ lists }) => lists.length > 0);
}

/** What the feed of a list is called: the site's title, and the list's name where it is not everything. */
export function feedTitle(siteTitle: string, list: Pick<FeedList, 'ref' | 'name'>): string {
  return list.ref.kind === 'all' ? siteTitle : `${siteTitle}: ${list.name}`;
}

// The lists of price-sensitive releases and of corrections can be followed before there is anything in them.
function general({ settings, releases, priceSensitive, corrections }: Archive): FeedList[] {
  return [
    {
      ref: { kind: 'all' },
      name: 'All releases',
      description: settings.description ?? 'Every release of this archive.',
      releases,
    },
    {
      ref: { kind: 'price-sensitive' },
      name: 'Price-sensitive releases',
      description: 'Releases that were marked as price sensitive.',
      releases: priceSensitive,
    },
    {
      ref: { kind: 'corrections' },
      name: 'Corrections',
      description: 'Releases that correct, clarify, replace, retract or cancel others.',
      releases: corrections,
    },
  ];
}
