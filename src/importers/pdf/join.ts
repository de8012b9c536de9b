import { plainText, type ListItem, type Text } from '../blocks.ts';
import { maxOf } from '../max-of.ts';
import { isNote, mergeLists, type PdfBlock } from './blocks.ts';
import { joinHyphen, type Vocabulary } from './hyphens.ts';

/** Puts pages one after the other: a sentence, a list or a drawn table that a page's end cut is one again. */
export function joinPages(pages: readonly (readonly PdfBlock[])[], words: Vocabulary): PdfBlock[] {
  const joined: PdfBlock[] = [];
  for (const page of pages) {
    const [first, ...rest] = page;
    // Notes at the foot of the page before stand between the halves of a sentence.
    const at = joined.findLastIndex((block) => !isNote(block));
    const last = joined[at];
    const one = first && last ? joinTwo(last, first, words) : undefined;
    if (one) {
      joined[at] = one;
      joined.push(...rest);
    } else joined.push(...page);
  }
  return mergeLists(joined).map(plainNumber).map(withoutEmptyColumns);
}

function joinTwo(last: PdfBlock, first: PdfBlock, words: Vocabulary): PdfBlock | undefined {
  if (last.kind === 'table' && first.kind === 'table') {
    const same =
      last.edges?.length === first.edges?.length &&
      (last.edges ?? []).every((edge, index) => Math.abs(edge - (first.edges?.[index] ?? 0)) < 4);
    return same && last.edges ? { ...last, rows: [...last.rows, ...first.rows] } : undefined;
  }
  if (first.kind !== 'paragraph' || first.bold !== last.bold || Math.abs((first.size ?? 0) - (last.size ?? 0)) > 0.6)
    return undefined;
  const [next, ...others] = first.lines;
  if (!next || !/^[\p{Ll}(“‘"$]/u.test(plainText(next).trim())) return undefined;
  const isOpen = (text: Text) => !/[.:;!?]["”’)]?$/.test(plainText(text).trim());
  if (last.kind === 'paragraph') {
    const end = last.lines.at(-1);
    return end && isOpen(end) && /^\p{Ll}/u.test(plainText(next).trim())
      ? { ...last, lines: [...last.lines.slice(0, -1), joinHyphen(end, next, words), ...others] }
      : undefined;
  }
  if (last.kind === 'list' && others.length === 0) {
    const item = last.items.at(-1);
    if (!item || !isOpen(item.text) || !/^\p{Ll}/u.test(plainText(next).trim())) return undefined;
    const whole: ListItem = { ...item, text: joinHyphen(item.text, next, words) };
    return { ...last, items: [...last.items.slice(0, -1), whole] };
  }
  return undefined;
}

/** A column without a word says nothing; a table's pages are looked at together. */
function withoutEmptyColumns(block: PdfBlock): PdfBlock {
  if (block.kind !== 'table') return block;
  const width = maxOf(
    block.rows.map((row) => row.length),
    0,
  );
  const kept = Array.from({ length: width }, (_, column) => column).filter((column) =>
    block.rows.some((row) => (row[column]?.length ?? 0) > 0),
  );
  return { ...block, rows: block.rows.map((row) => kept.map((column) => row[column] ?? [])) };
}

/** A number that begins no list, such as `1. January`, is part of its paragraph. */
function plainNumber(block: PdfBlock): PdfBlock {
  const [item, ...others] = block.kind === 'list' ? block.items : [];
  if (!item || others.length > 0 || item.marker === '-') return block;
  return { kind: 'paragraph', lines: [[{ text: `${item.marker} ` }, ...item.text]] };
}

/** Gives headings their levels by the size of their type, the largest 2; those of the text's size, in bold, come last. */
export function setLevels(blocks: readonly PdfBlock[], body: number): PdfBlock[] {
  const rank = (block: PdfBlock) => ((block.size ?? body) > 1.14 * body ? Math.round(block.size ?? body) : 0);
  const ranks = [...new Set(blocks.filter((block) => block.kind === 'heading').map(rank))].toSorted((a, b) => b - a);
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: 2 + ranks.indexOf(rank(block)) } : block,
  );
}
