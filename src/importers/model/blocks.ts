import { scriptText } from '../../text/superscript.ts';
import { escapeCell, escapeInline, escapeLine, cleanText, joinLines } from './escape-markdown.ts';
import { maxOf } from './max-of.ts';

/** A stretch of text, raised or lowered or neither. */
export interface Run {
  readonly text: string;
  readonly script?: 'sup' | 'sub';
  /** True for text that is struck out. */
  readonly struck?: true;
  /** Absolute http or https address that the text leads to. */
  readonly href?: string;
  /** The name of the note whose mark the text is. */
  readonly note?: string;
}

export type Text = readonly Run[];

/** What a document's text is made of, whatever format it came in. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: Text }
  /** A paragraph; its lines are kept apart where the document did, as in an address. */
  | { readonly kind: 'paragraph'; readonly lines: readonly Text[] }
  | { readonly kind: 'quote'; readonly paragraphs: readonly Text[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  /**
   * Rows of cells, each cell of one or more lines; `header` says whether the first row names the columns, `figures` which
   * columns hold figures, so that these stand below one another at their right ends.
   */
  | {
      readonly kind: 'table';
      readonly header: boolean;
      readonly rows: readonly (readonly Cell[])[];
      readonly figures?: readonly boolean[];
    }
  /** A note, which the page shows at its end; its mark stands in a text. */
  | { readonly kind: 'note'; readonly name: string; readonly text: Text }
  | { readonly kind: 'preformatted'; readonly lines: readonly string[] }
  /** A picture that lies beside the release under this name. */
  | { readonly kind: 'picture'; readonly file: string; readonly alt: string };

export type Cell = readonly Text[];

export interface ListItem {
  /** `-` for a bullet, else the number as it was written: `1.`, `2)`. */
  readonly marker: string;
  /** 0 for the outermost list. */
  readonly depth: number;
  readonly text: Text;
}

/** Text without any raised or lowered part. */
export function plain(text: string): Text {
  return [{ text }];
}

/** The words of a text, its raised and lowered parts so that no figure runs into another one. */
export function plainText(text: Text): string {
  let written = '';
  for (const [at, { text: own, script }] of text.entries())
    written += script ? scriptText(own, script, written.at(-1) ?? '', text[at + 1]?.text.charAt(0) ?? '') : own;
  return written;
}

/** Writes blocks as Markdown with an empty line between them and none at the ends. */
export function writeMarkdown(blocks: readonly Block[]): string {
  let other = false;
  return blocks
    .map((block, index) => {
      // Of two lists, one after the other, Markdown makes one, unless they have other signs.
      other = block.kind === 'list' && blocks[index - 1]?.kind === 'list' ? !other : false;
      return writeBlock(block, other);
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

function writeBlock(block: Block, otherSign: boolean): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.text)
        .trim()
        .replace(/(?<!#)#+$/, (marks) => marks.replaceAll('#', '\\#'))}`;
    case 'paragraph':
      return joinLines(block.lines.map(line));
    case 'quote':
      return block.paragraphs.map((text) => `> ${line(text)}`).join('\n>\n');
    case 'list':
      return writeList(block.items, otherSign);
    case 'table':
      return writeTable(block.rows, block.header, block.figures ?? []);
    case 'note':
      return `[^${block.name}]: ${line(block.text)}`;
    case 'preformatted':
      return writeFence(block.lines);
    case 'picture':
      return `![${inline(plain(block.alt)).trim()}](${block.file})`;
  }
}

/** Runs of one kind made one, white space folded, none at the ends. */
export function mergeRuns(text: Text): Text {
  const merged: Run[] = [];
  for (const run of text) {
    const last = merged.at(-1);
    if (
      last &&
      last.script === run.script &&
      last.href === run.href &&
      last.struck === run.struck &&
      last.note === run.note
    )
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return merged
    .map((run, index) => {
      const folded = run.text.replace(/[^\S\u00a0]+/g, ' ');
      const from = index === 0 ? folded.trimStart() : folded;
      return { ...run, text: index === merged.length - 1 ? from.trimEnd() : from };
    })
    .filter((run) => run.text !== '');
}

function line(runs: Text): string {
  const text = mergeRuns(runs);
  const [first, ...rest] = text;
  if (!first) return '';
  return (
    (first.script || first.href || first.struck ? run(first) : escapeLine(first.text) + trailing(first.text, rest)) +
    rest.map(run).join('')
  );
}

/** The space that stood between the first run and the next one. */
function trailing(text: string, rest: Text): string {
  return rest.length > 0 && /\s$/.test(text) ? ' ' : '';
}

function inline(text: Text): string {
  return mergeRuns(text).map(run).join('');
}

function run({ text, script, href, struck, note }: Run): string {
  if (note !== undefined) return `[^${note}]`;
  const escaped = strike(linked(escapeInline(text), text, href), struck);
  return script ? `<${script}>${escaped.trim()}</${script}>` : escaped;
}

/** Written text that is struck out, the spaces at its ends outside of the marks. */
function strike(written: string, struck: boolean | undefined): string {
  const words = written.trim();
  if (!struck || words === '') return written;
  const before = written.slice(0, written.length - written.trimStart().length);
  return `${before}~~${words}~~${written.slice(written.trimEnd().length)}`;
}

const OTHER_SIGNS: Readonly<Record<string, string>> = { '-': '*', '.': ')', ')': '.' };

/** Escaped text as a link; an address that is its own text becomes a link by itself. */
function linked(escaped: string, text: string, href: string | undefined): string {
  if (href === undefined || text.trim() === '' || /https?:|www\./i.test(text)) return escaped;
  const words = escaped.trim();
  const before = escaped.slice(0, escaped.length - escaped.trimStart().length);
  const after = escaped.slice(escaped.trimEnd().length);
  return `${before}[${words}](${href.replace(/[()<>\\|*_~`[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)})${after}`;
}

function writeList(items: readonly ListItem[], otherSign: boolean): string {
  // The text of a nested item stands below the text of its parent, however much deeper it is.
  let parents: { readonly depth: number; readonly indent: string }[] = [];
  return items
    .map(({ marker, depth, text }, index) => {
      parents = parents.filter((parent) => parent.depth < depth);
      // Only a 1 may begin a list right below a line of text.
      const isApart = depth > (items[index - 1]?.depth ?? depth) && /^\d/.test(marker) && parseInt(marker, 10) !== 1;
      const indent = parents.at(-1)?.indent ?? '';
      const sign = otherSign ? marker.replace(/[-.)]$/, (last) => OTHER_SIGNS[last] ?? last) : marker;
      parents.push({ depth, indent: indent + ' '.repeat(sign.length + 1) });
      return `${isApart ? '\n' : ''}${indent}${sign} ${line(text)}`;
    })
    .join('\n');
}

/** A table of more columns keeps its short rows short, as Markdown may, else they could outgrow the document. */
const MAX_FILLED = 100;

function writeTable(rows: readonly (readonly Cell[])[], header: boolean, figures: readonly boolean[]): string {
  const width = maxOf(
    rows.map((row) => row.length),
    0,
  );
  const cells = rows.map((row, index) => {
    const length = width > MAX_FILLED && !(header && index === 0) ? row.length : width;
    return Array.from({ length }, (_, column) => writeCell(row[column] ?? []));
  });
  const lines = header ? cells : [Array.from({ length: width }, () => ''), ...cells];
  const rule = Array.from({ length: width }, (_, column) => (figures[column] ? '---:' : '---'));
  return [...lines.slice(0, 1), rule, ...lines.slice(1)].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function writeCell(cell: Cell): string {
  return cell
    .map((text) =>
      mergeRuns(text)
        .map((one) => {
          const { text: words, script, href, struck } = one;
          if (one.note !== undefined) return run(one);
          const escaped = strike(linked(escapeCell(words), words, href), struck);
          return script ? `<${script}>${escaped}</${script}>` : spaced(words, escaped);
        })
        .join('')
        .trim(),
    )
    .filter((text) => text !== '')
    .join('<br>');
}

/** An escaped cell text with the spaces at its ends that part it from a raised mark beside it. */
function spaced(words: string, escaped: string): string {
  return `${/^\s/.test(words) ? ' ' : ''}${escaped}${/\s$/.test(words) ? ' ' : ''}`;
}

function writeFence(lines: readonly string[]): string {
  const text = lines.map((entry) => cleanText(entry).trimEnd());
  const longest = maxOf(
    text.flatMap((entry) => (entry.match(/`+/g) ?? []).map((run) => run.length)),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...text, fence].join('\n');
}
