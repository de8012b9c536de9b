import type { SeenPage } from '../model/seen.ts';
import type { Page } from './page.ts';
import { rowsOf, type Row } from './rows.ts';
import type { Segment } from './segments.ts';
import type { RunningHead } from './running-heads.ts';

interface Head {
  readonly page: number;
  readonly texts: readonly string[];
}

/** What a person sees of each page, in the order of painting; `running` was taken off the pages and stands last, `heads` of tables are shown on an earlier page, and `names` over several columns in each of them. */
export function seenPages(
  pages: readonly Page[],
  running: readonly RunningHead[],
  heads: readonly Head[],
  names: readonly { readonly page: number; readonly text: string }[],
): SeenPage[] {
  return pages.map((page) => {
    const isAgain = once(heads.filter((head) => head.page === page.number).flatMap(({ texts }) => texts));
    const byHeight = byHeightOf(rowsOf(page.pieces));
    const segments = byHeight.toSorted((a, b) => a.order - b.order);
    const places = new Map(segments.map((segment, place) => [segment, place]));
    return {
      page: page.number,
      texts: [
        ...[...segments.map(textOf), ...names.filter((name) => name.page === page.number).map(({ text }) => text)].map(
          (text) => (isAgain(text) ? { text, leftOut: true } : { text }),
        ),
        ...page.sideways.map((text) => ({ text })),
        ...running.flatMap(({ pages: on, texts }) =>
          texts.filter((_, index) => on[index] === page.number).map((text) => ({ text, leftOut: true })),
        ),
      ],
      byHeight: byHeight.map((segment) => places.get(segment) ?? 0),
    };
  });
}

/** The words of a segment. The letter o before a gap is a bullet, and no word. */
function textOf({ runs, textX }: Segment): string {
  const text = runs.map((run) => (run.script ? ` ${run.text} ` : run.text)).join('');
  return textX === undefined ? text : text.replace(/^\s*o\s/, '');
}

/** True for each text of a list once, or for a part of it that stands on a line of its own. */
function once(texts: readonly string[]): (text: string) => boolean {
  const left = [...texts];
  return (text) => {
    const at = left.findIndex((one) => text.trim() !== '' && one.includes(text.trim()));
    if (at === -1) return false;
    left[at] = (left[at] ?? '').replace(text.trim(), '');
    return true;
  };
}

/** Segments from top to bottom; what stands beside one another, a little higher or lower, from left to right. */
function byHeightOf(rows: readonly Row[]): Segment[] {
  const levels: { y: number; segments: Segment[] }[] = [];
  for (const { y, size, segments } of rows) {
    const last = levels.at(-1);
    const isBeside = segments.every((one) => last?.segments.every((other) => one.x0 > other.x1 || one.x1 < other.x0));
    if (last && isBeside && y - last.y < 0.6 * size) last.segments.push(...segments);
    else levels.push({ y, segments: [...segments] });
  }
  return levels.flatMap(({ segments }) => segments.toSorted((a, b) => a.x0 - b.x0));
}
