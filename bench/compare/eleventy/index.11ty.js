import { page, rows } from './_includes/html.js';

/** @typedef {import('./eleventy.config.js').Item} Item */

/** @param {{ collections: { newest: Item[] } }} data */
export function render({ collections }) {
  const title = 'Announcements of a fictional market';
  const body = `<h1>${title}</h1>\n<p><a href="/releases/">All years</a></p>\n${rows(collections.newest.slice(0, 10))}`;
  return page(title, body, '<link rel="alternate" type="application/rss+xml" href="/rss.xml">\n');
}
