import { quote } from '../../text/quote.ts';
import type { Node, Text, TextFinding } from './proofread.ts';

/** Asterisks that are signs of the text, and that Markdown takes for the marks of emphasis: `10*20*30`, or two notes in a paragraph. */
export function asterisks(node: Node, { lines }: Text): TextFinding[] {
  const { start, end } = node.position ?? {};
  if (!start || !end) return [];
  const first = lines[start.line - 1] ?? '';
  const last = lines[end.line - 1] ?? '';
  if (first.charAt(start.column - 1) !== '*') return [];
  const marks = node.type === 'strong' ? '**' : '*';
  const before = first.charAt(start.column - 2);
  const after = last.charAt(end.column - 1);
  const inside =
    start.line === end.line
      ? first.slice(start.column - 1 + marks.length, end.column - 1 - marks.length)
      : [
          first.slice(start.column - 1 + marks.length),
          ...lines.slice(start.line, end.line - 1),
          last.slice(0, end.column - 1 - marks.length),
        ].join(' ');
  const isFormula =
    WORD.test(before) &&
    WORD.test(after) &&
    /^[\p{L}\p{N}.,$% ()/+-]{1,40}$/u.test(inside) &&
    (/\p{N}/u.test(inside + before + after) || inside.length < 3);
  const isTwoNotes = marks === '*' && isTwoNoteMarks(before, inside, last.slice(end.column - 1));
  if (!isFormula && !isTwoNotes) return [];
  const shown = isFormula
    ? `${wordBefore(first, start.column - 1)}${marks}${inside}${marks}${/^[\p{L}\p{N}.]*/u.exec(last.slice(end.column - 1))?.[0] ?? ''}`
    : `*${inside}*`;
  return [
    {
      line: start.line,
      rule: 'asterisk-lost',
      message: `The asterisks of ${quote(shown)} are read as emphasis; the page leaves them out and sets what is between them in italics.`,
      hint: 'Put a backslash before each asterisk that is meant as a sign: \\*. For a multiplication write ×.',
    },
  ];
}

/** One asterisk on the one side of words and two on the other, of which the page shows one: `*Adjusted EBITDA**`. */
export function unmatchedAsterisks({ children = [] }: Node, { body }: Text): TextFinding[] {
  return children.flatMap((node, at) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type !== 'emphasis' || body.charAt(start) !== '*') return [];
    const before = children[at - 1]?.value?.endsWith('*') === true && body.charAt(start - 2) !== '\\';
    const after = children[at + 1]?.value?.startsWith('*') === true && body.charAt(end) === '*';
    if (before === after) return [];
    return [
      {
        line: node.position?.start.line ?? 1,
        rule: 'asterisk-lost',
        message: `The asterisks of ${quote(body.slice(before ? start - 1 : start, after ? end + 1 : end))} do not match: the page shows one of them and sets the words in italics.`,
        hint: 'Write two on both sides for bold and one for italics, and put a backslash before an asterisk that is a sign of the text: \\*.',
      },
    ];
  });
}

const WORD = /[\p{L}\p{N})]/u;

function wordBefore(line: string, at: number): string {
  return /[\p{L}\p{N}.]*$/u.exec(line.slice(0, at))?.[0] ?? '';
}

/** A note's mark at the beginning (`*Excludes …`) meets one behind a word (`debt*`) in the middle of a later sentence. */
function isTwoNoteMarks(before: string, inside: string, rest: string): boolean {
  if (!/^[\s(]?$/.test(before) || !/[\p{L}\p{N}%)]$/u.test(inside)) return false;
  return (/[.!?;] +\p{Lu}/u.test(inside) || inside.length > 120) && /^[,;]? *\p{Ll}/u.test(rest);
}
