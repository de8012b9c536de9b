import { mergeRuns, plainText, type Block, type Cell, type ListItem, type Run, type Text } from '../model/blocks.ts';
import { isAddress } from '../guess/addresses.ts';
import { isDateLine } from '../guess/labels.ts';
import { isDay } from './day.ts';
import { isHeadingEnd, withoutSignatory } from './headings.ts';
import { joinHyphen, type Vocabulary } from './hyphens.ts';
import { ALONE, CLOSING, goesOn, lineOf, markerOf, type TextLine } from './lines.ts';
import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';
import { isFigure } from './figures.ts';

/** A block with what decides whether it is a heading or goes on from the page before. */
export type PdfBlock = Block & {
  readonly size?: number;
  readonly bold?: boolean;
  readonly edges?: readonly number[];
  readonly openTop?: boolean;
  readonly openBottom?: boolean;
};

export interface Style {
  /** Height of the type of most of the text. */
  readonly body: number;
  /** Usual distance of two lines of a paragraph, in heights of the type. */
  readonly leading: number;
  readonly words: Vocabulary;
  /** Sizes that only headings have, rounded. */
  readonly headings: ReadonlySet<number>;
}

/** Makes headings, paragraphs and lists of the lines of one column; `right` is where a full line would end. */
export function blocksOf(rows: readonly Row[], right: number, style: Style): PdfBlock[] {
  const lines = rows.map(lineOf);
  const leading = ownLeading(lines) ?? style.leading;
  const groups: TextLine[][] = [];
  const left = Math.min(...lines.map(({ x0 }) => x0));
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const own = groups.at(-1);
    if (before && own && goesOn(own, before, line, leading) && !isHeadingEnd(before, line, right - left, style))
      own.push(line);
    else groups.push([line]);
  }
  const depths = markerDepths(lines);
  const blocks = groups.map((group) => blockOf(group, right, style, depths));
  return mergeLists(blocks.map((block, index) => withoutSignatory(block, blocks[index - 1], style)));
}

/** The usual distance of the lines of one column, in heights of the type, where it has enough lines to tell. */
function ownLeading(lines: readonly TextLine[]): number | undefined {
  const distances = lines
    .flatMap((line, index) => {
      const above = lines[index - 1];
      return above && Math.abs(above.size - line.size) < 0.5 ? [(line.y - above.y) / line.size] : [];
    })
    .filter((distance) => distance > 0.8 && distance < 2.2)
    .toSorted((a, b) => a - b);
  return distances.length >= 4 ? distances[Math.floor(distances.length * 0.35)] : undefined;
}

function blockOf(group: readonly TextLine[], right: number, style: Style, depths: readonly number[]): PdfBlock {
  const [first] = group;
  const size = first?.size ?? style.body;
  const bold = group.every((line) => line.bold);
  const text = group.map((line) => line.text).join(' ');
  const isLarge = style.headings.has(Math.round(size)) || (bold && size > 1.14 * style.body);
  const marked = first && markerOf(first);
  if (
    (isLarge || bold) &&
    text.length <= 160 &&
    group.length <= 3 &&
    /\p{L}/u.test(text) &&
    !(marked?.marker === '-') &&
    !/^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s.*[?:]$/i.test(text) &&
    !/[.;,]$/.test(text) &&
    !group.some((line) => isAddress(line.text) || ALONE.test(line.text)) &&
    !isDay(text) &&
    !isDateLine(text)
  ) {
    return { kind: 'heading', level: 2, text: joinAll(group, style.words), size, bold };
  }
  if (first && marked) {
    const item: ListItem = {
      marker: marked.marker,
      depth: Math.max(
        0,
        depths.findIndex((x) => Math.abs(x - first.x0) < 4),
      ),
      text: withoutMarker(joinAll(group, style.words), first.text.length - marked.text.length),
    };
    return { kind: 'list', items: [item], size, bold };
  }
  return { kind: 'paragraph', lines: paragraphLines(group, right, style.words), size, bold };
}

/** Joins lines that were full; a line behind which the next line's first word would have fitted ends there. */
function paragraphLines(group: readonly TextLine[], right: number, words: Vocabulary): Text[] {
  const setting = settingOf(group, right);
  const lines: Text[] = [];
  for (const [index, line] of group.entries()) {
    const [before, last] = [group[index - 1], lines.at(-1)];
    if (before && last && isWrapped(before, line, setting))
      lines[lines.length - 1] = joinHyphen(last, line.runs, words);
    else lines.push(line.runs);
  }
  return lines;
}

/** How a block's lines are set. */
interface Setting {
  readonly left: number;
  readonly right: number;
  readonly isProse: boolean;
  readonly isRightAligned: boolean;
}

