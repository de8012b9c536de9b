/** Elements of which nobody sees a word: they are passed over without a note. */
export const UNSEEN = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'LINK',
  'META',
  'TITLE',
  'XML',
  'ANNOTATION',
]);

/** What shows something else than text. */
export const MEDIA = new Set(['IFRAME', 'OBJECT', 'EMBED', 'CANVAS', 'VIDEO', 'AUDIO', 'SVG', 'MAP']);

/** Parts of forms, whose words are the program's, not the text's. */
export const CONTROLS = new Set(['BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'DATALIST', 'OPTION']);

const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK MATH MFENCED MFRAC MI MN MO MOVER MROOT MROW MSQRT MSTYLE MSUB MSUBSUP MSUP MTEXT MUNDER NOBR OUTPUT PICTURE Q RB RP RT RTC RUBY S SAMP SEMANTICS SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** True for elements that stand in a line of text, unless their own style says otherwise; Word's own (`o:p`, `st1:place`) do. */
export function isInline(element: Element): boolean {
  return isPartOfLine(nameOf(element)) && !OWN_LINE.test(styleOf(element));
}

/** True for those that only their own style sets apart, such as links one below the other. */
export function isLineOfItsOwn(element: Element): boolean {
  return isPartOfLine(nameOf(element)) && OWN_LINE.test(styleOf(element));
}

function isPartOfLine(name: string): boolean {
  return INLINE.has(name) || name.includes(':');
}

const OWN_LINE = /(?:^|;)display:(?:block|flex|grid|list-item|table)/;

export function nameOf(node: Node): string {
  return node.nodeName.toUpperCase();
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): boolean {
  return node.nodeType === 3;
}

/** An element's own style, in lower case without spaces. */
export function styleOf(element: Element): string {
  return (element.getAttribute('style') ?? '').toLowerCase().replace(/\s+/g, '');
}

/** True when all words of some nodes are in bold type. */
export function isBold(nodes: readonly Node[]): boolean {
  let words = false;
  const bold = (node: Node): boolean => {
    if (isText(node)) {
      const isEmpty = (node.textContent ?? '').trim() === '';
      words ||= !isEmpty;
      return isEmpty;
    }
    if (!isElement(node) || UNSEEN.has(nameOf(node))) return true;
    if (/^(?:B|STRONG|TH)$/.test(nameOf(node)) || /font-weight:(?:bold|[6-9]00)/.test(styleOf(node))) {
      words ||= node.textContent.trim() !== '';
      return true;
    }
    return [...node.childNodes].every(bold);
  };
  return nodes.every(bold) && words;
}
