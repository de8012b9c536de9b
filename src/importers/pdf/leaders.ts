import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';
import type { Tabular } from './tabular.ts';

/** What stands on both sides of the dots that lead from a label to its value; one side may be empty where the dots go on over a line's end. */
export interface Led {
  readonly label?: Segment;
  readonly value?: Segment;
}

/** True for five dots or more in a row, which lead from a label to its value; fewer are an ellipsis. */
export function isLeader(text: string): boolean {
  return /^(?:\s*[.…])+\s*$/.test(text) && text.replace(/\s/g, '').replaceAll('…', '...').length >= 5;
}

/** The parts of a line before and behind its leader; `undefined` where there is none, or several as where a form is to be filled in. */
export function sidesOfLeader<T>(
  parts: readonly T[],
  textOf: (part: T) => string,
): { before: T[]; behind: T[] } | undefined {
  const dots = parts.map((part) => /^[\s.…]+$/.test(textOf(part)));
  const [from, to] = [dots.indexOf(true), dots.lastIndexOf(true) + 1];
  if (!isLeader(parts.slice(Math.max(from, 0), to).map(textOf).join(''))) return undefined;
  return { before: parts.slice(0, from), behind: parts.slice(to) };
}

/** A row of several values behind a leader as label and values; any other row as it is. */
export function withoutLeader<T extends Row>(row: T): T {
  const [first, ...others] = row.segments;
  const { label, value } = first?.led ?? {};
  return label && value && others.length > 0 ? { ...row, segments: [label, value, ...others] } : row;
}

type Strip = Row & { readonly table?: unknown };

/** Reads two rows or more of a label and its value with a leader between them, as in a timetable or a table of contents. */
export function readLeaderRows(strips: readonly Strip[]): { unit: Tabular; length: number } | undefined {
  const rows: Segment[][][] = [];
  let length = 0;
  for (;;) {
    const row = leaderRow(strips, length);
    if (!row) break;
    rows.push([row.label, [row.value]]);
    length += row.length;
  }
  return rows.length < 2 ? undefined : { unit: { kind: 'columns', header: false, rows }, length };
}

interface LeaderRow {
  readonly label: Segment[];
  readonly value: Segment;
  /** How many lines it takes. */
  readonly length: number;
}

function leaderRow(strips: readonly Strip[], index: number): LeaderRow | undefined {
  const [first, second] = [aloneAt(strips, index), aloneAt(strips, index + 1)];
  const { label, value } = first?.led ?? {};
  if (!first || (first.led && !label)) return undefined;
  if (label && value) return { label: [label], value, length: 1 };
  // Dots that were typed go on over a line's end, and carry the last word of a label to the next line.
  if (label)
    return second?.led?.value && !second.led.label ? { label: [label], value: second.led.value, length: 2 } : undefined;
  const rest = second?.led?.label && !second.led.value ? leaderRow(strips, index + 1) : undefined;
  if (!rest || /\s/.test(rest.label[0]?.text ?? '') || /[.:;]$/.test(first.text)) return undefined;
  return { ...rest, label: [first, ...rest.label], length: rest.length + 1 };
}

/** The segment of a row that holds nothing else and stands close below the row above. */
function aloneAt(strips: readonly Strip[], index: number): Segment | undefined {
  const [above, strip] = [strips[index - 1], strips[index]];
  const [only, ...others] = strip?.segments ?? [];
  const isFar = index > 0 && strip && above && strip.y - above.y > 4 * strip.size;
  return others.length > 0 || strip?.table || isFar ? undefined : only;
}
