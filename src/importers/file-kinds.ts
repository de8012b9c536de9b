import { ending, mediaType } from '../release/file-name.ts';

/** Larger files are not opened: the largest PDFs of the exchange have some 60 MB. */
export const MAX_BYTES = 100 * 1024 * 1024;

/** A plain text longer than this is no release. */
export const MAX_TEXT_BYTES = 5 * 1024 * 1024;

/** True when the original may lie beside the release: web pages and e-mails may not. */
export function isAttachable(fileName: string): boolean {
  return mediaType(fileName) !== undefined;
}

/**
 * The name of a document by what it holds, whatever its file is called: a PDF lies beside its release as one, a Word file that is
 * named `.doc` is read as `.docx`, a web page that is named `.xls` is none, and a release that is named `.md.txt` is Markdown.
 */
export function documentName(fileName: string, bytes: Uint8Array): string {
  const kind = ending(fileName);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  const held = start.slice(0, 1024).includes('%PDF-')
    ? 'pdf'
    : /^(?:doc)?$/.test(kind) && start.startsWith('PK') && Buffer.from(bytes).includes('word/document.xml')
      ? 'docx'
      : kind !== 'pdf' && isAttachable(fileName) && isPage(start)
        ? 'html'
        : /^(?:txt|text)?$/.test(kind) && FRONT_MATTER.test(start)
          ? 'md'
          : kind;
  if (held === kind) return fileName;
  const plain = isAttachable(fileName) ? fileName.replace(/\.[^.]*$/, '') : fileName;
  return `${plain.replace(/\.md$/i, '')}.${held}`;
}

/** True where a file begins as a web page does. */
export function isPage(start: string): boolean {
  return /^\s*(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype html|html|head|body)/i.test(start.replace(/^ï»¿/, ''));
}

/** Fields between two lines of hyphens, one of them a release's. */
const FRONT_MATTER = /^(?:ï»¿)?---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*?(?:title|date|code)[ \t]*:/;

/** Why a file of this kind is not imported, and what to do instead. */
export function refusalOf(fileName: string): string {
  const kind = ending(fileName);
  return REFUSALS.get(kind) ?? (isPictureKind(kind) ? PICTURE : OTHER);
}

/** Lists of releases, which are imported alone; the documents beside them are named in their rows. */
export function isList(fileName: string): boolean {
  return LISTS.has(ending(fileName));
}

const LISTS = new Set(['csv', 'tsv', 'xlsx', 'xml', 'rss', 'atom', 'json']);

const SAVE_AS_WORD = 'Open it in Word or LibreOffice, save it as .docx or as PDF, and import that.';
const SAVE_AS_PDF = 'Save it as PDF and import that.';
const PICTURE = 'It is a picture. Put it beside a release and show it in its text, or name it in its attachments.';
const OTHER = 'Only PDF files, Word files (.docx), saved web pages, e-mails and plain text are imported.';

const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['doc', `The text of Word files of the old kind (.doc) is not read. ${SAVE_AS_WORD}`],
  ['dot', `The text of Word files of the old kind (.dot) is not read. ${SAVE_AS_WORD}`],
  ['docm', `Word files with macros (.docm) are not read. ${SAVE_AS_WORD}`],
  ['dotx', `Templates of Word (.dotx) are not read. ${SAVE_AS_WORD}`],
  ['fodt', `The text of OpenDocument files (.fodt) is not read. ${SAVE_AS_WORD}`],
  ['rtf', `The text of rich text files (.rtf) is not read. ${SAVE_AS_WORD}`],
  ['odt', `The text of OpenDocument files (.odt) is not read. ${SAVE_AS_WORD}`],
  ['pages', `The text of Pages files is not read. Export it from Pages as Word or PDF, and import that.`],
  ['wps', `The text of Works files is not read. ${SAVE_AS_WORD}`],
  ['wpd', `The text of WordPerfect files is not read. ${SAVE_AS_WORD}`],
  ['ppt', `The text of presentations is not read. ${SAVE_AS_PDF}`],
  ['pptx', `The text of presentations is not read. ${SAVE_AS_PDF}`],
  ['odp', `The text of presentations is not read. ${SAVE_AS_PDF}`],
  ['key', `The text of presentations is not read. ${SAVE_AS_PDF}`],
  [
    'xls',
    'Spreadsheets of the old kind (.xls) are not read. A list of releases: save it as .xlsx or CSV and import that. A document: save it as PDF.',
  ],
  [
    'ods',
    'OpenDocument spreadsheets are not read. A list of releases: save it as .xlsx or CSV and import that. A document: save it as PDF.',
  ],
  ['zip', 'It is a folder packed as one file. Unpack it and import the folder.'],
  ['7z', 'It is a folder packed as one file. Unpack it and import the folder.'],
  ['rar', 'It is a folder packed as one file. Unpack it and import the folder.'],
  ['pst', 'It is a whole mailbox. Save the messages one by one from Outlook (.msg or .eml) and import those.'],
  ['mbox', 'It is a whole mailbox. Save the messages one by one (.eml) and import those.'],
  ['oft', 'It is a template of Outlook. Save the message as .msg or .eml and import that.'],
  [
    'webarchive',
    'Pages that Safari has saved as .webarchive are not read. Save the page as "Page Source" (.html) or print it to PDF, and import that.',
  ],
  ['url', 'It is a link to a page. Open it, save the page as "Web page, complete", and import that.'],
  ['webloc', 'It is a link to a page. Open it, save the page and import that.'],
  ['lnk', 'It is a link to another file. Import that file.'],
]);

function isPictureKind(kind: string): boolean {
  return [
    'png',
    'jpg',
    'jpeg',
    'gif',
    'webp',
    'avif',
    'bmp',
    'tif',
    'tiff',
    'svg',
    'heic',
    'emf',
    'wmf',
    'ico',
  ].includes(kind);
}
