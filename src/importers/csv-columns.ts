import { knownType, typeGroups } from '../release/types.ts';
import { codeFinding } from '../release/value-findings.ts';
import type { CsvRow } from './csv.ts';
import { hasMonthFirst, readCsvDate } from './csv-date.ts';
import { maxOf } from './max-of.ts';

export type ColumnName = 'title' | 'date' | 'time' | 'code' | 'type' | 'file';

const NAMES: Readonly<Record<ColumnName, RegExp>> = {
  title: /^(?:headline|title|heading|announcement(?: title)?|subject|description)$/i,
  date: /^(?:date|day|released?(?: date)?|date released|announced|announcement date|lodged|lodgement date|date lodged|date and time|date ?time)$/i,
  time: /^(?:time|time released|release time)$/i,
  code: /^(?:code|asx code|ticker|symbol|issuer|issuer code|stock)$/i,
  type: /^(?:types?|announcement type|category|report type)$/i,
  file: /^(?:files?|file ?name|pdf|path|document|attachment)$/i,
};

const TYPE_NAMES: ReadonlySet<string> = new Set(
  typeGroups.flatMap((group) => [group, ...group.types]).map(({ name }) => name.toLowerCase()),
);

interface Columns {
  /** Index of each column that was found. */
  readonly columns: ReadonlyMap<ColumnName, number>;
  /** The rows without the one that names the columns. */
  readonly rows: readonly CsvRow[];
  readonly said: readonly string[];
}

/** Finds out which column is which: by the names in the first row, or, where it names none, by what the rows hold. */
export function columnsOf(rows: readonly CsvRow[]): Columns {
  const [first, ...rest] = rows;
  const named = new Map<ColumnName, number>();
  first?.cells.forEach((cell, index) => {
    for (const [name, pattern] of Object.entries(NAMES) as [ColumnName, RegExp][]) {
      if (pattern.test(cell.trim().replace(/[_-]+/g, ' ')) && !named.has(name)) named.set(name, index);
    }
  });
  if (named.size >= 2 || (named.has('title') && rest.length > 0)) {
    return {
      columns: named,
      rows: rest,
      said: [...named].map(([name, index]) => `${name}: column "${first?.cells[index] ?? ''}"`),
    };
  }
  const guessed = guessColumns(rows);
  return {
    columns: guessed,
    rows,
    said: [...guessed].map(([name, index]) => `${name}: column ${index + 1}, by what it holds`),
  };
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
