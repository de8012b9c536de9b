import { quote, type Finding } from '../release/problem.ts';
import { idOf } from '../release/naming.ts';
import type { ReleaseDate } from '../release/sydney-time.ts';
import { knownType, nearestType } from '../release/types.ts';
import { codeFinding } from '../release/value-findings.ts';
import { readCsv, type CsvRow } from './csv.ts';
import { hasMonthFirst, readCsvDate } from './csv-date.ts';
import { columnsOf, type ColumnName } from './csv-columns.ts';

/** One release that a CSV asks for. */
export interface PlannedRelease {
  /** Line of the CSV, from 1. */
  readonly line: number;
  /** The id that it gets: the same in every run, so that a second run knows what is already there. */
  readonly id: string;
  readonly title: string;
  readonly code: readonly string[];
  readonly date: ReleaseDate;
  readonly types: readonly string[];
  /** Path of the document from the CSV's folder; absent where the row names none. */
  readonly file?: string;
}

/** Something in a row that a person must look at. A row whose release cannot be made says so by `stops`. */
export type RowFinding = Finding & { readonly line: number; readonly stops: boolean };

interface ArchivePlan {
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
  const { columns, rows, said } = columnsOf(readCsv(csv));
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
  const cell = (row: CsvRow, name: ColumnName) => row.cells[columns.get(name) ?? -1]?.trim() ?? '';
  const mixed = rows.some((row) => hasMonthFirst(cell(row, 'date')));
  const findings: RowFinding[] = [];
  const releases: PlannedRelease[] = [];
  const nearTypes = new Map<string, ReturnType<typeof nearestType>>();
  const taken = new Map<string, number>();
  for (const row of rows) {
    const own: RowFinding[] = [];
    const note = (finding: Finding, stops: boolean) => own.push({ ...finding, line: row.line, stops });
    const title = readTitle(cell(row, 'title'), note);
    const date = readDate(cell(row, 'date'), cell(row, 'time'), mixed, today, note);
    const codes = readCodes(cell(row, 'code'), code, note);
    const types = readTypes(cell(row, 'type'), nearTypes, note);
    const file = readFile(cell(row, 'file'), note);
    findings.push(...own);
    if (!title || !date || !codes || own.some((finding) => finding.stops)) continue;
    const id = nextId(idOf(date.day, title), taken);
    releases.push({ line: row.line, id, title, code: codes, date, types, ...(file ? { file } : {}) });
  }
  return { releases, findings, columns: said };
}

/** As `freeId`, without counting from the beginning again: `taken` has for each id how far its numbers are given. */
function nextId(wanted: string, taken: Map<string, number>): string {
  let id = wanted;
  let number = taken.get(wanted) ?? 1;
  while (taken.has(id)) id = `${wanted}-${++number}`;
  taken.set(wanted, number).set(id, taken.get(id) ?? 1);
  return id;
}

type Note = (finding: Finding, stops: boolean) => void;

function readTitle(value: string, note: Note): string | undefined {
  if (value === '')
    note(
      { rule: 'csv-title-missing', message: 'The row has no headline.', hint: 'Write the headline as it was lodged.' },
      true,
    );
  else if (/^#+$|^#(?:NAME|REF|VALUE|N\/A|DIV)/i.test(value))
    note(
      {
        rule: 'csv-title-mangled',
        message: `${quote(value)} is what a spreadsheet shows for a value that it lost.`,
        hint: 'Type the headline again, as text.',
      },
      true,
    );
  else if (/â€|Ã[\u0080-\u00bf©¼¶¤]|\ufffd/.test(value))
    note(
      {
        rule: 'csv-title-encoding',
        message: `${quote(value)} was saved in another encoding than it was read in.`,
        hint: 'Save the spreadsheet as "CSV UTF-8".',
      },
      true,
    );
  else return value.replace(/\s+/g, ' ');
  return undefined;
}

function readDate(value: string, time: string, mixed: boolean, today: string, note: Note): ReleaseDate | undefined {
  const read = readCsvDate(time === '' ? value : `${value} ${time}`, mixed);
  if ('finding' in read) {
    note(read.finding, true);
    return undefined;
  }
  if (read.date.day <= today) return read.date;
  note(
    {
      rule: 'csv-date-future',
      message: `${quote(value)} is after today.`,
      hint: 'Write the day on which it was announced.',
    },
    true,
  );
  return undefined;
}

function readCodes(value: string, given: readonly string[] | undefined, note: Note): readonly string[] | undefined {
  const codes =
    value === ''
      ? given
      : value
          .replace(/^ASX:\s*/i, '')
          .split(/[\s,;/]+/)
          .filter(Boolean);
  if (!codes || codes.length === 0) {
    note(
      {
        rule: 'csv-code-missing',
        message: 'The row has no ASX code.',
        hint: 'Write it in a column "code", or give --code XMX for all rows.',
      },
      true,
    );
    return undefined;
  }
  const [finding] = codes.flatMap((code) => codeFinding(code) ?? []);
  if (finding) note({ ...finding, rule: 'csv-code-malformed' }, true);
  return finding ? undefined : codes;
}

/** What is near is looked for so often; a table has a few dozen types. */
const MAX_NEAR_TYPES = 1000;

function readTypes(value: string, known: Map<string, ReturnType<typeof nearestType>>, note: Note): string[] {
  return value
    .split(/\s*[;|]\s*/)
    .filter(Boolean)
    .flatMap((name) => {
      if (!known.has(name) && known.size < MAX_NEAR_TYPES) known.set(name, nearestType(name));
      const near = known.get(name) ?? knownType(name);
      const exact = near && (near.slug === name.toLowerCase() || near.name.toLowerCase() === name.toLowerCase());
      if (exact) return [near.slug];
      const hint = near ? `Did you mean ${near.slug}?` : 'Write one of the types in docs/release-format.md.';
      note(
        { rule: 'csv-type-unknown', message: `${quote(name)} is not an announcement type; it was left out.`, hint },
        false,
      );
      return [];
    });
}

function readFile(value: string, note: Note): string | undefined {
  if (value === '') {
    note(
      {
        rule: 'csv-file-missing',
        message: 'The row names no document, so the release has no text.',
        hint: 'Write the name of its PDF, web page or text.',
      },
      false,
    );
    return undefined;
  }
  const path = value.replaceAll('\\', '/');
  if (!path.startsWith('/') && !/^[A-Za-z]:/.test(path) && !path.split('/').includes('..') && !/^https?:/i.test(path))
    return path;
  note(
    {
      rule: 'csv-file-outside',
      message: `${quote(value)} is not a file in the folder of the CSV.`,
      hint: 'Put the documents beside the CSV and write their names.',
    },
    true,
  );
  return undefined;
}
