import { markdownToHast } from 'satteri';
import { FEATURES } from './markdown.ts';

/**
 * The text's beginning as plain words, for lists and previews: whole words up to about `length` characters,
 * with `…` where more follows. Paragraphs come first, since highlights above them rarely say what happened;
 * without any the entries of lists stand in. Headings, tables, code and quoted speech are passed over.
 * An empty text where nothing is left.
 */
export function beginningOf(body: string, length = 200): string {
  // Reading takes time with the text's length, and a fifth of what may be needed mostly holds it. Its last block may be cut
  // off there, and a definition that stands further on says what words before it mean.
  const most = whole(body.slice(0, length * 20));
  const blocks = most.includes(']:') ? [] : blocksOf(whole(body.slice(0, length * 4))).slice(0, -1);
  const text = inOneLine(paragraphsOf(blocks));
  return shorten(text.length > length ? text : wordsOf(blocksOf(most)), length);
}

function blocksOf(text: string): readonly Tree[] {
  const { children = [] } = markdownToHast(text, { features: FEATURES }) as Tree;
  return children.filter(({ tagName }) => tagName !== undefined);
}

function wordsOf(blocks: readonly Tree[]): string {
  const paragraphs = paragraphsOf(blocks);
  return inOneLine(paragraphs.length > 0 ? paragraphs : textsOf(blocks, ['p', 'ul', 'ol']));
}

/** What is shorter is a place, a date or a name. */
function paragraphsOf(blocks: readonly Tree[]): readonly string[] {
  return textsOf(blocks, ['p']).filter((text) => text.length > 40);
}

function textsOf(blocks: readonly Tree[], names: readonly string[]): readonly string[] {
  return blocks.filter(({ tagName = '' }) => names.includes(tagName)).map((block) => plainText(block).trim());
}

function inOneLine(texts: readonly string[]): string {
  return texts.join(' ').replace(/\s+/g, ' ').trim();
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
