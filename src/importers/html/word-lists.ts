import { plainText, type Block, type ListItem, type Run, type Text } from '../model/blocks.ts';
import { isElement, isText, nameOf, styleOf } from './elements.ts';
import type { Context } from './html-blocks.ts';
import { joinLines, linesIn } from './html-lines.ts';

/** An item of a list as Word writes it: a paragraph with its bullet or number in its text. */
export interface WordItem {
  /** From 0. */
  readonly depth: number;
  /** The bullet or number. */
  readonly label: string;
  readonly isBullet: boolean;
  readonly text: Text;
}

/** Reads a paragraph of Word's HTML, or of a mail that Outlook has written, as an item of a list; `undefined` where it is none. */
export function wordItem(element: Element, context: Context): WordItem | undefined {
  if (!/^(?:P|H[1-6]|DIV)$/.test(nameOf(element)) || context.withBlocks.has(element)) return undefined;
  const style = styleOf(element);
  const classes = element.getAttribute('class') ?? '';
  const isListed = /mso-list:l\d/.test(style) || /\bMsoList/i.test(classes);
  const sign = symbolOf(element);
  // Elsewhere than in a list a paragraph may begin with µ, ≥ or a box.
  const symbol = isListed || BULLET.test(sign?.sign ?? '') ? sign : undefined;
  if (!isListed && symbol === undefined) return undefined;
  const text = joinLines(linesIn([...element.childNodes], context));
  const whole = plainText(text);
  const label = symbol?.sign ?? LABEL.exec(whole)?.[1];
  if (label === undefined || whole.trim() === label) return undefined;
  if (symbol) context.bullets.add(symbol.node);
  const isBullet = symbol !== undefined || !/[\p{L}\p{N}]/u.test(label) || label === 'o';
  return { depth: depthOf(style, classes), label, isBullet, text: withoutLabel(text, label) };
}

/** The blocks of items that follow each other: lists, and paragraphs where a label is none that a list can show. */
export function wordList(items: readonly WordItem[]): Block[] {
  const blocks: Block[] = [];
  let open: ListItem[] = [];
  const least = Math.min(...items.map(({ depth }) => depth));
  let number: number | undefined;
  for (const { depth: level, label, isBullet, text } of items) {
    const depth = Math.min(level - least, (open.at(-1)?.depth ?? -1) + 1);
    const isNumber = /^\d{1,4}[.)]$/.test(label);
    if (!isBullet && !isNumber && depth === 0) {
      blocks.push({ kind: 'paragraph', lines: [[{ text: `${label} ` }, ...text]] });
      open = [];
      continue;
    }
    const marker = isNumber ? label : '-';
    // A list counts on by itself; where its numbers leap, another one begins.
    const leaps = depth === 0 && isNumber && number !== undefined && parseInt(label, 10) !== number + 1;
    const changes =
      depth === 0 && open.length > 0 && isNumber !== (open.find((item) => item.depth === 0)?.marker !== '-');
    if (open.length === 0 || leaps || changes) blocks.push({ kind: 'list', items: (open = []) });
    open.push({ marker, depth, text: isBullet || isNumber ? text : [{ text: `${label} ` }, ...text] });
    if (depth === 0) number = isNumber ? parseInt(label, 10) : undefined;
  }
  return blocks;
}

/** A bullet or number with the gap that Word puts behind it. */
const LABEL =
  /^\s*([^\p{L}\p{N}\s()]{1,2}|o|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxlc]{1,6})[.)]|\d{1,3}(?:\.\d{1,3})+)(?:[\s\u00a0]{2,}|\u00a0|$)/iu;

/** The signs with which word processors begin an item. */
const BULLET = /^[o•·∙▪■●◾◼○□◦❑➢➤→➔❖◆◇★–—-]$/u;

/** The sign in a symbol face with which a paragraph begins. */
function symbolOf(element: Element): { sign: string; node: Node } | undefined {
  for (let node: Node | null = element; node; node = firstOf(node)) {
    if (isText(node)) return undefined;
    if (!isElement(node) || !/font-family:["']?(?:symbol|wingdings|webdings|couriernew)/.test(styleOf(node))) continue;
    const text = [...node.childNodes].find(isText);
    const sign = text?.textContent?.trim() ?? '';
    if (text && sign !== '') return [...sign].length === 1 ? { sign, node: text } : undefined;
  }
  return undefined;
}

/** The first child that holds a sign. */
function firstOf(node: Node): Node | null {
  return (
    [...node.childNodes].find(
      (child) => (child.nodeType === 1 || isText(child)) && (child.textContent ?? '').trim() !== '',
    ) ?? null
  );
}

function depthOf(style: string, classes: string): number {
  const level = /mso-list:[^;]*level(\d)/.exec(style)?.[1] ?? /MsoList(?:Bullet|Number)(\d)/i.exec(classes)?.[1];
  if (level !== undefined) return Number(level) - 1;
  const margin = /margin-left:(-?[\d.]+)(pt|cm|in|px|mm)/.exec(style);
  if (!margin) return 0;
  const points = Number(margin[1]) * ({ pt: 1, cm: 28.35, in: 72, px: 0.75, mm: 2.835 }[margin[2] ?? 'pt'] ?? 1);
  return Math.max(0, Math.round(points / 36) - 1);
}

function withoutLabel(text: Text, label: string): Text {
  let left = label;
  const rest = text.flatMap((run): Run[] => {
    let own = run.text;
    if (left !== '') {
      own = own.replace(/^[\s\u00a0]+/, '');
      const taken = commonStart(own, left);
      left = left.slice(taken);
      own = own.slice(taken);
    }
    return own === '' ? [] : [{ ...run, text: own }];
  });
  const [first, ...others] = rest;
  return first
    ? [{ ...first, text: first.text.replace(/^[\s\u00a0]+/, '') }, ...others].filter((run) => run.text !== '')
    : [];
}

function commonStart(text: string, label: string): number {
  let at = 0;
  while (at < label.length && text[at] === label[at]) at += 1;
  return at;
}
