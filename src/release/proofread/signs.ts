import { quote } from '../../text/quote.ts';
import { MINUS, MORE_THAN, MORE_THAN_CLOSED_UP } from './amounts.ts';
import type { Node, Text, TextFinding } from './proofread.ts';

/** Lines whose first signs Markdown takes for its own: spaces for code, `+` and `-` for a point, `#` for a heading, `>` for a quotation. */
export function blockFindings(node: Node, text: Text): TextFinding[] {
  const line = node.position?.start.line ?? 1;
  const written = text.lines[line - 1] ?? '';
  if (node.type === 'code') return [...indented(node, line, written), ...behindFence(line, written)];
  if (node.type === 'heading')
    return [...underlined(node, line, text), ...numberSign(node, line, written), ...closingSign(node, line, written)];
  if (node.type === 'list') return listSigns(node, line, text);
  if (node.type === 'thematicBreak') return ruleOfAsterisks(line, written, text);
  const others = text.lines.slice(line, node.position?.end.line ?? line);
  // Who writes the sign before each line quotes.
  const isQuotation = others.some((other) => other.trimStart().startsWith('>'));
  const isLost = MORE_THAN_CLOSED_UP.test(written) || (MORE_THAN.test(written) && !isQuotation);
  return isLost ? [signLost(line, '>', written, 'a quotation')] : [];
}

function indented(node: Node, line: number, written: string): TextFinding[] {
  const column = (node.position?.start.column ?? 1) - 1;
  if (/^(?:[ \t>]|[-*+] |\d+[.)] )*(?:```|~~~)/.test(written) || /^(?:```|~~~)/.test(written.slice(column).trimStart()))
    return [];
  return [
    {
      line,
      rule: 'indented-as-code',
      message:
        'This line is indented, so it is read as program code: the page shows it in a typewriter font and does not wrap it.',
      hint: 'Take out the tab or the spaces at the beginning; rows of figures are written as a table.',
    },
  ];
}

/** A line of `=` or `-` right below a paragraph makes a heading of all its lines. */
function underlined(node: Node, line: number, { lines }: Text): TextFinding[] {
  const last = node.position?.end.line ?? line;
  const paragraph = lines.slice(line - 1, last).filter((one) => !/^\s*(?:=+|-+)\s*$/.test(one));
  if (paragraph.length === last - line + 1 || !/^\s*(?:=+|-+)\s*$/.test(lines[last - 1] ?? '')) return [];
  const length = paragraph.join(' ').length;
  if (paragraph.length === 1 && length <= 120 && !/[.;,]$/.test(paragraph[0]?.trimEnd() ?? '')) return [];
  return [
    {
      line,
      rule: 'heading-of-paragraph',
      message: `The line ${quote((lines[last - 1] ?? '').trim())} below this paragraph makes a heading of it.`,
      hint: 'Put an empty line between the paragraph and the line of signs.',
    },
  ];
}

/** `# 2 mine in the region.` is a sentence and no heading. */
function numberSign(node: Node, line: number, written: string): TextFinding[] {
  return node.depth === 1 && /^\s*# \d+ .*[.;,]\s*$/.test(written) ? [signLost(line, '#', written, 'a heading')] : [];
}

/** `## Type F #`: a sign at the end closes a heading, and who closes one writes as many as before it. */
function closingSign(node: Node, line: number, written: string): TextFinding[] {
  return node.depth !== 1 && /^[\s>]*##+\s.*\S[ \t]+#\s*$/.test(written)
    ? [signLost(line, '#', written, 'a heading')]
    : [];
}

/** Words behind the signs of a block of code: one names its language, and no page shows them. */
function behindFence(line: number, written: string): TextFinding[] {
  const [, sign = '', words] = /^(?:[ \t>]|[-*+] |\d+[.)] )*(```|~~~)[`~]*[ \t]*(\S+[ \t]+\S.*)$/.exec(written) ?? [];
  if (words === undefined) return [];
  return [
    {
      line,
      rule: 'sign-lost',
      message: `${quote(sign)} begins program code, so the page does not show the words behind it: ${quote(words.trim())}.`,
      hint: `Put a backslash before it if the line is meant as text: \\${sign}.`,
    },
  ];
}

