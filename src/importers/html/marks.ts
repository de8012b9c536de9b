import { isElement, isText, nameOf, styleOf, UNSEEN } from './elements.ts';

/**
 * Gives each text what holds for a whole part of a page: struck out, as a paragraph, a cell or a list may be, and a link around
 * headings and paragraphs.
 */
export function carryMarks(root: Element): void {
  for (const element of [...root.querySelectorAll('s, del, strike, [style*="line-through" i]')])
    if (isStruck(element))
      for (const text of textsIn(element, isStruck)) wrap(text, element.ownerDocument.createElement('s'));
  for (const link of [...root.querySelectorAll('a[href]')]) {
    if (!link.querySelector('p, div, h1, h2, h3, h4, h5, h6, li, table, section, article')) continue;
    for (const text of textsIn(link, (one) => nameOf(one) === 'A')) wrap(text, link.cloneNode(false) as Element); // of an element
  }
}

/** True for an element that strikes its text out, by its name or its own style. */
export function isStruck(element: Element): boolean {
  return /^(?:S|DEL|STRIKE)$/.test(nameOf(element)) || /text-decoration[^;]*:[^;]*line-through/.test(styleOf(element));
}

/** The texts in an element, but those in others that have the mark by themselves. */
function textsIn(element: Element, isMarked: (inner: Element) => boolean): Node[] {
  return [...element.childNodes].flatMap((node) => {
    if (isText(node)) return (node.textContent ?? '').trim() === '' ? [] : [node];
    return isElement(node) && !UNSEEN.has(nameOf(node)) && !isMarked(node) ? textsIn(node, isMarked) : [];
  });
}

function wrap(text: Node, mark: Element): void {
  text.parentNode?.replaceChild(mark, text);
  mark.append(text);
}
