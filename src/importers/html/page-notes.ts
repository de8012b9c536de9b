import { decodeWhole } from '../../text/decode-escapes.ts';
import { nameOf } from './elements.ts';

/** A note of a page: its mark in the text, what holds it, and the link in it that leads back to the mark. */
interface PageNote {
  readonly mark: Element;
  readonly note: Element;
  readonly back: Element;
}

/** No announcement has more notes. */
const MAX_NOTES = 500;

/**
 * Makes the notes of a page items of lists of their own, as those of Word files come, and gives their numbers by the
 * addresses to which their marks lead then. A note is what a number leads to and what leads back to it; Word's own are also
 * known by their names. Where they are not numbered 1, 2, 3 in the order of their marks, all stay as they stand.
 */
export function liftNotes(root: Element, leftOut: ReadonlyMap<Node, string>): Map<string, string> {
  const places = new Map([...root.querySelectorAll('*')].map((element, at) => [element, at] as const));
  const notes = notesIn(root, places).filter(({ mark, note }) => isRead(mark, leftOut) && isRead(note, leftOut));
  const numbers = new Map<string, string>();
  const all = new Set(notes.map(({ note }) => note));
  const isWhole = notes.every(
    ({ mark, note }, at) =>
      numberOf(mark) === String(at + 1) &&
      note.querySelector('ul, ol, table, img, pre') === null &&
      (nameOf(note) !== 'LI' || [...(note.parentElement?.children ?? [])].every((item) => all.has(item))),
  );
  if (!isWhole || all.size < notes.length) return numbers;
  for (const [at, { mark, note, back }] of notes.entries()) {
    const id = `page-note-${at + 1}`;
    const link = root.ownerDocument.createElement('a');
    link.setAttribute('href', `#${id}`);
    link.textContent = mark.textContent;
    mark.replaceWith(link);
    if (numberOf(back) !== undefined) back.remove();
    itemOf(note, at + 1).setAttribute('id', id);
    numbers.set(`#${id}`, String(at + 1));
  }
  return numbers;
}

/** The note as an item of a list, in its place. */
function itemOf(note: Element, number: number): Element {
  if (nameOf(note) === 'LI') return note;
  const item = note.ownerDocument.createElement('li');
  item.append(...note.childNodes);
  const list = note.ownerDocument.createElement('ol');
  list.setAttribute('start', String(number));
  list.append(item);
  note.replaceWith(list);
  return item;
}

function notesIn(root: Element, places: ReadonlyMap<Element, number>): PageNote[] {
  const place = (element: Element) => places.get(element) ?? -1;
  const links = [...root.querySelectorAll('a[href^="#"]')];
  const targets = new Map<string, Element>();
  for (const element of root.querySelectorAll('[id], a[name]'))
    for (const name of [element.getAttribute('id'), element.getAttribute('name')])
      if (name) targets.set(`#${name}`, element);
  const targetOf = (link: Element) => {
    const href = link.getAttribute('href') ?? '';
    return targets.get(decodeWhole(href) ?? href);
  };
  const marks = links.filter((link) => numberOf(link) !== undefined);
  if (marks.length > 2 * MAX_NOTES) return [];
  const notes: PageNote[] = [];
  for (const mark of marks) {
    const target = targetOf(mark);
    const back = target && backIn(target).find((link) => touches(targetOf(link), mark));
    if (target && back && place(back) > place(mark)) notes.push({ mark, note: holderOf(target), back });
  }
  // Word's filtered pages may have lost the links of the marks.
  for (const back of marks) {
    if (!/^#_(?:ftn|edn)ref/.test(back.getAttribute('href') ?? '') || targetOf(back)) continue;
    const note = holderOf(back);
    const raised = [...root.querySelectorAll('sup')].filter(
      (one) => numberOf(one) === numberOf(back) && !note.contains(one),
    );
    const [mark] = raised;
    if (mark && raised.length === 1 && place(mark) < place(back)) notes.push({ mark, note, back });
  }
  return notes.toSorted((a, b) => place(a.mark) - place(b.mark));
}

function backIn(target: Element): Element[] {
  return nameOf(target) === 'A' ? [target] : [...target.querySelectorAll('a[href^="#"]')];
}

/** True where a link leads to an element, or to one around it or in it. */
function touches(target: Element | undefined, mark: Element): boolean {
  return target !== undefined && (target.contains(mark) || mark.contains(target));
}

/** The whole note around its beginning: Word has a part of the page for each. */
function holderOf(target: Element): Element {
  return target.closest('li, [id^="ftn"], [id^="edn"]') ?? target.closest('p, div, dd') ?? target;
}

/** The digits of `1`, `[1]` or `(1)`. */
function numberOf(element: Element): string | undefined {
  return /^[[(]?(\d{1,3})[\])]?$/.exec(element.textContent.trim())?.[1];
}

function isRead(element: Element, leftOut: ReadonlyMap<Node, string>): boolean {
  for (let above: Node | null = element; above; above = above.parentNode) if (leftOut.has(above)) return false;
  return true;
}
