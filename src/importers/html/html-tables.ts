import type { Block, Cell, Text } from '../model/blocks.ts';
import { isBold, nameOf } from './elements.ts';
import { addBlocks, addPictures, blocksIn, type Context } from './html-blocks.ts';
import { joinLines, linesIn } from './html-lines.ts';

/** Adds a table with its caption before it; of one that only sets things out, what its cells hold. */
export function addTable(table: Element, context: Context, blocks: Block[]): void {
  const all = rowsOf(table).filter(({ row }) => !context.leftOut.has(row));
  const caption = [...table.children].find((child) => nameOf(child) === 'CAPTION');
  const lines = caption ? linesIn([...caption.childNodes], context) : [];
  if (lines.length > 0) blocks.push({ kind: 'paragraph', lines });
  if (isLayout(table, all, context)) {
    for (const { cells } of all)
      for (const cell of cells) if (!context.leftOut.has(cell)) addBlocks(cell.childNodes, context, blocks);
    return;
  }
  const titles = titleRows(all);
  for (const { cells } of all.slice(0, titles)) for (const cell of cells) addBlocks(cell.childNodes, context, blocks);
  const rows = all.slice(titles);
  const grid = gridOf(rows, context);
  const heads = headRows(rows);
  const head = grid.slice(0, heads);
  if (heads > 1) noteRepeated(head, context);
  // Markdown has one row of heads.
  const merged = heads > 1 ? [mergeHeads(head), ...grid.slice(heads)] : grid;
  const whole = merged.map((row) => row.map(({ cell }) => cell));
  if (whole.length > 0) blocks.push({ kind: 'table', header: heads > 0, rows: whole });
  addPictures([table], context, blocks);
}

interface Row {
  readonly row: Element;
  readonly cells: readonly Element[];
  readonly group: string;
  /** The part of the table in which it stands, which a cell that reaches down does not leave; of several bodies each is one. */
  readonly part: Element;
}

/** The rows of a table, not those of the tables in its cells; those of its foot last. */
function rowsOf(table: Element): Row[] {
  const rows: Row[] = [];
  const visit = (parent: Element, group: string, part: Element) => {
    for (const child of parent.children) {
      const name = nameOf(child);
      const cells = [...child.children].filter((cell) => /^T[DH]$/.test(nameOf(cell)));
      if (name === 'TR') rows.push({ row: child, cells, group, part });
      else if (/^T(?:HEAD|FOOT|BODY)$/.test(name)) visit(child, name, child);
      else if (name !== 'TABLE' && name !== 'CAPTION') visit(child, group, part);
    }
  };
  visit(table, '', table);
  return [...rows.filter(({ group }) => group !== 'TFOOT'), ...rows.filter(({ group }) => group === 'TFOOT')];
}

/**
 * A table of one column, with navigation in a cell, or with headings, whole articles or tables in its cells and no heads,
 * only sets things out.
 */
function isLayout(table: Element, rows: readonly Row[], { leftOut }: Context): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  if (rows.every(({ cells }) => cells.length < 2 || cells.some((cell) => leftOut.has(cell)))) return true;
  if (table.querySelector('caption, thead, th'))
    return table.querySelector('table') !== null && table.querySelector('h1') !== null;
  return rows.some(({ cells }) =>
    cells.some(
      (cell) =>
        cell.querySelector('h1, h2, h3') !== null ||
        cell.querySelectorAll('p').length > 5 ||
        cell.querySelectorAll('tr').length > 3,
    ),
  );
}

interface Placed {
  readonly cell: Cell;
  /** The heading that reaches over this column, for heads of several rows. */
  readonly over: Cell;
  /** The element of a heading, and whether it begins in this column. */
  readonly head?: Element;
  readonly begins?: boolean;
}

/** More columns and rows than any table of an announcement has; a cell that reaches further is cut. */
const MAX_SPAN = 200;

