import { plainText, type ListItem, type Text } from '../model/blocks.ts';
import { maxOf } from '../model/max-of.ts';
import { isNote, mergeLists, type PdfBlock } from './page-blocks.ts';
import { joinHyphen, type Vocabulary } from './hyphens.ts';

interface JoinedPages {
  readonly blocks: readonly PdfBlock[];
  /** Heads of tables that stand on a further page once more and are not shown again: place of the page, and the words of each cell. */
  readonly heads: readonly { readonly page: number; readonly texts: readonly string[] }[];
}

/** Puts pages one after the other: a sentence, a list or a table that a page's end cut is one again. */
export function joinPages(pages: readonly (readonly PdfBlock[])[], words: Vocabulary): JoinedPages {
  const joined: PdfBlock[] = [];
  const heads: { page: number; texts: string[] }[] = [];
  for (const [number, page] of pages.entries()) {
    const [first, ...rest] = page;
    // Notes at the foot of the page before stand between the halves of a sentence, with a raised mark or in smaller type.
    const isFoot = (block: PdfBlock) => isNote(block) || (block.size ?? Infinity) < 0.9 * (first?.size ?? 0);
    const at = joined.findLastIndex((block) => !isFoot(block));
    const last = joined[at];
    const one = first && last ? joinTwo(last, first, words) : undefined;
    if (one && first?.kind === 'table' && last?.kind === 'table') {
      const texts = first.rows
        .slice(0, repeatedRows(last, first))
        .flatMap((row) => row.flatMap((cell) => cell.map((text) => plainText(text).trim())));
      if (texts.length > 0) heads.push({ page: number, texts });
    }
    if (one) {
      joined[at] = one;
      joined.push(...rest);
    } else joined.push(...page);
  }
  return { blocks: mergeLists(joined).map(plainNumber).map(withoutEmptyColumns).map(withFigures), heads };
}

/**
 * Puts the columns of a page one after the other: a sentence or list item that a column's end cut is one again, also where
 * it goes on below what stands beside it.
 */
export function joinColumns(columns: readonly (readonly PdfBlock[])[], words: Vocabulary): PdfBlock[] {
  let start = 0;
  return columns.reduce<PdfBlock[]>((joined, [first, ...rest], index) => {
    if (!first) return joined;
    // What stands above the column before may go on here; a table parts what is above and below it.
    const isText = joined.slice(start).every(({ kind }) => kind !== 'table');
    const places = [joined.length - 1, ...(isText ? [start - 1] : [])];
    start = joined.length;
    const isBeside = !beginsSmall(first) && beginsSmall(columns[index + 1]?.[0]);
    const found = (first.kind === 'paragraph' && !isBeside ? places : []).flatMap((at) => {
      const last = joined[at];
      const one = last && joinTwo(last, first, words);
      return one ? [{ at, one, isLong: endOf(last).length > SHORT }] : [];
    });
    const best = found.find(({ isLong }) => isLong) ?? found[0];
    if (best) return [...joined.slice(0, best.at), best.one, ...joined.slice(best.at + 1), ...rest];
    return [...joined, first, ...rest];
  }, []);
}

/** What is shorter is rather a name or an address than the beginning of a sentence. */
const SHORT = 40;

function endOf(block: PdfBlock): string {
  const end = block.kind === 'paragraph' ? block.lines.at(-1) : block.kind === 'list' ? block.items.at(-1)?.text : [];
  return plainText(end ?? []);
}

/** True for a paragraph that begins in the middle of a sentence. */
function beginsSmall(block: PdfBlock | undefined): boolean {
  return block?.kind === 'paragraph' && /^\p{Ll}{2}/u.test(plainText(block.lines[0] ?? []).trim());
}

