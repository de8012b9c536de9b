import { counted } from '../../text/counted.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import { ImportRefusal } from '../model/refusal.ts';
import { readZip, writeZip } from '../zip.ts';

/** The rows of a spreadsheet's first sheet (`.xlsx`), each cell as a person would write it into a CSV. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<{ rows: CsvRow[]; notes: string[] }> {
  const { default: readSheets } = await import('read-excel-file/universal');
  // Unpacked within bounds first, so that its own reader sees only that.
  const files = readZip(bytes);
  const bounded = writeZip(files);
  let sheets: Awaited<ReturnType<typeof readSheets>>;
  try {
    sheets = await readSheets(Uint8Array.from(bounded).buffer);
  } catch {
    throw new ImportRefusal(
      'The spreadsheet cannot be read. Open it in Excel, save it as "CSV UTF-8" and import that.',
    );
  }
  const [first, ...others] = sheets;
  const data = first?.data ?? [];
  const numbers = data.slice(1).some((cells) => cells.some((cell) => typeof cell === 'number' && cell >= 1));
  const rows = data
    .map((cells, index): CsvRow => ({ line: index + 1, cells: cells.map(cellOf) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const sheet = new TextDecoder().decode(files.get('xl/worksheets/sheet1.xml'));
  const links = count(sheet, /<hyperlink\b[^<>]*\br:id=|<f\b[^<>]*>HYPERLINK\(/g);
  const hidden = count(sheet, /<row\b[^<>]*\bhidden="(?:1|true)"/g);
  return {
    rows,
    notes: [
      ...(links > 0
        ? [
            `${counted(links, 'cell')} of the sheet ${links === 1 ? 'is a link, whose address was' : 'are links, whose addresses were'} not read: write addresses into a column "URL".`,
          ]
        : []),
      ...(hidden > 0
        ? [`${counted(hidden, 'row')} that the sheet hides ${hidden === 1 ? 'was' : 'were'} read too.`]
        : []),
      ...(others.length > 0
        ? [`Only the first sheet was read; left out ${others.map(({ sheet }) => `"${sheet}"`).join(', ')}.`]
        : []),
      ...(numbers
        ? [
            'Cells that hold numbers have no leading zeros: where an id or a code should have some, give the column the format of text and type them again.',
          ]
        : []),
    ],
  };
}

function count(text: string, form: RegExp): number {
  return text.match(form)?.length ?? 0;
}

function cellOf(value: unknown): string {
  if (value instanceof Date) return dateOf(value);
  // A time of day is a part of a day.
  if (typeof value === 'number') return value > 0 && value < 1 ? timeOf(value) : String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : '';
}

/** What a cell shows is the time where its author was; it is given as if it were UTC. */
function dateOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  if (text.startsWith('1899-12-3') || text.startsWith('1900-01-0')) return text.slice(11, 16);
  const time = text.slice(11, 16);
  return time === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}

function timeOf(part: number): string {
  const minutes = Math.round(part * 24 * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
