import { wordsOf } from '../model/words.ts';
import { CONTROLS, isElement, isText, MEDIA, nameOf, styleOf, UNSEEN } from './elements.ts';
import { isHidden, isTransparent } from './hidden.ts';
import { headlineBesideDay } from './page-about.ts';

/** Which part of a page is read, and what of it is not. */
interface PageParts {
  readonly root: Element;
  /** Elements inside and outside of the root that are not part of the text, each with what it is. */
  readonly leftOut: ReadonlyMap<Node, string>;
}

/**
 * Finds a page's own text: its main part, or its only article, or all of it; without what stands on every page of a
 * site (navigation, banners, footers, sidebars) and what nobody sees. What is not sure is text.
 */
export function pagePartsOf(body: Element): PageParts {
  const sizes = new Map<Node, Size>();
  measure(body, false, 0, sizes);
  const root = rootOf(body, sizes);
  const leftOut = new Map<Node, string>();
  const page: Page = { body, root, sizes, hasMain: root !== body };
  const visit = (element: Element): void => {
    for (const child of element.children) {
      const kind = child.contains(root) ? undefined : partOf(child, page);
      if (kind !== undefined) leftOut.set(child, kind);
      else if (child !== root && !child.contains(root) && !root.contains(child))
        leftOut.set(child, 'outside the main part');
      else visit(child);
    }
  };
  visit(body);
  return { root, leftOut };
}

/** Words of an element, those of them in links, its links, and how many words of the page stand before and up to its end. */
interface Size {
  readonly words: number;
  readonly linked: number;
  readonly links: number;
  readonly start: number;
  readonly end: number;
}

interface Page {
  readonly body: Element;
  readonly root: Element;
  readonly sizes: ReadonlyMap<Node, Size>;
  readonly hasMain: boolean;
}

/** Notes the sizes of an element, which begins after `start` words, and of all in it. */
function measure(element: Element, inLink: boolean, start: number, sizes: Map<Node, Size>): Size {
  let [words, linked, links] = [0, 0, 0];
  for (const child of element.childNodes) {
    if (isText(child)) {
      const own = wordsOf(child.textContent ?? '').length;
      words += own;
      if (inLink) linked += own;
    } else if (isElement(child) && !UNSEEN.has(nameOf(child)) && !MEDIA.has(nameOf(child))) {
      const isLink = nameOf(child) === 'A';
      const inner = measure(child, inLink || isLink, start + words, sizes);
      words += inner.words;
      linked += inner.linked;
      links += inner.links + (isLink ? 1 : 0);
    }
  }
  const size = { words, linked, links, start, end: start + words };
  sizes.set(element, size);
  return size;
}

function sizeOf(element: Element, sizes: ReadonlyMap<Node, Size>): Size {
  return sizes.get(element) ?? { words: 0, linked: 0, links: 0, start: 0, end: 0 };
}

/** The page's one main part or article, where it has one that holds most of the words which are not links. */
function rootOf(body: Element, sizes: ReadonlyMap<Node, Size>): Element {
  const own = (element: Element) => sizeOf(element, sizes).words - sizeOf(element, sizes).linked;
  for (const selector of ['main', '[role="main"]', 'article']) {
    const found = [...body.querySelectorAll(selector)];
    const [only] = found;
    if (only && found.length === 1 && own(only) >= own(body) * 0.4 && own(only) > 0) return only;
  }
  return body;
}

const ROLES: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  search: 'a search form',
  dialog: 'a dialog',
  alertdialog: 'a dialog',
};

