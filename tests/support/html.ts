import { parseHTML } from 'linkedom';

/** Reads a whole page of HTML. Its scripts do not run and nothing is fetched. */
export function parseHtml(html: string): Document {
  return parseHTML(html).document;
}

/**
 * What a person reads in an element, without scripts, styles and hidden parts:
 * one line a block, table cells parted by a space, runs of white space as one space, no empty lines.
 */
export function readableText(element: Element): string {
  return linesOf(element)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The readable text of a page's article, or of its main part where it has no article. */
export function articleText(page: Document | string): string {
  const document = typeof page === 'string' ? parseHtml(page) : page;
  const element = document.querySelector('article') ?? document.querySelector('main');
  if (!element) throw new Error('The page has neither an article nor a main part.');
  return readableText(element);
}

const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);
const INLINE = new Set(
  'A ABBR B BDI BDO BUTTON CITE CODE DATA DEL DFN EM I IMG INPUT INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
    ' ',
  ),
);

function linesOf(node: Node): string {
  // Line ends in the source are spaces to the reader.
  if (node.nodeType === node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
  if (node.nodeType !== node.ELEMENT_NODE) return '';
  const element = node as Element; // by its node type
  const name = element.tagName.toUpperCase();
  if (SILENT.has(name) || element.hasAttribute('hidden')) return '';
  if (name === 'BR') return '\n';
  const inner = [...element.childNodes].map(linesOf).join('');
  if (name === 'TD' || name === 'TH') return ` ${inner} `;
  return INLINE.has(name) ? inner : `\n${inner}\n`;
}
