import { writeMarkdown, type Block } from './blocks.ts';
import type { Extract, Line } from './document.ts';
import { readingOrder, type Strip, type Unit } from './pdf/bands.ts';
import { blocksOf, cellOf, segmentsText, type PdfBlock, type Style } from './pdf/blocks.ts';
import { lineOf } from './pdf/lines.ts';
import { stripRunningHeads } from './pdf/running-heads.ts';
import { joinPages, setLevels } from './pdf/join.ts';
import type { Page } from './pdf/page.ts';
import { readPdf } from './pdf/read.ts';
import { rowsOf, type Row } from './pdf/rows.ts';
import { takeRuledTables, type RuledTable } from './pdf/ruled.ts';
import { furnitureNotes, keptNotes, sidewaysNotes } from './pdf/notes.ts';
import { rightEdges, styleOf } from './pdf/style.ts';
import { setLines } from './pdf/tabular.ts';
import { compareWords } from './words.ts';

/**
 * Takes the text out of a PDF in the order of reading, with its headings, lists and tables. Running heads and feet,
 * page numbers and the stamp "For personal use only" are left out and named in the notes. A PDF without text
 * gives no blocks and says so. Throws what pdf.js throws for a file that is no PDF or needs a password.
 */
export async function importPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<Extract> {
  const content = await readPdf(bytes, signal);
  const { pages, running } = stripRunningHeads(content.pages);
  const about = content.about;
  const count = { pages: content.pageCount, about };
  if (pages.every((page) => page.pieces.length === 0 && page.sideways.length === 0)) {
    const note = 'The PDF holds pictures of pages and no text; the release has an empty body and the PDF beside it.';
    return { ...count, blocks: [], lines: [], notes: [note, ...content.notes] };
  }
  const laid = pages.map((page) => ({ page, ...takeRuledTables(page) }));
  const style = styleOf(
    laid.map(({ rest }) => rowsOf(rest)),
    pages,
  );
  const right = rightEdges(
    laid.map(({ rest }) => rowsOf(rest)),
    pages,
  );
  const lines: Line[] = [];
  const perPage = laid.map(({ page, tables, rest }, index) => {
    const units = readingOrder(strips(rowsOf(rest), tables), right[index] ?? page.width, page.rules);
    lines.push(...units.flatMap((unit) => unitLines(unit, page.number)));
    return [...units.flatMap((unit) => unitBlocks(unit, style)), ...sidewaysBlocks(page)];
  });
  const blocks = setLevels(joinPages(perPage, style.words), style.body);
  const { kept, lost } = compareWords(pages.map(rawText).join('\n'), shownText(blocks));
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
    share: kept,
    notes: [
      ...furnitureNotes(running, content.pages),
      ...keptNotes(kept, lost),
      ...sidewaysNotes(pages),
      ...content.notes,
    ],
  };
}

/** Rows and drawn tables of a page by height. */
function strips(rows: readonly Row[], tables: readonly RuledTable[]): Strip[] {
  const asStrips = tables.map((table): Strip => ({
    y: table.y0 + 1,
    size: 10,
    segments: [{ x0: table.x0, x1: table.x1, y: table.y0 + 1, runs: [], text: '', bold: false, size: 10 }],
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
  const header = first.every((cell) => cell.rows.length > 0) && bold(first) && others.length > 0 && !others.every(bold);
  return {
    kind: 'table',
    header,
    rows: rows.map((row) => row.map((cell, column) => cellOf(cell.rows, right(column), style))),
    edges: table.edges,
  };
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

function rawText(page: Page): string {
  return [
    ...rowsOf(page.pieces).map((row) => row.segments.map((segment) => segment.text).join('\n')),
    ...page.sideways,
  ].join('\n');
}

/** The words that a reader of the blocks sees. */
function shownText(blocks: readonly Block[]): string {
  return writeMarkdown(blocks)
    .replace(/<\/?(?:sup|sub)>/g, '')
    .replaceAll('<br>', ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/^```+text$/gm, '');
}
