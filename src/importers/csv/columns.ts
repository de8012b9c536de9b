import { knownType, typeGroups } from '../../release/types.ts';
import { codeFinding } from '../../release/value-findings.ts';
import { quoteText } from '../../text/quote.ts';
import type { CsvRow } from './read-csv.ts';
import { hasMonthFirst, readCsvDate } from './csv-date.ts';
import { maxOf } from '../model/max-of.ts';

export type ColumnName =
  | 'title'
  | 'date'
  | 'time'
  | 'code'
  | 'type'
  | 'file'
  | 'priceSensitive'
  | 'pages'
  | 'exchangeId'
  | 'url'
  | 'authorisedBy'
  | 'summary';

const NAMES: Readonly<Record<ColumnName, RegExp>> = {
  title:
    /^(?:headline|header|title|heading|announcement(?: (?:title|headline|name))?|subject(?: line)?|document name|description|document title|release)$/i,
  date: /^(?:date|day|released?(?: date)?|date released|announced|announcement date|lodged|lodgement date|date lodged|date and time|date ?time|(?:document )?release date(?: time)?|(?:released|announced|lodged|received) (?:at|on)|(?:document )?date|published(?: date)?|publish(?:ed)? (?:date|on|at)|date published|received(?: date)?|date (?:of )?announce(?:d|ment)|datetime|timestamp)$/i,
  time: /^(?:time|time released|release time|time of (?:announcement|release)|announcement time|lodg(?:ed|ement) time|time lodged|time \(?sydney\)?)$/i,
  code: /^(?:code|asx code|asx|ticker|symbol|issuer|issuer code|stock(?: code)?|company code|security code|code asx)$/i,
  type: /^(?:types?|announcement types?|doc(?:ument)? type|category|categories|report type|asx category|header type)$/i,
  file: /^(?:files?|file ?name|pdf(?: file)?|path|document|attachment|file path|local file|document file)$/i,
  priceSensitive:
    /^(?:(?:is )?(?:price|market|mkt) sens(?:itive|itivity)?|sensitive|ps|price)(?: flag| indicator| y n| yes no)?$/i,
  pages: /^(?:pages?(?: (?:no|number|count))?|number of pages|no of pages|num pages|page count|pp|pgs)$/i,
  exchangeId:
    /^(?:document id|doc id|id|asx id|announcement id|document no|document number|document key|asx document id)$/i,
  url: /^(?:url|link|web ?address|address|pdf (?:url|link)|document (?:url|link)|href|source(?: url)?|asx (?:url|link))$/i,
  authorisedBy:
    /^(?:authori[sz]ed(?: for release)?(?: by)?|authori[sz]er|approved by|released by|authorising person|authorised person)$/i,
  summary: /^(?:summary|abstract|synopsis)$/i,
};

const TYPE_NAMES: ReadonlySet<string> = new Set(
  typeGroups.flatMap((group) => [group, ...group.types]).map(({ name }) => name.toLowerCase()),
);

interface Columns {
  /** Index of each column that was found. */
  readonly columns: ReadonlyMap<ColumnName, number>;
  /** The zone that the name of the column of times has in it: `Time (AEST)`. */
  readonly zone?: string;
  /** The rows without the one that names the columns. */
  readonly rows: readonly CsvRow[];
  readonly said: readonly string[];
  /** The columns that are not used, in words. */
  readonly unused: readonly string[];
}

