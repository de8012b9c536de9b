import { CONTROLS, INVISIBLE, ODD_SPACES } from './characters.ts';

/** A value in quotation marks for a message, its middle left out when it has more than 60 characters, control characters made visible. */
export function quote(value: string): string {
  // By characters, so that none beyond U+FFFF is cut in half.
  const characters = value.length > 60 ? [...value] : [];
  return quoteWhole(
    characters.length > 60 ? `${characters.slice(0, 40).join('')}…${characters.slice(-15).join('')}` : value,
  );
}

/** The same of what nobody may shorten, such as the path of a file that a person has to find. */
export function quoteWhole(value: string): string {
  // JSON shows quotation marks, tabs and line ends as escapes; the rest of the invisible is shown by number.
  return JSON.stringify(value).replace(
    HIDDEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text in quotation marks for a note, whole. */
export function quoteText(text: string): string {
  return `“${text}”`;
}

/** More of a note is for the report alone. */
const LONGEST_NOTE = 700;

/** A note as the terminal shows it: its end left out where it has more than 700 characters. */
export function shortNote(note: string): string {
  const all = note.length > LONGEST_NOTE ? [...note] : [];
  return all.length > LONGEST_NOTE ? `${all.slice(0, LONGEST_NOTE).join('')} …` : note;
}

/** Characters for private use too: what they show depends on the font. */
const HIDDEN = new RegExp(`[${CONTROLS}${INVISIBLE}${ODD_SPACES}\\ue000-\\uf8ff]`, 'g');
