import type { Drawn } from './pdf-pages.ts';

// Draws pages of a PDF away from the page, which can end it: a PDF may keep its reader busy for hours. Nothing in it is run.

interface Pdf {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
}
interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number };
  render(options: object): { promise: Promise<void> };
  cleanup(): void;
}
interface Reader {
  readonly getDocument: (options: object) => { promise: Promise<Pdf> };
}
interface Here {
  window?: unknown;
  readonly fonts: unknown;
  onmessage: ((event: MessageEvent<{ bytes?: ArrayBuffer; page?: number }>) => void) | null;
  postMessage(message: Drawn, transfer?: Transferable[]): void;
}

const here = globalThis as unknown as Here; // a worker's own scope, which the DOM's types do not know

// In a worker the reader would take our messages for its own, unless it believes to be in a page.
here.window = here;
const reader = load();

let pdf: Pdf | undefined;

here.onmessage = ({ data }) => {
  const work = data.bytes ? open(data.bytes) : drawPage(data.page ?? 1);
  work.catch(() => here.postMessage({ kind: 'failed' }));
};

async function load(): Promise<Reader> {
  const address = './pdfjs.js';
  const loaded = (await import(address)) as Reader; // unpdf's reader
  delete here.window;
  return loaded;
}

async function open(bytes: ArrayBuffer): Promise<void> {
  const { getDocument } = await reader;
  pdf = await getDocument({
    data: new Uint8Array(bytes),
    CanvasFactory: OffscreenCanvases,
    FilterFactory: NoFilters,
    ownerDocument: { fonts: here.fonts },
    useSystemFonts: true,
    isEvalSupported: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: 0,
  }).promise;
  const sizes: [number, number][] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number++) {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
    sizes.push([width, height]);
  }
  here.postMessage({ kind: 'sizes', sizes });
}

async function drawPage(number: number): Promise<void> {
  if (!pdf) throw new Error('No document is open.');
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(WIDTH / natural.width, HEIGHT / natural.height);
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: null, canvasContext: canvas.getContext('2d'), viewport }).promise;
  page.cleanup();
  const picture = canvas.transferToImageBitmap();
  here.postMessage({ kind: 'page', page: number, picture }, [picture]);
}

/** Sharp enough to read small print, and no more than a phone can hold. */
const WIDTH = 1200;
const HEIGHT = 3000;
const MAX_PAGES = 600;

/** The canvases of a worker, for pictures and patterns within a page. */
class OffscreenCanvases {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    Object.assign(canvas, { width, height });
  }
  destroy({ canvas }: { canvas: OffscreenCanvas }): void {
    Object.assign(canvas, { width: 0, height: 0 });
  }
}

/** Filters are elements of a page; a worker has none, and documents hardly use them. */
class NoFilters {
  addFilter = none;
  addHCMFilter = none;
  addAlphaFilter = none;
  addLuminosityFilter = none;
  addHighlightHCMFilter = none;
  destroy(): void {
    // Nothing was made.
  }
}

function none(): string {
  return 'none';
}
