import type { Glyph } from './drawn.ts';
import type { GraphicsState } from './graphics-state.ts';
import { apply, multiply, type Matrix } from './matrix.ts';

/** What pdf.js knows of a face. */
export interface Face {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

/** A sign as pdf.js names it to be drawn. */
interface PdfGlyph {
  readonly unicode: string;
  readonly fontChar: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/**
 * The signs that one operator draws from `start` on, and where the next one would stand. Numbers among the signs move what
 * follows, in thousandths of the type's size.
 */
export function signsOf(
  signs: readonly unknown[],
  start: Matrix,
  state: GraphicsState,
  face: Face | undefined,
  about: Pick<Glyph, 'order' | 'shown' | 'annotation'>,
): { glyphs: Glyph[]; text: Matrix } {
  const scale = state.size * (face?.fontMatrix?.[0] ?? 0.001);
  const ahead = (step: number): Matrix =>
    face?.vertical === true ? [1, 0, 0, 1, 0, -step] : [1, 0, 0, 1, step * state.stretch, 0];
  const glyphs: Glyph[] = [];
  let text = start;
  for (const sign of signs) {
    if (typeof sign === 'number') text = multiply(text, ahead((-sign * state.size) / 1000));
    if (typeof sign !== 'object' || sign === null) continue;
    const { unicode, fontChar, width: own, isSpace } = sign as Partial<PdfGlyph>; // pdf.js types no operator
    const advance = (own ?? 0) * scale;
    const at = multiply(state.ctm, text);
    const [x, y] = apply(at, [0, state.rise]);
    const level = Math.hypot(at[0], at[1]);
    glyphs.push({
      text: readable(unicode, fontChar),
      font: state.font,
      x,
      y,
      width: Math.abs(advance * state.stretch * level),
      size: Math.hypot(at[2], at[3]) * Math.abs(state.size),
      along: level === 0 ? [1, 0] : [at[0] / level, at[1] / level],
      mode: state.mode,
      color: state.mode === 1 ? state.strokeColor : state.color,
      alpha: state.alpha,
      clip: state.clip,
      ...about,
    });
    text = multiply(text, ahead(advance + state.charSpacing + (isSpace === true ? state.wordSpacing : 0)));
  }
  return { glyphs, text };
}

/** What a sign is read as. A face of ticks and boxes has letters' codes, and its own signs beside them. */
function readable(unicode: string | undefined, fontChar: string | undefined): string {
  if (fontChar && /^[\u2700-\u27bf\u25a0-\u25ff\u2600-\u26ff]$/.test(fontChar)) return fontChar;
  return unicode ?? fontChar ?? '';
}
