import type { Style } from './page-blocks.ts';
import { lineOf } from './lines.ts';
import { vocabularyOf } from './hyphens.ts';
import type { Page } from './page.ts';
import type { Row } from './rows.ts';

/** The size and the distance of most of a document's lines, and which sizes only headings have. */
export function styleOf(pages: readonly (readonly Row[])[], all: readonly Page[]): Style {
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
  // A few lines far from one another are paragraphs, not a wide setting.
  const leading = Math.min(
    distances.length < 8 ? 1.35 : 1.75,
    Math.max(1.1, distances[Math.floor(distances.length * 0.4)] ?? 1.2),
  );
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
export function rightEdges(pages: readonly (readonly Row[])[], all: readonly Page[]): number[] {
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
