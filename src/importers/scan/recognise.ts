import { pathToFileURL } from 'node:url';

/** Where the programs lie that read scans; they are installed by whoever wants them. */
export interface ScanPrograms {
  /** The file that `tesseract.js` begins with. */
  readonly tesseract: string;
  /** The file that `@napi-rs/canvas` begins with. */
  readonly canvas: string;
  /** The folder of what tesseract knows of English. */
  readonly data: string;
}

/** A line that a machine has read in a picture. Lengths are pixels from the top left. */
export interface ScanLine {
  /** How far the baseline falls for each pixel to the right. */
  readonly slope: number;
  /** The baseline where it begins. */
  readonly x: number;
  readonly y: number;
  /** From the top of the tallest letters to the foot of the lowest. */
  readonly height: number;
  readonly words: readonly ScanWord[];
}

interface ScanWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly x0: number;
  readonly x1: number;
}

/** What reads scans while it is open. */
export interface Scanner {
  /** The package that pdf.js draws pages with. */
  readonly canvas: Canvases;
  readonly linesOn: (picture: Buffer) => Promise<ScanLine[]>;
  readonly close: () => Promise<void>;
}

/** What is used of `@napi-rs/canvas`. */
interface Canvases {
  readonly createCanvas: (width: number, height: number) => Canvas;
}

export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly getContext: (kind: '2d') => {
    fillStyle: string;
    fillRect: (x: number, y: number, width: number, height: number) => void;
    translate: (x: number, y: number) => void;
    rotate: (radians: number) => void;
    drawImage: (picture: Canvas, x: number, y: number) => void;
  };
  readonly encode: (kind: 'png') => Promise<Buffer>;
}

/** What is used of `tesseract.js`. */
interface Tesseract {
  readonly createWorker: (
    language: string,
    engine: number,
    options: Readonly<Record<string, unknown>>,
  ) => Promise<{
    readonly recognize: (
      picture: Buffer,
      options: Readonly<Record<string, unknown>>,
      output: Readonly<Record<string, boolean>>,
    ) => Promise<{ readonly data: { readonly blocks: readonly TesseractBlock[] | null } }>;
    readonly setParameters: (parameters: Readonly<Record<string, string>>) => Promise<unknown>;
    readonly terminate: () => Promise<unknown>;
  }>;
}

interface TesseractBlock {
  readonly paragraphs: readonly { readonly lines: readonly TesseractLine[] }[];
}

interface TesseractLine {
  readonly baseline: TesseractBox;
  readonly rowAttributes?: { readonly rowHeight?: number };
  readonly words: readonly { readonly text: string; readonly confidence: number; readonly bbox: TesseractBox }[];
}

interface TesseractBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Starts the programs. Nothing is fetched: what tesseract knows lies in a package. */
export async function openScanner({ tesseract, canvas, data }: ScanPrograms): Promise<Scanner> {
  const [{ createWorker }, canvases] = await Promise.all([load<Tesseract>(tesseract), load<Canvases>(canvas)]);
  const NEURAL = 1; // tesseract's LSTM_ONLY
  const worker = await createWorker('eng', NEURAL, {
    langPath: data,
    cacheMethod: 'none',
    // What goes wrong comes back from the call itself, too.
    errorHandler: () => undefined,
  });
  // Sparse text: every word wherever it stands, those in the cells of forms too. The order is found by the layout.
  await worker.setParameters({ tessedit_pageseg_mode: '11' });
  return {
    canvas: canvases,
    async linesOn(picture) {
      const { data: found } = await worker.recognize(picture, {}, { blocks: true, text: false });
      return (found.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.map(lineOf)));
    },
    async close() {
      await worker.terminate();
    },
  };
}

function lineOf({ baseline: { x0, y0, x1, y1 }, rowAttributes, words }: TesseractLine): ScanLine {
  const tallest = Math.max(...words.map(({ bbox }) => bbox.y1 - bbox.y0));
  return {
    slope: x1 > x0 ? (y1 - y0) / (x1 - x0) : 0,
    x: x0,
    y: y0,
    // Where a line of a table touches the letters, the height of the row is too large.
    height: Math.min(rowAttributes?.rowHeight ?? tallest, 1.4 * tallest),
    words: words.map(({ text, confidence, bbox }) => ({ text, confidence, x0: bbox.x0, x1: bbox.x1 })),
  };
}

/** A package by the file that it begins with; one that was written for `require` has what it gives under `default`. */
async function load<T>(file: string): Promise<T> {
  const loaded = (await import(pathToFileURL(file).href)) as { default?: T } & T; // what the package is, untyped
  return loaded.default ?? loaded;
}
