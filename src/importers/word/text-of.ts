/** The text of an element as a reader sees it, on one line. */
export function textOf(element: Element): string {
  return [...element.querySelectorAll('w\\:t, w\\:tab, w\\:br, w\\:cr, w\\:noBreakHyphen, w\\:softHyphen')]
    .map(({ nodeName, textContent }) => SIGNS[nodeName] ?? textContent)
    .join('');
}

const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:br': ' ',
  'w:cr': ' ',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
};

/** Puts what stands in an element into its place. */
export function unwrap(element: Element, content = element): void {
  element.replaceWith(...content.childNodes);
}
