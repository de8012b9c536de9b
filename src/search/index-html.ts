import { ALIASES, FACTS, filterNames, filterValues } from './filters.ts';
import { writeFacts } from './facts.ts';
import { flattenHtml, searchAliases, type SearchRecord } from './text.ts';

/**
 * A release as the page that the indexer reads: headline, text with its section headings, what it is found by beside them,
 * what it is narrowed by, and what a result shows. The first of a shard carries the shard's probe.
 */
export function indexHtml(record: SearchRecord, first = false): string {
  const values = { ...filterValues(record), ...(first && { [filterNames.probe]: ['first'] }) };
  const filters = Object.entries(values).flatMap(([name, values]) =>
    values.map((value) => `<meta data-pagefind-filter="${name}[content]" content="${escape(value)}">`),
  );
  return [
    `<html lang="en"><head>${filters.join('')}`,
    `<meta data-pagefind-meta="title[content]" content="${escape(record.title)}">`,
    `<meta data-pagefind-meta="${ALIASES}[content]" content="${escape(searchAliases(record))}">`,
    `<meta data-pagefind-meta="${FACTS}[content]" content="${escape(writeFacts(record))}"></head>`,
    `<body><main data-pagefind-body>${flattenHtml(record.html)}</main></body></html>`,
  ].join('\n');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
