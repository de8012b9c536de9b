import { escapeMarkup } from '../../text/markup.ts';

/** What a picture's address in a page gives, as a `data:` address; `undefined` for one that is kept elsewhere. */
type PictureAt = (address: string) => string | undefined;

/**
 * The content of a page as markup that does nothing: text, tables, lists and the pictures that it brings along. Scripts, styles,
 * forms, frames, drawings, links and every attribute that is not needed to lay a table or a list out are left away.
 */
export async function safeMarkup(html: string, picture: PictureAt = ownPicture): Promise<string> {
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const root = document.querySelector('body') ?? document.documentElement;
  return [...root.childNodes].map((node) => written(node as unknown as Node, picture)).join('');
}

/** A picture that is part of the page itself. */
export function ownPicture(address: string): string | undefined {
  return /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i.test(address) ? address : undefined;
}

const KEPT = new Set(
  'abbr b blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var'.split(
    ' ',
  ),
);
const EMPTY = new Set(['br', 'col', 'hr']);
const DROPPED = new Set(
  'applet audio base canvas embed frame frameset head iframe link math meta noembed noframes object option param script select style svg template textarea title video'.split(
    ' ',
  ),
);
/** A number each. */
const ATTRIBUTES = ['colspan', 'rowspan', 'span', 'start', 'value'];

function written(node: Node, picture: PictureAt): string {
  if (node.nodeType === TEXT) return escapeMarkup(node.textContent ?? '');
  if (node.nodeType !== ELEMENT) return '';
  const element = node as Element; // told just before
  const name = element.localName.toLowerCase();
  if (DROPPED.has(name)) return '';
  if (name === 'img') return pictureMarkup(element, picture);
  const inside = [...element.childNodes].map((child) => written(child, picture)).join('');
  if (!KEPT.has(name)) return inside;
  const attributes = ATTRIBUTES.flatMap((one) => {
    const value = element.getAttribute(one);
    return value !== null && /^\d{1,4}$/.test(value) ? [` ${one}="${value}"`] : [];
  }).join('');
  return EMPTY.has(name) ? `<${name}${attributes}>` : `<${name}${attributes}>${inside}</${name}>`;
}

function pictureMarkup(image: Element, picture: PictureAt): string {
  const alt = escapeMarkup(image.getAttribute('alt') ?? '');
  const address = picture(image.getAttribute('src') ?? '');
  return address === undefined ? alt : `<img alt="${alt}" src="${escapeMarkup(address)}">`;
}

const ELEMENT = 1;
const TEXT = 3;
