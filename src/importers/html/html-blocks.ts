import { plainText, type Block, type Text } from '../model/blocks.ts';
import { isBold, isElement, isInline, isLineOfItsOwn, isText, MEDIA, nameOf, UNSEEN } from './elements.ts';
import { addList } from './html-lists.ts';
import { addTable } from './html-tables.ts';
import { joinLines, paragraphsIn } from './html-lines.ts';
import { wordItem, wordList, type WordItem } from './word-lists.ts';

/** The absolute address that a link leads to, or `undefined` when it is to be text alone. */
type LinkOf = (href: string) => string | undefined;

export interface Context {
  readonly leadsTo: LinkOf;
  /** Elements in which a block stands, at any depth. */
  readonly withBlocks: ReadonlySet<Node>;
  /** Elements that are not part of the text. */
  readonly leftOut: ReadonlyMap<Node, string>;
  /** Notes by the addresses on the page to which their marks lead. */
  readonly notes?: ReadonlyMap<string, string>;
  /** The signs that were read as bullets are added here; some are letters. */
  readonly bullets: Set<Node>;
  /** The heads of a table that reach over several columns are added here by the heads above which they stand once more in the text. */
  readonly repeated: Map<Node, readonly Element[]>;
  /** The block that shows a picture, or `undefined` for one that is not to be had. */
  readonly picture: (image: Element) => Block | undefined;
}

/** The blocks of the part of a page that `root` holds, in their order. */
export function htmlBlocks(root: Element, context: Omit<Context, 'withBlocks'>): Block[] {
  return blocksIn(root, { ...context, withBlocks: elementsWithBlocks(root) });
}

export function blocksIn(parent: Node, context: Context): Block[] {
  const blocks: Block[] = [];
  addBlocks(parent.childNodes, context, blocks);
  return blocks;
}

export function addBlocks(nodes: Iterable<Node>, context: Context, blocks: Block[]): void {
  let inline: Node[] = [];
  let items: WordItem[] = [];
  const flush = () => {
    if (items.length > 0) blocks.push(...wordList(items));
    for (const lines of paragraphsIn(inline, context)) blocks.push({ kind: 'paragraph', lines });
    addPictures(inline, context, blocks);
    inline = [];
    items = [];
  };
  for (const node of nodes) {
    const name = nameOf(node);
    if (isText(node) || name === 'BR' || (isElement(node) && isInline(node) && !context.withBlocks.has(node))) {
      // White space between two items of Word's is none of the text.
      if (items.length > 0 && (node.textContent ?? '').trim() !== '') flush();
      inline.push(node);
      continue;
    }
    if (!isElement(node) || UNSEEN.has(name) || MEDIA.has(name) || context.leftOut.has(node)) continue;
    const item = wordItem(node, context);
    if (item) {
      if (items.length === 0) flush();
      inline = [];
      items.push(item);
      continue;
    }
    flush();
    if (isLineOfItsOwn(node) && !context.withBlocks.has(node)) {
      inline.push(node);
      flush();
    } else addElement(node, name, context, blocks);
  }
  flush();
}

/** The pictures in some nodes, below the text that they stand in. */
export function addPictures(nodes: readonly Node[], context: Context, blocks: Block[]): void {
  for (const node of nodes) {
    if (!isElement(node) || context.leftOut.has(node)) continue;
    const images = nameOf(node) === 'IMG' ? [node] : [...node.querySelectorAll('img')];
    for (const image of images) {
      const block = context.picture(image);
      if (block) blocks.push(block);
    }
  }
}

/** All elements above a block, each noted once. */
function elementsWithBlocks(root: Element): Set<Node> {
  const found = new Set<Node>();
  for (const block of root.querySelectorAll(
    'p, div, ul, ol, dl, table, h1, h2, h3, h4, h5, h6, blockquote, pre, section, article, figure, address, details',
  )) {
    for (let above = block.parentNode; above && !found.has(above); above = above.parentNode) found.add(above);
  }
  return found;
}

function addElement(element: Element, name: string, context: Context, blocks: Block[]): void {
  const level = /^H([1-6])$/.exec(name)?.[1];
  if (level !== undefined) addHeading(element, Math.max(2, Number(level)), context, blocks);
  else if (name === 'P' && isHeadingInBold(element, context)) addHeading(element, 5, context, blocks);
  else if (name === 'UL' || name === 'OL') addList(element, context, blocks);
  else if (name === 'TABLE') addTable(element, context, blocks);
  else if (name === 'PRE') {
    const lines = element.textContent.replace(/^\n|\n$/g, '').split('\n');
    if (lines.some((line) => line.trim() !== '')) blocks.push({ kind: 'preformatted', lines });
  } else if (name === 'BLOCKQUOTE') addQuotation(element, context, blocks);
  else addBlocks(element.childNodes, context, blocks);
}

function addHeading(element: Element, level: number, context: Context, blocks: Block[]): void {
  if (context.withBlocks.has(element)) {
    addBlocks(element.childNodes, context, blocks);
    return;
  }
  const text = joinLines(paragraphsIn([...element.childNodes], context).flat());
  if (plainText(text).trim() !== '') blocks.push({ kind: 'heading', level, text });
  addPictures([element], context, blocks);
}

/** A short paragraph in bold type, as word processors' users write their headings: no sentence, and text of another kind below. */
function isHeadingInBold(paragraph: Element, context: Context): boolean {
  const text = paragraph.textContent.replace(/\s+/g, ' ').trim();
  if (text.length < 3 || text.length > 100 || !/\p{L}{3}/u.test(text) || /[.;:,]$/.test(text)) return false;
  if (
    context.withBlocks.has(paragraph) ||
    paragraph.querySelector('br, a, img') ||
    paragraph.closest('td, th, li, blockquote')
  )
    return false;
  const next = paragraph.nextElementSibling;
  if (!next || next.textContent.trim() === '' || isBold([next])) return false;
  return (
    isBold([paragraph]) && !/^(?:asx|market|media|news|press)\b.*\b(?:announcement|release|statement)$/i.test(text)
  );
}

function addQuotation(element: Element, context: Context, blocks: Block[]): void {
  const inner = blocksIn(element, context);
  const paragraphs = inner.flatMap((block): Text[] => (block.kind === 'paragraph' ? [joinLines(block.lines)] : []));
  // A quotation that holds more than paragraphs keeps its parts instead of its mark.
  if (paragraphs.length === inner.length && paragraphs.length > 0) blocks.push({ kind: 'quote', paragraphs });
  else for (const block of inner) blocks.push(block);
}
