import { writeMarkdown, type Block } from './blocks.ts';
import type { Extract, Line } from './document.ts';
import { readingOrder, type Strip, type Unit } from './pdf/bands.ts';
import { blocksOf, cellOf, lineOf, segmentsText, type PdfBlock, type Style } from './pdf/blocks.ts';
import { takeFurniture } from './pdf/furniture.ts';
import { vocabularyOf } from './pdf/hyphens.ts';
import { joinPages, setLevels } from './pdf/join.ts';
import type { Page } from './pdf/page.ts';
import { readPdf } from './pdf/read.ts';
import { rowsOf, type Row } from './pdf/rows.ts';
import { takeRuledTables, type RuledTable } from './pdf/ruled.ts';
import { setLines } from './pdf/tabular.ts';
import { compareWords } from './pdf/words.ts';

/** Below this share of words kept, a person must compare the release with its PDF. */
export const KEPT = 0.99;

/**
 * Takes the text out of a PDF in the order of reading, with its headings, lists and tables. Running heads and feet,
 * page numbers and the stamp "For personal use only" are left out and named in the notes. A PDF without text
 * gives no blocks and says so. Throws what pdf.js throws for a file that is no PDF or needs a password.
 */
export async function importPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<Extract> {
  const content = await readPdf(bytes, signal);
  const { pages, running } = takeFurniture(content.pages);
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
  const right = rightEdge(
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

function styleOf(pages: readonly (readonly Row[])[], all: readonly Page[]): Style {
  const letters = new Map<number, number>();
  for (const piece of all.flatMap((page) => page.pieces)) {
    const size = Math.round(piece.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + piece.text.length);
  }
  const body = [...letters].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 10;
  const distances = pages
    .flatMap((rows) =>
      rows
        .slice(1)
        .map((row, index) => ((row.y - (rows[index]?.y ?? 0)) / row.size) * (Math.abs(row.size - body) < 1 ? 1 : 0)),
    )
    .filter((distance) => distance > 0.9 && distance < 2.2)
    .toSorted((a, b) => a - b);
  const leading = Math.min(1.75, Math.max(1.1, distances[Math.floor(distances.length * 0.4)] ?? 1.2));
  return {
    body,
    leading,
    headings: headingSizes(pages.flat(), body),
    words: vocabularyOf(pages.flat().flatMap((row) => row.segments.map((segment) => segment.text))),
  };
}

/** Sizes larger than most of the text in which no running text is set: few lines are long, or end or go on a sentence. */
function headingSizes(rows: readonly Row[], body: number): Set<number> {
  const bySize = Map.groupBy(
    rows.filter((row) => row.size > 1.14 * body),
    (row) => Math.round(row.size),
  );
  const isText = (row: Row) => {
    const { text } = lineOf(row);
    return text.length > 75 || /[.,;]$/.test(text) || /^\p{Ll}/u.test(text);
  };
  return new Set([...bySize].filter(([, own]) => own.filter(isText).length <= 0.25 * own.length).map(([size]) => size));
}

/** Where each page's full lines end: at its longest line of running text, or where the other pages' end. */
function rightEdge(pages: readonly (readonly Row[])[], all: readonly Page[]): number[] {
  const own = pages.map((rows, index) => {
    const width = all[index]?.width ?? 600;
    const ends = rows
      .filter((row) => row.segments.length === 1)
      .map((row) => row.segments[0])
      .filter((segment) => segment !== undefined && segment.x1 - segment.x0 > 0.5 * width);
    return Math.max(0, ...ends.map((segment) => segment?.x1 ?? 0));
  });
  const usual = Math.max(...own);
  return own.map((end, index) =>
    end > 0 ? end : usual > 0 ? Math.min(usual, all[index]?.width ?? usual) : 0.88 * (all[index]?.width ?? 600),
  );
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

function furnitureNotes(
  running: readonly { text: string; pages: readonly number[] }[],
  pages: readonly Page[],
): string[] {
  const words = running.filter(({ text }) => /\p{L}/u.test(text)).map(({ text }) => `"${text}"`);
  return [
    ...(words.length > 0 ? [`Left out as running heads or feet: ${words.join(', ')}.`] : []),
    ...(pages.some((page) => page.stamped) ? ['Left out the stamp "For personal use only".'] : []),
  ];
}

function keptNotes(kept: number, lost: readonly string[]): string[] {
  return kept < KEPT
    ? [
        `Only ${(kept * 100).toFixed(1)} % of the words arrived; compare with the PDF. Missing, for example: ${lost.slice(0, 12).join(' ')}.`,
      ]
    : [];
}

function sidewaysNotes(pages: readonly Page[]): string[] {
  const with_ = pages.filter((page) => page.sideways.length > 0).map((page) => page.number);
  return with_.length > 0
    ? [`Text that stands on its side was put at the end of its page: page ${with_.join(', ')}.`]
    : [];
}
