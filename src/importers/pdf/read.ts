import type { getDocumentProxy } from 'unpdf';
import { grouped } from '../../release/amounts.ts';
import type { About } from '../document.ts';
import { ImportRefusal } from '../refusal.ts';
import { permissionNotes, readAbout } from './about.ts';
import type { Page, Piece } from './page.ts';
import { multiply, readRules } from './rules.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** Pages beyond this are not read; the longest annual reports have about 400. */
const MAX_PAGES = 600;
/** Each piece of a page is compared with others; the densest tables have some 5,000. */
const MAX_PIECES = 20_000;
const MAX_RULES = 3000;

interface PdfContent {
  readonly pages: readonly Page[];
  /** Pages of the file, also those that were not read. */
  readonly pageCount: number;
  readonly about: About;
  readonly notes: readonly string[];
}

/**
 * Reads where each word and each drawn line of a PDF stands. Nothing in the file is run and nothing is fetched.
 * Stops between two pages when the signal says so, and names the page. Throws what pdf.js throws for a broken file.
 */
export async function readPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<PdfContent> {
  // Loaded here, since only imports need it and it takes a while.
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  // pdf.js takes the buffer it is given for itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, enableXfa: false, stopAtErrors: false });
  try {
    const notes: string[] = [];
    const pages: Page[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      if (number > MAX_PAGES || signal?.aborted) {
        const limit = number > MAX_PAGES ? `the limit of ${MAX_PAGES} pages` : 'the time limit';
        notes.push(`Reading stopped at ${limit}: the text ends after page ${number - 1} of ${pdf.numPages}.`);
        break;
      }
      const page = await pdf.getPage(number);
      pages.push(await readPage(page, number, OPS));
      page.cleanup();
    }
    return {
      pages,
      pageCount: pdf.numPages,
      about: await readAbout(pdf),
      notes: [...notes, ...(await permissionNotes(pdf))],
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPage(page: PdfPage, number: number, ops: Readonly<Record<string, number>>): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  // The faces' names are known only after the page's operators were read.
  const operators = await page.getOperatorList();
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const texts = items.flatMap((item) => ('str' in item ? [item] : []));
  const view = upright(texts, viewport);
  const bold = new Map<string, boolean>();
  const pieces: Piece[] = [];
  const sideways: string[] = [];
  let stamped = false;
  for (const item of texts) {
    const at = multiply(view.matrix, item.transform as unknown as Matrix); // pdf.js leaves its six numbers untyped
    const text = symbols(item.str);
    const last = pieces.at(-1);
    if (STAMP.test(text)) stamped = true;
    else if (isSideways(at)) {
      if (text.trim() !== '') sideways.push(text);
    } else if (text.trim() !== '') {
      const known = bold.get(item.fontName) ?? isBold(page, item.fontName);
      bold.set(item.fontName, known);
      pieces.push({ x: at[4], y: at[5], width: item.width, size: Math.hypot(at[2], at[3]), text, bold: known });
      // White space of its own between two pieces says that a word ended.
    } else if (text !== '' && last && !last.text.endsWith(' '))
      pieces[pieces.length - 1] = { ...last, text: `${last.text} ` };
  }
  const rules = readRules(operators, ops, view.matrix);
  const all = [...withoutDoubles(pieces), ...(await fieldPieces(page, view.matrix))];
  if (all.length > MAX_PIECES)
    throw new ImportRefusal(
      `Page ${number} holds more than ${grouped(MAX_PIECES)} pieces of text. Open the file in a PDF reader, print it to a new PDF and import that.`,
    );
  return {
    number,
    width: view.width,
    height: view.height,
    pieces: all,
    // A drawing of thousands of lines is a picture, and parts no text.
    rules: rules.length > MAX_RULES ? [] : rules,
    sideways,
    stamped,
  };
}

const STAMP = /^\s*for personal use only\s*$/i;

type Matrix = Parameters<typeof multiply>[0];

function isSideways(matrix: Matrix): boolean {
  return Math.abs(matrix[1]) > 0.02 * Math.abs(matrix[0]) || matrix[0] <= 0;
}

/** The page as it is read: turned where nearly all of its text stands on its side, as a wide table does on a tall page. */
function upright(
  texts: readonly { readonly str: string; readonly transform: readonly unknown[] }[],
  viewport: ReturnType<PdfPage['getViewport']>,
): { matrix: Matrix; width: number; height: number } {
  const matrix = viewport.transform as unknown as Matrix; // pdf.js leaves its six numbers untyped
  const { width, height } = viewport;
  const letters = { up: 0, down: 0, level: 0 };
  for (const { str, transform } of texts) {
    if (STAMP.test(str)) continue;
    const [a, b] = multiply(matrix, transform as unknown as Matrix);
    letters[Math.abs(b) <= Math.abs(a) ? 'level' : b < 0 ? 'up' : 'down'] += str.trim().length;
  }
  const all = letters.up + letters.down + letters.level;
  if (letters.up > 0.8 * all)
    return { matrix: multiply([0, 1, -1, 0, height, 0], matrix), width: height, height: width };
  if (letters.down > 0.8 * all)
    return { matrix: multiply([0, -1, 1, 0, 0, width], matrix), width: height, height: width };
  return { matrix, width, height };
}

/** Word processors make bold type by printing a word twice, a hair apart. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  // By their text, their size and the square of the page, of which no two pieces are further apart than a hair.
  const seen = new Map<string, Piece>();
  const AROUND = [-1, 0, 1];
  return pieces.filter((piece) => {
    const hair = 0.12 * piece.size;
    if (!(hair > 0)) return true;
    const square = (right: number, down: number) =>
      `${Math.floor(piece.x / hair) + right} ${Math.floor(piece.y / hair) + down} ${piece.size} ${piece.text.trim()}`;
    const isDouble = AROUND.flatMap((right) => AROUND.map((down) => seen.get(square(right, down)))).some(
      (other) => other && Math.abs(other.x - piece.x) < hair && Math.abs(other.y - piece.y) < hair,
    );
    if (!isDouble) seen.set(square(0, 0), piece);
    return !isDouble;
  });
}

/** What was filled into the fields of a form, which is no part of the page's own text. */
async function fieldPieces(page: PdfPage, matrix: Matrix): Promise<Piece[]> {
  const annotations = (await page.getAnnotations()) as readonly Record<string, unknown>[]; // pdf.js leaves their kind open
  return annotations.flatMap((annotation): Piece[] => {
    const { fieldType, fieldValue, rect, hidden } = annotation;
    if (
      fieldType !== 'Tx' ||
      typeof fieldValue !== 'string' ||
      fieldValue.trim() === '' ||
      hidden === true ||
      !Array.isArray(rect)
    )
      return [];
    const [left = 0, bottom = 0, right = 0, top = 0] = rect as number[];
    const lines = fieldValue.split(/\r\n?|\n/);
    const leading = Math.min(12, (top - bottom) / lines.length);
    return lines.map((text, index) => {
      const [, , , , x, y] = multiply(matrix, [1, 0, 0, 1, left + 2, top - leading * (index + 0.8)]);
      return {
        x,
        y,
        width: Math.min(right - left - 2, text.length * leading * 0.45),
        size: Math.max(6, leading * 0.75),
        text,
        bold: false,
      };
    });
  });
}

function isBold(page: PdfPage, fontName: string): boolean {
  if (!page.commonObjs.has(fontName)) return false;
  const font = page.commonObjs.get(fontName) as { name?: string; bold?: boolean; black?: boolean }; // pdf.js's own font object
  return font.bold === true || font.black === true || /bold|black|heavy|demi/i.test(font.name ?? '');
}

/** Signs of symbol faces, which PDFs write in Unicode's private area, by what they look like. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0fe': '☑',
  '\uf0a8': '☐',
  '\uf06f': '☐',
  '\uf071': '☐',
  '\uf078': '☒',
  '\uf0fd': '☒',
  '\uf052': '☑',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf0e0': '→',
  '\uf0e8': '➔',
  '\uf02d': '-',
  '\uf0ae': '→',
};

function symbols(text: string): string {
  return text.replace(/[\ue000-\uf8ff]/g, (sign) => SYMBOLS[sign] ?? '').replace(/\u00a0/g, ' ');
}
