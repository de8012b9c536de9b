import type { SeenText } from '../model/seen.ts';
import { wordsOf } from '../model/words.ts';
import { counted } from '../../text/counted.ts';
import { quote } from '../../text/quote.ts';
import { isElement, isInline, isText, MEDIA, nameOf, styleOf, UNSEEN } from './elements.ts';
import { numbersOf } from './html-lists.ts';
import { linkAt, linkGaps } from './link-gaps.ts';

/** A sentence for each kind of part that was left out, with its beginning and its number of words. */
export function leftOutNotes(leftOut: ReadonlyMap<Node, string>): string[] {
  const byKind = Map.groupBy(leftOut, ([, kind]) => kind);
  return [...byKind].flatMap(([kind, parts]) => {
    const text = parts
      .flatMap(([node]) => textsOf(node))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    const words = wordsOf(text).length;
    if (words === 0) return [];
    const what = kind === 'outside the main part' ? 'what stands outside the main part' : kind;
    return [`Left out ${what} (${counted(words, 'word')}): ${quote(text)}.`];
  });
}

/** Every text in a node, whatever it stands in. */
function textsOf(node: Node): string[] {
  if (isText(node)) return [node.textContent ?? ''];
  if (isElement(node) && nameOf(node) === 'INPUT') return [filledIn(node)];
  return isElement(node) && !UNSEEN.has(nameOf(node)) && !MEDIA.has(nameOf(node))
    ? [...node.childNodes].flatMap(textsOf)
    : [];
}

/** What a field shows that is filled in or ticked. */
function filledIn(field: Element): string {
  const type = (field.getAttribute('type') ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return field.hasAttribute('checked') ? '☒' : '';
  return /^(?:hidden|password|submit|reset|button|image|file)$/.test(type) ? '' : (field.getAttribute('value') ?? '');
}

/**
 * What a person sees of a page, block by block with the numbers of its lists, so that it can be measured what arrives.
 * The signs of `bullets` are no words. Notes, which a release has at its end, come last, and heads are counted as often as they
 * stand in the text.
 */
export function seenTexts(
  body: Element,
  {
    leftOut,
    bullets,
    repeated,
    notes,
  }: {
    readonly leftOut: ReadonlyMap<Node, string>;
    readonly bullets: ReadonlySet<Node>;
    readonly repeated: ReadonlyMap<Node, readonly Element[]>;
    readonly notes: ReadonlyMap<string, string>;
  },
): SeenText[] {
  const texts: { text: string; leftOut: boolean }[] = [];
  const numbers = new Map<Element, ReturnType<typeof numbersOf>>();
  const last: Element[] = [];
  let open = '';
  const end = (out: boolean) => {
    if (open.trim() !== '') texts.push({ text: open, leftOut: out });
    open = '';
  };
  const gap = linkGaps();
  const visit = (node: Node, out: boolean, link?: Element): void => {
    if (isText(node) && !bullets.has(node)) open += gap((node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' '), link);
    const name = nameOf(node);
    if (name === 'BR') open += ' ';
    if (!isElement(node) || UNSEEN.has(name) || MEDIA.has(name)) return;
    if (name === 'LI' && notes.has(`#${node.id}`) && !last.includes(node)) {
      last.push(node);
      return;
    }
    const isOut = out || leftOut.has(node);
    const parts = !isInline(node) || isOut !== out;
    if (parts) end(out);
    for (const { textContent } of repeated.get(node) ?? []) texts.push({ text: textContent, leftOut: isOut });
    const list = node.parentElement;
    if (name === 'LI' && list && nameOf(list) === 'OL') {
      const known = numbers.get(list) ?? numbersOf(list);
      numbers.set(list, known);
      const { marker = '', label = '' } = known.get(node) ?? {};
      open += `${label === '' ? marker : label} `;
    }
    // A raised figure is no part of the one before it.
    const isScript = /^SU[BP]$/.test(name) || /vertical-align:su[bp]/.test(styleOf(node));
    if (isScript) open += ' ';
    const children = [...node.childNodes];
    const isFoot = (child: Node) => name === 'TABLE' && nameOf(child) === 'TFOOT';
    // A browser shows the foot of a table last, wherever it is written.
    for (const child of [...children.filter((one) => !isFoot(one)), ...children.filter(isFoot)])
      visit(child, isOut, linkAt(node, link));
    if (isScript) open += ' ';
    if (parts) end(isOut);
  };
  visit(body, false);
  for (const note of last) visit(note, false);
  end(false);
  return texts;
}
