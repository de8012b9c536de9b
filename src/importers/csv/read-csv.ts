/** A record of a CSV file with the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** True where a quotation mark of it is never closed: its last cell holds the rest of the file. */
  readonly isOpen?: true;
}

/**
 * Reads CSV as RFC 4180 has it: quoted cells may hold separators, line ends and doubled quotation marks. The
 * separator is the comma, semicolon, tab or bar that the first record has most; a byte order mark and empty lines are
 * dropped. A quotation mark that is never closed ends with the file.
 */
export function readCsv(text: string): CsvRow[] {
  const clean = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^sep=.\n/i, '');
  const separator = separatorOf(clean);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isBlank = true;
  let quoted = false;
  let wasQuoted = false;
  let line = 1;
  let start = 1;
  const endCell = () => {
    cells.push(wasQuoted ? cell : cell.trim());
    cell = '';
    isBlank = true;
    wasQuoted = false;
  };
  const endRow = () => {
    endCell();
    if (cells.some((entry) => entry !== '')) rows.push({ line: start, cells, ...(quoted ? { isOpen: true } : {}) });
    cells = [];
    start = line;
  };
  for (let index = 0; index < clean.length; index++) {
    const sign = clean[index] ?? '';
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (clean[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (sign === '"' && isBlank && !wasQuoted) {
      quoted = true;
      wasQuoted = true;
      cell = '';
    } else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (!wasQuoted || sign.trim() !== '') {
      cell += sign;
      isBlank &&= sign.trim() === '';
    }
  }
  if (cell !== '' || wasQuoted || cells.length > 0) endRow();
  return rows;
}

function separatorOf(text: string): string {
  const counts = new Map([',', ';', '\t', '|'].map((sign) => [sign, 0]));
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    // Only what stands outside quotation marks parts cells.
    else if (quoted) continue;
    else if (sign === '\n') break;
    else if (counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}
