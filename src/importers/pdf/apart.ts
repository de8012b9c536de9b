import type { Page, Rule } from './page.ts';
import type { Strip } from './bands.ts';

/** A free stretch between two columns. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * The columns that begin with the strip at `start`, where their lines stand at heights of their own, as beside a box of
 * key figures or in a letterhead of several blocks: each column's strips from left to right, and the strip after them.
 * `undefined` for rows that belong together across, as those of a table or a form do.
 */
export function columnsApart(
  strips: readonly Strip[],
  start: number,
  rules: readonly Rule[],
  page: Pick<Page, 'height'>,
): { columns: Strip[][]; end: number } | undefined {
  const [first, second] = [strips[start], strips[start + 1]];
  if (
    !first ||
    !second ||
    first.table ||
    second.table ||
    second.y - first.y > (first.segments.length > 1 ? 1.9 : 1.2) * largest(first, second)
  )
    return undefined;
  if (gapsOf([first, second]).length === 0) return undefined;
  let end = start + 2;
  for (; end < strips.length; end++) {
    const [before, strip] = [strips[end - 1], strips[end]];
    if (!before || !strip || gapsOf(strips.slice(start, end + 1)).length === 0) break;
    const distance = strip.y - before.y;
    const isHeading = strip.segments.length === 1 && strip.segments.every(({ bold }) => bold);
    if (distance > (isHeading ? 2.2 : 4) * strip.size || isCut(before, strip, rules)) break;
  }
  end = lastBeside(strips, start, end) + 1;
  const zone = strips.slice(start, end);
  const gaps = gapsOf(zone);
  const columns = partAt(zone, gaps);
  if (columns.some((column) => column.length < 2) || !(isApart(zone, columns) || isCards(zone, columns)))
    return undefined;
  const isLetterhead = (zone.at(-1)?.y ?? Infinity) < 0.3 * page.height;
  return isLetterhead || isCards(zone, columns) || columns.some(isProse) ? { columns, end } : undefined;
}

function largest(...strips: readonly Strip[]): number {
  return Math.max(...strips.map(({ size }) => size));
}

/** Where none of some strips has text, between text on both sides. */
function gapsOf(strips: readonly Strip[]): Gap[] {
  const segments = strips.flatMap((strip) => strip.segments).toSorted((a, b) => a.x0 - b.x0);
  const least = Math.max(9, 0.9 * Math.min(...segments.map(({ size }) => size)));
  const gaps: Gap[] = [];
  let end = segments[0]?.x1 ?? 0;
  for (const { x0, x1 } of segments) {
    if (x0 - end >= least) gaps.push({ from: end, to: x0 });
    end = Math.max(end, x1);
  }
  return gaps;
}

/** The last strip that belongs to the columns: where all but one have ended, that one goes on only closely. */
function lastBeside(strips: readonly Strip[], start: number, end: number): number {
  const zone = strips.slice(start, end);
  const columns = partAt(zone, gapsOf(zone));
  const ends = columns.map((column) => column.at(-1)?.y ?? 0).toSorted((a, b) => b - a);
  const common = ends[1] ?? 0;
  const [longest = []] = columns.filter((column) => column.at(-1)?.y === ends[0]);
  const beyond = longest.findIndex(
    (strip, index) => strip.y > common && strip.y - (longest[index - 1]?.y ?? -Infinity) >= 1.7 * strip.size,
  );
  const last = Math.max(common, (beyond === -1 ? longest.at(-1) : longest[beyond - 1])?.y ?? 0);
  return strips.findLastIndex((strip, index) => index < end && strip.y <= last + 0.5);
}

function partAt(strips: readonly Strip[], gaps: readonly Gap[]): Strip[][] {
  const edges = [-Infinity, ...gaps.map(({ from, to }) => (from + to) / 2), Infinity];
  return edges.slice(1).map((right, index) => {
    const left = edges[index] ?? -Infinity;
    return strips.flatMap((strip): Strip[] => {
      const own = strip.segments.filter((segment) => segment.x0 >= left && segment.x0 < right);
      const [one] = own;
      if (!one) return [];
      const y = Math.min(...own.map((segment) => segment.y));
      return [{ ...strip, y, size: Math.max(...own.map(({ size }) => size)), segments: own }];
    });
  });
}

/** True when most lines of all columns but the longest stand beside no line of another one. */
function isApart(zone: readonly Strip[], columns: readonly (readonly Strip[])[]): boolean {
  const lines = columns.flatMap((column, index) => column.map(({ y, size }) => ({ y, size, index })));
  const alone = lines.filter(
    (line) => !lines.some((other) => other.index !== line.index && Math.abs(other.y - line.y) < 0.12 * line.size),
  ).length;
  // The empty space between the rows of a form runs across all its columns.
  const cuts = zone.slice(1).filter((strip, index) => strip.y - (zone[index]?.y ?? 0) > 1.6 * strip.size).length;
  return lines.length >= 5 && alone > 0.5 * lines.length && cuts <= lines.length / 8;
}

/** Figures in large type over words in small type, several side by side. */
function isCards(zone: readonly Strip[], columns: readonly (readonly Strip[])[]): boolean {
  const [head] = zone;
  return (
    head !== undefined &&
    head.segments.length === columns.length &&
    columns.every(([first, ...others]) => others.every((other) => (first?.size ?? 0) > 1.6 * other.size))
  );
}

/** Four lines or more, most of them long. */
function isProse(column: readonly Strip[]): boolean {
  const long = column.filter(({ segments }) => segments.length === 1 && (segments[0]?.text.length ?? 0) > 26).length;
  return column.length >= 4 && long > 0.5 * column.length;
}

function isCut(above: Strip, below: Strip, rules: readonly Rule[]): boolean {
  const segments = [...above.segments, ...below.segments];
  const [left, right] = [Math.min(...segments.map(({ x0 }) => x0)), Math.max(...segments.map(({ x1 }) => x1))];
  return rules.some(
    (rule) =>
      rule.y1 - rule.y0 < 1 &&
      rule.y0 > above.y &&
      rule.y0 < below.y - 0.5 * below.size &&
      rule.x0 < left + 4 &&
      rule.x1 > right - 4,
  );
}
