import { counted } from '../../text/counted.ts';
import { quoteText } from '../../text/quote.ts';
import { readHtml } from '../html/import-html.ts';
import type { Extract } from '../model/extract.ts';
import { ImportRefusal } from '../model/refusal.ts';
import { readZip, writeZip } from '../zip.ts';
import { LABEL_STYLES } from './labels.ts';
import { all, value } from './numbers.ts';
import { chooseDrawings, placeBoxes } from './boxes.ts';
import { drawingNotes } from './drawings.ts';
import { lostWords } from './lost-words.ts';
import { usualPrefixes } from './prefixes.ts';
import { prepareParts } from './prepare.ts';
import { countPictures, removeMissing } from './relations.ts';
import { textOf } from './text-of.ts';

/** A Word file with more is not read. */
export const MAX_WORD_BYTES = 60 * 1024 * 1024;

/** What mammoth does not take for what it is. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Caption'] => p:fresh",
];

/**
 * Takes the text out of a Word file (`.docx`): headings, lists, tables, notes, links and pictures. Tracked changes count as
 * accepted, which a person must confirm. Comments, headers and footers stay out, and are named.
 */
export async function importWord(bytes: Uint8Array): Promise<Extract> {
  const { html, files, parse, notes, changes } = await convertWord(bytes);
  const extract = await readHtml(html, { hasNotes: true });
  const linesIn = (isWanted: (name: string) => boolean) =>
    [...files.keys()].filter(isWanted).flatMap((name) => paragraphsOf(parse(name)));
  const header = linesIn(isHeader);
  const pictures = countPictures(
    [...files.keys()].filter((name) => isHeader(name) || isFooter(name)),
    { files, parse },
  );
  const comments = all(parse('word/comments.xml'), 'w:comment');
  // The lines that part notes from the text are entries of a type.
  const count = (part: string, entry: string) =>
    all(parse(part), entry).filter((one) => value(one, 'w:type') === '').length;
  return {
    ...extract,
    // A letterhead names the company and the day, though it is no part of the text.
    lines: [...extract.lines, ...[...new Set(header)].map((text) => ({ text, page: 1, strong: false, running: true }))],
    ...(changes > 0
      ? {
          doubts: [
            {
              field: 'body',
              value: `the text with ${counted(changes, 'tracked change')} accepted`,
              evidence: 'the document has changes that nobody has accepted or refused yet',
            },
          ],
        }
      : {}),
    notes: [
      ...(changes > 0
        ? [
            `The document has ${counted(changes, 'tracked change')}; the text is as if all were accepted. Somebody must confirm it before it is published.`,
          ]
        : []),
      ...(comments.length > 0
        ? [
            `Left out ${counted(comments.length, 'comment')}: ${quoteText(comments.map((one) => one.textContent.trim()).join(' '))}`,
          ]
        : []),
      ...(count('word/footnotes.xml', 'w:footnote') > 0 && count('word/endnotes.xml', 'w:endnote') > 0
        ? ['The document has footnotes and endnotes; the draft numbers them together, in the order of the text.']
        : []),
      ...named('the header', header),
      ...named('the footer', linesIn(isFooter)),
      ...(pictures === 0 ? [] : [`Left out ${counted(pictures, 'picture')} in the header or footer of the pages.`]),
      ...notes,
      ...extract.notes,
    ],
  };
}

/** The same file as HTML, as the import reads it: not made safe, and the pictures in it. */
export async function wordMarkup(bytes: Uint8Array): Promise<string> {
  return (await convertWord(bytes)).html;
}

