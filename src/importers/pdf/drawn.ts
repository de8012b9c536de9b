import { initialState, withParameter, type GraphicsState } from './graphics-state.ts';
import { boxAfter, multiply, overlap, type Box, type Matrix } from './matrix.ts';
import { boxOf, isRectangle, isSome, partsOf, type PathPart } from './paths.ts';
import { signsOf, type Face } from './signs.ts';
import { movedText, START } from './text-position.ts';

/** A sign that a page draws, in the viewport's coordinates (points, from the top left). */
export interface Glyph {
  readonly text: string;
  readonly font: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** How far the next sign would begin, spacing aside. */
  readonly width: number;
  readonly size: number;
  /** The way of the baseline: 1 and 0 when it is level. */
  readonly along: readonly [number, number];
  /** Place in the order of painting. */
  readonly order: number;
  /** PDF's text rendering mode: 3 and 7 draw nothing. */
  readonly mode: number;
  /** `#rrggbb`; `undefined` for a pattern. */
  readonly color: string | undefined;
  readonly alpha: number;
  /** What the page may draw on here. */
  readonly clip: Box;
  /** False in a layer that is switched off. */
  readonly shown: boolean;
  /** The annotation that draws it. */
  readonly annotation?: string;
}

/** A shape or picture that a page fills. */
export interface Fill {
  readonly box: Box;
  readonly order: number;
  readonly kind: 'box' | 'shape' | 'picture';
  /** `#rrggbb`; `undefined` for a pattern, a shading or a picture. */
  readonly color: string | undefined;
  /** False when what lies below shines through. */
  readonly opaque: boolean;
  readonly annotation?: string;
}

/** What a page draws with a line, without lifting the pen. */
export interface Stroke extends PathPart {
  readonly order: number;
  readonly annotation?: string;
}

interface Drawn {
  readonly glyphs: readonly Glyph[];
  readonly fills: readonly Fill[];
  readonly strokes: readonly Stroke[];
}

interface Source {
  readonly list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
  readonly ops: Readonly<Record<string, number>>;
  readonly viewport: Matrix;
  readonly width: number;
  readonly height: number;
  readonly face: (name: string) => Face | undefined;
  /** True for a picture through which what lies below it may shine. */
  readonly isClear: (picture: string) => boolean;
  /** Whether a layer is switched on. */
  readonly isOn: (layer: unknown) => boolean;
}

/** More signs than this no page has that a person reads. */
const MAX_GLYPHS = 400_000;
const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity];
const UNIT: Box = [0, 0, 1, 1];

/** Follows a page's drawing operators and comes back with all that they draw, in the order of painting. */
export function readDrawn({ list, ops, viewport, width, height, face, isClear, isOn }: Source): Drawn {
  const names = new Map(Object.entries(ops).map(([name, number]) => [number, name]));
  const glyphs: Glyph[] = [];
  const fills: Fill[] = [];
  const strokes: Stroke[] = [];
  const stack: GraphicsState[] = [];
  const layers: boolean[] = [];
  let state = initialState(viewport, EVERYWHERE);
  let position = START;
  let clips = false;
  let annotation: string | undefined;
  const save = () => void stack.push(state);
  const restore = () => void (state = stack.pop() ?? state);
  const isShown = () => layers.every(Boolean);
  const about = (order: number) => ({ order, ...(annotation === undefined ? {} : { annotation }) });
  const fill = (order: number, box: Box, own: Pick<Fill, 'kind' | 'color' | 'opaque'>) =>
    void fills.push({ box: overlap(box, state.clip), ...own, ...about(order) });
  const isOpaque = () => state.alpha > 0.95 && !state.blended;

  list.fnArray.forEach((number, order) => {
    const args = (list.argsArray[order] ?? []) as readonly unknown[]; // pdf.js keeps each operator's own arguments there
    const operator = names.get(number) ?? '';
    state = withParameter(state, operator, args);
    position = movedText(position, operator, args, state.leading);
    switch (operator) {
      case 'save':
      case 'beginGroup':
        return save();
      case 'restore':
      case 'paintFormXObjectEnd':
      case 'endGroup':
        return restore();
      case 'transform':
        state = { ...state, ctm: multiply(state.ctm, args as unknown as Matrix) };
        return;
      case 'paintFormXObjectBegin': {
        save();
        const ctm = Array.isArray(args[0]) ? multiply(state.ctm, args[0] as unknown as Matrix) : state.ctm;
        const box = boxOf(args[1]);
        state = { ...state, ctm, ...(box ? { clip: overlap(state.clip, boxAfter(ctm, box)) } : {}) };
        return;
      }
      case 'beginAnnotation': {
        save();
        const [id, rect, placed, own] = args as readonly [unknown, unknown, Matrix, Matrix];
        annotation = String(id);
        const box = boxOf(rect);
        const clip = box ? boxAfter(viewport, box) : EVERYWHERE;
        state = initialState(multiply(multiply(viewport, placed), own), clip);
        return;
      }
      case 'endAnnotation':
        annotation = undefined;
        return restore();
      case 'beginMarkedContent':
        return void layers.push(true);
      case 'beginMarkedContentProps':
        return void layers.push(args[0] === 'OC' ? isOn(args[1]) : true);
      case 'endMarkedContent':
        return void layers.pop();
      case 'showText':
      case 'showSpacedText': {
        if (glyphs.length >= MAX_GLYPHS) return;
        const mark = { ...about(order), shown: isShown() };
        const drawn = signsOf(args[0] as readonly unknown[], position.text, state, face(state.font), mark);
        for (const glyph of drawn.glyphs) glyphs.push(glyph);
        position = { ...position, text: drawn.text };
        return;
      }
      case 'clip':
      case 'eoClip':
        clips = true;
        return;
      case 'constructPath': {
        const [paint, [path], extent] = args as readonly [number, readonly [ArrayLike<number> | null], unknown];
        const bounds = boxOf(extent);
        const box = bounds && boxAfter(state.ctm, bounds);
        if (clips) state = { ...state, clip: overlap(state.clip, box ?? [0, 0, -1, -1]) };
        clips = false;
        if (!box || !path || !isShown()) return;
        const how = names.get(paint) ?? '';
        if (/fill/i.test(how))
          fill(order, box, { kind: isRectangle(path) ? 'box' : 'shape', color: state.color, opaque: isOpaque() });
        if (/stroke/i.test(how))
          for (const part of partsOf(path))
            strokes.push({ ...part, box: boxAfter(state.ctm, part.box), ...about(order) });
        return;
      }
      case 'shadingFill':
        return fill(order, state.clip, { kind: 'shape', color: undefined, opaque: false });
      case 'paintImageXObject':
      case 'paintInlineImageXObject': {
        const clear = typeof args[0] === 'string' && isClear(args[0]);
        const opaque = isOpaque() && !clear;
        if (isShown()) fill(order, boxAfter(state.ctm, UNIT), { kind: 'picture', color: undefined, opaque });
        return;
      }
      case 'paintImageMaskXObject':
      case 'paintSolidColorImageMask':
        if (isShown()) fill(order, boxAfter(state.ctm, UNIT), { kind: 'picture', color: undefined, opaque: false });
    }
  });
  const page: Box = [0, 0, width, height];
  return { glyphs, fills: fills.filter(({ box }) => isSome(overlap(box, page))), strokes };
}
