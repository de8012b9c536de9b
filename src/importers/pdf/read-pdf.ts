import type { About } from '../model/extract.ts';
import { permissionNotes, readAbout } from './metadata.ts';
import type { Page } from './page.ts';
import { readPage } from './read-page.ts';
import type { Scanner } from '../scan/recognise.ts';
import { scanPage } from '../scan/scan-page.ts';

/** Pages beyond this are not read; the longest annual reports have about 400. */
const MAX_PAGES = 600;

interface PdfContent {
  readonly pages: readonly Page[];
  /** Pages of the file, also those that were not read. */
  readonly pageCount: number;
  readonly about: About;
  readonly notes: readonly string[];
}

/** What the reading of a PDF may take. */
export interface PdfOptions {
  /** Reading stops between two pages when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  readonly password?: string | undefined;
  /** Reads pages that are pictures; without it they have no text. */
  readonly scanner?: Scanner | undefined;
}

/**
 * Reads where each word and each drawn line of a PDF stands. Nothing in the file is run and nothing is fetched.
 * Stops between two pages when the signal says so, and names the page. A file that is encrypted with an empty
 * password needs none. Throws what pdf.js throws for a broken file, and for a wrong or missing password.
 */
export async function readPdf(bytes: Uint8Array, { signal, password, scanner }: PdfOptions): Promise<PdfContent> {
  // Loaded here, since only imports need it and it takes a while.
  const { createIsomorphicCanvasFactory, getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  // pdf.js takes the buffer it is given for itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    enableXfa: false,
    stopAtErrors: false,
    ...(password === undefined ? {} : { password }),
    ...(scanner ? { CanvasFactory: await createIsomorphicCanvasFactory(() => Promise.resolve(scanner.canvas)) } : {}),
  });
  try {
    const layers = (await pdf.getOptionalContentConfig()) as { isVisible: (layer: unknown) => unknown }; // pdf.js leaves it open
    const notes: string[] = [];
    const pages: Page[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      if (number > MAX_PAGES || signal?.aborted) {
        const limit = number > MAX_PAGES ? `the limit of ${MAX_PAGES} pages` : 'the time limit';
        notes.push(`Reading stopped at ${limit}: the text ends after page ${number - 1} of ${pdf.numPages}.`);
        break;
      }
      const page = await pdf.getPage(number);
      const read = await readPage(page, number, { ops: OPS, isOn: (layer) => layers.isVisible(layer) === true });
      pages.push(scanner && read.scan === 'unread' ? await scanPage(read, page, scanner) : read);
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
