import type { Extract, Line } from '../model/extract.ts';
import { readingOrder, type Strip, type Unit } from './bands.ts';
import { blocksOf, cellOf, segmentsText, type PdfBlock, type Style } from './page-blocks.ts';
import { withFootnotes } from './footnotes.ts';
import { withLabelTables } from './label-tables.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { lineOf } from './lines.ts';
import { stripRunningHeads } from './running-heads.ts';
import { joinColumns, joinPages, setLevels } from './join-pages.ts';
import type { Page } from './page.ts';
import { readPdf, type PdfOptions } from './read-pdf.ts';
import { withTicks } from './ticks.ts';
import { rowsOf, type Row } from './rows.ts';
import { withNoteMarks } from './note-marks.ts';
import { takeNumberedTables } from './numbered-tables.ts';
import { takeRowTables } from './row-tables.ts';
import { takeRuledTables, type RuledTable } from './ruled.ts';
import {
  furnitureNotes,
  headNotes,
  hiddenNotes,
  lineNumberNotes,
  scanNotes,
  sidewaysNotes,
  unclearNotes,
  unreadNotes,
} from './notes.ts';
import { rightEdges, styleOf } from './style.ts';
import { areNamesOverFigures, setLines } from './tabular.ts';
import { seenPages } from './seen-pages.ts';

/**
 * Takes the text out of a PDF in the order of reading, with its headings, lists and tables. Running heads and feet,
 * page numbers and the stamp "For personal use only" are left out and named in the notes. A PDF without text
 * gives no blocks and says so. Throws what pdf.js throws for a file that is no PDF or needs a password.
 */
export async function importPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Extract> {
  const read = await readPdf(bytes, options);
  const { pages: unnumbered, numbered } = withoutLineNumbers(read.pages);
  const content = { ...read, pages: withTicks(unnumbered) };
  const { pages, running } = stripRunningHeads(content.pages);
  const about = content.about;
  const unread = content.pages.filter(({ scan }) => scan === 'unread').length;
  const count = { pages: content.pageCount, about, ...(unread > 0 ? { unreadScans: unread } : {}) };
  if (pages.every((page) => page.pieces.length === 0 && page.sideways.length === 0)) {
    const note = 'The PDF holds pictures of pages and no text; the release has an empty body and the PDF beside it.';
    return {
      ...count,
      blocks: [],
      lines: [],
      notes: [note, ...scanNotes(content.pages), ...hiddenNotes(content.pages), ...content.notes],
    };
  }
  const laid = pages.map((page) => {
    const ruled = takeRuledTables(page);
    const rows = takeRowTables(page, ruled.rest, ruled.tables);
    const forms = takeNumberedTables(page, rows.rest);
    return { page, tables: [...ruled.tables, ...rows.tables, ...forms.tables], rest: forms.rest };
  });
  const style = styleOf(
    laid.map(({ rest }) => rowsOf(rest)),
    pages,
  );
  const right = rightEdges(
    laid.map(({ rest }) => rowsOf(rest)),
    pages,
  );
  const lines: Line[] = [];
  const names: { page: number; text: string }[] = [];
  const perPage = laid.map(({ page, tables, rest }, index) => {
    const units = readingOrder(
      strips(withNoteMarks(rowsOf(rest), page.rules), tables),
      right[index] ?? page.width,
      page,
    );
    lines.push(...units.flatMap((unit) => unitLines(unit, page.number)));
    names.push(...units.flatMap(repeatedNames).map((text) => ({ page: page.number, text })));
    const columns = units.map((unit) => unitBlocks(unit, style));
    return [...joinColumns(columns, style.words), ...sidewaysBlocks(page)];
  });
  const joined = joinPages(perPage, style.words);
  const blocks = setLevels(withLabelTables(withFootnotes(joined.blocks), style.body), style.body);
  const heads = joined.heads.map(({ page, texts }) => ({ page: pages[page]?.number ?? 0, texts }));
  return {
    ...count,
    blocks,
    lines: [
      ...lines,
      ...running.map(({ text, pages: on }) => ({
        text,
        page: on[0] ?? 1,
        strong: false,
        running: true,
        times: on.length,
      })),
    ],
    ...(content.pages.some(({ scan, pieces }) => scan === 'read' && pieces.length > 0)
      ? { textFrom: 'scan' as const }
      : {}),
    source: seenPages(pages, running, heads, names),
    notes: [
      ...hiddenNotes(content.pages),
      ...scanNotes(content.pages),
      ...furnitureNotes(running, content.pages),
      ...lineNumberNotes(numbered),
      ...headNotes(heads),
      ...sidewaysNotes(pages),
      ...unreadNotes(pages),
      ...unclearNotes(pages),
      ...content.notes,
    ],
  };
}

