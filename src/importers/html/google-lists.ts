import { nameOf } from './elements.ts';

/**
 * Puts the lists of a page that Google Docs has written into one another: it writes each level as a list of its own behind the one
 * above, and its letters and Roman figures in the style sheet.
 */
export function nestGoogleLists(document: Document): void {
  const types = typesIn([...document.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n'));
  for (const list of [...document.querySelectorAll('ol[class*="lst-kix_"], ul[class*="lst-kix_"]')]) {
    const own = keyOf(list);
    if (!own) continue;
    const type = types.get(`${own.key}-${own.level}`);
    if (type !== undefined && nameOf(list) === 'OL') list.setAttribute('type', type);
    const before = list.previousElementSibling;
    if (before && keyOf(before)?.key === own.key) join(before, list, own.level);
  }
}

/** Makes a list the end of one before it, or of the list at its level in that one's last items. */
function join(before: Element, list: Element, level: number): void {
  const start = list.getAttribute('start');
  if (start !== null) list.firstElementChild?.setAttribute('value', start);
  let above = before;
  for (;;) {
    const at = keyOf(above)?.level ?? level;
    const item = above.lastElementChild;
    if (at >= level || !item) break;
    const inner = item.lastElementChild;
    if (!inner || !keyOf(inner)) {
      item.append(list);
      return;
    }
    above = inner;
  }
  if (keyOf(above)?.level !== level || nameOf(above) !== nameOf(list)) return;
  above.append(...list.children);
  list.remove();
}

/** The list that an element is a part of, and its level from 0. */
function keyOf(element: Element): { key: string; level: number } | undefined {
  const [, key, level] = /\blst-(kix_\w+)-(\d)\b/.exec(element.getAttribute('class') ?? '') ?? [];
  return key === undefined ? undefined : { key, level: Number(level) };
}

const TYPES: Readonly<Record<string, string>> = {
  'lower-latin': 'a',
  'lower-alpha': 'a',
  'upper-latin': 'A',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

/** The kind of numbers of each level that the style sheet gives one, as the `type` of a list has it. */
function typesIn(sheet: string): ReadonlyMap<string, string> {
  return new Map(
    [...sheet.matchAll(/counter\(\s*lst-ctn-(kix_\w+-\d)\s*,\s*([a-z-]+)\s*\)/g)].flatMap(([, key = '', kind = '']) => {
      const type = TYPES[kind];
      return type === undefined ? [] : [[key, type] as const];
    }),
  );
}
