import { ending } from './file-name.ts';
import { quote } from '../text/quote.ts';
import type { Finding } from './problem.ts';

/** The beginning and the end of a file; a small one stands in both. */
export interface FileEnds {
  readonly bytes: number;
  /** At least the first 1,024 bytes, each as the character of its number. */
  readonly head: string;
  /** At least the last 64 KB, likewise. */
  readonly tail: string;
}

/**
 * What is wrong with the content of a file that is published: it is empty, of another kind than its ending says, or its end is
 * missing, as it is where a download broke off. Kinds that cannot be told by their content are taken as they are.
 */
export function fileContentFinding(name: string, ends: FileEnds): Finding | undefined {
  if (ends.bytes === 0 || /^[\0\s]*$/.test(ends.head)) {
    return {
      rule: 'attachment-empty',
      message: ends.bytes === 0 ? `${quote(name)} is empty.` : `${quote(name)} holds nothing but blanks.`,
      hint: 'Fetch the file again, look at it, and put it in the place of this one.',
    };
  }
  const wanted = ending(name);
  const kind = kindOf(ends.head);
  if (!isKind(wanted, kind)) {
    return {
      rule: 'attachment-not-its-type',
      message: `${quote(name)} is ${kind === 'text' ? aText(ends.head) : CALLED[kind]}, not ${TYPES[wanted] ?? 'such a file'}.`,
      hint: hintFor(kind, wanted),
    };
  }
  if (hasEnd(kind, ends)) return undefined;
  return {
    rule: 'attachment-cut-off',
    message: `The end of ${quote(name)} is missing: the file was not copied or downloaded whole.`,
    hint: 'Fetch the file again, look at its last page, and put it in the place of this one.',
  };
}

type Kind = keyof typeof CALLED;

const CALLED = {
  pdf: 'a PDF',
  zip: 'an office file or a zip file',
  ole: 'an older office file or an Outlook message',
  rtf: 'a text of WordPad or Word (RTF)',
  html: 'a web page',
  png: 'a PNG picture',
  jpg: 'a JPEG picture',
  gif: 'a GIF picture',
  webp: 'a WebP picture',
  avif: 'an AVIF picture',
  heic: 'a HEIC picture, as an iPhone takes them',
  tiff: 'a TIFF picture',
  svg: 'an SVG drawing',
  bmp: 'a bitmap picture',
  mail: 'an e-mail',
  postscript: 'a PostScript file',
  shortcut: 'a shortcut to a file or a page',
  archive: 'a compressed file',
  text: 'a text',
  other: 'a file of another kind',
} as const;

/** What an ending promises, for a message. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  doc: 'a Word document',
  docx: 'a Word document',
  xls: 'an Excel workbook',
  xlsx: 'an Excel workbook',
  ppt: 'a presentation',
  pptx: 'a presentation',
  odt: 'a text document',
  ods: 'a spreadsheet',
  odp: 'a presentation',
  rtf: 'an RTF document',
  csv: 'a table of comma-separated values',
  txt: 'a plain text',
  zip: 'a zip file',
  png: 'a PNG picture',
  jpg: 'a JPEG picture',
  jpeg: 'a JPEG picture',
  gif: 'a GIF picture',
  webp: 'a WebP picture',
  avif: 'an AVIF picture',
};

/* eslint-disable no-control-regex -- these are the first bytes of each kind */
const BEGINNINGS: readonly (readonly [RegExp, Kind])[] = [
  // Readers take a PDF that begins a little later: some programs write a line of their own before it.
  [/^[^]{0,1019}%PDF-/, 'pdf'],
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/, 'zip'],
  [/^\xd0\xcf\x11\xe0/, 'ole'],
  [/^\s*\{\\rtf/, 'rtf'],
  [/^\x89PNG\r\n/, 'png'],
  [/^\xff\xd8\xff/, 'jpg'],
  [/^GIF8[79]a/, 'gif'],
  [/^RIFF[^]{4}WEBP/, 'webp'],
  [/^[^]{4}ftyp(?:avif|avis)/, 'avif'],
  [/^[^]{4}ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1)/, 'heic'],
  [/^(?:II\*\0|MM\0\*)/, 'tiff'],
  [/^BM[^]{4}\0{4}/, 'bmp'],
  [/^%!PS/, 'postscript'],
  [/^(?:\x1f\x8b|7z\xbc\xaf|Rar!)/, 'archive'],
  [/^(?:\xef\xbb\xbf)?\s*\[InternetShortcut\]|^L\0\0\0\x01\x14\x02\0|^bplist00/i, 'shortcut'],
  [/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<svg[\s>]/i, 'svg'],
  [
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|script|meta|title|div|p|table|form|h1|style|center)[\s/>]/i,
    'html',
  ],
  [
    /^(?:[A-Za-z-]+: [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,40}(?:From|MIME-Version|Received|Message-ID|Return-Path): /i,
    'mail',
  ],
];
/* eslint-enable no-control-regex */

