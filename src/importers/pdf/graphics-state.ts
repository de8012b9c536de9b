import type { Box, Matrix } from './matrix.ts';

/** What PDF's operators have set and what is drawn from here on obeys. */
export interface GraphicsState {
  /** From the units of the operators to the viewport's. */
  readonly ctm: Matrix;
  readonly clip: Box;
  /** `#rrggbb`; `undefined` for a pattern. */
  readonly color: string | undefined;
  readonly strokeColor: string | undefined;
  readonly alpha: number;
  /** True where what lies below shines through by a blend mode or a mask. */
  readonly blended: boolean;
  readonly font: string;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  /** 1 for usual width. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  /** PDF's text rendering mode. */
  readonly mode: number;
}

/** The state with which a page, or an annotation on it, begins. */
export function initialState(ctm: Matrix, clip: Box): GraphicsState {
  return {
    ctm,
    clip,
    color: '#000000',
    strokeColor: '#000000',
    alpha: 1,
    blended: false,
    font: '',
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** The state after an operator that sets colour, transparency or type; the same state after any other one. */
export function withParameter(state: GraphicsState, operator: string, args: readonly unknown[]): GraphicsState {
  const number = (index: number) => Number(args[index] ?? 0);
  switch (operator) {
    case 'setFillRGBColor':
      return { ...state, color: String(args[0]) };
    case 'setFillColorN':
    case 'setFillTransparent':
      return { ...state, color: undefined };
    case 'setStrokeRGBColor':
      return { ...state, strokeColor: String(args[0]) };
    case 'setStrokeColorN':
      return { ...state, strokeColor: undefined };
    case 'setGState':
      return ((args[0] ?? []) as readonly (readonly [string, unknown])[]).reduce(withEntry, state);
    case 'setLeadingMoveText':
      return { ...state, leading: -number(1) };
    case 'setLeading':
      return { ...state, leading: number(0) };
    case 'setCharSpacing':
      return { ...state, charSpacing: number(0) };
    case 'setWordSpacing':
      return { ...state, wordSpacing: number(0) };
    case 'setHScale':
      return { ...state, stretch: number(0) / 100 };
    case 'setFont':
      return { ...state, font: String(args[0]), size: number(1) };
    case 'setTextRenderingMode':
      return { ...state, mode: number(0) };
    case 'setTextRise':
      return { ...state, rise: number(0) };
    default:
      return state;
  }
}

/** The state after one entry of a dictionary of parameters, by PDF's own names. */
function withEntry(state: GraphicsState, [key, value]: readonly [string, unknown]): GraphicsState {
  if (key === 'ca') return { ...state, alpha: Number(value) };
  if (key === 'BM') return { ...state, blended: value !== 'source-over' && value !== 'normal' };
  if (key === 'SMask') return { ...state, blended: Boolean(value) };
  return key === 'Font' && Array.isArray(value) ? { ...state, font: String(value[0]), size: Number(value[1]) } : state;
}
