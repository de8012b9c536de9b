import { quote } from '../../text/quote.ts';
import { nodesIn } from './nodes.ts';
import type { Node, Text, TextFinding } from './proofread.ts';

/** Cells beyond the head's, which pages leave out; text that a table has taken in; a head without a word. */
export function tableFindings(table: Node, text: Text): TextFinding[] {
  const [head, ...rows] = table.children ?? [];
  const width = head?.children?.length ?? 0;
  const found: TextFinding[] = [];
  const surplus = rows.flatMap((row) => {
    const lost = (row.children ?? [])
      .slice(width)
      .map(wordsOf)
      .filter((words) => words !== '');
    return lost.length === 0 ? [] : [{ line: row.position?.start.line ?? 1, cells: row.children?.length ?? 0, lost }];
  });
  const [first, ...more] = surplus;
  if (first) {
    const others =
      more.length === 0 ? '' : `, and so it is in ${more.length === 1 ? 'another row' : `${more.length} more rows`}`;
    found.push({
      line: first.line,
      rule: 'table-cell-lost',
      message: `This row has ${first.cells} cells and the head of the table ${width}; the page leaves out ${quote(first.lost.join(' | '))}${others}.`,
      hint: 'Give the head as many cells, also empty ones, or write a bar that belongs to the text as \\|.',
    });
  }
  const written = (row: Node): string => text.lines[(row.position?.start.line ?? 1) - 1] ?? '';
  const isBarred = (row: Node): boolean => /(?<!\\)\|/.test(written(row));
  const taken = width > 1 ? rows.find((row) => !isBarred(row)) : undefined;
  if (taken) {
    found.push({
      line: taken.position?.start.line ?? 1,
      rule: 'table-takes-text',
      message: `The line ${quote(written(taken).trim())} becomes a row of the table above it.`,
      hint: 'Put an empty line after the last row of the table.',
    });
  }
  const heads = (head?.children ?? []).map(wordsOf);
  // Forms of two columns, a label and its value, have no head on paper either; but what stands in one's cells is shown.
  if (rows.length > 0 && heads.every(isWordless) && (width > 2 || heads.some((words) => words !== ''))) {
    found.push(headEmpty(head?.position?.start.line ?? 1));
  }
  return found;
}

/** The first table of raw HTML whose heads hold no word. */
export function htmlTableFindings(node: Node): TextFinding[] {
  const found = EMPTY_HEADS.exec(node.value ?? '');
  if (!found) return [];
  const before = (node.value ?? '').slice(0, found.index).split('\n').length - 1;
  return [headEmpty((node.position?.start.line ?? 1) + before)];
}

/** A row of two cells or more, all of them heads without a word. */
export const EMPTY_HEADS = /<tr>\s*(?:<th(?:\s[^<>]*)?>(?:\s|&nbsp;|<br ?\/?>)*<\/th>\s*){2,}<\/tr>/i;

function headEmpty(line: number): TextFinding {
  return {
    line,
    rule: 'table-head-empty',
    message: 'The head of the table is empty, so nobody who hears the table knows what its columns are.',
    hint: 'Write what each column holds into the first row.',
  };
}

/** True for nothing, a line break, and marks that are left of emphasis around nothing. */
function isWordless(words: string): boolean {
  return /^(?:[\s*_.–—-]|<br ?\/?>)*$/i.test(words);
}

/** What a reader sees or hears of a node. */
function wordsOf(node: Node): string {
  return nodesIn(node)
    .map(({ value, alt }) => (value ?? alt ?? '').trim())
    .join('');
}
