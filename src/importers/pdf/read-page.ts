import type { getDocumentProxy } from 'unpdf';
import { grouped } from '../../text/counted.ts';
import { ImportRefusal } from '../model/refusal.ts';
import { readDigitBoxes } from './digit-boxes.ts';
import { readDrawnBullets } from './drawn-bullets.ts';
import { readDrawn, type Glyph } from './drawn.ts';
import { readFields } from './fields.ts';
import { holds, multiply, type Matrix } from './matrix.ts';
import type { Page, Piece } from './page.ts';
import { piecesOf } from './pieces.ts';
import { readRules } from './rules.ts';
import { readStrikes } from './strikes.ts';
import { readTickBoxes } from './tick-boxes.ts';
import { partVisible } from './visible.ts';

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** Each piece of a page is compared with others; the densest tables have some 5,000. */
const MAX_PIECES = 20_000;
const MAX_RULES = 3000;

interface Reading {
  readonly ops: Readonly<Record<string, number>>;
  /** Whether a layer of the file is switched on. */
  readonly isOn: (layer: unknown) => boolean;
}

/** What a reader of one page sees: its text, its lines, its forms; and what the file has there that nobody sees. */
export async function readPage(page: PdfPage, number: number, { ops, isOn }: Reading): Promise<Page> {
  // The faces' names are known only after the page's operators were read.
  const list = await page.getOperatorList();
  const draw = (viewport: Matrix, width: number, height: number) =>
    readDrawn({
      list,
      ops,
      viewport,
      width,
      height,
      face: (name) => fontOf(page, name),
      isClear: (picture) => isClear(page, picture),
      isOn,
    });
  const viewport = page.getViewport({ scale: 1 });
  const level = viewport.transform as unknown as Matrix; // pdf.js leaves its six numbers untyped
  const first = draw(level, viewport.width, viewport.height);
  const view = upright(first.glyphs, level, viewport);
  const drawn = view.matrix === level ? first : draw(view.matrix, view.width, view.height);
  if (new Set(drawn.glyphs.map(({ order }) => order)).size > MAX_PIECES)
    throw new ImportRefusal(
      `Page ${number} holds more than ${grouped(MAX_PIECES)} pieces of text. Open the file in a PDF reader, print it to a new PDF and import that.`,
    );
  const { visible, hidden, isScan } = partVisible(drawn.glyphs, drawn.fills, view.width, view.height);
  const fields = await readFields(page, view.matrix, visible);
  const own = visible.filter(({ annotation }) => annotation === undefined || !fields.buttons.has(annotation));
  const boxes = readTickBoxes(drawn.strokes, drawn.fills, own);
  const known = new Map<string, boolean>();
  const bold = (font: string) => {
    const is = known.get(font) ?? isBold(page, font);
    known.set(font, is);
    return is;
  };
  const lines = readRules(list, ops, view.matrix);
  const numbers = readDigitBoxes(lines, own);
  const drawnBoxes = [...boxes.boxes, ...numbers.boxes];
  const free = lines.filter(
    (rule) => !drawnBoxes.some((box) => holds(box, rule.x0, rule.y0, 2) && holds(box, rule.x1, rule.y1, 2)),
  );
  const text = own.filter((glyph) => !boxes.ticks.has(glyph) && !numbers.digits.has(glyph));
  // A drawing of thousands of lines is a picture: it parts and strikes no text.
  const { struck, rules } = free.length > MAX_RULES ? { struck: undefined, rules: [] } : readStrikes(free, text);
  const all = piecesOf(text, bold, struck);
  const isText = (piece: Piece) => !STAMP.test(piece.text) && piece.turned === undefined;
  return {
    number,
    width: view.width,
    height: view.height,
    pieces: [
      ...all.filter(isText),
      ...fields.pieces,
      ...boxes.pieces,
      ...numbers.pieces,
      ...readDrawnBullets(drawn.strokes, drawn.fills, own, boxes.boxes),
    ],
    rules,
    sideways: all
      .filter((piece) => piece.turned !== undefined && !STAMP.test(piece.text))
      .map((piece) => piece.text.trim()),
    stamped: all.some((piece) => STAMP.test(piece.text)),
    hidden: [...hiddenTexts(hidden), ...fields.hidden],
    ...(boxes.unclear.length > 0 ? { unclear: boxes.unclear } : {}),
    ...(isScan ? { scan: 'read' as const } : isPicture(drawn, all, view) ? { scan: 'unread' as const } : {}),
  };
}

