import { compareText } from '../../text/compare-text.ts';
import { typeGroups, type AnnouncementType } from '../../release/types.ts';
import type { Archive } from '../archive.ts';

type TypeList = Archive['types'][number];

/** A group of announcement types with those of its types that have releases. */
interface TypeGroup extends TypeList {
  readonly members: readonly TypeList[];
}

/** The groups that have releases in the exchange's order, behind them types that its list does not hold; members by slug. */
export function typesByGroup({ types }: Pick<Archive, 'types'>): TypeGroup[] {
  const members = Map.groupBy(
    types.filter(({ type }) => !isGroup(type)),
    ({ type }) => type.group,
  );
  const places = new Map(typeGroups.map(({ slug }, index) => [slug, index]));
  const placeOf = ({ type }: TypeList): number => places.get(type.slug) ?? places.size;
  return types
    .filter(({ type }) => isGroup(type))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || compareText(a.type.slug, b.type.slug))
    .map((list) => ({ ...list, members: members.get(list.type.slug) ?? [] }));
}

/** The groups that have releases, the largest first; of equal ones by slug. */
export function largestGroups({ types }: Pick<Archive, 'types'>): TypeList[] {
  return types
    .filter(({ type }) => isGroup(type))
    .toSorted((a, b) => b.releases.length - a.releases.length || compareText(a.type.slug, b.type.slug));
}

function isGroup(type: AnnouncementType): boolean {
  return type.group === type.slug;
}
