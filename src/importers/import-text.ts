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
  const blocks = mergeLists(readQuotations(paragraphs)).map(withoutLoneNumber);
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
    return marked.map(({ marker, text }) => ({ kind: 'list', items: [{ marker, depth: 0, text: plain(text) }] }));
  }
  if (lines.length === 1 && isCapitals(first)) return [{ kind: 'heading', level: 2, text: plain(first) }];
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

/** Bullets with empty lines between them are one list. */
function mergeLists(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  let open: ListItem[] = [];
  for (const block of blocks) {
    if (block.kind !== 'list') {
      merged.push(block);
      open = [];
    } else if (open.length > 0 && follows(open.at(-1)?.marker, block.items[0]?.marker)) open.push(...block.items);
    else merged.push({ kind: 'list', items: (open = [...block.items]) });
  }
  return merged;
}

/** A number that begins no list, as in `1. January was wet`, is part of its sentence. */
function withoutLoneNumber(block: Block): Block {
  const [item, ...others] = block.kind === 'list' ? block.items : [];
  if (!item || others.length > 0 || item.marker === '-') return block;
  return { kind: 'paragraph', lines: [[{ text: `${item.marker} ` }, ...item.text]] };
}

/** True when a second marker goes on with the list of the first. */
function follows(first = '', second = ''): boolean {
  if (first === '-' || second === '-') return first === second;
  return parseInt(second, 10) === parseInt(first, 10) + 1 && first.at(-1) === second.at(-1);
}
