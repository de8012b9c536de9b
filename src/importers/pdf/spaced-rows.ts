import { columnsAlong } from './columns.ts';
import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';
import { isNumberToCall } from './figures.ts';
import { hasHeader, joinCells, place, type Tabular } from './tabular.ts';

/**
 * Reads a table whose cells go on over several lines: a wider space runs across all columns between its rows, and each row
 * has text in the first column and in another. `undefined` for columns of running text, which have no such spaces, and for
 * blocks of text with headings of their own, such as contacts, which are read block by block.
 */
export function readSpacedRows(strips: readonly Row[]): Tabular | undefined {
  const distances = strips.slice(1).map((strip, index) => strip.y - (strips[index]?.y ?? 0));
  const wide = 1.2 * Math.min(...distances);
  const rows: Row[][] = [];
  for (const [index, strip] of strips.entries()) {
    if (index > 0 && (distances[index - 1] ?? 0) < wide) rows.at(-1)?.push(strip);
    else rows.push([strip]);
  }
  if (rows.length < 3 || rows.length === strips.length || hasContact(strips)) return undefined;
  const columns = columnsAlong(strips);
  const cells = rows.map((lines) => joinCells(lines.map((line) => place(line, columns))));
  const isWhole = cells.every(([first = [], ...others]) => first.length > 0 && others.flat().length > 0);
  const header = hasHeader(cells);
  const body = cells.slice(header ? 1 : 0);
  const [labels = [], ...values] = columns.map((_, column) => body.flatMap((row) => row[column] ?? []));
  const isOne = labels.every(({ bold }) => bold === labels[0]?.bold) && !values.flat().some(({ bold }) => bold);
  if (!isWhole || !isOne || isRunningOn(columns.map((_, column) => cells.map((row) => row[column] ?? []))))
    return undefined;
  return { kind: 'columns', header, edges: columns.map(({ edge }) => edge), rows: cells };
}

/** True for columns of text whose sentences go on from one part to the next: more than once a full line ends in the middle of one. */
function isRunningOn(columns: readonly (readonly (readonly Segment[])[])[]): boolean {
  const cut = columns.flatMap((parts) => {
    const widest = Math.max(...parts.flat().map(widthOf));
    return parts.slice(1).filter(([next], index) => {
      const end = parts[index]?.at(-1);
      return (
        end !== undefined &&
        widthOf(end) > 0.75 * widest &&
        !/[.:;!?]["”’)]?$/.test(end.text) &&
        /^\p{Ll}{2}/u.test(next?.text ?? '')
      );
    });
  });
  return cut.length > 1;
}

function widthOf({ x0, x1 }: Segment): number {
  return x1 - x0;
}

/** True where an e-mail address or a number to call ends a segment. */
export function hasContact(rows: readonly { readonly segments: readonly Segment[] }[]): boolean {
  return rows.some(({ segments }) =>
    segments.some(({ text }) => /\S@\S/.test(text) || isNumberToCall(/[+(]?\d[\d ()]*$/.exec(text)?.[0] ?? '')),
  );
}