/** Every cell in its own column: below a cell that reaches over several rows, and beside one over several columns, cells are empty. */
function gridOf(rows: readonly Row[], context: Context): Placed[][] {
  const reaching: { rows: number; over: Cell }[] = [];
  return rows.map(({ cells, part }, index) => {
    const below = rows.slice(index + 1, index + MAX_SPAN);
    const end = below.findIndex((row) => row.part !== part);
    const room = end === -1 ? below.length : end;
    const placed: Placed[] = [];
    const skip = () => {
      for (;;) {
        const above = reaching[placed.length];
        if (!above || above.rows === 0) return;
        above.rows -= 1;
        placed.push({ cell: [], over: above.over });
      }
    };
    for (const element of cells) {
      skip();
      const cell = cellOf(element, context);
      const columns = spanOf(element, 'colspan');
      // 0 reaches to the end of its part of the table, which no cell leaves.
      const down = element.getAttribute('rowspan') === '0' ? room : Math.min(spanOf(element, 'rowspan') - 1, room);
      for (let column = 0; column < columns; column++) {
        if (down > 0) reaching[placed.length] = { rows: down, over: [] };
        placed.push({ cell: column === 0 ? cell : [], over: cell, head: element, begins: column === 0 });
      }
    }
    skip();
    return placed;
  });
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  return Math.min(MAX_SPAN, Math.max(1, Number(cell.getAttribute(name) ?? 1) || 1));
}

/** How many rows at the beginning hold the table's title: one cell over all columns, above a row that names them. */
function titleRows(rows: readonly Row[]): number {
  const first = rows.findIndex((row) => !isOverAll(row));
  return first > 0 && headRows(rows.slice(first)) > 0 ? first : 0;
}

/** True for one cell over several columns: a title, or the name of the rows below it. */
function isOverAll({ cells }: Row): boolean {
  const [cell, ...others] = cells;
  return cell !== undefined && others.length === 0 && spanOf(cell, 'colspan') > 1;
}

/** How many rows at the beginning name the columns: those of the table's own head, else those of heads or bold type alone. */
function headRows(rows: readonly Row[]): number {
  const hasHead = rows[0]?.group === 'THEAD';
  const isHead = (row: Row) =>
    row.cells.length > 0 &&
    (hasHead ? row.group === 'THEAD' : row.cells.every((cell) => nameOf(cell) === 'TH') && !isOverAll(row));
  const first = rows.findIndex((row) => !isHead(row));
  const count = first === -1 ? rows.length : first;
  if (count > 0) return count === rows.length && count > 1 ? 1 : count;
  const [top, second] = rows;
  const filled = (top?.cells ?? []).filter((cell) => cell.textContent.trim() !== '');
  const isTop = filled.length > 1 && filled.every((cell) => isBold([...cell.childNodes]));
  return isTop && second !== undefined && !second.cells.every((cell) => isBold([...cell.childNodes])) ? 1 : 0;
}

/** The heads of several rows as one: in each column, from the top, what reaches over it. */
function mergeHeads(rows: readonly (readonly Placed[])[]): Placed[] {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const cell = rows.flatMap((row) => (row[column]?.over ?? []) as Text[]);
    return { cell, over: cell };
  });
}

/** Notes above which heads those stand once more that reach over their column and begin in one before it. */
function noteRepeated(rows: readonly (readonly Placed[])[], { repeated }: Context): void {
  for (let column = 0; column < Math.max(...rows.map((row) => row.length)); column++) {
    const heads = rows.flatMap((row) => row[column] ?? []);
    const own = heads.findLast(({ begins }) => begins)?.head;
    const above = heads.flatMap(({ head, begins }) => (head && begins === false ? [head] : []));
    if (own && above.length > 0) repeated.set(own, above);
  }
}

function cellOf(cell: Element, context: Context): Cell {
  if (context.leftOut.has(cell)) return [];
  return blocksIn(cell, context).flatMap((block): Text[] => {
    if (block.kind === 'paragraph') return [...block.lines];
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'quote') return [...block.paragraphs];
    if (block.kind === 'list')
      return block.items.map((item) => [{ text: `${item.marker === '-' ? '•' : item.marker} ` }, ...item.text]);
    if (block.kind === 'table') return block.rows.map((row) => joinLines(row.map(joinLines)));
    if (block.kind === 'picture') return [];
    if (block.kind === 'note') return [block.text];
    return block.lines.map((text) => [{ text }]);
  });
}
