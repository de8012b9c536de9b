import { fileContentFinding } from '../release/file-content.ts';
import { ending } from '../release/file-name.ts';
import { decodeText } from '../text/decode-text.ts';
import type { Extract } from './model/extract.ts';
import { measure } from './model/measure.ts';
import { shownText } from './model/shown-text.ts';
import { measureNotes } from './import-report.ts';
import { makeDraft, type Given, type Imported } from './draft.ts';
import { isPage, MAX_BYTES, MAX_TEXT_BYTES, refusalOf } from './file-kinds.ts';
import type { Knowledge } from './guess/guess.ts';
import { isEmail, isWebArchive } from './email/is-email.ts';
import { utf16Of } from './html/decode-html.ts';
import { importPdf } from './pdf/import-pdf.ts';
import type { PdfOptions } from './pdf/read-pdf.ts';
import { ImportRefusal, LockedPdf } from './model/refusal.ts';
import { importText } from './import-text.ts';
import { refuseUnfinished } from './unfinished.ts';

/**
 * Makes a draft release of one file by what it holds: a PDF, a Word file, a web page, an e-mail or plain text. `fileName` decides only where the content does not.
 * Throws `ImportRefusal` for a file that is too large, broken, locked, or of a kind that is not taken.
 */
export async function importDocument(
  fileName: string,
  bytes: Uint8Array,
  given: Given,
  knowledge: Knowledge,
  { signal, scanner }: Omit<PdfOptions, 'password'> = {},
): Promise<Imported> {
  const extracted = await extract(fileName, bytes, { signal, scanner, password: given.password });
  return measured(extracted, makeDraft(extracted, fileName, given, knowledge));
}

/** A draft with what it shows of its source's words, and notes on all that differs. */
function measured({ source }: Extract, imported: Imported): Imported {
  if (!source) return imported;
  const found = measure(source, shownText(imported.draft.body), imported.draft.title);
  return {
    ...imported,
    measure: found,
    notes: [...imported.notes, ...measureNotes(found)],
  };
}

// What only one kind of file needs is loaded where such a file comes: a PDF needs none of the others.
async function extract(fileName: string, bytes: Uint8Array, options: PdfOptions): Promise<Extract> {
  const start = new TextDecoder(utf16Of(bytes) ?? 'latin1').decode(bytes.subarray(0, 8192));
  if (bytes.length === 0) throw new ImportRefusal('The file is empty.');
  refuseUnfinished(bytes);
  if (start.slice(0, 1024).includes('%PDF-')) return pdf(bytes, options);
  if (ending(fileName) === 'pdf') throw new ImportRefusal(notPdf(fileName, bytes, start));
  const kind = ending(fileName);
  const inside = (name: string, content: Uint8Array) => extract(name, content, options);
  if (start.startsWith('PK') && kind === 'docx') {
    const { importWord, MAX_WORD_BYTES } = await import('./word/import-word.ts');
    refuseLarge(bytes, MAX_WORD_BYTES);
    return importWord(bytes);
  }
  if (start.startsWith(COMPOUND)) {
    if (kind === 'msg') {
      const [{ importMail }, { parseOutlook }] = await Promise.all([
        import('./email/import-email.ts'),
        import('./email/parse-outlook.ts'),
      ]);
      return importMail(await parseOutlook(bytes), inside);
    }
    throw new ImportRefusal(
      kind === 'docx'
        ? 'The Word file is locked with a password. Save it without one and import that.'
        : refusalOf(fileName),
    );
  }
  if (isWebArchive(fileName, start)) {
    const { importWebArchive } = await import('./email/import-web-archive.ts');
    const { MAX_HTML_BYTES } = await import('./html/import-html.ts');
    refuseLarge(bytes, MAX_HTML_BYTES);
    return importWebArchive(bytes);
  }
  if (isPage(start) || /^x?html?$/.test(kind)) {
    const { importHtml, MAX_HTML_BYTES } = await import('./html/import-html.ts');
    refuseLarge(bytes, MAX_HTML_BYTES);
    return importHtml(bytes);
  }
  if (kind === 'md' || kind === 'markdown') {
    refuseLarge(bytes, MAX_TEXT_BYTES);
    const { importMarkdown } = await import('./markdown/import-markdown.ts');
    return importMarkdown(decodeText(bytes).text, fileName);
  }
  if (['', 'txt', 'text', 'eml'].includes(kind)) {
    if (!isEmail(fileName, start)) return text(bytes);
    refuseLarge(bytes, MAX_BYTES);
    const [{ importMail }, { parseEmail }] = await Promise.all([
      import('./email/import-email.ts'),
      import('./email/parse-email.ts'),
    ]);
    return importMail(await parseEmail(bytes), inside);
  }
  throw new ImportRefusal(refusalOf(fileName));
}

/** What a file is that is named .pdf and is none, and what to do. */
function notPdf(fileName: string, { length }: Uint8Array, start: string): string {
  const finding = fileContentFinding(fileName, { bytes: length, head: start, tail: '' });
  return finding ? `${finding.message} ${finding.hint}` : 'The file is named .pdf, but it is not a PDF.';
}

/** With these bytes begin the files of older office programs and of Outlook. */
const COMPOUND = '\u00d0\u00cf\u0011\u00e0';

async function pdf(bytes: Uint8Array, options: PdfOptions): Promise<Extract> {
  refuseLarge(bytes, MAX_BYTES);
  const { password, ...open } = options;
  try {
    return await importPdf(bytes, open);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException' && password !== undefined) return unlockedPdf(bytes, { ...open, password });
    // The names are pdf.js's own; anything else is a fault of this program.
    if (name === 'PasswordException')
      throw new LockedPdf('The PDF is locked with a password. Give it with --password.');
    if (['InvalidPDFException', 'FormatError', 'UnknownErrorException', 'MissingPDFException'].includes(name))
      throw new ImportRefusal(
        'The PDF is broken and cannot be read. Fetch it again, or print it to a new PDF, and import that.',
      );
    throw error;
  }
}

async function unlockedPdf(bytes: Uint8Array, options: PdfOptions): Promise<Extract> {
  try {
    const found = await importPdf(bytes, options);
    const note =
      'The PDF is locked, and readers of the release will need its password, too: save it without one and put it in the place of the file beside the draft.';
    return { ...found, notes: [note, ...found.notes] };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new LockedPdf('The PDF is locked with another password.');
    throw error;
  }
}

function text(bytes: Uint8Array): Extract {
  refuseLarge(bytes, MAX_TEXT_BYTES);
  const { text: content, note } = decodeText(bytes);
  if (content.includes('\0')) throw new ImportRefusal('The file is not a text.');
  if (/^\s*\{\\rtf\d/.test(content)) throw new ImportRefusal(refusalOf('a.rtf'));
  const found = importText(content);
  return note === undefined ? found : { ...found, notes: [...found.notes, note] };
}

function refuseLarge(bytes: Uint8Array, limit: number): void {
  if (bytes.length <= limit) return;
  const megabytes = (count: number) => `${Math.ceil(count / 1024 / 1024)} MB`;
  throw new ImportRefusal(`The file has ${megabytes(bytes.length)}; the limit is ${megabytes(limit)}.`);
}