async function convertWord(bytes: Uint8Array) {
  const [{ default: mammoth }, { DOMParser }] = await Promise.all([import('mammoth'), import('linkedom')]);
  const files = readZip(bytes);
  const parse = (name: string): Document | undefined => {
    const content = files.get(name);
    if (!content) return undefined;
    const xml = usualPrefixes(new TextDecoder().decode(content));
    refuseDeep(xml);
    return new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
  };
  const main = mainPart(parse('_rels/.rels'));
  const document = parse(main);
  if (!document) throw new ImportRefusal('The file is named .docx, but it is not a Word file.');
  refuseChunks(document);
  const parts = new Map([
    [main, document] as const,
    ...[...files.keys()].flatMap((name) => {
      const part = /^word\/(?:foot|end)notes\d*\.xml$/.test(name) ? parse(name) : undefined;
      return part ? [[name, part] as const] : [];
    }),
  ]);
  const { notes, changes } = prepareParts([...parts.values()], {
    numbering: parse('word/numbering.xml'),
    styles: parse('word/styles.xml'),
    headers: [...files.keys()].filter(isHeader).flatMap((name) => parse(name) ?? []),
  });
  const missing = removeMissing(parts, { files, parse });
  const kept = [...files].filter(([name]) => name !== 'word/comments.xml');
  const prepared = new Map([
    ...kept,
    ...[...parts].map(([name, part]) => [name, new TextEncoder().encode(part.documentElement.outerHTML)] as const),
  ]);
  const { value: html } = await mammoth
    .convertToHtml({ buffer: Buffer.from(writeZip(prepared)) }, { styleMap: [...STYLES, ...LABEL_STYLES] })
    .catch(() => {
      // It throws plain errors, whatever a file lacks.
      throw new ImportRefusal(
        'The Word file is damaged and cannot be read. Open it in Word or LibreOffice, save it as .docx or PDF, and import that.',
      );
    });
  const lost = lostWords([document.documentElement, ...shownNotes(document, [...parts.values()])], html);
  return {
    html,
    files,
    parse,
    changes,
    notes: [
      ...notes,
      ...missing,
      ...drawingNotes(document, (folder) =>
        [...files.keys()]
          .filter((name) => new RegExp(`^word/${folder}/(?:chart|chartEx|data)\\d*\\.xml$`).test(name))
          .flatMap((name) => parse(name) ?? []),
      ),
      ...(lost === ''
        ? []
        : [
            `Words of the document did not arrive: ${quoteText(lost)}. Compare with it, or save it as PDF and import that.`,
          ]),
    ],
  };
}

function isHeader(name: string): boolean {
  return /^word\/header\d*\.xml$/.test(name);
}

function isFooter(name: string): boolean {
  return /^word\/footer\d*\.xml$/.test(name);
}

/** The name of the part that holds the text. */
function mainPart(relations: Document | undefined): string {
  const relation = all(relations, 'Relationship').find((one) => /\/officeDocument$/.test(value(one, 'Type')));
  return value(relation, 'Target').replace(/^\//, '') || 'word/document.xml';
}

/** The footnotes and endnotes to which the text has a mark. */
function shownNotes(document: Document, parts: readonly Document[]): Element[] {
  return ['footnote', 'endnote'].flatMap((kind) => {
    const shown = new Set(all(document, `w:${kind}Reference`).map((mark) => value(mark, 'w:id')));
    return parts.flatMap((part) => all(part, `w:${kind}`)).filter((note) => shown.has(value(note, 'w:id')));
  });
}

function refuseChunks(document: Document): void {
  if (all(document, 'w:altChunk').length > 0)
    throw new ImportRefusal(
      'A part of the text is another file inside of the Word file, which only Word puts in. Open it in Word, save it, and import that.',
    );
}

/** Word itself nests some fifty; what walks a document goes as deep as its elements. */
const MAX_DEPTH = 500;

function refuseDeep(xml: string): void {
  let depth = 0;
  for (const [tag] of xml.matchAll(/<\/?[\w:][^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > MAX_DEPTH)
      throw new ImportRefusal(
        `The Word file has elements nested deeper than ${MAX_DEPTH}. Copy its text into a new .txt file and import that.`,
      );
  }
}

function named(what: string, texts: readonly string[]): string[] {
  const text = [...new Set(texts)].join(' ').trim();
  return text === '' ? [] : [`Left out ${what} of the pages: ${quoteText(text)}`];
}

function paragraphsOf(part: Document | undefined): string[] {
  if (!part) return [];
  chooseDrawings(part);
  placeBoxes(part);
  return all(part, 'w:p')
    .map((paragraph) => textOf(paragraph).trim())
    .filter((text) => text !== '');
}
