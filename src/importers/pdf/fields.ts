import type { getDocumentProxy } from 'unpdf';
import type { Glyph } from './drawn.ts';
import { apply, type Matrix } from './matrix.ts';
import type { Page, Piece } from './page.ts';

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

interface Fields {
  /** Values that the page does not draw itself, and a box for each button, ticked or not. */
  readonly pieces: readonly Piece[];
  /** The buttons' annotations; what they draw is in `pieces`. */
  readonly buttons: ReadonlySet<string>;
  /** What was filled in or typed and is hidden. */
  readonly hidden: Page['hidden'];
}

/** Reads what was filled into the fields of a form and typed onto the page. `glyphs` tells what the page draws of it. */
export async function readFields(page: PdfPage, matrix: Matrix, glyphs: readonly Glyph[]): Promise<Fields> {
  const drawn = new Set(glyphs.flatMap(({ annotation }) => (annotation === undefined ? [] : [annotation])));
  const annotations = (await page.getAnnotations()) as readonly Annotation[]; // pdf.js leaves their kind open
  const pieces: Piece[] = [];
  const buttons = new Set<string>();
  const secret: { text: string; why: string }[] = [];
  for (const annotation of annotations) {
    const { id, rect, hidden, annotationFlags = 0 } = annotation;
    if (!Array.isArray(rect) || id === undefined) continue;
    if (hidden === true || (annotationFlags & HIDDEN) !== 0) {
      const text = valueOf(annotation).trim();
      if (text !== '') secret.push({ text, why: 'in an annotation that is hidden' });
      continue;
    }
    const ticked = tickOf(annotation);
    const place: Place = { matrix, rect: rect as readonly number[] }; // four numbers, says the check above and pdf.js
    if (ticked !== undefined) {
      buttons.add(id);
      pieces.push(boxPiece(ticked, place));
    } else if (!drawn.has(id)) pieces.push(...valuePieces(valueOf(annotation), place));
  }
  return { pieces, buttons, hidden: secret };
}

/** The flag Hidden of ISO 32000-1, table 165; what is not to be viewed pdf.js leaves out itself. */
const HIDDEN = 2;

interface Annotation {
  readonly id?: string;
  readonly subtype?: string;
  readonly rect?: unknown;
  readonly hidden?: boolean;
  readonly annotationFlags?: number;
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly buttonValue?: unknown;
  readonly exportValue?: unknown;
  readonly options?: readonly { readonly exportValue?: string; readonly displayValue?: string }[];
  readonly contentsObj?: { readonly str?: string };
}

interface Place {
  readonly matrix: Matrix;
  readonly rect: readonly number[];
}

/** Whether a tick box or radio button is on; `undefined` for any other annotation. */
function tickOf({ checkBox, radioButton, fieldValue, buttonValue, exportValue }: Annotation): boolean | undefined {
  if (checkBox === true) return isOn(fieldValue) && (exportValue === undefined || fieldValue === exportValue);
  if (radioButton === true) return isOn(fieldValue) && fieldValue === buttonValue;
  return undefined;
}

function isOn(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value !== 'Off';
}

function valueOf({ subtype, fieldType, fieldValue, options, contentsObj }: Annotation): string {
  if (fieldType === 'Tx') return typeof fieldValue === 'string' ? fieldValue : '';
  if (fieldType === 'Ch')
    return [fieldValue]
      .flat()
      .filter((value) => typeof value === 'string')
      .map((value) => options?.find((option) => option.exportValue === value)?.displayValue ?? value)
      .join(', ');
  return subtype === 'FreeText' ? (contentsObj?.str ?? '') : '';
}

function valuePieces(value: string, { matrix, rect }: Place): Piece[] {
  if (value.trim() === '') return [];
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const lines = value.split(/\r\n?|\n/);
  const leading = Math.min(12, (top - bottom) / lines.length);
  return lines.map((text, index): Piece => {
    const [x, y] = apply(matrix, [left + 2, top - leading * (index + 0.8)]);
    return {
      x,
      y,
      width: Math.min(right - left - 2, text.length * leading * 0.45),
      size: Math.max(6, leading * 0.75),
      text,
      bold: false,
      field: true,
      order: Infinity,
    };
  });
}

function boxPiece(isTicked: boolean, { matrix, rect }: Place): Piece {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const size = Math.min(9, top - bottom);
  const [x, y] = apply(matrix, [left, (bottom + top) / 2 - 0.35 * size]);
  return {
    x,
    y,
    width: Math.min(right - left, size),
    size,
    text: isTicked ? '☑' : '☐',
    bold: false,
    field: true,
    order: Infinity,
  };
}
