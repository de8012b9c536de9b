// The releases come as prepared files below releases/, each with its address; their lists are made here once.

/** How many releases a page of a list has, as in the archive. */
const PAGE = 100;

/**
 * @typedef {{ url: string, data: { title: string, sort: string, when: string, year: string, codes: string[] } }} Item
 * @typedef {{ year: string, number: number, pages: number, releases: Item[] }} YearPage
 */

/** @param {any} config Eleventy's configuration object, for which it publishes no types. */
export default function configure(config) {
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  // As Hugo does: HTML inside of a release is not passed on.
  config.amendLibrary('md', (/** @type {any} */ markdown) => markdown.set({ html: false }));
  config.addCollection('newest', (/** @type {any} */ api) => newestFirst(api));
  config.addCollection('yearPages', (/** @type {any} */ api) => yearPages(newestFirst(api)));
  return {
    // Releases are Markdown and nothing else: no language for templates is looked for in them.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ['md', '11ty.js'],
  };
}

/**
 * @param {any} api
 * @returns {Item[]}
 */
function newestFirst(api) {
  /** @type {Item[]} */
  const items = api.getFilteredByTag('release');
  return items.toSorted((a, b) =>
    a.data.sort < b.data.sort ? 1 : a.data.sort > b.data.sort ? -1 : a.url < b.url ? 1 : -1,
  );
}

/**
 * @param {Item[]} releases
 * @returns {YearPage[]}
 */
function yearPages(releases) {
  return [...Map.groupBy(releases, (release) => release.data.year)].flatMap(([year, list]) => {
    const pages = Math.ceil(list.length / PAGE);
    return Array.from({ length: pages }, (_, index) => ({
      year,
      number: index + 1,
      pages,
      releases: list.slice(index * PAGE, (index + 1) * PAGE),
    }));
  });
}
