import { plainText, type Text } from '../model/blocks.ts';

/** Words of the document, in lower case, as they stand within lines. */
export type Vocabulary = ReadonlySet<string>;

/** The words that stand whole in some lines; hyphenated ones with their hyphen. A word that a line's end cuts is not among them. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    const inLine = line.toLowerCase().match(/[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*/gu) ?? [];
    for (const word of /[-‐‑\u00ad]$/.test(line.trim()) ? inLine.slice(0, -1) : inLine)
      words.add(word.replace(/[‐‑]/g, '-'));
  }
  return words;
}

/** What stands further from a line's end does not tell how it goes on. */
const LONGEST_WORD = 300;

/**
 * Puts the next line's text behind a text. A hyphen at the line's end is dropped only when the document has the
 * word in one piece elsewhere and not with its hyphen, when what follows is only a word's ending (`tion`), or when it
 * is a soft hyphen; else the hyphen stays.
 */
export function joinHyphen(before: Text, after: Text, words: Vocabulary): Text {
  const left = plainText(before.slice(-3)).trimEnd().slice(-LONGEST_WORD);
  const right = plainText(after).trimStart().slice(0, LONGEST_WORD);
  if (/\u00ad$/.test(left)) return glue(before, after, 1);
  const start = /([\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*)[-‐‑]$/u.exec(left)?.[1];
  const end = /^[\p{L}\p{N}]+/u.exec(right)?.[0];
  if (start === undefined || end === undefined) {
    // `https://example.com/` and `a/b` go on without a space; anything else with one.
    return /https?:\/\/\S*[/_=&?-]$/.test(left)
      ? glue(before, after, 0)
      : [...trimEnd(before), { text: ' ' }, ...trimStart(after)];
  }
  const whole = `${start}${end}`.toLowerCase();
  const parted = `${start}-${end}`.toLowerCase();
  const isWord = !words.has(parted) && /^\p{Ll}/u.test(right) && (words.has(whole) || ENDINGS.test(end));
  return glue(before, after, isWord ? 1 : 0);
}

// Ends of English words that are no words themselves, so that no hyphen of its own stands before them.
const ENDINGS =
  /^(?:tions?|sions?|ations?|i[sz]ations?|ments?|bility|bilities|ness|ity|ities|cal|ical|gical|cally|ically|tional|tionally|tives?|tively|ances?|ences?|ing|ings|ular|ly|ally|tural|mental)$/;

function glue(before: Text, after: Text, drop: number): Text {
  const head = trimEnd(before);
  const last = head.at(-1);
  if (!last) return after;
  return [...head.slice(0, -1), { ...last, text: last.text.slice(0, last.text.length - drop) }, ...trimStart(after)];
}

function trimEnd(text: Text): Text {
  const last = text.at(-1);
  return last ? [...text.slice(0, -1), { ...last, text: last.text.trimEnd() }] : text;
}

function trimStart(text: Text): Text {
  const [first, ...rest] = text;
  return first ? [{ ...first, text: first.text.trimStart() }, ...rest] : text;
}