function settingOf(group: readonly TextLine[], right: number): Setting {
  const left = Math.min(...group.map((line) => line.x0));
  const full = group.slice(0, -1).map((line) => (line.x1 - left) / Math.max(1, right - left));
  return {
    left,
    right,
    // In running text nearly every line but the last is full.
    isProse: full.length > 0 && full.reduce((sum, share) => sum + share, 0) / full.length > 0.8,
    // The lines of a block that is set to the right begin here and there.
    isRightAligned:
      group.length > 2 &&
      group.every((line) => Math.abs(line.x1 - (group[0]?.x1 ?? 0)) < 1.5) &&
      group.filter((line) => line.x0 - left > 0.4 * line.size).length >= 0.5 * group.length,
  };
}

/** True for a line that its column's edge has cut, so that the next one goes on in it. */
function isWrapped(before: TextLine, line: TextLine, { left, right, isProse, isRightAligned }: Setting): boolean {
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  const width = ((line.x1 - line.x0) / Math.max(1, line.text.length)) * (word.length + 1);
  const fits = before.x1 + width * 1.15 < right;
  const isEnd = /[.:;!?]["”’)]?$/.test(before.text);
  const areColumns = (line.gap > 2.2 || before.gap > 2.2) && !(isProse && !fits && !isEnd);
  const areFigures = isFigure(before) && isFigure(line);
  const isAlone = !isProse && (ALONE.test(line.text) || ALONE.test(before.text));
  // A date that is set to the right below something else.
  const isDate = Math.abs(line.x0 - before.x0) > 2 && (isDay(line.text) || isDay(before.text));
  if (isRightAligned || areColumns || areFigures || isAlone || isDate || CLOSING.test(before.text)) return false;
  return isProse
    ? !(fits && isEnd && before.x1 < right - 0.12 * (right - left))
    : !fits || isInSentence(before.text, line.text);
}

/** True where a sentence goes on in the next line with a small letter. */
function isInSentence(before: string, line: string): boolean {
  const isOpen = !/[.:;!?]$/.test(before) || (/;$/.test(before) && /^(?:and|or)$/.test(line));
  return isOpen && /^\p{Ll}/u.test(line) && !/@|^(?:www\.|https?:)/.test(line);
}

function joinAll(group: readonly TextLine[], words: Vocabulary): Text {
  return group.slice(1).reduce<Text>((text, line) => joinHyphen(text, line.runs, words), group[0]?.runs ?? []);
}

function withoutMarker(text: Text, length: number): Text {
  const [first, ...rest] = text;
  if (!first) return text;
  const trimmed = first.text.trimStart();
  // The marker may be a run of its own, or the whole of the first one.
  const cut = trimmed.slice(Math.min(length, trimmed.length));
  return [{ ...first, text: cut.trimStart() }, ...rest].filter((run) => run.text !== '');
}

function markerDepths(lines: readonly TextLine[]): number[] {
  const xs = lines
    .filter(markerOf)
    .map((line) => line.x0)
    .toSorted((a, b) => a - b);
  return xs.filter((x, index) => index === 0 || x - (xs[index - 1] ?? 0) > 4);
}

/** List items one after the other are one list; a number alone is a paragraph. */
export function mergeLists(blocks: readonly PdfBlock[]): PdfBlock[] {
  const merged: PdfBlock[] = [];
  let items: ListItem[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (block.kind === 'list' && last?.kind === 'list' && isNext(items, block.items[0])) {
      for (const item of block.items) items.push(item);
    } else if (block.kind === 'list') merged.push({ ...block, items: (items = [...block.items]) });
    else merged.push(block);
  }
  return merged;
}

function isNext(items: readonly ListItem[], next: ListItem | undefined): boolean {
  if (!next) return false;
  // The item of the same list: none of a list further out stands between.
  const last = items.findLast((item) => item.depth <= next.depth);
  if (!last || last.depth < next.depth) return items[0]?.depth === 0 || next.depth > 0;
  if (last.marker === '-' || next.marker === '-') return last.marker === next.marker;
  return parseInt(next.marker, 10) === parseInt(last.marker, 10) + 1;
}

/** The text of a table's cell: its lines joined where they were only wrapped. */
export function cellOf(rows: readonly Row[], right: number, style: Style): Cell {
  return blocksOf(rows, right, { ...style, leading: Math.max(style.leading, 1.25) }).flatMap((block): Text[] => {
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'paragraph') return [...block.lines];
    if (block.kind === 'list')
      return block.items.map((item) => [{ text: `${item.marker === '-' ? '•' : item.marker} ` }, ...item.text]);
    return [];
  });
}

/** Segments of one cell as one text. */
export function segmentsText(segments: readonly Segment[]): Text {
  return mergeRuns(
    segments.flatMap((segment, index): Run[] => (index === 0 ? [...segment.runs] : [{ text: ' ' }, ...segment.runs])),
  );
}

/** True for a paragraph that is a note at the foot of a page. */
export function isNote(block: PdfBlock): boolean {
  return block.kind === 'paragraph' && block.lines[0]?.[0]?.script === 'sup' && plainText(block.lines[0]).length > 3;
}
