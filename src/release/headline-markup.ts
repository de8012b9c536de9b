import { characterOf } from '../text/markup.ts';
import { quote } from '../text/quote.ts';
import { windowsCharacter } from '../text/windows-character.ts';
import type { Finding } from './problem.ts';

/** Signs of HTML or Markdown in a value that pages show as it is written: a headline, a summary. */
export function headlineMarkup(value: string): Finding | undefined {
  const [reference] = referencesIn(value);
  if (reference) {
    return {
      rule: 'markup-in-value',
      message: `${quote(reference.written)} is HTML for ${quote(reference.sign)}, and this value is shown as it is written.`,
      hint: `Write ${quote(reference.sign)} itself.`,
    };
  }
  const [mark] =
    /<\/?(?:b|i|em|strong|u|sub|sup|br|span|p|a)\b[^<>]*>|\*\*(?=\S)[^*]+\*\*|\[[^\]]+\]\([^()\s]+\)/i.exec(value) ??
    [];
  if (mark === undefined) return undefined;
  return {
    rule: 'markup-in-value',
    message: `${quote(mark)} is ${mark.startsWith('<') ? 'HTML' : 'Markdown'}, and this value is shown as it is written.`,
    hint: 'Take the signs out, and leave the words; small figures have characters of their own, such as CO₂ and m².',
  };
}

/** References to characters that a person can type, with what they stand for. */
function referencesIn(value: string): { readonly written: string; readonly sign: string }[] {
  return [...value.matchAll(/&(#\d{2,5}|#x[\da-f]{2,4}|[a-z]{2,6});/gi)].flatMap(([written, name = '']) => {
    const named = characterOf(name)?.replace('\u00a0', ' ');
    const sign = windowsCharacter(named?.codePointAt(0) ?? 0) ?? named;
    return sign === undefined || /\p{Cc}/u.test(sign) ? [] : [{ written, sign }];
  });
}
