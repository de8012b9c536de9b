import type { Glyph } from './drawn.ts';
import { isLeader } from './leaders.ts';
import type { Piece } from './page.ts';
import { readSign } from './symbols.ts';

/** The gap between two cells of a table's row, in heights of the type; words stand closer. */
export const CELLS_APART = 0.42;
/** An amount or a share, whole. */
export const FIGURE = /^\(?\$?\d[\d,.]*\d?%?\)?%?$/;

/** Signs on one baseline, in the order of painting, that stand close to one another. */
type GlyphRun = readonly Glyph[];

/**
 * Joins signs to stretches of text by where they stand: words end where a reader sees a gap. Letters set apart are
 * words again, parted at the wider gaps; a sign printed twice, a hair apart, counts once, and so do words with their shadow.
 */
export function piecesOf(
  glyphs: readonly Glyph[],
  isBold: (font: string) => boolean,
  struck: ReadonlySet<Glyph> = new Set(),
): Piece[] {
  const { single, struckTwice } = withoutDoubles(glyphs);
  return withoutShadows(runsOf(single, struck)).flatMap((run) =>
    pieceOf(
      run,
      isBold(run[0]?.font ?? '') || run.filter((glyph) => struckTwice.has(glyph)).length > 0.6 * run.length,
    ).map((piece) => (isStruck(run, struck) ? { ...piece, struck: true as const } : piece)),
  );
}

/** Word processors make bold type by printing a sign twice, a hair apart. */
function withoutDoubles(glyphs: readonly Glyph[]): { single: Glyph[]; struckTwice: ReadonlySet<Glyph> } {
  const struckTwice = new Set<Glyph>();
  const seen = new Map<string, Map<number, Glyph>>();
  const single = glyphs.filter((glyph) => {
    const hair = Math.min(0.12 * glyph.size, 0.45 * glyph.width);
    if (!(hair > 0) || glyph.text.trim() === '') return true;
    const side = 0.12 * glyph.size;
    const sign = `${Math.round(glyph.size * 4)} ${glyph.text}`;
    const alike = seen.get(sign) ?? new Map<number, Glyph>();
    seen.set(sign, alike);
    // A page is some thousands of squares wide.
    const square = Math.floor(glyph.x / side) + Math.floor(glyph.y / side) * 2 ** 20;
    const double = AROUND.map((step) => alike.get(square + step)).find(
      (other) => other && Math.abs(other.x - glyph.x) < hair && Math.abs(other.y - glyph.y) < hair,
    );
    if (double) struckTwice.add(double);
    else alike.set(square, glyph);
    return !double;
  });
  return { single, struckTwice };
}

/** From a square to itself and to the eight around it. */
const AROUND = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => right + down * 2 ** 20));

/** Without the words over which the same ones are painted again so near that nobody could read both. */
function withoutShadows(runs: readonly GlyphRun[]): readonly GlyphRun[] {
  const byText = Map.groupBy(runs, (run) => run.map(({ text }) => text).join(''));
  const shadows = [...byText.values()].flatMap((alike) =>
    alike.filter((run, at) => run.length >= SHADOWED && alike.slice(at + 1, at + 4).some((over) => isOver(over, run))),
  );
  if (shadows.length === 0) return runs;
  const all = new Set(shadows);
  return runs.filter((run) => !all.has(run));
}

/** A table may hold the same figure twice, closely; words of this many signs do not stand into one another. */
const SHADOWED = 3;

function isOver([over]: GlyphRun, [below]: GlyphRun): boolean {
  if (!over || !below || Math.abs(over.size - below.size) > 0.05 * below.size) return false;
  const [ahead, aside] = offset(below, over);
  return Math.abs(ahead) < 0.35 * below.size && Math.abs(aside) < 0.35 * below.size;
}

function isStruck(run: GlyphRun, struck: ReadonlySet<Glyph>): boolean {
  return run.some((glyph) => struck.has(glyph));
}

function runsOf(glyphs: readonly Glyph[], struck: ReadonlySet<Glyph>): GlyphRun[] {
  const runs: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const isSpace = glyph.text.trim() === '';
    const isEdge = !isSpace && run !== undefined && run.some(isLetter) && isStruck(run, struck) !== struck.has(glyph);
    if (run && last && goesOn(last, glyph) && !isEdge) run.push(glyph);
    else runs.push([glyph]);
    last = glyph;
  }
  return runs;
}

function isLetter({ text }: Glyph): boolean {
  return text.trim() !== '';
}

function goesOn(last: Glyph, glyph: Glyph): boolean {
  if (last.font !== glyph.font || Math.abs(last.size - glyph.size) > 0.05 * glyph.size) return false;
  if (last.along[0] * glyph.along[0] + last.along[1] * glyph.along[1] < 0.999) return false;
  const [ahead, aside] = offset(last, glyph);
  const gap = ahead - last.width;
  return Math.abs(aside) < 0.06 * glyph.size && gap > -0.6 * glyph.size && gap < 1.6 * glyph.size;
}

