import { nameOf } from './elements.ts';

/** Takes the texts of a page one after the other and gives them back, with a space between two links that only their look parts. */
export function linkGaps(): (text: string, link: Element | undefined) => string {
  let before: { text: string; target: string; link?: Element | undefined } = { text: '', target: '' };
  return (text, link) => {
    if (text === '') return '';
    const target = link?.getAttribute('href') ?? '';
    const isBetween = link !== before.link && target !== '' && before.target !== '';
    // Word parts one link in the middle of a word; a button behind a link begins a word of its own.
    const isParted = target !== before.target || /\p{Ll}\p{Lu}/u.test(before.text.slice(-1) + text.slice(0, 1));
    const isGap = isBetween && isParted && !/\s$/.test(before.text) && !/^\s/.test(text);
    before = { text, target, link };
    return isGap ? ` ${text}` : text;
  };
}

/** The link that a node's text belongs to: its own, or the one around it. */
export function linkAt(element: Element, around: Element | undefined): Element | undefined {
  return nameOf(element) === 'A' ? element : around;
}
