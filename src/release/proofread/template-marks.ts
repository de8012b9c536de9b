import { quote } from '../../text/quote.ts';
import type { Text, TextFinding } from './proofread.ts';
import { withoutCode } from './without-code.ts';

/** Shortcodes and marks of templates, which Hugo, Jekyll and mail merges fill and this archive does not; one finding at the first. */
export function templateMarks({ lines }: Text): TextFinding[] {
  const marks = withoutCode(lines).flatMap((line, index) => {
    const found = line.match(new RegExp(TEMPLATE_MARK, 'g')) ?? [];
    return found.map((written) => ({ line: index + 1, written }));
  });
  const [first, ...others] = marks;
  if (!first) return [];
  const more = others.length === 0 ? '' : `, and so are ${others.length} more`;
  return [
    {
      line: first.line,
      rule: 'template-mark',
      message: `${quote(first.written)} is a mark that another program fills or obeys${more}; the page shows it as it stands.`,
      hint: 'Write what it stands for, or take it out; put a backslash before the brace if it is meant as text.',
    },
  ];
}

export const TEMPLATE_MARK = /(?<!\\)(?:\{\{[^{}\n]+\}\}|\{%[^{}\n]+%\}|\{:[ .#]*[a-z][^{}\n]*\})/i;
