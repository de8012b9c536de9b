import { quote } from '../../text/quote.ts';
import type { Node, Text, TextFinding } from './proofread.ts';

/** A paragraph of one line that was meant as a heading: signs `#` without a space behind them. A single one may be a hashtag. */
export function unreadHeading(paragraph: Node, { body, lines }: Text): TextFinding | undefined {
  const { start, end } = paragraph.position ?? {};
  if (!start || start.line !== end?.line) return undefined;
  const line = (lines[start.line - 1] ?? '').trim();
  const [, marks, words] = /^(#{1,6})(?=\p{L})([^#@]{2,80})$/u.exec(line) ?? [];
  if (marks === undefined || words === undefined) return undefined;
  if (marks === '#' && (!ONE_WORD.test(words) || HASHTAG.test(body.replace(line, '')))) return undefined;
  return {
    line: start.line,
    rule: 'heading-not-read',
    message: `${quote(line)} is not read as a heading, since no space follows the ${marks.length === 1 ? 'sign #' : 'signs #'}.`,
    hint: `Write ${marks} ${words}; if the sign belongs to the text, put a backslash before it.`,
  };
}

/** Words of which the first alone has a capital, at its beginning: `Highlights`, `Next steps`. */
const ONE_WORD = /^\p{Lu}\p{Ll}+(?: [\p{L}\d]+){0,7}$/u;
const HASHTAG = /(?:^|\s)[#@][\p{L}\d_]/u;
