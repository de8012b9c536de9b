import type { Glyph } from './drawn.ts';
import type { Rule } from './page.ts';
import { isLevel } from './rules.ts';

interface Strikes {
  readonly struck: ReadonlySet<Glyph>;
  /** The lines that strike nothing. */
  readonly rules: readonly Rule[];
}

/** Finds the lines that strike text out: through the middle of the letters, from the beginning of a word to the end of one. */
export function readStrikes(rules: readonly Rule[], glyphs: readonly Glyph[]): Strikes {
  const level = glyphs.filter(({ along: [cos], text }) => cos > 0.999 && text.trim() !== '');
  const struck = new Set<Glyph>();
  const others = rules.filter((rule) => {
    const own = isLevel(rule) ? level.filter((glyph) => crosses(rule, glyph)) : [];
    if (own.length === 0 || !spans(rule, own)) return true;
    for (const glyph of own) struck.add(glyph);
    return false;
  });
  return { struck, rules: others };
}

function crosses({ x0, x1, y0 }: Rule, { x, y, width, size }: Glyph): boolean {
  const height = (y - y0) / size;
  return height > 0.15 && height < 0.5 && x + width / 2 > x0 && x + width / 2 < x1;
}

/** True for a line as wide as the letters below it, a space more or less, that they fill. */
function spans({ x0, x1 }: Rule, glyphs: readonly Glyph[]): boolean {
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  const start = Math.min(...glyphs.map(({ x }) => x));
  const end = Math.max(...glyphs.map(({ x, width }) => x + width));
  const filled = glyphs.reduce((sum, { width }) => sum + width, 0);
  return Math.abs(start - x0) < 0.35 * size && Math.abs(end - x1) < 0.35 * size && filled > 0.6 * (x1 - x0);
}
