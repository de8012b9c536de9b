import type { Release } from '../release/schema.ts';
import { columns } from './columns.ts';
import type { Column, DataSource } from './columns/column.ts';

/**
 * `/data/releases.csv` (RFC 4180, UTF-8 with a byte order mark, by which spreadsheets know it): a line of column names,
 * then the releases, newest first, CR LF after each line. A missing value is an empty cell, a list its entries with a space
 * between them. `lines` are those of releases, from `csvLines`.
 */
export function releasesCsv(lines: string): string {
  return `\ufeff${csvLine(inCsv.map(({ name }) => name))}${lines}`;
}

/** The lines of releases in that file. */
export function csvLines(releases: readonly Release[], source: DataSource): string {
  // Line by line: the cells of a large archive are millions.
  return releases.map((release) => csvLine(inCsv.map((column) => cellOf(column, release, source)))).join('');
}

const inCsv = columns.filter((column) => column.inCsv !== false);

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
