import { apply, IDENTITY, multiply, type Matrix } from './matrix.ts';
import type { Rule } from './page.ts';

/** The drawing operators that are read, by pdf.js's numbers for them. */
type Operators = Readonly<Record<string, number>>;

/** A filled bar that is thinner is a line. */
const THIN = 2.6;

/**
 * The level and upright lines that a page draws, as strokes or as thin bars, in the viewport's coordinates.
 * Pieces of one line that touch are one line; curves and slanted lines are left out.
 */
export function readRules(
  list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  ops: Operators,
  viewport: Matrix,
): Rule[] {
  const stack: Matrix[] = [];
  let matrix = IDENTITY;
  const found: Rule[] = [];
  const strokes = new Set([
    ops['stroke'],
    ops['closeStroke'],
    ops['fillStroke'],
    ops['eoFillStroke'],
    ops['closeFillStroke'],
    ops['closeEOFillStroke'],
  ]);
  const fills = new Set([ops['fill'], ops['eoFill']]);
  let isForm = false;
  list.fnArray.forEach((operator, index) => {
    // The frames of a form's fields are no table's lines.
    if (operator === ops['beginAnnotation']) isForm = true;
    if (operator === ops['endAnnotation']) isForm = false;
    if (isForm) return;
    const args = list.argsArray[index] as readonly unknown[] | null; // pdf.js keeps each operator's own arguments there
    if (operator === ops['save']) stack.push(matrix);
    else if (operator === ops['restore'] || operator === ops['paintFormXObjectEnd']) matrix = stack.pop() ?? IDENTITY;
    else if (operator === ops['transform']) matrix = multiply(matrix, args as unknown as Matrix);
    else if (operator === ops['paintFormXObjectBegin']) {
      stack.push(matrix);
      if (Array.isArray(args?.[0])) matrix = multiply(matrix, args[0] as unknown as Matrix);
    } else if (operator === ops['constructPath']) {
      const [paint, data] = args as readonly [number, readonly [ArrayLike<number> | null]];
      if (!data[0] || (!strokes.has(paint) && !fills.has(paint))) return;
      addPathRules(data[0], multiply(viewport, matrix), strokes.has(paint), found);
    }
  });
  return [
    ...merge(found.filter(isLevel), 'level'),
    ...merge(
      found.filter((rule) => !isLevel(rule)),
      'upright',
    ),
  ];
}

/** True for a line from left to right, false for one that stands upright. */
export function isLevel(rule: Rule): boolean {
  return rule.x1 - rule.x0 > rule.y1 - rule.y0;
}

type Point = readonly [number, number];

/** pdf.js writes a path as numbers: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close, each with its points. */
function addPathRules(data: ArrayLike<number>, matrix: Matrix, stroked: boolean, rules: Rule[]): void {
  let part: Point[] = [];
  let curved = false;
  const finish = () => {
    if (!curved) for (const rule of stroked ? strokeRules(part) : barRules(part)) rules.push(rule);
    part = [];
    curved = false;
  };
  for (let index = 0; index < data.length;) {
    const operator = data[index++];
    if (operator === 4) {
      if (part[0]) part.push(part[0]);
      continue;
    }
    if (operator === 0) finish();
    const points = operator === 2 ? 3 : operator === 3 ? 2 : 1;
    if (points > 1) curved = true;
    index += (points - 1) * 2;
    part.push(apply(matrix, [data[index] ?? 0, data[index + 1] ?? 0]));
    index += 2;
  }
  finish();
}

function strokeRules(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap((end, index) => {
    const start = points[index] ?? end;
    const rule = box([start, end]);
    return rule.x1 - rule.x0 < 0.8 || rule.y1 - rule.y0 < 0.8 ? [rule] : [];
  });
}

/** A bar is a line along its length; a filled box is the lines around it only when it is thin. */
function barRules(points: readonly Point[]): Rule[] {
  if (points.length < 2) return [];
  const { x0, y0, x1, y1 } = box(points);
  if (y1 - y0 <= THIN && x1 - x0 > y1 - y0) return [{ x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 }];
  return x1 - x0 <= THIN ? [{ x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1 }] : [];
}

function box(points: readonly Point[]): Rule {
  const [[x, y] = [0, 0]] = points;
  const whole = { x0: x, x1: x, y0: y, y1: y };
  for (const [px, py] of points) {
    whole.x0 = Math.min(whole.x0, px);
    whole.x1 = Math.max(whole.x1, px);
    whole.y0 = Math.min(whole.y0, py);
    whole.y1 = Math.max(whole.y1, py);
  }
  return whole;
}

/** Joins lines that lie on one another or go on where another ends. */
function merge(rules: readonly Rule[], way: 'level' | 'upright'): Rule[] {
  const across = (rule: Rule) => (way === 'level' ? rule.y0 : rule.x0);
  const start = (rule: Rule) => (way === 'level' ? rule.x0 : rule.y0);
  const end = (rule: Rule) => (way === 'level' ? rule.x1 : rule.y1);
  const lanes: Rule[][] = [];
  for (const rule of rules.toSorted((a, b) => across(a) - across(b) || start(a) - start(b))) {
    const lane = lanes.at(-1);
    if (lane?.[0] && across(rule) - across(lane[0]) < 1.6) lane.push(rule);
    else lanes.push([rule]);
  }
  return lanes.flatMap((lane) => {
    const merged: Rule[] = [];
    for (const rule of lane.toSorted((a, b) => start(a) - start(b))) {
      const last = merged.at(-1);
      if (last && start(rule) - end(last) < 2.5)
        merged[merged.length - 1] = {
          ...last,
          ...(way === 'level' ? { x1: Math.max(last.x1, rule.x1) } : { y1: Math.max(last.y1, rule.y1) }),
        };
      else merged.push(rule);
    }
    return merged.filter((rule) => end(rule) - start(rule) > 6);
  });
}
