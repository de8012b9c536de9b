import { all, value } from './numbers.ts';
import { child, stylesOf, type Styles } from './styles.ts';

/** True where a part shows something that may stand behind the text, or colours its pages. */
export function hasBackdrop(part: Document): boolean {
  return ['wp:anchor', 'w:pict', 'w:background', 'w:txbxContent', 'mc:AlternateContent'].some(
    (name) => all(part, name).length > 0,
  );
}

/** True for a run of words alone in white type that nothing shades or highlights: itself, its paragraph, its cell, its table, or a style. */
export function isWhiteOnWhite(run: Element, styles: Styles): boolean {
  if (![...run.children].every(({ nodeName }) => /^w:(?:rPr|t|tab)$/.test(nodeName))) return false;
  const properties = child(run, 'w:rPr');
  const { own, around } = stylesOf(run);
  const colour = child(properties, 'w:color') ?? styles.look(own, 'w:color') ?? styles.look(around, 'w:color');
  if (value(colour, 'w:val').toUpperCase() !== 'FFFFFF') return false;
  const highlight = ['w:highlight', 'w:shd', 'w:effect'].some((name) => child(properties, name));
  return !highlight && !styles.isShaded(own) && !styles.isShaded(around) && !isShadedAround(run);
}

/** True where a paragraph, or a cell, a row or a table around it, has a shade of its own, or a table a style that may have one. */
function isShadedAround(run: Element): boolean {
  for (let element = run.parentElement; element; element = element.parentElement) {
    const properties = ['w:pPr', 'w:tcPr', 'w:trPr', 'w:tblPr'].flatMap((name) => child(element, name) ?? []);
    if (properties.some((one) => child(one, 'w:shd') ?? child(one, 'w:tblStyle'))) return true;
  }
  return false;
}
