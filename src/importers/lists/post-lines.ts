/**
 * The text of a WordPress post as HTML: as its site does it, an empty line parts paragraphs, and a line's end is one. Posts of
 * blocks, and those that have their paragraphs as HTML, stay as they are.
 */
export function postHtml(content: string): string {
  if (/<!-- wp:|<p[\s>]/i.test(content)) return content;
  // Within a tag, or as it was typed, a line's end says nothing.
  let isTyped = false;
  return content
    .split(/(<[^<>]*>)/)
    .map((part, at, parts) => {
      if (/^<\/?pre\b/i.test(part)) isTyped = !part.startsWith('</');
      return at % 2 === 1 || isTyped ? part : withBreaks(part, parts[at - 1] ?? '', parts[at + 1] ?? '');
    })
    .join('');
}

const BLOCK =
  /^<\/?(?:address|article|aside|blockquote|caption|center|col|colgroup|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|ol|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b/i;

/** A text between two tags with breaks in the place of its line ends, but those beside a block. */
function withBreaks(text: string, before: string, after: string): string {
  const start = BLOCK.test(before) || /^<br\b/i.test(before) ? text.replace(/^\s*\n/, '') : text;
  const own = BLOCK.test(after) || /^<br\b/i.test(after) ? start.replace(/\n\s*$/, '') : start;
  return own.replace(/\n[^\S\n]*(\n\s*)?/g, (_, empty?: string) => (empty === undefined ? '<br>' : '<br><br>'));
}