/** A column's name without signs and without a zone: `Price Sens.`, `document_release_date`, `Pages (no.)`, `Time (AEST)`. */
function plainName(cell: string): string {
  return cell
    .replace(ZONE, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ZONE =
  /[\s_(,/-]+(A[EC][SD]T|AET|AWST|UTC|GMT|(?:Sydney|Perth|Brisbane|Adelaide|Melbourne|Darwin|Hobart)(?: time)?)\)?\s*$/i;

/** Titles and remarks stand above the names of the columns in so many rows at most. */
const MAX_ABOVE = 10;

/**
 * Finds out which column is which: by the names in the first row, or in the first that names headline and date, or, where
 * none does, by what the rows hold.
 */
export function columnsOf(rows: readonly CsvRow[]): Columns {
  const head = Math.max(
    0,
    rows
      .slice(0, MAX_ABOVE)
      .findIndex((row) => ['title', 'date'].every((name) => namesIn(row).has(name as ColumnName))),
  );
  const first = rows[head];
  const rest = rows.slice(head + 1);
  const named = namesIn(first);
  if (named.size >= 2 || (named.has('title') && rest.length > 0)) {
    const above = rows.slice(0, head).map(({ cells }) => cells.filter((cell) => cell.trim() !== '').join(' '));
    const zone = zoneIn(first, named);
    return {
      columns: named,
      ...(zone === undefined ? {} : { zone }),
      rows: rest,
      said: [
        ...(above.length === 0 ? [] : [`above the columns, left out: ${quoteText(above.join(' '))}`]),
        ...[...named].map(([name, index]) => `${name}: column "${first?.cells[index] ?? ''}"`),
      ],
      unused: unusedOf(rest, named, first?.cells ?? []),
    };
  }
  const guessed = guessColumns(rows);
  return {
    columns: guessed,
    rows,
    said: [...guessed].map(([name, index]) => `${name}: column ${index + 1}, by what it holds`),
    unused: unusedOf(rows, guessed, []),
  };
}

function namesIn(row: CsvRow | undefined): Map<ColumnName, number> {
  const named = new Map<ColumnName, number>();
  row?.cells.forEach((cell, index) => {
    for (const [name, pattern] of Object.entries(NAMES) as [ColumnName, RegExp][]) {
      // The first name that fits, since a column is one thing.
      if (![...named.values()].includes(index) && pattern.test(plainName(cell)) && !named.has(name))
        named.set(name, index);
    }
  });
  return named;
}

function zoneIn(row: CsvRow | undefined, named: ReadonlyMap<ColumnName, number>): string | undefined {
  return ZONE.exec(row?.cells[named.get('time') ?? named.get('date') ?? -1] ?? '')?.[1];
}

/** The columns that are not taken for anything: those with a name, and those without one that hold something. */
function unusedOf(
  rows: readonly CsvRow[],
  columns: ReadonlyMap<ColumnName, number>,
  names: readonly string[],
): string[] {
  const taken = new Set(columns.values());
  const filled = new Set<number>();
  for (const { cells } of rows) for (const [index, cell] of cells.entries()) if (cell.trim() !== '') filled.add(index);
  const width = Math.max(names.length, 1 + maxOf(filled, -1));
  return Array.from({ length: width }, (_, index) => names[index]?.trim() ?? '').flatMap((name, index) => {
    if (taken.has(index) || (name === '' && !filled.has(index))) return [];
    return [name === '' ? `column ${index + 1}, which has no name` : `column "${name}"`];
  });
}

function guessColumns(rows: readonly CsvRow[]): Map<ColumnName, number> {
  const width = maxOf(
    rows.map((row) => row.cells.length),
    0,
  );
  const values = Array.from({ length: width }, (_, index) =>
    rows.map((row) => row.cells[index]?.trim() ?? '').filter(Boolean),
  );
  const share = (column: readonly string[], test: (value: string) => boolean) =>
    column.length === 0 ? 0 : column.filter(test).length / column.length;
  const found = new Map<ColumnName, number>();
  const take = (name: ColumnName, test: (value: string) => boolean) => {
    const index = values.findIndex((column, at) => ![...found.values()].includes(at) && share(column, test) > 0.8);
    if (index !== -1) found.set(name, index);
  };
  take('date', (value) => 'date' in readCsvDate(value, false) || hasMonthFirst(value));
  take('file', (value) => /\.(?:pdf|html?|txt|eml|docx?)$/i.test(value));
  take('code', (value) => codeFinding(value) === undefined && /[A-Z]/.test(value));
  take('type', (value) => knownType(value) !== undefined || TYPE_NAMES.has(value.toLowerCase()));
  // The headline is the longest of what is left.
  const rest = values
    .map((column, index) => ({ index, length: column.join('').length }))
    .filter(({ index, length }) => length > 0 && ![...found.values()].includes(index));
  const longest = rest.toSorted((a, b) => b.length - a.length || a.index - b.index)[0];
  if (longest) found.set('title', longest.index);
  return found;
}