function joinTwo(last: PdfBlock, first: PdfBlock, words: Vocabulary): PdfBlock | undefined {
  if (last.kind === 'table' && first.kind === 'table') return joinTables(last, first, words);
  if (first.kind !== 'paragraph' || first.bold !== last.bold || Math.abs((first.size ?? 0) - (last.size ?? 0)) > 0.6)
    return undefined;
  const [next, ...others] = first.lines;
  if (!next) return undefined;
  const isOpen = (text: Text) => !/[.:;!?]["”’)]?$/.test(plainText(text).trim());
  if (last.kind === 'paragraph') {
    const end = last.lines.at(-1);
    return end && isOpen(end) && (/^\p{Ll}/u.test(plainText(next).trim()) || goesOn(end))
      ? { ...last, lines: [...last.lines.slice(0, -1), joinHyphen(end, next, words), ...others] }
      : undefined;
  }
  if (last.kind === 'list' && others.length === 0) {
    const item = last.items.at(-1);
    if (!item || !isOpen(item.text) || !(/^\p{Ll}/u.test(plainText(next).trim()) || goesOn(item.text)))
      return undefined;
    const whole: ListItem = { ...item, text: joinHyphen(item.text, next, words) };
    return { ...last, items: [...last.items.slice(0, -1), whole] };
  }
  return undefined;
}

type Table = Extract<PdfBlock, { kind: 'table' }>;

/** Two parts of one table, whose head stands once; `undefined` where they differ in their columns. */
function joinTables(last: Table, first: Table, words: Vocabulary): Table | undefined {
  const head = repeatedRows(last, first);
  const sameColumns =
    last.edges !== undefined &&
    last.edges.length === first.edges?.length &&
    last.edges.every((edge, index) => index === 0 || Math.abs(edge - (first.edges?.[index] ?? 0)) < 6);
  if (!sameColumns && head === 0) return undefined;
  const [begun, next, ...rest] = [last.rows.at(-1), ...first.rows.slice(head)];
  const isCut = (last.openBottom && (first.openTop || head > 0)) || (next !== undefined && isRestOfRow(next));
  const joins = isCut && begun && next && last.rows.length > 1;
  return {
    ...last,
    rows: joins
      ? [...last.rows.slice(0, -1), joinRows(begun, next, words), ...rest]
      : [...last.rows, ...first.rows.slice(head)],
    openBottom: first.openBottom ?? false,
  };
}

type TableRow = Table['rows'][number];

/** True for what a page's end has cut off a row: some cells are empty, and the others go on with a small letter. */
function isRestOfRow(row: TableRow): boolean {
  const full = row.filter((cell) => cell.length > 0);
  return (
    full.length > 0 &&
    full.length < row.length &&
    full.every(([text = []]) => /^\p{Ll}{2}/u.test(plainText(text).trim()))
  );
}

/** One row out of the two that a page's end made of it: each cell goes on in its last line, or below it. */
function joinRows(begun: TableRow, next: TableRow, words: Vocabulary): TableRow {
  return Array.from({ length: Math.max(begun.length, next.length) }, (_, column) => {
    const [above, below] = [begun[column] ?? [], next[column] ?? []];
    const [end, start] = [above.at(-1), below[0]];
    if (!end || !start || !(/^\p{Ll}/u.test(plainText(start).trim()) || goesOn(end))) return [...above, ...below];
    return [...above.slice(0, -1), joinHyphen(end, start, words), ...below.slice(1)];
  });
}

/** How many rows at the head of a table's second part are those at the head of its first one; rows of figures are not its head. */
function repeatedRows(last: Table, first: Table): number {
  const words = (row: Table['rows'][number] | undefined) =>
    (row ?? []).map((cell) => cell.map((text) => plainText(text).trim()).join(' '));
  const differs = first.rows.findIndex((row, index) => words(row).join('|') !== words(last.rows[index]).join('|'));
  const same = Math.min(differs === -1 ? first.rows.length : differs, 3);
  const figures = first.rows.slice(0, same).findIndex((row) => {
    const texts = words(row).slice(1).filter(Boolean);
    return (
      texts.length > 0 &&
      texts.filter((text) => /^[($]?[\d,.]{2,}[)%]?$/.test(text) && !/^(?:19|20)\d\d$/.test(text)).length >
        0.5 * texts.length
    );
  });
  return figures === -1 ? same : figures;
}

/** Which columns hold figures: nearly all of their cells, heads aside. */
function withFigures(block: PdfBlock): PdfBlock {
  if (block.kind !== 'table') return block;
  const width = maxOf(
    block.rows.map((row) => row.length),
    0,
  );
  const body = block.rows.slice(block.header ? 1 : 0);
  const figures = Array.from({ length: width }, (_, column) => {
    const texts = body
      .map((row) => (row[column] ?? []).map((text) => plainText(text).trim()).join(' '))
      .filter((text) => text !== '');
    const own = texts.filter((text) => FIGURE.test(text)).length;
    return column > 0 && texts.some((text) => /\d/.test(text)) && own >= 0.7 * texts.length;
  });
  return figures.some(Boolean) ? { ...block, figures } : block;
}

/** An amount, a share, a year, a dash or `nil`. */
const FIGURE =
  /^(?:[(~<>≤≥+–—-]*\s?(?:[A-Z]{0,3}\$|€|£)?\s?\d[\d,. ]*\s?(?:%|[a-z]{1,3}|bps|million|billion)?\)?%?|[–—-]|nil|n\/?a|\$|\$[m’'0]+|%)$/i;

/** True for a text that no sentence ends with: a word such as `the`, or a comma behind some words. */
function goesOn(text: Text): boolean {
  const words = plainText(text).trim();
  return (
    /\s(?:the|of|and|to|for|in|a|an|by|with|or|on|at|from|as|is|are|was|were|that|which|its|their|our|this|be|has|have|not|per|than|between|under|pursuant)$/i.test(
      words,
    ) ||
    (/,$/.test(words) && words.length > 60)
  );
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
  const rows = block.rows.map((row) => kept.map((column) => row[column] ?? []));
  return { ...block, rows: rows.filter((row) => row.some((cell) => cell.length > 0)) };
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