/** Rows and drawn tables of a page by height. */
function strips(rows: readonly Row[], tables: readonly RuledTable[]): Strip[] {
  const asStrips = tables.map((table): Strip => ({
    y: table.y0 + 1,
    size: 10,
    segments: [{ x0: table.x0, x1: table.x1, y: table.y0 + 1, runs: [], text: '', bold: false, size: 10, order: 0 }],
    table,
  }));
  return [...rows, ...asStrips].toSorted((a, b) => a.y - b.y);
}

function unitBlocks(unit: Unit, style: Style): PdfBlock[] {
  switch (unit.kind) {
    case 'lines':
      return blocksOf(unit.rows, unit.right, style);
    case 'preformatted':
      return [{ kind: 'preformatted', lines: setLines(unit.rows) }];
    case 'columns':
      return [
        {
          kind: 'table',
          header: unit.header,
          ...(unit.edges ? { edges: unit.edges } : {}),
          rows: unit.rows.map((row) => row.map((cell) => (cell.length > 0 ? [segmentsText(cell)] : []))),
        },
      ];
    case 'table':
      return [ruledBlock(unit.table, style)];
  }
}

function ruledBlock(table: RuledTable, style: Style): PdfBlock {
  const rows = table.rows.map((row) => row.map((pieces) => ({ rows: rowsOf(pieces), right: 0 })));
  const right = (column: number) => (table.edges[column + 1] ?? table.x1) - 4;
  const bold = (row: (typeof rows)[number]) =>
    row.every((cell) => cell.rows.every((one) => one.segments.every((segment) => segment.bold)));
  const [first = [], ...others] = rows;
  const texts = rows.map((row) => row.map((cell) => cell.rows.map((line) => lineOf(line).text).join(' ')));
  const header =
    first.filter((cell) => cell.rows.length > 0).length >= Math.max(2, 0.5 * first.length) &&
    others.length > 0 &&
    ((bold(first) && !others.every(bold)) || areNamesOverFigures(texts));
  return {
    kind: 'table',
    header,
    rows: rows.map((row) => row.map((cell, column) => cellOf(cell.rows, right(column), style))),
    edges: table.edges,
    openTop: table.openTop ?? false,
    openBottom: table.openBottom ?? false,
  };
}

/** The names over several columns, once for each column but the first. */
function repeatedNames(unit: Unit): string[] {
  if (unit.kind !== 'columns') return [];
  return unit.rows.flatMap((row) => row.flat().flatMap(({ again, text }) => (again ? [text] : [])));
}

/** The lines of a unit as guesses read them. */
function unitLines(unit: Unit, page: number): Line[] {
  const line = (row: Row, column?: number): Line => {
    const { text, size, bold } = lineOf(row);
    return {
      text,
      y: row.y,
      size: Math.round(size * 10) / 10,
      page,
      strong: bold,
      ...(column === undefined ? {} : { column }),
    };
  };
  if (unit.kind === 'table')
    return unit.table.rows.flatMap((row) =>
      row.flatMap((cell, column) => rowsOf(cell).map((one) => line(one, column))),
    );
  if (unit.kind === 'columns')
    return unit.rows.flatMap((row) =>
      row.flatMap((cell, column) =>
        cell.map((segment) => ({ text: segment.text, size: segment.size, page, strong: segment.bold, column })),
      ),
    );
  return unit.rows.map((row) => line(row));
}

function sidewaysBlocks(page: Page): PdfBlock[] {
  return page.sideways.length > 0 ? [{ kind: 'paragraph', lines: page.sideways.map((text) => [{ text }]) }] : [];
}
