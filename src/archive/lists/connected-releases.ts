import type { Release } from '../../release/schema.ts';

/** The largest matter that is shown whole; of a larger one a page shows only what is joined to it directly. */
const LARGEST_GROUP = 30;

/**
 * For each release that names others, or is named, all releases of the same matter, itself among them:
 * those that are joined to it over any number of steps, whichever of two names the other.
 * They come in the order of `releases`. Releases that stand alone are left out, and names of releases that are not there.
 */
export function connectedReleases(
  releases: readonly Release[],
  namedBy: (release: Release) => readonly string[],
): Map<string, readonly Release[]> {
  const place = new Map(releases.map((release, index) => [release.id, index]));
  const joined = new Map<number, Set<number>>();
  const join = (a: number, b: number) => joined.set(a, (joined.get(a) ?? new Set()).add(b));
  releases.forEach((release, index) => {
    for (const id of namedBy(release)) {
      const other = place.get(id);
      if (other === undefined || other === index) continue;
      join(index, other);
      join(other, index);
    }
  });
  const inOrder = (places: Iterable<number>): Release[] =>
    [...places].toSorted((a, b) => a - b).flatMap((index) => releases[index] ?? []);
  const found = new Map<string, readonly Release[]>();
  const done = new Set<number>();
  for (const start of joined.keys()) {
    if (done.has(start)) continue;
    const members = reach(start, joined);
    const whole = members.size <= LARGEST_GROUP ? inOrder(members) : undefined;
    for (const member of members) {
      done.add(member);
      const id = releases[member]?.id ?? '';
      found.set(id, whole ?? inOrder([member, ...(joined.get(member) ?? [])]));
    }
  }
  return found;
}

function reach(start: number, joined: ReadonlyMap<number, ReadonlySet<number>>): Set<number> {
  const members = new Set([start]);
  // A set takes in members while it is walked through.
  for (const member of members) for (const other of joined.get(member) ?? []) members.add(other);
  return members;
}
