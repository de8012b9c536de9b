import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';

/** Puts rows that stand beside one another, but not quite on one baseline, into one strip. */
export function sideBySide<T extends Row & { readonly table?: unknown }>(rows: readonly T[]): T[] {
  const strips: T[] = [];
  for (const row of rows) {
    const last = strips.at(-1);
    const apart = (a: Segment) => row.segments.every((b) => b.x0 > a.x1 + 8 || b.x1 < a.x0 - 8);
    // Far apart from side to side, a row and a half of height still are one row of a form.
    const far =
      last?.segments.length === 1 &&
      row.segments.every((b) => last.segments.every((a) => b.x0 > a.x1 + 24 || b.x1 < a.x0 - 24));
    const near = last && row.y - last.y < (far ? 1.15 : 0.6) * Math.min(row.size, last.size);
    if (last && near && !last.table && !row.table && last.segments.every(apart)) {
      const segments = [...last.segments, ...row.segments].toSorted((a, b) => a.x0 - b.x0);
      strips[strips.length - 1] = { ...last, size: Math.max(last.size, row.size), segments };
    } else strips.push(row);
  }
  return strips;
}
