import type { getDocumentProxy } from 'unpdf';
import type { Page } from '../pdf/page.ts';
import type { Canvas, Scanner, ScanLine } from './recognise.ts';
import { recognisedOf, sureness, SURE } from './recognised.ts';

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** Tesseract was taught on letters of this height. */
const DOTS_PER_INCH = 300;
const POINTS_PER_INCH = 72;

/** A plan or a map may be larger than any machine can draw. */
const MAX_DOTS = 30_000_000;

/** A page that is a picture, with the words that a machine reads on it as its text. What is no word at all is left out. */
export async function scanPage(page: Page, source: PdfPage, scanner: Scanner): Promise<Page> {
  const { width, height } = source.getViewport({ scale: 1 });
  const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(MAX_DOTS / (width * height)));
  const canvas = await draw(source, scale, scanner);
  const { lines, view } = await bestTurn(canvas, scanner);
  const { pieces, ...doubts } = recognisedOf(lines, scale);
  return {
    ...page,
    width: view.width / scale,
    height: view.height / scale,
    pieces: [...page.pieces, ...pieces],
    scan: 'read',
    ...doubts,
  };
}

async function draw(source: PdfPage, scale: number, { canvas: { createCanvas } }: Scanner): Promise<Canvas> {
  const viewport = source.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const canvasContext = canvas.getContext('2d');
  // pdf.js draws on these as on a browser's.
  const target = { canvas, canvasContext } as unknown as Pick<
    Parameters<PdfPage['render']>[0],
    'canvas' | 'canvasContext'
  >;
  await source.render({ ...target, viewport }).promise;
  return canvas;
}

/** The lines of a picture; where hardly any can be read it lies on its side or upside down, and is turned. */
async function bestTurn(canvas: Canvas, scanner: Scanner): Promise<{ lines: readonly ScanLine[]; view: Canvas }> {
  let best = { lines: await scanner.linesOn(await canvas.encode('png')), view: canvas };
  if (sureness(best.lines) > 60 || best.lines.length < 3) return best;
  for (const turns of [1, 3, 2]) {
    const view = turned(canvas, turns, scanner);
    const lines = await scanner.linesOn(await view.encode('png'));
    if (sureness(lines) > sureness(best.lines)) best = { lines, view };
    if (sureness(lines) > SURE) break;
  }
  return best;
}

/** A picture turned by quarters to the right. */
function turned(picture: Canvas, quarters: number, { canvas: { createCanvas } }: Scanner): Canvas {
  const { width, height } = picture;
  const view = quarters % 2 === 0 ? createCanvas(width, height) : createCanvas(height, width);
  const context = view.getContext('2d');
  context.translate(view.width / 2, view.height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2);
  return view;
}
