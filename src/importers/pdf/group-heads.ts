import type { Column } from './columns.ts';
import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';

/** The least width of a column's text, in points, that a group's name stands over. */
const OVER = 2.5;

/**
 * The lines of a table's head with a group's name repeated over each of its columns, as "Consolidated" over the years of the
 * group and "Parent" over those of the company. Which columns these are tell names that repeat below the groups, or a name
 * that reaches over several columns and stands in their middle; any other line comes back as it was.
 */
export function withGroupNames(lines: readonly Row[], columns: readonly Column[]): Row[] {
  const [first, ...others] = lines;
  if (!first || others.length === 0) return [...lines];
  const below = others.flatMap(({ segments }) => segments.flatMap((segment) => segment.cells ?? [segment]));
  const names = columns.map((column) => textOver(below, column));
  const groups = first.segments;
  const repeated = repeatedBelow(groups, columns, names);
  const segments = groups.flatMap((group, index) => {
    const own = repeated?.[index] ?? columnsUnder(group, groups, columns, names);
    return own.length > 1
      ? own.map(({ from, to }, at) => ({ ...group, x0: from, x1: to, ...(at > 0 ? { again: true } : {}) }))
      : [group];
  });
  return [{ ...first, segments }, ...others];
}

function textOver(segments: readonly Segment[], { from, to }: Column): string {
  return segments
    .filter(({ x0, x1 }) => x0 < to && x1 > from)
    .map(({ text }) => text)
    .join(' ');
}

/** The columns of each of several groups, where the same names stand below each and the group's name over them. */
function repeatedBelow(
  groups: readonly Segment[],
  columns: readonly Column[],
  names: readonly string[],
): Column[][] | undefined {
  for (let width = 2; groups.length > 1 && width * groups.length <= columns.length; width += 1) {
    const start = columns.length - width * groups.length;
    const isRepeated = names.slice(start + width).every((name, at) => name !== '' && name === names[start + at]);
    const parts = groups.map((_, at) => columns.slice(start + at * width, start + (at + 1) * width));
    const areOver = groups.every(({ x0, x1 }, at) => {
      const [left, right] = [parts[at]?.[0], parts[at]?.at(-1)];
      return left && right && x0 > left.from - OVER && x1 < right.to + OVER;
    });
    if (isRepeated && areOver) return parts;
  }
  return undefined;
}

/** The named columns that a name reaches over, where it stands in their middle and no other name of its line over one of them. */
function columnsUnder(
  group: Segment,
  groups: readonly Segment[],
  columns: readonly Column[],
  names: readonly string[],
): Column[] {
  const isOver = ({ x0, x1 }: Segment, { from, to }: Column) => Math.min(x1, to) - Math.max(x0, from) > OVER;
  const own = columns.filter((column) => isOver(group, column));
  const [left, right] = [own[0], own.at(-1)];
  if (!left || !right) return [];
  const isMiddle = Math.abs(group.x0 + group.x1 - left.from - right.to) < 0.3 * (right.to - left.from);
  const isShared = groups.some((other) => other !== group && own.some((column) => isOver(other, column)));
  return isMiddle && !isShared && own.every((column) => names[columns.indexOf(column)] !== '') ? own : [];
}
