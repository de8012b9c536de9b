import type { Fill, Glyph, Stroke } from './drawn.ts';
import type { Box } from './matrix.ts';

/** More marks of a page, or more of them beside words, are a drawing. */
const MOST_MARKS = 200;
const MOST = 12;
const ANSWER = /^(?:yes|no|for|against|abstain)\b/i;

interface Seen {
  readonly box: Box;
  readonly state: string;
}

/**
 * The words beside each mark that may be a box, ticked or not, and is neither read nor a bullet: boxes that are filled without
 * an empty one beside them, ticks and pictures of their own. Only of a page with boxes, or where two answers such as
 * "Yes" and "No" stand close together; the exchange's own forms show a picture before the one answer given.
 */
export function unclearWords(
  shapes: readonly (Stroke | Fill)[],
  boxes: readonly Seen[],
  glyphs: readonly Glyph[],
): string[] {
  const marks = [
    ...boxes.filter(({ state }) => state === 'unclear'),
    ...shapes.filter((shape) => isMark(shape) && !boxes.some(({ box }) => isIn(box, shape.box))),
  ];
  const unclear = (marks.length > MOST_MARKS ? [] : marks).flatMap(({ box }) => {
    const words = wordsBeside(box, glyphs);
    return words === undefined ? [] : [{ box, words }];
  });
  const answers = unclear.filter(({ words }) => ANSWER.test(words));
  const isForm =
    boxes.some(({ state }) => state !== 'unclear') ||
    answers.some((one) => answers.some((other) => one.words !== other.words && areClose(one.box, other.box)));
  return isForm && unclear.length <= MOST ? [...new Set(unclear.map(({ words }) => words))] : [];
}

/** True for marks in one line, or in lines that follow one another. */
function areClose(a: Box, b: Box): boolean {
  return Math.abs(a[1] - b[1]) < 4 || (Math.abs(a[0] - b[0]) < 4 && Math.abs(a[1] - b[1]) < 20);
}

/** A picture or slanted lines as large as a box. */
function isMark(shape: Stroke | Fill): boolean {
  const [x0, y0, x1, y1] = shape.box;
  const [width, height] = [x1 - x0, y1 - y0];
  const isSquare =
    Math.min(width, height) > 4 &&
    Math.max(width, height) < 18 &&
    Math.max(width, height) < 2 * Math.min(width, height);
  return isSquare && ('kind' in shape ? shape.kind === 'picture' : shape.form === 'slanted');
}

function isIn(outer: Box, inner: Box): boolean {
  const middle = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2] as const;
  return middle[0] > outer[0] - 2 && middle[0] < outer[2] + 2 && middle[1] > outer[1] - 2 && middle[1] < outer[3] + 2;
}

/** The words that follow close on a mark's right, up to a wider gap. */
function wordsBeside([, y0, x1, y1]: Box, glyphs: readonly Glyph[]): string | undefined {
  const right = glyphs
    .filter(({ x, y, size }) => x > x1 - 2 && y - 0.3 * size > y0 - 3 && y - 0.3 * size < y1 + 3)
    .toSorted((a, b) => a.x - b.x);
  const [first] = right.filter(({ text }) => text.trim() !== '');
  if (!first || first.x - x1 > 1.5 * first.size) return undefined;
  const end = right.findIndex(({ x }, at) => {
    const last = right[at - 1];
    return last !== undefined && x - last.x - last.width > 1.2 * first.size;
  });
  const words = right
    .slice(0, end === -1 ? undefined : end)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return words.slice(0, 60);
}
