import { quote } from '../../text/quote.ts';
import type { Node, Text, TextFinding } from './proofread.ts';

/** What is lost of a paragraph whose lines meant something: points of a list, rows of a table, an address. One finding at most. */
export function paragraphFinding(node: Node, text: Text): TextFinding | undefined {
  const first = node.position?.start.line ?? 1;
  const last = node.position?.end.line ?? first;
  const lines = text.lines.slice(first - 1, last).map((line, at) => {
    const own = at === 0 ? line.slice((node.position?.start.column ?? 1) - 1) : line.replace(/^[\s>]+/, '');
    // Two spaces or a backslash at the end keep the line's end.
    return { at: first + at, written: own.trimEnd(), keeps: /(?: {2,}|\\|<br ?\/?>\s*)$/i.test(line) };
  });
  if (lines.length === 1) return rowOfTabs(lines);
  const isPoint = /(?:^|\s)- +$/.test((text.lines[first - 1] ?? '').slice(0, (node.position?.start.column ?? 1) - 1));
  return points(lines, isPoint) ?? rows(lines) ?? addressLike(lines, text, linesWithinTargets(node));
}

interface Line {
  readonly at: number;
  readonly written: string;
  readonly keeps: boolean;
}

/** Signs with which word processors begin points; of those in the second list one alone may be text. */
const GLYPH = /^[•●○◦▪▫■□◾◽➢➤►▶▸▹‣⁃∙✓✔❖◆◇★☐☑\uf000-\uf0ff]\s*\S/;
const PERHAPS = /^(?:[·§¨–—−»][ \t\u00a0]*|o[ \t\u00a0]+|-(?=[\p{L}$])|[qvØüu][\t\u00a0]+)\S/u;
const NUMBERED = /^(?:\([a-z\d]{1,4}\)|[a-z\d][.)]|[ivx]{1,4}[.)]|\d{1,2}(?:\.\d{1,2})*[.)]?\t)[ \t\u00a0]*\S/i;

/** `isPoint` is true of lines that are a point written with a hyphen already. */
function points(lines: readonly Line[], isPoint: boolean): TextFinding | undefined {
  const glyphs = lines.filter(({ written }) => GLYPH.test(written));
  const perhaps = lines.filter(({ written }) => PERHAPS.test(written));
  const numbered = lines.filter(({ written }) => NUMBERED.test(written));
  const closedUp = isPoint ? lines.filter(({ written }) => /^-(?=[\p{Lu}$])/u.test(written)) : [];
  const begins = (found: readonly Line[]): boolean => runsTogether(found, lines);
  const found = begins(glyphs)
    ? glyphs
    : perhaps.length > 1 && begins(perhaps)
      ? perhaps
      : begins(closedUp)
        ? closedUp
        : numbered.length > 1 && begins(numbered)
          ? numbered
          : undefined;
  const [one] = found ?? [];
  if (found === undefined || one === undefined) return undefined;
  const sign = found === numbered ? (one.written.match(/^\S+/)?.[0] ?? '') : ([...one.written][0] ?? '');
  return {
    line: one.at,
    rule: 'points-run-together',
    message: `Lines that begin with ${quote(sign)} are not read as a list; the page runs them together into one paragraph.`,
    hint:
      found === numbered
        ? 'Put an empty line between the points, or write them as 1. 2. 3. with an empty line before the first.'
        : 'Begin each point with a hyphen and a space, - Revenue rose, and put an empty line before the first.',
  };
}

/** True where some of these lines follow another one whose end is not kept. */
function runsTogether(found: readonly Line[], lines: readonly Line[]): boolean {
  return found.some((line) => {
    const before = lines[lines.indexOf(line) - 1];
    return before !== undefined && !before.keeps;
  });
}

function rows(lines: readonly Line[]): TextFinding | undefined {
  const piped = lines.filter(
    ({ written }) => (written.match(/(?<!\\)\|/g)?.length ?? 0) >= (/^\||\|$/.test(written) ? 2 : 1),
  );
  if (piped.length > 1) return notATable(piped, lines);
  if (lines.filter(({ written }) => /^\+(?:[-=]{2,}\+)+$/.test(written)).length > 1) return notATable(lines, lines);
  const tabbed = lines.filter(({ written }) => isRow(written, 2));
  if (tabbed.length > 1) return columns(tabbed[0]?.at ?? 1, 'tabs');
  const gapped = lines.filter(({ written }) => /\S(?: {3,}|[ \u00a0]{4,})\S/.test(written));
  if (gapped.length > 1) return columns(gapped[0]?.at ?? 1, 'gaps');
  return rowOfTabs(lines);
}

