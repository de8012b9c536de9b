import { markdownToHast } from 'satteri';
import { FEATURES } from './markdown.ts';

/**
 * The text's beginning as plain words, for lists and previews: whole words up to about `length` characters,
 * with `…` where more follows. Paragraphs come first, since highlights above them rarely say what happened;
 * without any the entries of lists stand in. Headings, tables, code and quoted speech are passed over.
 * An empty text where nothing is left.
 */
export function beginningOf(body: string, length = 200): string {
  // A little more than is needed is parsed; a paragraph cut in the middle does no harm.
  const tree = markdownToHast(whole(body.slice(0, length * 20)), { features: FEATURES }) as Tree;
  const blocks = tree.children ?? [];
  const textOf = (names: readonly string[]): string[] =>
    blocks.filter((block) => names.includes(block.tagName ?? '')).map((block) => plainText(block).trim());
  const paragraphs = textOf(['p']).filter((text) => text.length > 40);
  const text = (paragraphs.length > 0 ? paragraphs : textOf(['p', 'ul', 'ol'])).join(' ').replace(/\s+/g, ' ').trim();
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const end = cut.lastIndexOf(' ');
  return `${whole(cut.slice(0, end > length / 2 ? end : length)).replace(/[\s,;:–—-]+$/, '')} …`;
}

/** A text without the half of a character beyond U+FFFF at which it was cut. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

interface Tree {
  type: string;
  tagName?: string;
  value?: string;
  children?: Tree[];
}

function plainText(node: Tree): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.tagName === 'br') return ' ';
  const inner = (node.children ?? []).map(plainText).join('');
  return node.tagName === 'li' ? `${inner.trim()}; ` : inner;
}
