import { ending, mediaType } from '../release/file-name.ts';
import { isLfsPointer, lfsPointerFinding, MAX_POINTER_BYTES } from '../release/lfs-pointer.ts';
import { conflictFindings } from '../release/merge-conflict.ts';
import type { Extract } from './document.ts';
import { makeDraft, type Given, type Imported } from './draft.ts';
import type { Knowledge } from './guess.ts';
import { importHtml, MAX_HTML_BYTES } from './html.ts';
import { importPdf } from './pdf.ts';
import { MAX_BYTES } from './pdf/read.ts';
import { importText } from './text.ts';

/** A plain text longer than this is no release. */
const MAX_TEXT_BYTES = 5 * 1024 * 1024;

/** Why a file cannot be imported, in a full sentence. */
export class ImportRefusal extends Error {}

/**
 * Makes a draft release of one file by what it holds: a PDF, a web page, an e-mail or plain text; of any other
 * document that may be attached, a draft with an empty body. `fileName` decides only where the content does not.
 * Throws `ImportRefusal` for a file that is too large, broken, locked, or of a kind that is not taken.
 */
export async function importDocument(
  fileName: string,
  bytes: Uint8Array,
  given: Given,
  knowledge: Knowledge,
  signal?: AbortSignal,
): Promise<Imported> {
  return makeDraft(await extract(fileName, bytes, signal), fileName, given, knowledge);
}

/**
 * Throws `ImportRefusal` for what git has left unfinished: a pointer in the place of the file, or a text with both versions of
 * a change. Each line of git's is written in ASCII, so the encoding does not matter.
 */
export function refuseUnfinished(bytes: Uint8Array): void {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, MAX_POINTER_BYTES));
  if (isLfsPointer(start)) {
    const { message, hint } = lfsPointerFinding('The file');
    throw new ImportRefusal(`${message} ${hint}`);
  }
  if (bytes.length > MAX_TEXT_BYTES || start.includes('\0') || start.includes('%PDF-')) return;
  const text = new TextDecoder('latin1').decode(bytes).replace(/\r\n?/g, '\n');
  // Without a beginning it may be an e-mail that quotes another seven deep.
  const [first] = /^<{7}/m.test(text) ? conflictFindings(text) : [];
  if (first) throw new ImportRefusal(`Line ${first.line}: ${first.message} ${first.hint}`);
}

/** True when the original may lie beside the release: web pages and e-mails may not. */
export function isAttachable(fileName: string): boolean {
  return mediaType(fileName) !== undefined;
}

/** True for a file that an import of a folder takes up. */
export function isImportable(fileName: string): boolean {
  return ['pdf', 'htm', 'html', 'xhtml', 'txt', 'text', 'eml'].includes(ending(fileName));
}

async function extract(fileName: string, bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Extract> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (bytes.length === 0) throw new ImportRefusal('The file is empty.');
  refuseUnfinished(bytes);
  if (start.includes('%PDF-')) return pdf(bytes, signal);
  if (ending(fileName) === 'pdf') throw new ImportRefusal('The file is named .pdf, but it is not a PDF.');
  const kind = ending(fileName);
  if (
    /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body)/i.test(start.replace(/^ï»¿/, '')) ||
    /^x?html?$/.test(kind)
  ) {
    refuseLarge(bytes, MAX_HTML_BYTES);
    try {
      return await importHtml(bytes);
    } catch (error) {
      // The page's parser goes as deep as its elements do.
      if (error instanceof RangeError)
        throw new ImportRefusal('The page is nested too deeply to be read.', { cause: error });
      throw error;
    }
  }
  if (['', 'txt', 'text', 'eml', 'md'].includes(kind)) return text(bytes);
  if (isAttachable(fileName)) {
    const note = 'The text of such a file is not read; the release has an empty body and the file beside it.';
    return { blocks: [], lines: [], about: {}, notes: [note] };
  }
  throw new ImportRefusal('Only PDF files, saved web pages, e-mails and plain text are imported.');
}

async function pdf(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Extract> {
  refuseLarge(bytes, MAX_BYTES);
  try {
    return await importPdf(bytes, signal);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    // The names are pdf.js's own; anything else is a fault of this program.
    if (name === 'PasswordException') throw new ImportRefusal('The PDF is locked with a password.');
    if (['InvalidPDFException', 'FormatError', 'UnknownErrorException', 'MissingPDFException'].includes(name))
      throw new ImportRefusal('The PDF is broken and cannot be read.');
    throw error;
  }
}

function text(bytes: Uint8Array): Extract {
  refuseLarge(bytes, MAX_TEXT_BYTES);
  const { text: content, note } = decodeText(bytes);
  if (content.includes('\0')) throw new ImportRefusal('The file is not a text.');
  const found = importText(content);
  return note === undefined ? found : { ...found, notes: [...found.notes, note] };
}

/** A text in UTF-8 or UTF-16 with its mark, else in the encoding of older Windows programs, which is said. */
export function decodeText(bytes: Uint8Array): { text: string; note?: string } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { text: new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const note = 'The file is not UTF-8; it was read as Windows-1252. Look at apostrophes, dashes and accents.';
    return { text: new TextDecoder('windows-1252').decode(bytes), note };
  }
}

function refuseLarge(bytes: Uint8Array, limit: number): void {
  if (bytes.length <= limit) return;
  const megabytes = (count: number) => `${Math.ceil(count / 1024 / 1024)} MB`;
  throw new ImportRefusal(`The file has ${megabytes(bytes.length)}; the limit is ${megabytes(limit)}.`);
}
