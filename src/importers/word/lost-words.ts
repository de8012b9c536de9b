import { alignWords } from '../model/align.ts';
import { wordsOf } from '../model/words.ts';
import { unescapeMarkup } from '../../text/markup.ts';
import { all } from './numbers.ts';
import { textOf } from './text-of.ts';

/** The words of some parts of a Word file that are not in the page which was made of them. */
export function lostWords(parts: readonly Element[], html: string): string {
  const runs = parts
    .flatMap((part) => all(part, 'w:p'))
    .map((paragraph) => ({ words: wordsOf(textOf(paragraph)), isCut: false }));
  const shown = html
    .replace(/<sup><a href="#(?:foot|end)note-[^>]*>[^<]*<\/a><\/sup>/g, '')
    .replace(/<\/?(?:a|b|em|i|s|span|strong|su[bp]|u)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ');
  return alignWords(runs, wordsOf(unescapeMarkup(shown)))
    .lost.map(({ run, word }) => runs[run]?.words[word] ?? '')
    .join(' ');
}
