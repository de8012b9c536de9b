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
  const number = numbersOf(list);
  let count = Number(list.getAttribute('start') ?? 1) || 1;
  let last: number | undefined;
  const isList = (node: Node) => /^[OU]L$/.test(nameOf(node));
  for (const item of list.children) {
    if (context.leftOut.has(item)) continue;
    // Old pages have a list right in a list, without an item around it.
    if (isList(item)) addItems(item, depth + 1, context, sink);
    if (nameOf(item) !== 'LI') continue;
    count = Number(item.getAttribute('value') ?? count) || count;
    const nodes = unwrapped(item);
    const own = nodes.filter((node) => !isList(node) && !NO_ITEM.has(nameOf(node)));
    const text = joinLines(linesIn(own, context));
    if (plainText(text).trim() !== '') {
      const { marker, label } = number(count);
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
    count += 1;
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

/** How a list numbers its items: a bullet, a number, or another label, which only the text can hold. */
export function numbersOf(list: Element): (count: number) => { marker: string; label: string } {
  if (nameOf(list) === 'UL') return () => ({ marker: '-', label: '' });
  const type = list.getAttribute('type') ?? '';
  const style = /list-style(?:-type)?:[^;]*?(lower|upper)-(alpha|latin|roman)/.exec(styleOf(list));
  const isRoman = /^i$/i.test(type) || style?.[2] === 'roman';
  const isUpper = /^[AI]$/.test(type) || style?.[1] === 'upper';
  if (!isRoman && !/^a$/i.test(type) && !style) return (count) => ({ marker: `${count}.`, label: '' });
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
