import { getCollection } from 'astro:content';

/** All releases, newest first. */
export async function newestFirst() {
  const releases = await getCollection('releases');
  return releases.toSorted((a, b) =>
    a.data.sort < b.data.sort ? 1 : a.data.sort > b.data.sort ? -1 : a.id < b.id ? 1 : -1,
  );
}
