import { page, rows } from './_includes/html.js';

/** @typedef {import('./eleventy.config.js').YearPage} YearPage */

/** @param {{ year: string, number: number }} list */
const address = ({ year, number }) => `/releases/${year}/${number === 1 ? '' : `page/${number}/`}`;

export const data = {
  pagination: { data: 'collections.yearPages', size: 1, alias: 'list' },
  /** @param {{ list: YearPage }} data */
  permalink: ({ list }) => `${address(list)}index.html`,
};

/** @param {{ list: YearPage }} data */
export function render({ list }) {
  const { year, number, pages, releases } = list;
  const newer = number > 1 ? `<a href="${address({ year, number: number - 1 })}">Newer</a>` : '';
  const older = number < pages ? `<a href="${address({ year, number: number + 1 })}">Older</a>` : '';
  const body = `<p><a href="/">Announcements</a> <a href="/releases/">All years</a></p>
<h1>${year}</h1>
${rows(releases)}
<p>${newer} ${older}</p>`;
  return page(year, body);
}
