import { all, one, value, type Numbering } from './numbers.ts';

/** What the converter makes of the paragraphs whose number `writeLabels` has written: items as Word's own pages have them. */
export const LABEL_STYLES = Array.from({ length: 9 }, (_, at) => `p.${styleOf(at)} => p.MsoListNumber${at + 1}:fresh`);

/**
 * Writes the labels that only Word shows into their paragraphs. Bullets stay lists, and plain numbers too, as long as the
 * list that the converter makes of them counts as Word does: it begins anew behind every other paragraph, and counts on
 * where Word begins anew.
 */
export function writeLabels(document: Document, numbering: Numbering, names: ReadonlyMap<string, string>): void {
  let shown: number[] = [];
  let place: ParentNode | null = null;
  for (const paragraph of all(document, 'w:p')) {
    if (paragraph.parentNode !== place) shown = [];
    place = paragraph.parentNode;
    const properties = [...paragraph.children].find(({ nodeName }) => nodeName === 'w:pPr');
    const own = one(properties, 'w:numPr');
    const style = value(one(properties, 'w:pStyle'), 'w:val');
    const styled = numbering.ofStyle(style);
    const list = value(one(own, 'w:numId'), 'w:val') || styled?.list;
    if (list === undefined || list === '0') {
      shown = [];
      continue;
    }
    const level = Number(value(one(own, 'w:ilvl'), 'w:val') || styled?.level || 0);
    const label = numbering.next(list, level);
    const isHeading = /^(?:heading|title)\b/i.test(names.get(style) ?? '');
    // The converter knows a list of a style only where the list names the style.
    if (own === undefined && properties && !isHeading) properties.append(listProperties(document, list, level));
    if (label === undefined) {
      shown.length = Math.min(shown.length, level);
      continue;
    }
    const { count, text } = label;
    if (count !== undefined && !isHeading) {
      shown.length = Math.min(shown.length, level + 1);
      if (count === (shown[level] ?? 0) + 1) {
        shown[level] = count;
        continue;
      }
    }
    shown = [];
    one(properties, 'w:numPr')?.remove();
    if (text === '') continue;
    if (count !== undefined && !isHeading && properties) setStyle(properties, styleOf(level));
    const written = run(document, count !== undefined && !isHeading ? `${text}\u00a0` : `${text} `);
    if (properties) properties.after(written);
    else paragraph.prepend(written);
  }
}

function styleOf(level: number): string {
  return `NumberWritten${level + 1}`;
}

function listProperties(document: Document, list: string, level: number): Element {
  const made = document.createElement('w:numPr');
  for (const [name, number] of [
    ['w:ilvl', String(level)],
    ['w:numId', list],
  ] as const) {
    const part = document.createElement(name);
    part.setAttribute('w:val', number);
    made.append(part);
  }
  return made;
}

function setStyle(properties: Element, id: string): void {
  const style = one(properties, 'w:pStyle') ?? properties.ownerDocument.createElement('w:pStyle');
  style.setAttribute('w:val', id);
  properties.prepend(style);
}

/** A run of text. */
export function run(document: Document, text: string): Element {
  const element = document.createElement('w:r');
  const own = document.createElement('w:t');
  own.setAttribute('xml:space', 'preserve');
  own.textContent = text;
  element.append(own);
  return element;
}