const STAMP = /^\s*for personal use only\s*$/i;

/**
 * True for a page that one picture, or several strips of one, fill, and that has no text but what is printed on scans
 * afterwards: the stamp, and a line at its head or foot.
 */
function isPicture(
  { fills }: ReturnType<typeof readDrawn>,
  pieces: readonly Piece[],
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const covered = fills
    .filter(({ kind }) => kind === 'picture')
    .reduce((sum, { box: [x0, y0, x1, y1] }) => sum + Math.max(0, x1 - x0) * Math.max(0, y1 - y0), 0);
  const own = pieces.filter(({ text, y }) => !STAMP.test(text) && y > 0.08 * height && y < 0.94 * height);
  return own.reduce((sum, { text }) => sum + text.trim().length, 0) < 8 && covered > 0.4 * width * height;
}

/** The texts that nobody sees, each with the reason, in the order of painting. */
function hiddenTexts(hidden: readonly { readonly glyph: Glyph; readonly why: string }[]): Page['hidden'] {
  const byReason = Map.groupBy(hidden, ({ why }) => why);
  return [...byReason].flatMap(([why, own]) => {
    const pieces = piecesOf(
      own.map(({ glyph }) => glyph),
      () => false,
    );
    const text = pieces
      .map((piece) => piece.text.trim())
      .join(' ')
      .replace(/\s+/g, ' ');
    return /[\p{L}\p{N}]/u.test(text) ? [{ text, why }] : [];
  });
}

/** The page as it is read: turned where nearly all of its text stands on its side, as a wide table does on a tall page. */
function upright(
  glyphs: readonly Glyph[],
  matrix: Matrix,
  { width, height }: { readonly width: number; readonly height: number },
): { matrix: Matrix; width: number; height: number } {
  const letters = { up: 0, down: 0, level: 0 };
  for (const piece of piecesOf(glyphs, () => false)) {
    if (STAMP.test(piece.text)) continue;
    const [cos, sin] = piece.turned ?? [1, 0];
    letters[Math.abs(sin) <= Math.abs(cos) ? 'level' : sin < 0 ? 'up' : 'down'] += piece.text.trim().length;
  }
  const all = letters.up + letters.down + letters.level;
  if (letters.up > 0.8 * all)
    return { matrix: multiply([0, 1, -1, 0, height, 0], matrix), width: height, height: width };
  if (letters.down > 0.8 * all)
    return { matrix: multiply([0, -1, 1, 0, 0, width], matrix), width: height, height: width };
  return { matrix, width, height };
}

interface Font {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

/** pdf.js's own object of a face. */
function fontOf(page: PdfPage, name: string): Font | undefined {
  return page.commonObjs.has(name) ? (page.commonObjs.get(name) as Font) : undefined; // untyped there
}

function isBold(page: PdfPage, name: string): boolean {
  const font = fontOf(page, name);
  return font?.bold === true || font?.black === true || /bold|black|heavy|demi/i.test(font?.name ?? '');
}

/** A picture with a mask of its own may show what lies below it. */
function isClear(page: PdfPage, picture: string): boolean {
  const objects = picture.startsWith('g_') ? page.commonObjs : page.objs;
  if (!objects.has(picture)) return true;
  const RGBA = 3; // pdf.js's ImageKind.RGBA_32BPP
  const found = objects.get(picture) as { kind?: number; bitmap?: unknown } | null; // untyped there
  return found === null || found.kind === RGBA || found.kind === undefined;
}
