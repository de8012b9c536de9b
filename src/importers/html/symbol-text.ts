import { quote, quoteText } from '../../text/quote.ts';
import { isSymbolFont, symbolSign } from '../model/symbol-fonts.ts';
import { isElement, isText, nameOf, styleOf, UNSEEN } from './elements.ts';

/** Writes what fonts such as Symbol and Wingdings show in the place of letters, and names the signs that are not known. */
export function writeSymbols(root: Element): string[] {
  const unknown: { font: string; text: Node }[] = [];
  for (const element of root.querySelectorAll('[style], font[face]')) {
    const font = fontOf(element) ?? '';
    if (!isSymbolFont(font)) continue;
    for (const text of textsIn(element))
      text.textContent = [...(text.textContent ?? '')]
        .map((character) => {
          const sign = symbolSign(font, character);
          if (sign === undefined) unknown.push({ font, text });
          return sign ?? UNKNOWN;
        })
        .join('');
  }
  return [...new Map(unknown.map(({ font, text }) => [text, font]))].map(
    ([text, font]) =>
      `A sign of the font ${quote(font)} is not known; ${UNKNOWN} stands for it in ${quoteText(wordsAround(text))}. Compare with the page.`,
  );
}

const UNKNOWN = '\ufffd';

/** The first font that an element names by itself; the fonts of Word's own names beside it do not count. */
function fontOf(element: Element): string | undefined {
  const named = /(?:^|;)font-family:["']?([^;,"']+)/.exec(styleOf(element))?.[1];
  // In `font: 7pt "Times New Roman"` the family stands last.
  const short = /(?:^|;)font:[^;]*?["']?([a-z]+)["']?(?:,|;|$)/.exec(styleOf(element))?.[1];
  const face = nameOf(element) === 'FONT' ? element.getAttribute('face')?.split(',')[0] : undefined;
  return named ?? short ?? face;
}

/** The texts in an element that have its font. */
function textsIn(element: Element): Node[] {
  return [...element.childNodes].flatMap((node) => {
    if (isText(node)) return [node];
    const isOther = !isElement(node) || UNSEEN.has(nameOf(node)) || fontOf(node) !== undefined;
    return isOther ? [] : textsIn(node);
  });
}

function wordsAround(text: Node): string {
  let around: Node = text;
  while (around.parentNode && (around.textContent ?? '').trim().length < 20) around = around.parentNode;
  const words = (around.textContent ?? '').replace(/\s+/g, ' ');
  const at = words.indexOf(UNKNOWN);
  return words.slice(Math.max(0, at - 40), at + 40).trim();
}
