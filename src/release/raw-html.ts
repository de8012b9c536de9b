import { markdownToHtml, type HastNode, type HastVisitorContext } from 'satteri';
import { memoised } from '../text/memoised.ts';
import { FEATURES } from './markdown.ts';

type Raw = Readonly<Extract<HastNode, { type: 'raw' }>>;

/**
 * Decides what becomes of raw HTML in a release.
 * Sub- and superscripts, line breaks and plain tables stay when every tag is closed within its paragraph;
 * everything else is shown as the text that was written. `onText` is told of each such text.
 */
export function markUpRaw(node: Raw, context: HastVisitorContext, onText?: (text: string) => void): HastNode | void {
  const parent = context.parent(node);
  // A block holds its closing tags itself; in a paragraph they stand among the later siblings.
  const block = parent.type === 'root' || /\n|>[^<]/.test(node.value);
  if (block) {
    const safe = safeBlock(node.value);
    if (safe !== undefined) return { type: 'raw', value: safe };
  } else if (pairedIn(parent).has(context.indexOf(node) ?? -1)) {
    return { type: 'raw', value: (TAG.exec(node.value)?.[0] ?? '').toLowerCase().replace(/\s+/g, '') };
  }
  onText?.(node.value);
  const text = { type: 'text', value: node.value } as const;
  // On its own line it is a paragraph of its own, with its line ends kept by the style sheet.
  if (parent.type !== 'root') return text;
  return { type: 'element', tagName: 'p', properties: { className: ['as-written'] }, children: [text] };
}

const INLINE = new Set(['sub', 'sup']);
// A map: an object would know `<constructor>` too.
const TABLE_PARENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['table', ['']],
  ['caption', ['table']],
  ['thead', ['table']],
  ['tbody', ['table']],
  ['tfoot', ['table']],
  ['tr', ['thead', 'tbody', 'tfoot', 'table']],
  ['th', ['tr']],
  ['td', ['tr']],
]);
const TAG = /^<(\/?)([a-z]+)\s*(\/?)>$/i;

interface Parent {
  readonly children: readonly { readonly type: string; readonly value?: string }[];
}

/**
 * Places among a parent's children of each `<br>`, and of each `sub` and `sup` tag whose partner stands beside it.
 * Within one pass a parent is always the same object, so a paragraph of thousands of tags is looked through once.
 */
const pairedIn = memoised((parent: Parent): ReadonlySet<number> => {
  const open: { name: string; at: number }[] = [];
  const paired = new Set<number>();
  parent.children.forEach((sibling, at) => {
    const tag = sibling.type === 'raw' ? TAG.exec(sibling.value ?? '') : null;
    const name = tag?.[2]?.toLowerCase();
    if (!tag || name === undefined) return;
    if (name === 'br' && tag[1] === '') paired.add(at);
    if (!INLINE.has(name) || tag[3] !== '') return;
    if (tag[1] === '') open.push({ name, at });
    else if (open.at(-1)?.name === name) {
      paired.add(open.pop()?.at ?? at);
      paired.add(at);
    }
  });
  return paired;
});

/** A block that consists of whole tables, line breaks, sub- and superscripts alone, each closed and in its place; else `undefined`. */
function safeBlock(value: string): string | undefined {
  const stack: string[] = [];
  let safe = '';
  let at = 0;
  for (const match of value.matchAll(/<(\/?)([a-z]+)((?:\s+(?:colspan|rowspan)="?\d{1,2}"?)*)\s*(\/?)>/gi)) {
    const between = value.slice(at, match.index);
    if (!isPlain(between, stack)) return undefined;
    safe += between;
    at = match.index + match[0].length;
    const [, slash, written = '', spans = ''] = match;
    const name = written.toLowerCase();
    if (name === 'br' && slash === '') {
      safe += '<br>';
      continue;
    }
    if (slash === '/') {
      if (stack.pop() !== name || spans !== '') return undefined;
      safe += `</${name}>`;
      continue;
    }
    const parents = TABLE_PARENTS.get(name);
    const holder = stack.at(-1) ?? '';
    const fits = parents
      ? parents.includes(holder)
      : INLINE.has(name) &&
        (holder === 'td' || holder === 'th' || holder === '' || holder === 'caption' || INLINE.has(holder));
    if (!fits) return undefined;
    stack.push(name);
    const attributes = [...spans.matchAll(/(colspan|rowspan)="?(\d+)"?/gi)].map(
      ([, key, count]) => ` ${key?.toLowerCase()}="${count}"`,
    );
    safe += `<${name}${attributes.join('')}>`;
  }
  const rest = value.slice(at);
  if (stack.length > 0 || !isPlain(rest, stack)) return undefined;
  return withCharacters(safe + rest);
}

/**
 * HTML with the characters for its references by name, as Markdown knows them all and search and comparisons do not;
 * one that names none is text.
 */
function withCharacters(html: string): string {
  const known = new Map<string, string>();
  return html.replace(/&[a-z][a-z\d]*;/gi, (reference) => {
    const former = known.get(reference);
    if (former !== undefined) return former;
    const [, character = reference] =
      /^<p>([^]*)<\/p>\n$/.exec(markdownToHtml(reference, { features: FEATURES }).html) ?? [];
    known.set(reference, character);
    return character;
  });
}

/** No sign of markup in it, and no words where a table would throw them out of itself. */
function isPlain(text: string, stack: readonly string[]): boolean {
  const holder = stack.at(-1);
  const mayHoldText = holder === undefined || !TABLE_PARENTS.has(holder) || ['td', 'th', 'caption'].includes(holder);
  return !/[<>]/.test(text) && (mayHoldText || text.trim() === '');
}
