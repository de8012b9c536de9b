import type { Glyph } from './drawn.ts';
import { holds, type Box } from './matrix.ts';
import type { Piece, Rule } from './page.ts';
import { isLevel } from './rules.ts';

interface DigitBoxes {
  /** What was written into each row of boxes, as one text. */
  readonly pieces: readonly Piece[];
  /** Where the boxes are; lines in there are no table's. */
  readonly boxes: readonly Box[];
  readonly digits: ReadonlySet<Glyph>;
}

/** Finds rows of boxes with one figure each, as forms have them for an ABN or a date, and joins the figures; a wider gap or an empty box parts them. */
export function readDigitBoxes(rules: readonly Rule[], glyphs: readonly Glyph[]): DigitBoxes {
  const uprights = rules.filter((rule) => !isLevel(rule) && rule.y1 - rule.y0 > 7 && rule.y1 - rule.y0 < 28);
  const rows = Map.groupBy(uprights, ({ y0, y1 }) => `${Math.round(y0 / 2)} ${Math.round(y1 / 2)}`);
  const found = [...rows.values()].flatMap((row) => chainsOf(row, rules, glyphs));
  return {
    pieces: found.map(pieceOf),
    boxes: found.map((chain) => chain.map(({ box }) => box).reduce(around)),
    digits: new Set(found.flatMap((chain) => chain.flatMap(({ glyph }) => glyph ?? []))),
  };
}

interface DigitBox {
  readonly box: Box;
  readonly glyph: Glyph | undefined;
}

/** The boxes between the upright lines of one row, parted where text stands between them; none where one holds more than a figure. */
function chainsOf(uprights: readonly Rule[], rules: readonly Rule[], glyphs: readonly Glyph[]): DigitBox[][] {
  const lines = uprights.toSorted((a, b) => a.x0 - b.x0);
  const near = glyphs.filter(({ text, y }) => text.trim() !== '' && y > (lines[0]?.y0 ?? 0) && y < (lines[0]?.y1 ?? 0));
  const isIn = (glyph: Glyph, x0: number, x1: number) => holds([x0, -1, x1, 1], glyph.x + glyph.width / 2, 0);
  const chains: DigitBox[][] = [[]];
  let end = lines[0]?.x0 ?? 0;
  for (const [index, { x0: right, y0, y1 }] of lines.entries()) {
    const left = lines[index - 1]?.x0 ?? right;
    const isClosed = rules.some(
      (rule) => isLevel(rule) && rule.x0 < left + 3 && rule.x1 > right - 3 && isAt(rule.y0, y1),
    );
    if (right - left < 5 || right - left > 24 || !isClosed) continue;
    const [glyph, ...others] = near.filter((one) => isIn(one, left, right));
    if (others.length > 0 || (glyph && !/^\d$/.test(glyph.text))) return [];
    if (left - end > 24 || near.some((one) => isIn(one, end, left))) chains.push([]);
    chains.at(-1)?.push({ box: [left, y0, right, y1], glyph });
    end = right;
  }
  const filled = chains.filter((chain) => chain.some(({ glyph }) => glyph));
  return filled.flat().filter(({ glyph }) => glyph).length >= 4 ? filled : [];
}

function around(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function isAt(a: number, b: number): boolean {
  return Math.abs(a - b) < 3;
}

function pieceOf(chain: readonly DigitBox[]): Piece {
  const gaps = chain.slice(1).map(({ box }, index) => box[0] - (chain[index]?.box[2] ?? 0));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const text = chain
    .map(({ glyph }, index) => ((gaps[index - 1] ?? 0) > usual + 1.5 ? ' ' : '') + (glyph?.text ?? ' '))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
  const [first, last] = [chain.find(({ glyph }) => glyph)?.glyph, chain.findLast(({ glyph }) => glyph)?.glyph];
  const x = first?.x ?? 0;
  return {
    x,
    y: first?.y ?? 0,
    width: (last?.x ?? 0) + (last?.width ?? 0) - x,
    size: first?.size ?? 0,
    text,
    bold: false,
    order: first?.order ?? 0,
  };
}
