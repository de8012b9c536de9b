import { plainText, type Block, type ListItem } from '../model/blocks.ts';
import { isElement, nameOf, styleOf } from './elements.ts';
import { addBlocks, addPictures, type Context } from './html-blocks.ts';
import { joinLines, linesIn } from './html-lines.ts';

/** Adds a list; what no item can hold, such as a table in one, stands between two lists. */
export function addList(list: Element, context: Context, blocks: Block[]): void {
  const items = [...list.children];
  const noteOf = (item: Element) => context.notes?.get(`#${item.id}`);
  if (items.some((item) => noteOf(item) !== undefined)) {
    for (const item of items) {
      const text = joinLines(linesIn([...item.childNodes], context));
      blocks.push({ kind: 'note', name: noteOf(item) ?? '', text });
      addPictures([item], context, blocks);
    }
    return;
  }
  addListItems(list, context, blocks);
}

function addListItems(list: Element, context: Context, blocks: Block[]): void {
  let items: ListItem[] = [];
  const flush = () => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    items = [];
  };
  const other = (node: Element) => {
    flush();
    addBlocks([node], context, blocks);
  };
  addItems(list, 0, context, { add: (item) => items.push(item), other, part: flush });
  flush();
  addPictures([list], context, blocks);
}

const NO_ITEM = new Set(['TABLE', 'PRE', 'BLOCKQUOTE']);

interface Sink {
  readonly add: (item: ListItem) => void;
  /** Takes up what no item can hold. */
  readonly other: (node: Element) => void;
  /** Ends the list, and begins another one. */
  readonly part: () => void;
}

function addItems(list: Element, depth: number, context: Context, sink: Sink): void {
  const { add, other, part } = sink;
  const numbers = numbersOf(list);
  let last: number | undefined;
  const isList = (node: Node) => /^[OU]L$/.test(nameOf(node));
  for (const item of list.children) {
    if (context.leftOut.has(item)) continue;
    // Old pages have a list right in a list, without an item around it.
    if (isList(item)) addItems(item, depth + 1, context, sink);
    const number = numbers.get(item);
    if (!number) continue;
    const nodes = unwrapped(item);
    const own = nodes.filter((node) => !isList(node) && !NO_ITEM.has(nameOf(node)));
    const text = joinLines(linesIn(own, context));
    if (plainText(text).trim() !== '') {
      const { count, marker, label } = number;
      // A list in Markdown counts on by itself; where the numbers leap, another one begins.
      const leaps = last !== undefined && count !== last + 1;
      if (leaps && depth === 0) part();
      const shown = leaps && depth > 0 && label === '' && marker !== '-' ? marker : label;
      add({ marker: shown === '' ? marker : '-', depth, text: shown === '' ? text : [{ text: `${shown} ` }, ...text] });
      last = count;
    }
    for (const node of nodes) {
      if (!isElement(node)) continue;
      if (isList(node)) addItems(node, depth + 1, context, sink);
      else if (NO_ITEM.has(nameOf(node))) other(node);
    }
  }
}

/** The nodes of an item, those of blocks that hold a list or a table in their place. */
function unwrapped(item: Element): Node[] {
  return [...item.childNodes].flatMap((node) =>
    isElement(node) &&
    /^(?:DIV|P|SECTION|SPAN)$/.test(nameOf(node)) &&
    node.querySelector('ul, ol, table, pre, blockquote')
      ? unwrapped(node)
      : [node],
  );
}

interface ItemNumber {
  readonly count: number;
  /** A bullet or number as Markdown has it. */
  readonly marker: string;
  /** What only the text can hold: a letter, a number below zero. */
  readonly label: string;
}

/** The number of each item of a list as a browser counts them: from `start`, on from `value`, down where it is `reversed`. */
export function numbersOf(list: Element): ReadonlyMap<Node, ItemNumber> {
  const items = [...list.children].filter((child) => nameOf(child) === 'LI');
  const isReversed = list.hasAttribute('reversed');
  let next = integerOf(list, 'start') ?? (isReversed ? items.length : 1);
  const counts = items.map((item) => {
    const count = integerOf(item, 'value') ?? next;
    next = isReversed ? count - 1 : count + 1;
    return count;
  });
  const write = labelsOf(
    list,
    counts.every((count) => count >= 0),
  );
  return new Map(items.map((item, at) => [item, { count: counts[at] ?? 0, ...write(counts[at] ?? 0) }]));
}

function integerOf(element: Element, name: string): number | undefined {
  const written = /^\s*[+-]?\d{1,9}/.exec(element.getAttribute(name) ?? '');
  return written ? Number(written[0]) : undefined;
}

/** Markdown has no numbers below zero. */
function labelsOf(list: Element, isMarkdown: boolean): (count: number) => { marker: string; label: string } {
  const bullet = { marker: '-', label: '' };
  if (nameOf(list) === 'UL' || /list-style(?:-type)?:[^;]*\bnone\b/.test(styleOf(list))) return () => bullet;
  const type = list.getAttribute('type') ?? '';
  const style = /list-style(?:-type)?:[^;]*?(lower|upper)-(alpha|latin|roman)/.exec(styleOf(list));
  const isRoman = /^i$/i.test(type) || style?.[2] === 'roman';
  const isUpper = /^[AI]$/.test(type) || style?.[1] === 'upper';
  if (!isRoman && !/^a$/i.test(type) && !style)
    return (count) => (isMarkdown ? { marker: `${count}.`, label: '' } : { marker: '-', label: `${count}.` });
  return (count) => {
    const label = isRoman ? romanOf(count) : letterOf(count);
    return { marker: '-', label: `${isUpper ? label.toUpperCase() : label}.` };
  };
}

/** `a` to `z`, then `aa`. */
export function letterOf(count: number): string {
  if (count < 1) return String(count);
  const last = String.fromCharCode(97 + ((count - 1) % 26));
  return count > 26 ? letterOf(Math.floor((count - 1) / 26)) + last : last;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** `i`, `ii`, `iv`; of a number that has none, its digits. */
export function romanOf(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}
