import { unescapeMarkup } from '../text/markup.ts';
import { withoutScripts } from '../text/superscript.ts';

/**
 * The beginning of a text as plain words, for lists and previews: whole words up to about `length` characters,
 * with `…` where more follows. Paragraphs come first, since highlights above them rarely say what happened;
 * without any the entries of lists stand in. Headings, pictures, tables, code and quoted speech are passed over.
 * An empty text where nothing is left. `html` is one that the renderer wrote: every tag closed, `<` escaped in words.
 */
export function beginningOf(html: string, length = 200): string {
  const paragraphs: string[] = [];
  let size = 0;
  for (const { opening, content } of blocksOf(html)) {
    const text = opening === '<p>' ? wordsOf(content) : '';
    // What is shorter is a place, a date or a name.
    if (text.length <= 40) continue;
    paragraphs.push(text);
    size += text.length;
    if (size > length) break;
  }
  return shorten((paragraphs.length > 0 ? paragraphs : listedIn(html)).join(' '), length);
}

function listedIn(html: string): readonly string[] {
  return [...blocksOf(html)]
    .filter(({ opening }) => /^<(?:p>|[uo]l[ >])/.test(opening))
    .map(({ content }) => wordsOf(content))
    .filter(Boolean);
}

interface Block {
  /** Its element's first tag. HTML that is shown as it was written stands in a paragraph of a class of its own. */
  readonly opening: string;
  readonly content: string;
}

/** The elements that stand in no other one, in their order. */
function* blocksOf(html: string): Generator<Block> {
  let depth = 0;
  let opening = '';
  let start = 0;
  for (const { 0: tag, 1: slash, 2: name = '', index } of html.matchAll(TAG)) {
    if (EMPTY.has(name)) continue;
    if (slash === '') {
      if (depth++ > 0) continue;
      opening = tag;
      start = index + tag.length;
    } else if (--depth === 0) yield { opening, content: html.slice(start, index) };
  }
}

// What stands in quotation marks may be any sign but them.
const TAG = /<(\/?)([a-z][a-z\d]*)(?: [^">]*(?:"[^"]*"[^">]*)*)?>/g;
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input']);

function wordsOf(content: string): string {
  const text = withoutScripts(content)
    .replace(/<br>/g, ' ')
    // An entry with entries of its own ends with the last of them.
    .replace(/<\/[ou]l>\s*<\/li>/g, '')
    .replace(/(?:<\/p>\s*)?<\/li>/g, '; ')
    .replace(TAG, '');
  return unescapeMarkup(text).replace(/\s+/g, ' ').trim();
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const end = cut.lastIndexOf(' ');
  return `${whole(cut.slice(0, end > length / 2 ? end : length)).replace(/[\s,;:–—-]+$/, '')} …`;
}

/** A text without the half of a character beyond U+FFFF at which it was cut. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
