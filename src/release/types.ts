import vocabulary from './announcement-types.json' with { type: 'json' };
import { nearest } from '../text/nearest.ts';

/** An announcement type of the exchange, or a group of them. */
export interface AnnouncementType {
  /** This project's own short name, stable in addresses: `trading-halt`. */
  readonly slug: string;
  /** The exchange's name: `Trading Halt`. */
  readonly name: string;
  /** The slug of the group that it belongs to; a group's own slug where it is a group itself. */
  readonly group: string;
}

/** All groups in the exchange's order, each with its types. A type whose slug is its group's is left out: the slug means the group. */
export const typeGroups: readonly (AnnouncementType & { readonly types: readonly AnnouncementType[] })[] =
  vocabulary.groups.map((group) => ({
    slug: group.slug,
    name: group.name,
    group: group.slug,
    types: group.types
      .filter((type) => type.slug !== group.slug)
      .map((type) => ({ slug: type.slug, name: type.name, group: group.slug })),
  }));

const bySlug = new Map<string, AnnouncementType>(
  typeGroups.flatMap((group) => [group, ...group.types].map((type) => [type.slug, type] as const)),
);

/** The type with this slug, or `undefined` when the vocabulary does not hold it. */
export function knownType(slug: string): AnnouncementType | undefined {
  return bySlug.get(slug);
}

/** The type with this slug. One that the vocabulary does not hold is named by its slug and is its own group. */
export function typeOf(slug: string): AnnouncementType {
  return bySlug.get(slug) ?? { slug, name: sentence(slug), group: slug };
}

/** The slug that was probably meant, by its own letters or by the exchange's name; `undefined` when none is near. */
export function nearestType(written: string): AnnouncementType | undefined {
  const byName = [...bySlug.values()].find((type) => type.name.toLowerCase() === written.trim().toLowerCase());
  const slug = byName?.slug ?? nearest(written, bySlug.keys());
  return slug === undefined ? undefined : bySlug.get(slug);
}

function sentence(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
