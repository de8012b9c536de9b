import { quote, quoteText } from '../../text/quote.ts';
import { isPrivate, isSymbolFont, symbolSign } from '../model/symbol-fonts.ts';
import { all, value } from './numbers.ts';
import { child, stylesOf, type Styles } from './styles.ts';

/** Writes what fonts such as Symbol and Wingdings show in the place of letters, and names the signs that are not known. */
export function writeSigns(document: Document, styles: Styles): string[] {
  const unknown: { font: string; paragraph: Element | null }[] = [];
  const written = (font: string, character: string, near: Element): string => {
    const sign = isSymbolFont(font) ? symbolSign(font, character) : isPrivate(character) ? undefined : character;
    if (sign === undefined) unknown.push({ font, paragraph: near.closest('w\\:p') });
    return sign ?? UNKNOWN;
  };
  for (const run of all(document, 'w:r'))
    for (const text of [...run.children].filter(({ nodeName }) => nodeName === 'w:t')) {
      const own = text.textContent;
      const fonts = { ascii: fontOf(run, 'w:ascii', styles), other: fontOf(run, 'w:hAnsi', styles) };
      if (!isSymbolFont(fonts.ascii) && !isSymbolFont(fonts.other) && ![...own].some(isPrivate)) continue;
      text.textContent = [...own]
        .map((sign) => written(sign < '\u0080' ? fonts.ascii : fonts.other, sign, text))
        .join('');
    }
  for (const symbol of all(document, 'w:sym')) {
    const code = parseInt(value(symbol, 'w:char'), 16);
    // Word itself never writes a number that is no character.
    const character = code > 0 && code <= 0xffff ? String.fromCharCode(code) : '\ue000';
    const text = document.createElement('w:t');
    text.setAttribute('xml:space', 'preserve');
    text.textContent = written(value(symbol, 'w:font'), character, symbol);
    symbol.replaceWith(text);
  }
  return [...new Map(unknown.map((one) => [one.paragraph, one.font]))].map(
    ([paragraph, font]) =>
      `A sign of the font ${font === '' ? 'of the text' : quote(font)} is not known; ${UNKNOWN} stands for it in ${quoteText(wordsAround(paragraph))}. Compare with the document.`,
  );
}

const UNKNOWN = '\ufffd';

/** The font that counts for a run: its own, or that of its style or paragraph. */
function fontOf(run: Element, kind: 'w:ascii' | 'w:hAnsi', styles: Styles): string {
  const { own, around } = stylesOf(run);
  return (
    value(child(child(run, 'w:rPr'), 'w:rFonts'), kind) ||
    value(styles.look(own, 'w:rFonts'), kind) ||
    value(styles.look(around, 'w:rFonts'), kind)
  );
}

function wordsAround(paragraph: Element | null): string {
  const text = all(paragraph ?? undefined, 'w:t')
    .map(({ textContent }) => textContent)
    .join('');
  const at = text.indexOf(UNKNOWN);
  return text.slice(Math.max(0, at - 40), at + 40).trim();
}
