import { nameOf } from './elements.ts';

/** Takes the texts of a page one after the other and gives them back, with a space between two links that only their look parts. */
export function linkGaps(): (text: string, link: Element | undefined) => string {
  let before = { text: '', target: '' };
  return (text, link) => {
    if (text === '') return '';
    const target = link?.getAttribute('href') ?? '';
    const isGap =
      target !== '' &&
      before.target !== '' &&
      target !== before.target &&
      !/\s$/.test(before.text) &&
      !/^\s/.test(text);
    before = { text, target };
    return isGap ? ` ${text}` : text;
  };
}

/** The link that a node's text belongs to: its own, or the one around it. */
export function linkAt(element: Element, around: Element | undefined): Element | undefined {
  return nameOf(element) === 'A' ? element : around;
}
