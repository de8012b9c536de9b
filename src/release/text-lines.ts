import { unescapeMarkup } from '../text/markup.ts';
import { withoutScripts } from '../text/superscript.ts';

/**
 * The words of a text in the lines in which a reader sees them: a line for each paragraph, heading, entry and row of a
 * table, whose cells stand between ` | `. `html` is one that the renderer wrote: `<` in words is escaped, so only tags match.
 */
export function textLines(html: string): string[] {
  return withoutScripts(html)
    .replace(/<\/t[dh]>\s*<t[dh](?: [^>]*)?>/g, ' | ')
    .replace(/<br>/g, ' ')
    .split(
      /<\/?(?:p|h[1-6]|ul|ol|li|table|thead|tbody|tr|div|section|blockquote|pre|hr)(?: [^">]*(?:"[^"]*"[^">]*)*)?>/,
    )
    .map((part) =>
      unescapeMarkup(part.replace(/<\/?[a-z][a-z\d]*(?: [^">]*(?:"[^"]*"[^">]*)*)?>/g, ''))
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}
