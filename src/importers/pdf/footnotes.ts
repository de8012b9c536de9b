import type { Run, Text } from '../model/blocks.ts';
import { isNote, mergeLists, type PdfBlock } from './page-blocks.ts';

/**
 * Makes footnotes of the notes at the feet of pages, each behind the block that has its mark. A release's page counts its
 * footnotes itself: where the document counts otherwise, on each page anew, or where a note has no mark, all stays as it is.
 */
export function withFootnotes(blocks: readonly PdfBlock[]): PdfBlock[] {
  const notes = blocks.filter(isNote).flatMap(notesOf);
  const names = notes.map(({ name }) => name);
  const places = new Map<string, number>();
  // A list that goes on behind the notes of a page is one.
  const texts = mergeLists(blocks.filter((block) => !isNote(block)));
  const marked = texts.map((block, place) => withMarks(block, names, place, places));
  const isCounted = [...places.keys()].every((name, index) => name === String(index + 1));
  if (notes.length === 0 || places.size < names.length || !isCounted) return [...blocks];
  return marked.flatMap((block, place): PdfBlock[] => [
    block,
    ...notes.filter(({ name }) => places.get(name) === place).map((note) => ({ kind: 'note' as const, ...note })),
  ]);
}

/** The notes of one paragraph, each with its number; the lines of a note are one text. */
function notesOf(block: PdfBlock): { name: string; text: Text }[] {
  const notes: { name: string; text: Text }[] = [];
  for (const line of block.kind === 'paragraph' ? block.lines : []) {
    const [mark, ...rest] = line;
    const last = notes.at(-1);
    if (mark?.script === 'sup') notes.push({ name: mark.text.trim(), text: rest });
    else if (last) last.text = [...last.text, { text: ' ' }, ...line];
  }
  return notes;
}

/** A block whose marks lead to notes; `places` learns where each of them stands first. A heading keeps its marks as they are. */
function withMarks(block: PdfBlock, names: readonly string[], place: number, places: Map<string, number>): PdfBlock {
  const marks = (text: Text): Text => {
    const runs = text.map((run, index): Run => {
      const name = run.text.trim();
      if (run.script !== 'sup' || !names.includes(name) || isPower(text[index - 1]?.text ?? '')) return run;
      if (!places.has(name)) places.set(name, place);
      return { ...run, note: name };
    });
    return runs.map((run, index) => (runs[index + 1]?.note === undefined ? run : { ...run, text: run.text.trimEnd() }));
  };
  switch (block.kind) {
    case 'paragraph':
      return { ...block, lines: block.lines.map(marks) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, text: marks(item.text) })) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(marks))) };
    default:
      return block;
  }
}

/** True for what a raised figure is a power of: a figure that is no year and no part of a word such as `FY26`, or a unit of length such as `km`. */
function isPower(before: string): boolean {
  const word = /\S*$/.exec(before.trimEnd())?.[0] ?? '';
  return /^(?!\W*(?:19|20)\d\d$)[^\p{L}]*\d$|(?<!\p{L})[kcmµ]?m$/u.test(word);
}
