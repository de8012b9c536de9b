import { mergeRuns, plainText, type Block, type Cell, type ListItem, type Run, type Text } from './blocks.ts';

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'SVG',
  'CANVAS',
  'FORM',
  'BUTTON',
  'INPUT',
  'SELECT',
  'TEXTAREA',
  'VIDEO',
  'AUDIO',
  'HEAD',
]);
const PICTURES = new Set(['IMG', 'PICTURE', 'SVG']);
const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'BDO',
  'CITE',
  'CODE',
  'DATA',
  'DFN',
  'EM',
  'FONT',
  'I',
  'INS',
  'KBD',
  'LABEL',
  'MARK',
  'Q',
  'S',
  'SAMP',
  'SMALL',
  'SPAN',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'U',
  'VAR',
  'WBR',
  'DEL',
  'STRIKE',
  'TT',
  'BIG',
]);

/** The absolute address that a link leads to, or `undefined` when it is to be text alone. */
type LinkOf = (href: string) => string | undefined;

/** The blocks of a page's body, and how many pictures were left out. */
export function htmlBlocks(body: Element, leadsTo: LinkOf): { blocks: Block[]; pictures: number } {
  const pictures = body.querySelectorAll('img, svg').length;
  return { blocks: blocksIn(body, { leadsTo, withBlocks: elementsWithBlocks(body) }), pictures };
}

interface Context {
  readonly leadsTo: LinkOf;
  /** Elements in which a block stands, at any depth. */
  readonly withBlocks: ReadonlySet<Node>;
}

function blocksIn(parent: Element, context: Context): Block[] {
  const blocks: Block[] = [];
  addBlocks(parent, context, blocks);
  return blocks;
}

function addBlocks(parent: Element, context: Context, blocks: Block[]): void {
  let inline: Node[] = [];
  const flush = () => {
    const lines = linesIn(inline, context);
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines });
    inline = [];
  };
  for (const node of parent.childNodes) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === 3 || name === 'BR' || (INLINE.has(name) && !context.withBlocks.has(node))) inline.push(node);
    else if (node.nodeType === 1 && !SKIPPED.has(name) && !PICTURES.has(name)) {
      flush();
      addElement(node as Element, name, context, blocks);
    }
  }
  flush();
}

/** All elements above a block, each noted once. */
function elementsWithBlocks(body: Element): Set<Node> {
  const found = new Set<Node>();
  for (const block of body.querySelectorAll(
    'p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote, pre, section',
  )) {
    for (let above = block.parentNode; above && !found.has(above); above = above.parentNode) found.add(above);
  }
  return found;
}

function addElement(element: Element, name: string, context: Context, blocks: Block[]): void {
  const heading = /^H([1-6])$/.exec(name);
  if (heading) {
    const text = joinLines(linesIn([...element.childNodes], context));
    if (plainText(text).trim() !== '') blocks.push({ kind: 'heading', level: Math.max(2, Number(heading[1])), text });
  } else if (name === 'UL' || name === 'OL') {
    const items: ListItem[] = [];
    addItems(element, 0, context, items);
    if (items.length > 0) blocks.push({ kind: 'list', items });
  } else if (name === 'TABLE') addTable(element, context, blocks);
  else if (name === 'PRE')
    blocks.push({ kind: 'preformatted', lines: element.textContent.replace(/\n$/, '').split('\n') });
  else if (name === 'BLOCKQUOTE') {
    const inner = blocksIn(element, context);
    const paragraphs = inner.flatMap((block) => (block.kind === 'paragraph' ? [joinLines(block.lines)] : []));
    // A quotation that holds more than paragraphs keeps its parts instead of its mark.
    if (paragraphs.length === inner.length && paragraphs.length > 0) blocks.push({ kind: 'quote', paragraphs });
    else for (const block of inner) blocks.push(block);
  } else addBlocks(element, context, blocks);
}

function joinLines(lines: readonly Text[]): Text {
  return mergeRuns(lines.flatMap((line, index): Run[] => (index === 0 ? [...line] : [{ text: ' ' }, ...line])));
}

