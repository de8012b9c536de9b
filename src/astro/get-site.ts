import type { Site } from '../build/site.ts';

// Astro renders pages from modules that it has bundled anew; the site is handed to them through this one place.
const KEY = Symbol.for('asx-release-archive.site');
const shared = globalThis as { [KEY]?: Site };

/** The site, for pages; throws where nobody has handed it over. */
export function getSite(): Site {
  const site = shared[KEY];
  if (!site) throw new Error('The archive is not loaded; astro.config.mjs must hold the releaseArchive() integration.');
  return site;
}

/** Hands the site to the pages. */
export function setSite(site: Site): void {
  shared[KEY] = site;
}