/** How far a sign stands from another along its baseline and across it. */
function offset(from: Glyph, to: Glyph): [number, number] {
  const [cos, sin] = from.along;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return [dx * cos + dy * sin, dy * cos - dx * sin];
}

/** A sign of a run that is no space, with the gap before it in heights of the type. */
interface Spaced {
  readonly glyph: Glyph;
  readonly text: string;
  readonly gap: number;
  /** True when the file has a space before it. */
  readonly space: boolean;
}

function pieceOf(run: GlyphRun, bold: boolean): Piece[] {
  const letters: Spaced[] = [];
  let space = false;
  for (const glyph of run) {
    const text = readSign(glyph.text);
    const before = letters.at(-1)?.glyph;
    const gap = before ? (offset(before, glyph)[0] - before.width) / Math.max(0.1, glyph.size) : 0;
    if (text.trim() === '') space = true;
    else {
      letters.push({ glyph, text, gap, space });
      space = false;
    }
  }
  const apart = lettersApart(letters);
  const leaders = leaderDots(letters);
  const groups: Spaced[][] = [];
  for (const [at, letter] of letters.entries()) {
    const group = groups.at(-1);
    const before = letters[at - 1];
    const isEdge = before !== undefined && leaders.has(before) !== leaders.has(letter);
    // What stands further apart than words do may be another column.
    const isColumn = letter.gap > Math.max(0.85, apart === undefined ? 0 : apart + 0.6);
    if (!group || isColumn || isEdge || (apart === undefined && areTwoCells(group, letter))) groups.push([letter]);
    else group.push(letter);
  }
  return groups.map((group, index) => {
    const text = group
      .map((letter, at) => (at > 0 && endsWord(group[at - 1], letter, apart) ? ' ' : '') + letter.text)
      .join('');
    const [first, last] = [group[0]?.glyph, group.at(-1)?.glyph];
    const ends = (index < groups.length - 1 || space) && last !== undefined;
    return {
      x: first?.x ?? 0,
      y: first?.y ?? 0,
      width: first && last ? offset(first, last)[0] + last.width : 0,
      size: first?.size ?? 0,
      text: ends ? `${text} ` : text,
      bold,
      order: first?.order ?? 0,
      ...(first?.annotation === undefined ? {} : { field: true }),
      ...(first && (first.along[0] < 0.999 || Math.abs(first.along[1]) > 0.02) ? { turned: first.along } : {}),
    };
  });
}

/** The dots of a line that lead from a label to its value. */
function leaderDots(letters: readonly Spaced[]): ReadonlySet<Spaced> {
  const rows: Spaced[][] = [[]];
  for (const letter of letters) {
    if (/^[.…]+$/.test(letter.text)) rows.at(-1)?.push(letter);
    else rows.push([]);
  }
  return new Set(rows.filter((row) => isLeader(row.map(({ text }) => text).join(''))).flat());
}

/** True where one cell of a table may end and the next begin: no space in the file, more than a word's gap, and painted apart or behind a figure. */
function areTwoCells(group: readonly Spaced[], letter: Spaced): boolean {
  if (letter.gap <= CELLS_APART || letter.space) return false;
  const isPaintedApart = group.at(-1)?.glyph.order !== letter.glyph.order;
  return isPaintedApart || FIGURE.test(group.map(({ text }) => text).join(''));
}

/**
 * The gap above which a word ends, in heights of the type, in text whose letters are set apart; `undefined` in
 * usual text, where most letters touch.
 */
function lettersApart(letters: readonly Spaced[]): number | undefined {
  const gaps = letters
    .slice(1)
    .map(({ gap }) => gap)
    .toSorted((a, b) => a - b);
  const named = letters.filter(({ text }) => /\p{L}/u.test(text)).length;
  if (letters.length < 4 || named < 0.4 * letters.length) return undefined;
  const low = gaps[Math.floor(gaps.length * 0.12)] ?? 0;
  const usual = gaps[Math.floor(gaps.length * 0.4)] ?? 0;
  return low > 0.1 ? usual + Math.max(0.12, 0.25 * usual) : undefined;
}

function endsWord(before: Spaced | undefined, letter: Spaced, apart: number | undefined): boolean {
  if (apart !== undefined) return letter.gap > apart;
  // A figure's point or comma may stand a little apart, but no word ends there.
  const pair = `${before?.text.slice(-1) ?? ''}${letter.text.slice(0, 1)}`;
  if (!letter.space && letter.gap < 0.3 && /^(?:\d[.,]|[.,]\d)$/.test(pair)) return false;
  return letter.gap > (letter.space ? 0.05 : 0.16);
}
