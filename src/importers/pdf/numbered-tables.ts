import { columnsOf, logicalRows, pieceRows, type Line } from './columns.ts';
import type { Page, Piece } from './page.ts';
import { tableRowsOf } from './rows.ts';
import type { RuledTable } from './ruled.ts';
import type { Segment } from './segments.ts';
import { sideBySide } from './side-by-side.ts';

/** The number of a question, as in a form: `1`, `1.1`, `4b`, `(a)`. */
export const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?\.?|\([a-z]{1,3}\))$/;

/** Finds the parts of a form whose rows are a number, a question and one or more answers, without lines between them. */
export function takeNumberedTables(page: Page, pieces: readonly Piece[]): { tables: RuledTable[]; rest: Piece[] } {
  const rows = sideBySide(tableRowsOf(pieces));
  const tables: RuledTable[] = [];
  let rest = [...pieces];
  for (let index = 0; index < rows.length;) {
    const run = runFrom(rows, index);
    if (!run) {
      index += 1;
      continue;
    }
    const columns = columnsOf(run.filter((line) => line.segments.length > 2));
    const lines = [...namesAbove(rows, index), ...run];
    const logical = logicalRows(lines, columns);
    index += run.length;
    if (columns.length < 3) continue;
    const found = pieceRows(logical, columns, rest);
    const all = lines.flatMap((line) => line.segments);
    const [x0, x1] = [Math.min(...all.map((one) => one.x0)), Math.max(...all.map((one) => one.x1))];
    tables.push({
      x0,
      x1,
      y0: (lines[0]?.y ?? 0) - (lines[0]?.size ?? 0),
      y1: run.at(-1)?.y ?? 0,
      edges: [x0, ...columns.slice(1).map(({ edge }) => edge), Math.max(x1, 0.85 * page.width)],
      rows: found,
    });
    const taken = new Set(found.flat(2));
    rest = rest.filter((piece) => !taken.has(piece));
  }
  return { tables, rest };
}

/** The names of the columns in bold type closely above the first question, up to three lines; a title above them stands alone on the left. */
function namesAbove(rows: readonly Line[], start: number): readonly Line[] {
  const above = rows.slice(Math.max(0, start - 3), start);
  const from = above.findLastIndex((line, index) => {
    const next = above[index + 1] ?? rows[start];
    const isName = line.segments.every(({ bold, text }) => bold && text.length < 60);
    return !isName || (next?.y ?? Infinity) - line.y > 2.2 * line.size;
  });
  const names = above.slice(from + 1);
  const first = names.findIndex(({ segments }) => segments.length > 1 || !isLeft(segments[0], rows[start]));
  return first !== -1 && names.some(({ segments }) => segments.length > 1) ? names.slice(first) : [];
}

function isLeft(
  segment: Segment | undefined,
  { segments: [, question] }: Line = { y: 0, size: 0, segments: [] },
): boolean {
  return segment !== undefined && question !== undefined && segment.x0 < question.x1;
}

/** The lines from `start` on that are such a part of a form: three questions or more, below one another. */
function runFrom(rows: readonly Line[], start: number): Line[] | undefined {
  const first = rows[start];
  if (!first || !isQuestion(first)) return undefined;
  const [number, question, answer] = first.segments;
  if (!number || !question || !answer) return undefined;
  const isIn = (line: Line) =>
    line.segments.every(
      (segment) =>
        Math.abs(segment.x0 - number.x0) < 5 ||
        (segment.x0 > question.x0 - 4 && segment.x1 < answer.x0 - 2) ||
        segment.x0 > answer.x0 - 60,
    );
  let end = start + 1;
  for (; end < rows.length; end++) {
    const [above, line] = [rows[end - 1], rows[end]];
    if (!above || !line || line.y - above.y > 4.5 * line.size || !isIn(line)) break;
    const isNumber = Math.abs((line.segments[0]?.x0 ?? 0) - number.x0) < 5;
    // Text at the numbers' edge that is no number ends the part, and so does a line far below.
    if (isNumber && !NUMBER.test(line.segments[0]?.text ?? '')) break;
    if (!isNumber && line.y - above.y > 2.2 * line.size) break;
  }
  const run = rows.slice(start, end);
  const questions = run.filter(isQuestion);
  const aligned = questions.filter((line) => Math.abs((line.segments[1]?.x0 ?? 0) - question.x0) < 6);
  return questions.length >= 3 && aligned.length >= 0.8 * questions.length ? run : undefined;
}

function isQuestion(line: Line): boolean {
  const [number, question] = line.segments;
  return (
    line.segments.length > 2 &&
    NUMBER.test(number?.text ?? '') &&
    /\p{L}{2}/u.test(question?.text ?? '') &&
    (question?.x0 ?? 0) - (number?.x0 ?? 0) < 70
  );
}
