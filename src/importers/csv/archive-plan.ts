import type { Finding } from '../../release/problem.ts';
import { isWebAddress } from '../../release/field-kinds.ts';
import { idOf } from '../../release/naming.ts';
import type { ReleaseDate } from '../../release/sydney-time.ts';
import type { Writable } from '../../release/format.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { linkIn } from './links.ts';
import { hasMonthFirst } from './csv-date.ts';
import { columnsOf, type ColumnName } from './columns.ts';
import { readCodes, readDate, readFile, readTitle, readTypes, type ReadType } from './read-row.ts';
import { readFields } from './row-fields.ts';

/** One release that a CSV asks for. */
export interface PlannedRelease {
  /** Line of the CSV, from 1. */
  readonly line: number;
  /** The id that it gets: the same in every run, so that a second run knows what is already there. */
  readonly id: string;
  readonly title: string;
  readonly code?: readonly string[];
  readonly date: ReleaseDate;
  readonly types: readonly string[];
  /** Path of the document from the CSV's folder; absent where the row names none. */
  readonly file?: string;
  /** The document itself, where the list holds it: the text of a post. */
  readonly document?: { readonly name: string; readonly bytes: Uint8Array };
  /** Files of the text that may lie beside the list: the address by which the text links to each, and where it may be. */
  readonly linked?: readonly { readonly url: string; readonly paths: readonly string[] }[];
  /** Other fields that the list states. */
  readonly fields?: Partial<Writable>;
  /** What a person should know of it. */
  readonly notes?: readonly string[];
}

/** Something in a row that a person must look at. A row whose release cannot be made says so by `stops`. */
export type RowFinding = Finding & { readonly line: number; readonly stops: boolean };

export interface ArchivePlan {
  readonly releases: readonly PlannedRelease[];
  readonly findings: readonly RowFinding[];
  /** Which column was taken for what, in words. */
  readonly columns: readonly string[];
}

/**
 * Reads what a CSV of a company's announcements asks for. Columns are found by their names, or by what they hold.
 * `code` stands for rows without a code of their own. Nothing is guessed about a value that could be two.
 */
export function planArchive(csv: string, code: readonly string[] | undefined, today: string): ArchivePlan {
  return planRows(readCsv(csv), code, today);
}

/** The same of rows, whatever they come from. */
export function planRows(table: readonly CsvRow[], code: readonly string[] | undefined, today: string): ArchivePlan {
  const { columns, zone, rows, said, unused } = columnsOf(table);
  if (columns.get('title') === undefined || columns.get('date') === undefined) {
    const missing = ['title', 'date'].filter((name) => columns.get(name as ColumnName) === undefined);
    const finding = {
      line: 1,
      stops: true,
      rule: 'csv-columns',
      message: `No column was found for the ${missing.map((name) => (name === 'title' ? 'headline' : name)).join(' and the ')}.`,
      hint: 'Name the columns in the first line: headline, date, code, type, file.',
    };
    return { releases: [], findings: [finding], columns: said };
  }
  const isExchange = columns.has('priceSensitive') || columns.has('exchangeId');
  const written = (row: CsvRow, name: ColumnName) => row.cells[columns.get(name) ?? -1]?.trim() ?? '';
  const cell = (row: CsvRow, name: ColumnName) => {
    const link = linkIn(written(row, name));
    const own = (name === 'url' || name === 'file' ? link?.address : link?.text) ?? written(row, name);
    return name === 'url' && own === '' ? addressOf(written(row, 'title')) : own;
  };
  const moment = (row: CsvRow, name: 'date' | 'time') => withZone(cell(row, name), zone);
  const mixed = rows.some((row) => hasMonthFirst(cell(row, 'date')));
  const findings: RowFinding[] = [];
  const releases: PlannedRelease[] = [];
  const knownTypes = new Map<string, ReadType>();
  const taken = new Map<string, number>();
  const rowsByRelease = new Map<string, number>();
  for (const row of rows) {
    const own: RowFinding[] = [];
    const note = (finding: Finding, stops: boolean) => own.push({ ...finding, line: row.line, stops });
    if (row.isOpen) {
      findings.push({ ...OPEN_QUOTE, line: row.line, stops: true });
      continue;
    }
    const title = readTitle(cell(row, 'title'), note);
    const date = readDate(moment(row, 'date'), moment(row, 'time'), mixed, today, note);
    const codes = readCodes(cell(row, 'code'), code, note);
    const types = readTypes(cell(row, 'type'), knownTypes, note);
    const url = cell(row, 'url');
    const file = readFile(cell(row, 'file'), url !== '', note);
    const fields = readFields((name) => cell(row, name), file, note);
    if (!title || !date || !codes || own.some((finding) => finding.stops)) {
      findings.push(...own);
      continue;
    }
    const former = rowsByRelease.get(keyOf(title, date, codes));
    if (former === undefined) rowsByRelease.set(keyOf(title, date, codes), row.line);
    else note(sameAs(former), false);
    findings.push(...own);
    const id = nextId(idOf(date.day, title), taken);
    const typedBy = types.length > 0 && isExchange ? { typedBy: 'exchange' as const } : {};
    releases.push({
      line: row.line,
      id,
      title,
      code: codes,
      date,
      types,
      fields: { ...fields, ...typedBy },
      ...(file ? { file } : {}),
    });
  }
  const notUsed = unused.length > 0 ? [`not used: ${unused.join(', ')}`] : [];
  return { releases, findings, columns: [...said, ...notUsed] };
}

/** Where a headline leads that is a link on the web; else nothing. */
function addressOf(title: string): string {
  const address = linkIn(title)?.address ?? '';
  return isWebAddress(address) ? address : '';
}

const OPEN_QUOTE: Finding = {
  rule: 'csv-quote-open',
  message: 'A quotation mark in this row is never closed, so all that follows was taken for one cell.',
  hint: 'Take the mark out, or write it twice where it belongs to the value, and import the list again.',
};

function keyOf(title: string, date: ReleaseDate, codes: readonly string[]): string {
  return JSON.stringify([title.toLowerCase(), date.instant, date.time, codes[0]]);
}

function sameAs(line: number): Finding {
  return {
    rule: 'csv-row-twice',
    message: `The headline, the code and the date are those of line ${line}; a second draft was made.`,
    hint: 'Delete one of the two drafts, unless both were announced.',
  };
}

/** A cell with the zone of its column behind a time that names none. */
function withZone(text: string, zone: string | undefined): string {
  return zone !== undefined && /\d:\d\d(?::\d\d)?$|\d\s*[ap]\.?m\.?$/i.test(text) ? `${text} ${zone}` : text;
}

/** As `freeId`, without counting from the beginning again: `taken` has for each id how far its numbers are given. */
export function nextId(wanted: string, taken: Map<string, number>): string {
  let id = wanted;
  let number = taken.get(wanted) ?? 1;
  while (taken.has(id)) id = `${wanted}-${++number}`;
  taken.set(wanted, number).set(id, taken.get(id) ?? 1);
  return id;
}
