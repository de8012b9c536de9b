import { plainText } from '../model/blocks.ts';
import { isAddress } from '../guess/addresses.ts';
import { CLOSING, type TextLine } from './lines.ts';
import type { PdfBlock, Style } from './page-blocks.ts';

/** True where a heading ends and the next begins: its line is not half full, so it was ended on purpose, and says all. */
export function isHeadingEnd(above: TextLine, line: TextLine, width: number, style: Style): boolean {
  return (
    isHeadingType(above, style) &&
    isHeadingType(line, style) &&
    above.x1 - above.x0 < 0.5 * width &&
    !isOneHeading(above.text, line.text)
  );
}

/** The name in bold type below the words that close a letter is no heading. */
export function withoutSignatory(block: PdfBlock, before: PdfBlock | undefined, style: Style): PdfBlock {
  const closing = before?.kind === 'paragraph' ? plainText(before.lines.at(-1) ?? []).trim() : '';
  if (block.kind !== 'heading' || (block.size ?? 0) > 1.14 * style.body) return block;
  return CLOSING.test(closing) || /^by order of the board\b/i.test(closing)
    ? { ...block, kind: 'paragraph', lines: [block.text] }
    : block;
}

function isHeadingType({ bold, size }: TextLine, style: Style): boolean {
  return bold || style.headings.has(Math.round(size));
}

/** True for two lines that stay together: the first one ends with a word or sign that no heading ends with, the second one goes on, or they are an address. */
function isOneHeading(above: string, line: string): boolean {
  const joining = /^(?:and|or|of|for|in|to|the|a|an|on|at|by|with|from|as|per)$/i;
  const [first = ''] = line.split(' ');
  return (
    isAddress(above) ||
    isAddress(line) ||
    joining.test(above.split(' ').at(-1) ?? '') ||
    /[-–—/&,:]$/.test(above) ||
    joining.test(first) ||
    /^(?:[\p{Ll}&(/–—-]|(?:19|20)\d\d$)/u.test(line)
  );
}