/** One row alone has two tabs at least: one may stand behind a label. */
function rowOfTabs(lines: readonly Line[]): TextFinding | undefined {
  const row = lines.find(({ written }) => isRow(written, 3));
  return row && columns(row.at, 'tabs');
}

/** Cells are short; in sentences a tab is a slip that changes nothing. */
function isRow(written: string, cells: number): boolean {
  const found = written.split(/\t+/).filter((cell) => cell.trim() !== '');
  return found.length >= cells && found.every((cell) => cell.length <= 60);
}

function columns(line: number, by: 'tabs' | 'gaps'): TextFinding {
  return {
    line,
    rule: 'columns-lost',
    message:
      by === 'tabs'
        ? 'These lines are rows with tabs between their columns; the page shows each tab as one space and runs the lines together.'
        : 'These lines keep their columns apart by spaces; the page shows one space and runs the lines together.',
    hint: 'Write a table: | Hole | From | To |, below it | --- | --- | --- |, then each row between bars.',
  };
}

function notATable(piped: readonly Line[], lines: readonly Line[]): TextFinding {
  const ruler = lines.find(
    ({ written }) => /^\|?\s*:?[-–—]+:?\s*(?:\|\s*:?[-–—]+:?\s*)*\|?$/.test(written) && written.includes('|'),
  );
  const head = ruler && lines[lines.indexOf(ruler) - 1];
  const cells = (line: Line | undefined): number =>
    (line?.written ?? '').replace(/^\||\|$/g, '').split(/(?<!\\)\|/).length;
  const wrongCount = ruler !== undefined && head !== undefined && cells(head) !== cells(ruler);
  return {
    line: piped[0]?.at ?? 1,
    rule: 'table-not-read',
    message: wrongCount
      ? `These lines are not read as a table, since the first has ${cells(head)} cells and the line of hyphens ${cells(ruler)}; the page runs them together.`
      : 'These lines look like a table but are not read as one; the page runs them together.',
    hint: 'Put an empty line before the first row and a line | --- | --- | below it, with as many parts as the row has cells.',
  };
}

/** Lines of an address or a signature: short, without a stop at the end, and the next begins like a line of its own. */
function addressLike(lines: readonly Line[], text: Text, within: ReadonlySet<number>): TextFinding | undefined {
  // Who wraps lines by hand does it where the next word has no room.
  const width = Math.max(60, ...lines.map(({ written }) => written.length));
  const found = lines.slice(0, -1).find((line, at) => {
    const next = lines[at + 1]?.written ?? '';
    const word = /^\S+/.exec(next)?.[0] ?? '';
    const fits = line.written.length + 1 + word.length < Math.min(width, 90) - 12;
    return !line.keeps && !within.has(line.at) && fits && isLineOfItsOwn(line.written, next);
  });
  if (!found || isProse(text)) return undefined;
  const next = text.lines[found.at]?.trim() ?? '';
  return {
    line: found.at,
    rule: 'lines-joined',
    message: `The page joins this line with the next: ${quote(`${found.written} ${next}`)}.`,
    hint: 'Put a backslash at the end of each line that is to stay a line, or an empty line between them.',
  };
}

/** Lines that end between the words of a link, or the sign of a picture, and its closing bracket: nothing of that is shown. */
function linesWithinTargets(node: Node): ReadonlySet<number> {
  const lines = (node.children ?? []).flatMap((child) => {
    const { start, end } = child.position ?? {};
    if (child.type !== 'link' && child.type !== 'image') return [...linesWithinTargets(child)];
    const first = child.children?.at(-1)?.position?.end.line ?? start?.line ?? 0;
    return Array.from({ length: (end?.line ?? first) - first }, (_, at) => first + at);
  });
  return new Set(lines);
}

function isLineOfItsOwn(line: string, next: string): boolean {
  return (
    !/[.,;!?…–—-]["'”’)]*$|\b(?:and|or|of|the|a|an|to|in|for|by|with|from|at|on)$/i.test(line) &&
    /^["'“‘(*_[]*[\p{Lu}\p{N}+$@]|^(?:www\.|https?:|[a-z]+@|[\w.]+@)/u.test(next)
  );
}

/** True for a text that is wrapped in a narrow column, as those from PDFs are: there ends of lines mean nothing. */
function isProse({ lines }: Text): boolean {
  const filled = lines.filter((line) => line.trim() !== '' && line.length <= 60);
  const lower = lines.filter((line, at) => at > 0 && /^\p{Ll}/u.test(line) && /[\p{L},]$/u.test(lines[at - 1] ?? ''));
  return lower.length > 5 && lower.length * 3 > filled.length;
}
