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
  return { blocks: blocksIn(body, leadsTo), pictures };
}

function blocksIn(parent: Element, leadsTo: LinkOf): Block[] {
  const blocks: Block[] = [];
  let inline: Node[] = [];
  const flush = () => {
    const lines = linesIn(inline, leadsTo);
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines });
    inline = [];
  };
  for (const node of parent.childNodes) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === 3 || name === 'BR' || (INLINE.has(name) && !hasBlocks(node as Element))) inline.push(node);
    else if (node.nodeType === 1 && !SKIPPED.has(name) && !PICTURES.has(name)) {
      flush();
      blocks.push(...elementBlocks(node as Element, name, leadsTo));
    }
  }
  flush();
  return blocks;
}

function hasBlocks(element: Element): boolean {
  return element.querySelector('p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote, pre, section') !== null;
}

function elementBlocks(element: Element, name: string, leadsTo: LinkOf): Block[] {
  const heading = /^H([1-6])$/.exec(name);
  if (heading) {
    const text = joinLines(linesIn([...element.childNodes], leadsTo));
    return plainText(text).trim() === '' ? [] : [{ kind: 'heading', level: Math.max(2, Number(heading[1])), text }];
  }
  if (name === 'UL' || name === 'OL') {
    const items = listItems(element, 0, leadsTo);
    return items.length > 0 ? [{ kind: 'list', items }] : [];
  }
  if (name === 'TABLE') return tableBlocks(element, leadsTo);
  if (name === 'PRE') return [{ kind: 'preformatted', lines: element.textContent.replace(/\n$/, '').split('\n') }];
  if (name === 'BLOCKQUOTE') {
    const inner = blocksIn(element, leadsTo);
    const paragraphs = inner.flatMap((block) => (block.kind === 'paragraph' ? [joinLines(block.lines)] : []));
    // A quotation that holds more than paragraphs keeps its parts instead of its mark.
    return paragraphs.length === inner.length && paragraphs.length > 0 ? [{ kind: 'quote', paragraphs }] : inner;
  }
  return blocksIn(element, leadsTo);
}

function joinLines(lines: readonly Text[]): Text {
  return mergeRuns(lines.flatMap((line, index): Run[] => (index === 0 ? [...line] : [{ text: ' ' }, ...line])));
}

/** The lines of some inline nodes: white space folded as a browser does, parted at each line break. */
function linesIn(nodes: readonly Node[], leadsTo: LinkOf): Text[] {
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

function listItems(list: Element, depth: number, leadsTo: LinkOf): ListItem[] {
  const start = Number(list.getAttribute('start') ?? 1) || 1;
  const items = [...list.children].filter((child) => child.nodeName.toUpperCase() === 'LI');
  const ordered = list.nodeName.toUpperCase() === 'OL';
  return items.flatMap((item, index): ListItem[] => {
    const isList = (node: Node) => /^[OU]L$/i.test(node.nodeName);
    const own = [...item.childNodes].filter((node) => !isList(node));
    const text = joinLines(blocksOfNodes(own, leadsTo));
    const nested = [...item.childNodes]
      .filter(isList)
      .flatMap((node) => listItems(node as Element, depth + 1, leadsTo));
    return plainText(text).trim() === ''
      ? nested
      : [{ marker: ordered ? `${start + index}.` : '-', depth, text }, ...nested];
  });
}

/** The lines of an item's own nodes, those of its paragraphs one after the other. */
function blocksOfNodes(nodes: readonly Node[], leadsTo: LinkOf): Text[] {
  const lines: Text[] = [];
  let inline: Node[] = [];
  for (const node of nodes) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === 1 && !INLINE.has(name) && name !== 'BR') {
      lines.push(...linesIn(inline, leadsTo), ...linesIn([...node.childNodes], leadsTo));
      inline = [];
    } else inline.push(node);
  }
  return [...lines, ...linesIn(inline, leadsTo)];
}

function tableBlocks(table: Element, leadsTo: LinkOf): Block[] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const cells = rows.map((row) => [...row.children].filter((cell) => /^T[DH]$/i.test(cell.nodeName)));
  // A table of one column only sets things out.
  if (Math.max(0, ...cells.map((row) => row.length)) < 2)
    return cells.flat().flatMap((cell) => blocksIn(cell, leadsTo));
  const header = (cells[0] ?? []).every((cell) => cell.nodeName.toUpperCase() === 'TH');
  const block: Block = {
    kind: 'table',
    header,
    rows: cells.map((row) => row.flatMap((cell) => spanned(cell, cellOf(cell, leadsTo)))),
  };
  return [block];
}

/** A cell that spans columns stands in the first of them. */
function spanned(cell: Element, content: Cell): Cell[] {
  const span = Math.min(50, Math.max(1, Number(cell.getAttribute('colspan') ?? 1) || 1));
  return [content, ...Array.from({ length: span - 1 }, (): Cell => [])];
}

function cellOf(cell: Element, leadsTo: LinkOf): Cell {
  return blocksIn(cell, leadsTo).flatMap((block): Text[] => {
    if (block.kind === 'paragraph') return [...block.lines];
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'quote') return [...block.paragraphs];
    if (block.kind === 'list')
      return block.items.map((item) => [{ text: `${item.marker === '-' ? '•' : item.marker} ` }, ...item.text]);
    if (block.kind === 'table') return block.rows.map((row) => joinLines(row.map(joinLines)));
    return block.lines.map((text) => [{ text }]);
  });
}
