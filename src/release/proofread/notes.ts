import { quote } from '../../text/quote.ts';
import type { Node, Text, TextFinding } from './proofread.ts';

/** Marks of footnotes that have no note; the page shows their signs. */
export function marksWithoutNote(node: Node, { body }: Text): TextFinding[] {
  const value = node.value ?? '';
  const found = [...value.matchAll(/\[\^[^\]\s]+\]/g)];
  // With a backslash before it, or before its sign, it is meant as text.
  const marks = found.filter(([mark]) => body.includes(mark) && !body.includes(`\\${mark}`));
  return marks.map((found) => ({
    line: (node.position?.start.line ?? 1) + value.slice(0, found.index).split('\n').length - 1,
    rule: 'note-missing',
    message: `${quote(found[0])} is the mark of a footnote, but the text has no such note; the page shows the characters as typed.`,
    hint: `Write the note on a line of its own: ${found[0]}: and its text; or put a backslash before the bracket if it is meant as text.`,
  }));
}
