import { ending } from '../release/file-name.ts';
import { decodeText } from './decode-text.ts';
import type { Extract } from './document.ts';
import { makeDraft, type Given, type Imported } from './draft.ts';
import { isAttachable, MAX_BYTES, MAX_TEXT_BYTES } from './file-kinds.ts';
import type { Knowledge } from './guess.ts';
import { importHtml, MAX_HTML_BYTES } from './html.ts';
import { importPdf } from './pdf.ts';
import { ImportRefusal } from './refusal.ts';
import { importText } from './text.ts';
import { refuseUnfinished } from './unfinished.ts';

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

async function extract(fileName: string, bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Extract> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (bytes.length === 0) throw new ImportRefusal('The file is empty.');
  refuseUnfinished(bytes);
  if (start.includes('%PDF-')) return pdf(bytes, signal);
  if (ending(fileName) === 'pdf') throw new ImportRefusal('The file is named .pdf, but it is not a PDF.');
  const kind = ending(fileName);
  if (
    /^\s*(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype html|html|head|body)/i.test(start.replace(/^ï»¿/, '')) ||
    /^x?html?$/.test(kind)
  ) {
    refuseLarge(bytes, MAX_HTML_BYTES);
    return importHtml(bytes);
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

function refuseLarge(bytes: Uint8Array, limit: number): void {
  if (bytes.length <= limit) return;
  const megabytes = (count: number) => `${Math.ceil(count / 1024 / 1024)} MB`;
  throw new ImportRefusal(`The file has ${megabytes(bytes.length)}; the limit is ${megabytes(limit)}.`);
}
