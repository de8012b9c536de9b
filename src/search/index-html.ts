import { filterValues, sortName, sortValue } from './filters.ts';
import { BLOCK_END, flattenHtml, searchAliases, type SearchRecord } from './text.ts';

/** The meta field of the index that is searched for other forms of words, see `searchAliases`. */
export const ALIASES = 'also';
/** The meta field that holds the Sydney day and time as shown with a result, parted by a space: `2020-07-30 09:15`. */
export const DATE = 'date';

/**
 * A release as the page that the indexer reads: headline, text with its section headings, what it is found by beside them,
 * what it is narrowed and sorted by, and what a result shows.
 */
export function indexHtml(record: SearchRecord): string {
  const filters = Object.entries(filterValues(record)).flatMap(([name, values]) =>
    values.map((value) => `<meta data-pagefind-filter="${name}[content]" content="${escape(value)}">`),
  );
  const date = [record.date.day, record.date.time].filter(Boolean).join(' ');
  return [
    `<html lang="en"><head>${filters.join('')}`,
    `<meta data-pagefind-sort="${sortName}[content]" content="${sortValue(record.date)}">`,
    `<meta data-pagefind-meta="title[content]" content="${escape(record.title)}">`,
    `<meta data-pagefind-meta="${ALIASES}[content]" content="${escape(searchAliases(record))}">`,
    `<meta data-pagefind-meta="${DATE}[content]" content="${date}"></head>`,
    `<body><main data-pagefind-body><h1>${escape(record.title)} ${BLOCK_END}</h1>${flattenHtml(record.html)}</main></body></html>`,
  ].join('\n');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
