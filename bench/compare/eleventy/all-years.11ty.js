import { page } from './_includes/html.js';

/** @typedef {import('./eleventy.config.js').Item} Item */

export const data = { permalink: '/releases/index.html' };

/** @param {{ collections: { newest: Item[] } }} data */
export function render({ collections }) {
  const years = [...Map.groupBy(collections.newest, (item) => item.data.year)];
  const lines = years.map(([year, { length }]) => `<li><a href="/releases/${year}/">${year}</a> ${length}</li>`);
  return page('Releases', `<h1>Releases</h1>\n<ul>\n${lines.join('\n')}\n</ul>`);
}