function kindOf(head: string): Kind {
  const known = BEGINNINGS.find(([beginning]) => beginning.test(head))?.[1];
  if (known) return known;
  // UTF-16 is text too; else a text holds no control characters.
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/^(?:\xff\xfe|\xfe\xff)/.test(head) || !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(head)) return 'text';
  return 'other';
}

const PICTURES: readonly Kind[] = ['png', 'jpg', 'gif', 'webp', 'avif'];

/** The kinds that programs and browsers open by each ending; a locked office file is of the older form whatever its ending. */
const TAKEN: Readonly<Record<string, readonly Kind[]>> = {
  pdf: ['pdf'],
  doc: ['ole', 'rtf', 'zip'],
  docx: ['zip', 'ole'],
  xls: ['ole', 'zip'],
  xlsx: ['zip', 'ole'],
  ppt: ['ole', 'zip'],
  pptx: ['zip', 'ole'],
  odt: ['zip'],
  ods: ['zip'],
  odp: ['zip'],
  rtf: ['rtf'],
  csv: ['text', 'mail'],
  txt: ['text', 'mail', 'shortcut'],
  zip: ['zip'],
  // Browsers go by what a picture holds.
  png: PICTURES,
  jpg: PICTURES,
  jpeg: PICTURES,
  gif: PICTURES,
  webp: PICTURES,
  avif: PICTURES,
};

function isKind(wanted: string, kind: Kind): boolean {
  return TAKEN[wanted]?.includes(kind) ?? true;
}

/** A text by its first words, which often say what went wrong: `a text ("404 Not Found")`. */
function aText(head: string): string {
  const line = /\S[^\r\n]*/.exec(head)?.[0].trim() ?? '';
  // The characters are bytes; what is beyond ASCII would come out wrong.
  return /^[\x20-\x7e]+$/.test(line) ? `a text (${quote(line)})` : 'a text';
}

function hintFor(kind: Kind, wanted: string): string {
  if (kind === 'html' && wanted !== 'txt' && wanted !== 'csv') {
    return 'The download brought a page, perhaps one that asks to sign in or to agree; open the address in a browser, save the document itself, and put it in the place of this one.';
  }
  if (kind === 'heic' || kind === 'tiff' || kind === 'bmp' || kind === 'svg') {
    return 'Open it and save it as PNG or JPEG; browsers show no others of these.';
  }
  return 'Put the document itself in its place, or give the file the ending of what it is.';
}

function hasEnd(kind: Kind, { bytes, head, tail }: FileEnds): boolean {
  switch (kind) {
    case 'pdf': {
      if (!tail.includes('%%EOF') && !tail.includes('startxref')) return false;
      // A PDF made for the web has such an end near its beginning too, and says there how long it is.
      const length = /\/Linearized\b[^>]{0,200}?\/L\s+(\d+)/.exec(head)?.[1];
      return length === undefined || bytes >= Number(length);
    }
    case 'zip':
      return tail.includes('PK\x05\x06');
    case 'png':
      return tail.includes('IEND');
    case 'jpg':
      return tail.includes('\xff\xd9');
    case 'rtf':
      return tail.trimEnd().replace(/\0+$/, '').endsWith('}');
    default:
      return true;
  }
}
