import { all, isOn, value } from './numbers.ts';
import { child, stylesOf, type Styles } from './styles.ts';
import { isWhiteOnWhite } from './white.ts';

/**
 * Takes the text out that a document hides, by itself or by a style, or by white type on the white page, and gives it. Where
 * something may stand behind the text, `isBacked`, no white type is hidden.
 */
export function removeHidden(document: Document, styles: Styles, isBacked: boolean): string {
  const texts: string[] = [];
  let place: readonly (Element | null)[] = [];
  for (const run of all(document, 'w:r')) {
    if (!isHiddenRun(run, styles) && (isBacked || !isWhiteOnWhite(run, styles))) continue;
    const text = all(run, 'w:t')
      .map(({ textContent }) => textContent)
      .join('');
    const own = [run.parentElement, run.previousElementSibling];
    // Word parts one text into several runs; those before this one have gone.
    const goesOn = own.every((element, at) => element === place[at]);
    texts.push(goesOn ? `${texts.pop() ?? ''}${text}` : text);
    place = own;
    run.remove();
  }
  for (const paragraph of all(document, 'w:p')) if (isHiddenParagraph(paragraph, styles)) paragraph.remove();
  return texts
    .map((text) => text.trim())
    .filter(Boolean)
    .join(' … ');
}

function isHiddenRun(run: Element, styles: Styles): boolean {
  const direct = child(child(run, 'w:rPr'), 'w:vanish');
  if (direct) return isOn(direct);
  const { own, around } = stylesOf(run);
  // Where both styles hide a text, Word shows it (ECMA-376, 17.7.3).
  return isOn(styles.look(own, 'w:vanish')) !== isOn(styles.look(around, 'w:vanish'));
}

/** True for a paragraph without a text whose end is hidden, too: Word neither shows nor counts it. */
function isHiddenParagraph(paragraph: Element, styles: Styles): boolean {
  const properties = child(paragraph, 'w:pPr');
  const end =
    child(child(properties, 'w:rPr'), 'w:vanish') ??
    styles.look(value(child(properties, 'w:pStyle'), 'w:val'), 'w:vanish');
  // A cell needs a paragraph.
  const isOnly = paragraph.parentElement?.nodeName === 'w:tc';
  return isOn(end) && !isOnly && [...paragraph.children].every((part) => part === properties);
}
