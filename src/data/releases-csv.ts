import type { Release } from '../release/schema.ts';
import { columns, type Column, type DataSource } from './columns.ts';

/**
 * `/data/releases.csv` (RFC 4180, UTF-8): a line of column names, then the releases, newest first, CR LF after each line.
 * A missing value is an empty cell, a list its entries with a space between them.
 */
export function releasesCsv(source: DataSource): string {
  const inCsv = columns.filter((column) => column.inCsv !== false);
  const header = csvLine(inCsv.map(({ name }) => name));
  // Line by line: the cells of a large archive are millions.
  const lines = source.archive.releases.map((release) =>
    csvLine(inCsv.map((column) => cellOf(column, release, source))),
  );
  return header + lines.join('');
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * A cell as RFC 4180 writes it, in quotation marks where it holds one, a comma or a line end.
 * A text that a spreadsheet would take for a formula (first sign `=`, `+`, `-`, `@`, tab or carriage return,
 * also in full width) gets an apostrophe before it; so does one that begins with apostrophes and then such a sign,
 * so that taking one apostrophe away from such cells gives every text back.
 */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

function cellOf({ value, inCsv }: Column, release: Release, source: DataSource): string {
  if (inCsv) return inCsv(release, source).join(' ');
  const found = value(release, source);
  if (found === null) return '';
  if (Array.isArray(found)) return found.join(' ');
  return typeof found === 'string' ? found : JSON.stringify(found);
}
