import { plain, type Block, type ListItem } from './model/blocks.ts';
import { linesOf, type Extract } from './model/extract.ts';
import { listMarker } from './model/list-marker.ts';
import { paragraphsOf, type Paragraph } from './model/paragraphs.ts';

/**
 * Takes the text out of a plain text: lists, quotations, headings
 * in capitals, lines that were wrapped. What is not sure stays a paragraph. Nothing is changed in the words.
 */
export function importText(text: string): Extract {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const paragraphs = paragraphsOf(clean);
  const blocks = mergeLists(readQuotations(paragraphs)).map(withoutLoneMarker);
  return { blocks, lines: linesOf(blocks), about: {}, notes: [] };
}

/** Turns a run of paragraphs from “ to the ” that closes it into one quotation. */
function readQuotations(paragraphs: readonly Paragraph[]): Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const end = quotationEnd(paragraphs, index);
    if (end === undefined) {
      for (const block of readParagraph(paragraphs[index] ?? [])) blocks.push(block);
      continue;
    }
    const quoted = paragraphs.slice(index, end + 1).map((lines) => plain(lines.join(' ')));
    blocks.push({ kind: 'quote', paragraphs: quoted });
    index = end;
  }
  return blocks;
}

const LONGEST_QUOTATION = 12;

/** Index of the paragraph that closes the quotation which `start` opens; `undefined` when it opens none. */
function quotationEnd(paragraphs: readonly Paragraph[], start: number): number | undefined {
  const isOne = (index: number) => paragraphs[index]?.length === 1;
  const text = (index: number) => (isOne(index) ? (paragraphs[index]?.[0] ?? '') : '');
  const opening = text(start)[0];
  if (opening !== '“' && opening !== '"') return undefined;
  const closing = opening === '“' ? '”' : '"';
  for (let index = start; index < paragraphs.length && index < start + LONGEST_QUOTATION; index++) {
    // Each paragraph of a long quotation may open it again.
    const body = text(index).replace(/^[“"]/, '');
    if (body === '' || listMarker(body) || isCapitals(body)) return undefined;
    const at = body.indexOf(closing);
    if (at === -1) continue;
    // A quotation that goes on in other words, or ends and begins again, is an ordinary paragraph.
    return /^[.,;]?$/.test(body.slice(at + 1).trim()) ? index : undefined;
  }
  return undefined;
}

function readParagraph(lines: Paragraph): Block[] {
  const [first = ''] = lines;
  const marked = lines.map(listMarker);
  if (marked.every((mark) => mark !== undefined)) {
    return marked.map(({ marker, text }, at) => ({
      kind: 'list',
      items: [
        { marker: /^\s*\*/.test(lines[at] ?? '') ? '*' : marker, depth: indentOf(lines[at] ?? ''), text: plain(text) },
      ],
    }));
  }
  if (lines.length === 1 && isCapitals(first.trim())) return [{ kind: 'heading', level: 2, text: plain(first) }];
  const table = readTabs(lines);
  if (table) return [table];
  // Columns that only spaces hold in line would be lost in a paragraph.
  if (lines.length > 1 && lines.filter((line) => /\S {3,}\S/.test(line)).length > lines.length / 2)
    return [{ kind: 'preformatted', lines }];
  return [{ kind: 'paragraph', lines: lines.map((line) => plain(line.trim())) }];
}

/** Lines with tabs between values, as a table pasted from a spreadsheet or a web page has. */
function readTabs(lines: Paragraph): Block | undefined {
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const width = rows[0]?.length ?? 1;
  if (rows.length < 2 || width < 2 || rows.some((row) => row.length !== width)) return undefined;
  return { kind: 'table', header: true, rows: rows.map((row) => row.map((cell) => [plain(cell)])) };
}

/** A heading in capitals: a short line with two words or a long one, and no sentence. */
function isCapitals(line: string): boolean {
  if (line.length > 90) return false;
  const letters = line.replace(/[^\p{L}]/gu, '');
  return (
    letters.length >= 5 &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase() &&
    !/[.;,]$/.test(line) &&
    !/@|https?:/.test(line)
  );
}

/** How many columns stand before a point; the `o` of a second level counts as further in than other bullets. */
function indentOf(line: string): number {
  const spaces = /^\s*/.exec(line)?.[0].replaceAll('\t', '        ').length ?? 0;
  return spaces + (/^\s*o\s/.test(line) ? LEAST_INDENT : 0);
}

/** One column more is carelessness. */
const LEAST_INDENT = 2;

/** Points with empty lines between them are one list; those that are further in stand below the one before. */
function mergeLists(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  let open: ListItem[] = [];
  for (const block of blocks) {
    const [item] = block.kind === 'list' ? block.items : [];
    if (!item) {
      merged.push(block);
      open = [];
      continue;
    }
    const former = open.findLast(({ depth }) => depth < item.depth + LEAST_INDENT);
    const isBelow = former !== undefined && item.depth >= former.depth + LEAST_INDENT;
    if (former && (isBelow ? /^[-*]|^1\b/.test(item.marker) : follows(former.marker, item.marker))) open.push(item);
    else merged.push({ kind: 'list', items: (open = [item]) });
  }
  return merged.map((block) => (block.kind === 'list' ? { kind: 'list', items: nested(block.items) } : block));
}

/** Items with their indents as depths. */
function nested(items: readonly ListItem[]): ListItem[] {
  let indents: number[] = [];
  return items.map((item) => {
    indents = indents.filter((indent) => indent < item.depth + LEAST_INDENT);
    if (indents.length === 0 || item.depth >= (indents.at(-1) ?? 0) + LEAST_INDENT) indents.push(item.depth);
    return { ...item, depth: indents.length - 1 };
  });
}

/** A number that begins no list, as in `1. January was wet`, is part of its sentence, and so is the asterisk of a note. */
function withoutLoneMarker(block: Block): Block {
  if (block.kind !== 'list') return block;
  const [item, ...others] = block.items;
  if (item && others.length === 0 && item.marker !== '-')
    return { kind: 'paragraph', lines: [[{ text: `${item.marker} ` }, ...item.text]] };
  return { kind: 'list', items: block.items.map((one) => (one.marker === '*' ? { ...one, marker: '-' } : one)) };
}

/** True when a second marker goes on with the list of the first. */
function follows(first = '', second = ''): boolean {
  if (/^[-*]/.test(first) || /^[-*]/.test(second)) return /^[-*]/.test(first) && /^[-*]/.test(second);
  return parseInt(second, 10) === parseInt(first, 10) + 1 && first.at(-1) === second.at(-1);
}