/** The lines of some inline nodes: white space folded as a browser does, parted at each line break. */
function linesIn(nodes: readonly Node[], { leadsTo }: Context): Text[] {
  const lines: Run[][] = [[]];
  const visit = (node: Node, style: Pick<Run, 'script' | 'href'>): void => {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === 3)
      lines.at(-1)?.push({ ...style, text: (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ') });
    else if (name === 'BR') lines.push([]);
    else if (node.nodeType === 1 && !SKIPPED.has(name)) {
      const href = name === 'A' ? linkOf(node as Element, leadsTo) : undefined;
      const script = name === 'SUP' ? 'sup' : name === 'SUB' ? 'sub' : undefined;
      for (const child of node.childNodes)
        visit(child, { ...style, ...(href ? { href } : {}), ...(script ? { script } : {}) });
    }
  };
  for (const node of nodes) visit(node, {});
  return lines
    .map(foldSpaces)
    .map(mergeRuns)
    .filter((line) => plainText(line).trim() !== '');
}

/** One space where two runs both have one. */
function foldSpaces(runs: readonly Run[]): Run[] {
  return runs.map((run, index) =>
    /\s$/.test(runs[index - 1]?.text ?? '') ? { ...run, text: run.text.replace(/^ /, '') } : run,
  );
}

function linkOf(anchor: Element, leadsTo: LinkOf): string | undefined {
  const href = anchor.getAttribute('href')?.trim() ?? '';
  return href === '' || href.startsWith('#') ? undefined : leadsTo(href);
}

function addItems(list: Element, depth: number, context: Context, items: ListItem[]): void {
  const start = Number(list.getAttribute('start') ?? 1) || 1;
  const ordered = list.nodeName.toUpperCase() === 'OL';
  const isList = (node: Node) => /^[OU]L$/i.test(node.nodeName);
  const own = [...list.children].filter((child) => child.nodeName.toUpperCase() === 'LI');
  for (const [index, item] of own.entries()) {
    const nodes = [...item.childNodes];
    const text = joinLines(
      linesOfNodes(
        nodes.filter((node) => !isList(node)),
        context,
      ),
    );
    if (plainText(text).trim() !== '') items.push({ marker: ordered ? `${start + index}.` : '-', depth, text });
    for (const node of nodes.filter(isList)) addItems(node as Element, depth + 1, context, items);
  }
}

/** The lines of an item's own nodes, those of its paragraphs one after the other. */
function linesOfNodes(nodes: readonly Node[], context: Context): Text[] {
  const lines: Text[][] = [];
  let inline: Node[] = [];
  for (const node of nodes) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === 1 && !INLINE.has(name) && name !== 'BR') {
      lines.push(linesIn(inline, context), linesIn([...node.childNodes], context));
      inline = [];
    } else inline.push(node);
  }
  return [...lines, linesIn(inline, context)].flat();
}

function addTable(table: Element, context: Context, blocks: Block[]): void {
  const cells = rowsOf(table).map((row) => [...row.children].filter((cell) => /^T[DH]$/i.test(cell.nodeName)));
  // A table of one column only sets things out.
  if (cells.every((row) => row.length < 2)) {
    for (const cell of cells.flat()) addBlocks(cell, context, blocks);
    return;
  }
  const header = (cells[0] ?? []).every((cell) => cell.nodeName.toUpperCase() === 'TH');
  const rows = cells.map((row) => row.flatMap((cell) => spanned(cell, cellOf(cell, context))));
  blocks.push({ kind: 'table', header, rows });
}

/** The rows of a table, not those of the tables in its cells. */
function rowsOf(parent: Element): Element[] {
  return [...parent.children].flatMap((child) => {
    const name = child.nodeName.toUpperCase();
    if (name === 'TR') return [child];
    return name === 'TABLE' ? [] : rowsOf(child);
  });
}

/** A cell that spans columns stands in the first of them. */
function spanned(cell: Element, content: Cell): Cell[] {
  const span = Math.min(50, Math.max(1, Number(cell.getAttribute('colspan') ?? 1) || 1));
  return [content, ...Array.from({ length: span - 1 }, (): Cell => [])];
}

function cellOf(cell: Element, context: Context): Cell {
  return blocksIn(cell, context).flatMap((block): Text[] => {
    if (block.kind === 'paragraph') return [...block.lines];
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'quote') return [...block.paragraphs];
    if (block.kind === 'list')
      return block.items.map((item) => [{ text: `${item.marker === '-' ? '•' : item.marker} ` }, ...item.text]);
    if (block.kind === 'table') return block.rows.map((row) => joinLines(row.map(joinLines)));
    return block.lines.map((text) => [{ text }]);
  });
}