/** What an element is, when it is not part of the text. */
function partOf(element: Element, page: Page): string | undefined {
  const name = nameOf(element);
  if (UNSEEN.has(name) || MEDIA.has(name)) return undefined; // nobody reads them; the text has none of their words
  if (CONTROLS.has(name)) return 'buttons and fields';
  const style = styleOf(element);
  const size = sizeOf(element, page.sizes);
  const total = sizeOf(page.body, page.sizes).words;
  // A script shows what is most of a page.
  if (isHidden(element) || (size.words <= total * 0.5 && isTransparent(element))) return 'hidden text';
  if (/mso-element:comment-list/.test(style)) return 'comments';
  const role = element.getAttribute('role')?.toLowerCase() ?? '';
  if (name === 'NAV' || name === 'DIALOG' || name === 'MENU') return name === 'DIALOG' ? 'a dialog' : 'navigation';
  if (ROLES[role]) return ROLES[role];
  const inText = page.hasMain ? page.root.contains(element) : element.closest('article, blockquote, figure') !== null;
  if (!inText && !holdsHeadline(element, page)) {
    if (name === 'FOOTER' || role === 'contentinfo') return 'the footer';
    if (name === 'HEADER' || role === 'banner') return 'the header';
    if (name === 'ASIDE' || role === 'complementary') return 'a sidebar';
  }
  // What holds the text is never taken for something beside it, whatever its name.
  if (size.words > total * 0.5 || element.querySelector('h1') || name === 'P') return undefined;
  return byNames(element, size, total, inText) ?? (inText ? undefined : byLinks(element, size));
}

/** True for what holds the page's one heading of the first level, or, where it has none, one of the second beside a day. */
function holdsHeadline(element: Element, { body }: Page): boolean {
  const count = body.querySelectorAll('h1').length;
  return count === 0 ? headlineBesideDay(element) !== undefined : count === 1 && element.querySelector('h1') !== null;
}

/** By the words in its id and classes. Most of them count only where it consists of links, for `nav` may be an asset's value. */
function byNames(element: Element, size: Size, total: number, inText: boolean): string | undefined {
  const names = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`;
  if (names.trim() === '') return undefined;
  const tokens = new Set(
    names
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z0-9]+/),
  );
  const has = (...wanted: string[]) => wanted.some((token) => tokens.has(token));
  const isLinks = size.words === 0 || size.linked >= size.words * 0.5;
  if (has('visually', 'sr', 'screen') && /\b(?:visually-?hidden|sr-only|screen-reader(?:-text|-only)?)\b/i.test(names))
    return 'hidden text';
  const isConsent = /(?:^|[\s_-])consent/i.test(names) && /cookie/i.test(element.textContent);
  if ((isConsent || /cookie|gdpr|onetrust/i.test(names)) && size.words < 300) return 'a cookie banner';
  if (
    isLinks &&
    has(
      'nav',
      'navbar',
      'navigation',
      'menu',
      'submenu',
      'breadcrumb',
      'breadcrumbs',
      'crumbs',
      'pagination',
      'pager',
      'skip',
      'skiplink',
      'topbar',
    )
  )
    return 'navigation';
  if (isLinks && has('social', 'share', 'sharing', 'sharedaddy', 'addtoany', 'addthis', 'sharethis'))
    return 'share buttons';
  if (isLinks && has('related', 'recent', 'relatedposts', 'jp')) return 'links to other pages';
  if (has('disqus', 'respond', 'comments') && size.words < total * 0.3) return 'comments';
  if (has('newsletter', 'subscribe', 'signup') && size.words < 60) return 'a sign-up form';
  if (inText) return undefined;
  if (has('footer', 'foot', 'colophon', 'sitefooter') && !has('note', 'notes') && total - size.end < total * 0.2)
    return 'the footer';
  if (
    has('masthead', 'siteheader') ||
    (has('header', 'banner', 'logo') && size.start < total * 0.3 && (isLinks || size.words < 12))
  )
    return 'the header';
  return has('sidebar') && size.words < total * 0.3 ? 'a sidebar' : undefined;
}

/** A list, a cell or a block that consists of short links to pages; links to documents belong to the text. */
function byLinks(element: Element, size: Size): string | undefined {
  if (size.links < 3 || size.linked < size.words * 0.85 || size.words / size.links > 6) return undefined;
  if (element.closest('table') && !/^(?:TD|TABLE)$/.test(nameOf(element))) return undefined;
  const targets = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
  return targets.some((href) => /\.(?:pdf|docx?|xlsx?|pptx?|csv|zip)\b|^(?:mailto|tel):/i.test(href))
    ? undefined
    : 'navigation';
}
