import { run } from './labels.ts';
import { all, one, value } from './numbers.ts';
import { child } from './styles.ts';
import { unwrap } from './text-of.ts';

/**
 * Keeps one of the two forms in which Word writes a drawing: the older, which the converter knows, with the texts of the newer
 * one, which has all of them.
 */
export function chooseDrawings(document: Document): void {
  for (const either of all(document, 'mc:AlternateContent')) {
    const choice = child(either, 'mc:Choice');
    const fallback = child(either, 'mc:Fallback');
    const boxes = all(choice, 'w:txbxContent');
    if (fallback && boxes.length > 0) {
      for (const old of all(fallback, 'w:txbxContent')) old.remove();
      for (const old of all(fallback, 'v:textpath')) old.remove();
      either.replaceWith(...fallback.childNodes, ...boxes);
    } else unwrap(either, fallback ?? choice);
  }
}

/** Puts the texts of boxes, and letters that are drawn, behind the paragraph to which they are bound. */
export function placeBoxes(document: Document): void {
  const last = new Map<Element, Element>();
  const place = (anchor: Element | null, paragraphs: readonly Element[]) => {
    if (!anchor || paragraphs.length === 0) return;
    (last.get(anchor) ?? anchor).after(...paragraphs);
    last.set(anchor, paragraphs.at(-1) ?? anchor);
  };
  for (const box of all(document, 'w:txbxContent')) {
    place(box.closest('w\\:p'), [...box.children]);
    box.remove();
  }
  for (const letters of all(document, 'v:textpath')) {
    const text = value(letters, 'string').trim();
    const paragraph = document.createElement('w:p');
    paragraph.append(run(document, text));
    place(letters.closest('w\\:p'), text === '' ? [] : [paragraph]);
  }
  // The converter knows a picture only where it is all of a drawing.
  for (const graphic of all(document, 'a:graphicData')) {
    const pictures = all(graphic, 'pic:pic');
    if (pictures.some(({ parentElement }) => parentElement !== graphic)) graphic.replaceChildren(...pictures);
  }
}

/** Writes the words above other signs behind them, in brackets. */
export function writeRuby(document: Document): void {
  for (const ruby of all(document, 'w:ruby')) {
    const base = one(ruby, 'w:rubyBase');
    const above = all(one(ruby, 'w:rt'), 'w:t').map(({ textContent }) => textContent);
    const around = ruby.closest('w\\:r');
    around?.after(...(base ? [...base.children] : []), run(document, `(${above.join('')})`));
    ruby.remove();
  }
}

/** Sets a large first letter, which Word keeps in a paragraph of its own, before the word that it begins. */
export function joinDropCaps(document: Document): void {
  for (const frame of all(document, 'w:framePr')) {
    const letter = frame.closest('w\\:p');
    const next = letter?.nextElementSibling;
    if (!letter || next?.nodeName !== 'w:p' || !/^(?:drop|margin)$/.test(value(frame, 'w:dropCap'))) continue;
    const runs = [...letter.children].filter(({ nodeName }) => nodeName !== 'w:pPr');
    const properties = child(next, 'w:pPr');
    if (properties) properties.after(...runs);
    else next.prepend(...runs);
    letter.remove();
  }
}