function listSigns(node: Node, line: number, text: Text): TextFinding[] {
  const items = node.children ?? [];
  const written = (item: Node): string => text.lines[(item.position?.start.line ?? 1) - 1] ?? '';
  const number = node.ordered === true ? otherNumber(items, text) : undefined;
  if (number) return [number];
  const plus = items.find((item) => /^[\s>]*\+ +[$\d]/.test(written(item)));
  if (plus) return [signLost(plus.position?.start.line ?? line, '+', written(plus), 'a list item')];
  const [only, ...others] = items;
  const own = only ? written(only) : '';
  if (text.hyphenIsMinus && MINUS.test(own) && !isAnnounced(text, line))
    return [signLost(line, '-', own, 'a list item')];
  // `* Excludes one-off items.` explains an asterisk that stands behind a word.
  const isNote = others.length === 0 && /^\s*\* \S/.test(own) && text.pointIsNote && !followsPoint(text, line);
  return isNote ? [signLost(line, '*', own, 'a list item')] : [];
}

/** The first point whose number the page does not show: it counts on from the first. Who writes one number for all wants that. */
function otherNumber(items: readonly Node[], { lines }: Text): TextFinding | undefined {
  const written = items.map(({ position: { start: { line, column } } = { start: { line: 1, column: 1 } } }) => ({
    line,
    mark: /^\d+[.)]/.exec((lines[line - 1] ?? '').slice(column - 1))?.[0] ?? '',
  }));
  const first = parseInt(written[0]?.mark ?? '', 10);
  if (written.every(({ mark }) => parseInt(mark, 10) === first)) return undefined;
  const at = written.findIndex(({ mark }, index) => mark !== '' && parseInt(mark, 10) !== first + index);
  const found = written[at];
  return (
    found && {
      line: found.line,
      rule: 'number-changed',
      message: `The page counts the points of a list on from the first, so ${quote(found.mark)} is shown as number ${first + at}.`,
      hint: `If ${parseInt(found.mark, 10)} is right, put an empty line above the line and write the number as ${found.mark.slice(0, -1)}\\${found.mark.at(-1)}`,
    }
  );
}

/** `***` below a line of text without an empty one between them; who wants a rule sets it apart. */
function ruleOfAsterisks(line: number, written: string, { lines }: Text): TextFinding[] {
  if (!/^\*{3,}\s*$/.test(written) || (lines[line - 2] ?? '').trim() === '') return [];
  return [
    {
      line,
      rule: 'sign-lost',
      message: `The asterisks ${quote(written.trim())} right below a line of text are read as a rule across the page, so the page does not show them.`,
      hint: 'Put a backslash before the first, \\***, or an empty line above them if a rule is meant.',
    },
  ];
}

/** True where the line right above holds a point that ran into its heading: `Key details* Nominations close on 21 November`. */
function followsPoint({ lines }: Text, line: number): boolean {
  return /[\p{L}\p{N}:]\* \p{Lu}/u.test(lines[line - 2] ?? '');
}

/** True where the text right above ends with a colon, as before the points of a list. */
function isAnnounced({ lines }: Text, line: number): boolean {
  const [right = '', above = ''] = [lines[line - 2]?.trim(), lines[line - 3]?.trim()];
  return (right === '' ? above : right).endsWith(':');
}

function signLost(line: number, sign: string, written: string, taken: string): TextFinding {
  return {
    line,
    rule: 'sign-lost',
    message: `The ${quote(sign)} of ${quote(written.trim())} is read as the sign of ${taken}, so the page does not show it.`,
    hint: `Put a backslash before it: \\${sign}.`,
  };
}
