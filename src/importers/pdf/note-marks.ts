import type { Rule } from './page.ts';
import { isLevel } from './rules.ts';
import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';

/** The mark with which a note begins: a number or a sign, then words. */
const MARK = /^(\d{1,2}|[*†‡])\s+(?=\p{L}|["“‘(])/u;

/**
 * The rows of a page, with the marks of the notes at its foot raised, also where the note's own figure is not: below the
 * short line that word processors draw, each note begins with a mark that is raised in the text above.
 */
export function withNoteMarks(rows: readonly Row[], rules: readonly Rule[]): Row[] {
  const raised = new Set(
    rows.flatMap(({ segments }) =>
      segments.flatMap(({ runs }) => runs.filter(({ script }) => script === 'sup').map(({ text }) => text.trim())),
    ),
  );
  const markOf = ({ segments }: Row) => MARK.exec(segments.map(({ text }) => text).join(' '))?.[1];
  const start = rows.findIndex((row, index) => {
    const mark = markOf(row);
    const above = rows[index - 1];
    return mark !== undefined && raised.has(mark) && above && isBelowShortLine(row, above, rows, rules);
  });
  if (start === -1) return [...rows];
  return rows.map((row, index) => {
    const mark = markOf(row);
    const [first, ...others] = row.segments;
    if (index < start || mark === undefined || !raised.has(mark) || !first) return row;
    return { ...row, segments: [withRaised(first, mark), ...others] };
  });
}

function isBelowShortLine(row: Row, above: Row, rows: readonly Row[], rules: readonly Rule[]): boolean {
  const left = Math.min(...rows.map(({ segments }) => segments[0]?.x0 ?? Infinity));
  const right = Math.max(...rows.map(({ segments }) => segments.at(-1)?.x1 ?? 0));
  return rules.some(
    (rule) =>
      isLevel(rule) &&
      rule.y0 > above.y &&
      rule.y0 < row.y &&
      Math.abs(rule.x0 - left) < 4 &&
      rule.x1 - rule.x0 < 0.45 * (right - left),
  );
}

function withRaised(segment: Segment, mark: string): Segment {
  const [first, ...others] = segment.runs;
  if (!first || first.script || !first.text.trimStart().startsWith(mark)) return segment;
  const rest = { ...first, text: first.text.trimStart().slice(mark.length) };
  return { ...segment, runs: [{ text: mark, script: 'sup' }, ...(rest.text === '' ? [] : [rest]), ...others] };
}
