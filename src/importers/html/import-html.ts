import { isWebAddress } from '../../release/field-kinds.ts';
import { counted } from '../../text/counted.ts';
import { quote } from '../../text/quote.ts';
import { linesOf, type About, type Extract } from '../model/extract.ts';
import { ImportRefusal } from '../model/refusal.ts';
import { decodeHtml } from './decode-html.ts';
import { nestGoogleLists } from './google-lists.ts';
import { htmlBlocks } from './html-blocks.ts';
import { leftOutNotes, seenTexts } from './left-out.ts';
import { pageAbout } from './page-about.ts';
import { liftNotes } from './page-notes.ts';
import { pagePartsOf } from './page-parts.ts';
import { carryMarks } from './marks.ts';
import { showShadowRoots } from './shadow-roots.ts';
import { applyStyleSheets } from './style-sheets.ts';
import { writeSymbols } from './symbol-text.ts';
import { collectPictures, localPicture, type PictureSource } from './pictures.ts';

/** A page with more is not read. */
export const MAX_HTML_BYTES = 20 * 1024 * 1024;

/** Takes the text out of a saved web page; its pictures are looked for in the folder that the browser has saved with it. */
export async function importHtml(bytes: Uint8Array): Promise<Extract> {
  const html = decodeHtml(bytes);
  const savedFrom = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(html.slice(0, 4096))?.[1];
  const extract = await readHtml(html, savedFrom === undefined ? {} : { url: savedFrom });
  if (extract.blocks.length > 0) return extract;
  if (/<(?:script|noscript|iframe|object|embed)\b/i.test(html))
    throw new ImportRefusal(
      'The file holds no text: a script or another page shows it. Save the page from the browser as "Web page, complete", or print it to PDF, and import that.',
    );
  return { ...extract, notes: [...extract.notes, 'The page has no text.'] };
}

interface Origin {
  /** Where the page came from, if it does not say so itself. */
  readonly url?: string;
  readonly picture?: PictureSource;
  /** True for what was made of a Word file: its notes are a list at its end. */
  readonly hasNotes?: boolean;
  /** Changes the page before it is read. */
  readonly prepare?: (document: Document) => void;
}

/**
 * Takes the text out of a page: its main part, with headings, lists, tables, links and pictures. Scripts never run and
 * nothing is fetched. What stands on the page and is not part of its text is named in the notes.
 */
export async function readHtml(
  html: string,
  { url, picture = localPicture, hasNotes, prepare }: Origin,
): Promise<Extract> {
  // Loaded here, since only imports need it.
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML(wholePage(html)) as unknown as { document: Document };
  refuseDeep(document);
  if (document.querySelector('frameset'))
    throw new ImportRefusal(
      'The page only sets other pages into frames. Open the one with the text by itself, save it, and import that.',
    );
  foldAttributes(document);
  showShadowRoots(document);
  prepare?.(document);
  applyStyleSheets(document);
  nestGoogleLists(document);
  const symbols = writeSymbols(document.documentElement);
  const own = pageAbout(document);
  const about: About = url !== undefined && isWebAddress(url) && own.url === undefined ? { ...own, url } : own;
  const { root, leftOut } = pagePartsOf(document.querySelector('body') ?? document.documentElement);
  carryMarks(root);
  const notes = hasNotes ? notesOf(document) : liftNotes(root, leftOut);
  const pictures = collectPictures(picture);
  const bullets = new Set<Node>();
  const repeated = new Map<Node, readonly Element[]>();
  const dead = new Set<string>();
  const leadsTo = (href: string) => {
    const target = linkOf(href, about.url);
    if (target === undefined && !/^[a-z][a-z0-9+.-]*:/i.test(href)) dead.add(href);
    return target;
  };
  const blocks = htmlBlocks(root, {
    leadsTo,
    leftOut,
    bullets,
    repeated,
    picture: pictures.block,
    notes,
  });
  return {
    blocks,
    lines: linesOf(blocks),
    about,
    source: [
      {
        texts: seenTexts(document.querySelector('body') ?? document.documentElement, {
          leftOut,
          bullets,
          repeated,
          notes,
        }),
      },
    ],
    files: pictures.files,
    notes: [
      ...leftOutNotes(leftOut),
      ...mediaNotes(root, leftOut),
      ...pictures.notes(),
      ...linkNotes([...dead]),
      ...symbols,
    ],
  };
}

/**
 * A page in one element, also where it has none of its own, as parts of pages in mails and feeds. What stands behind the
 * end that a page writes belongs to it, as in a browser.
 */
function wholePage(html: string): string {
  const open = html.replace(/<\/(?:body|html)\s*>/gi, '');
  return /<html[\s>]/i.test(open) ? open : `<html>${open.replace(/<!doctype[^>]*>/i, '')}</html>`;
}

/** The notes by the addresses that their marks lead to, with their numbers in the order of the list. */
function notesOf(document: Document): Map<string, string> {
  const items = [...document.querySelectorAll('ol > li')].filter(({ id }) => /^(?:foot|end)note-/.test(id));
  return new Map(items.map(({ id }, at) => [`#${id}`, String(at + 1)]));
}

/** Old pages write the names of attributes in capitals, which the parser keeps. */
function foldAttributes(document: Document): void {
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes])
      if (/[A-Z]/.test(name) && !element.hasAttribute(name.toLowerCase()))
        element.setAttribute(name.toLowerCase(), value);
}

const MEDIA_WORDS: readonly (readonly [string, string])[] = [
  ['svg, canvas', 'drawing'],
  ['video, audio, iframe, object, embed', 'video, map or other embedded part'],
  ['math', 'formula'],
];

function mediaNotes(root: Element, leftOut: ReadonlyMap<Node, string>): string[] {
  const isRead = (node: Element) => {
    for (let above: Node | null = node; above && above !== root; above = above.parentNode)
      if (leftOut.has(above)) return false;
    return true;
  };
  return MEDIA_WORDS.flatMap(([selector, noun]) => {
    const count = [...root.querySelectorAll(selector)].filter(isRead).length;
    if (count === 0) return [];
    if (noun === 'formula')
      return [`${counted(count, 'formula', 'formulas')} arrived as plain text; compare with the page.`];
    return [
      `Left out ${counted(count, noun, noun.replace(' or other embedded part', 's or other embedded parts').replace(/^(drawing)$/, '$1s'))}.`,
    ];
  });
}

/** Links of which the page does not give the whole address, so that they are text alone. */
function linkNotes(dead: readonly string[]): string[] {
  if (dead.length === 0) return [];
  const shown = dead.slice(0, 6).map(quote).join(', ');
  return [
    `${counted(dead.length, 'link')} became plain text, since the page does not say at which address it stood: ${shown}${dead.length > 6 ? ' and more' : ''}.`,
  ];
}

/** Browsers show no more than 512; what walks a page goes as deep as its elements. */
const MAX_DEPTH = 500;

function refuseDeep(document: Document): void {
  let depth = 0;
  // From element to element without a stack of its own.
  for (let node: Element | null = document.documentElement; node;) {
    if (node.firstElementChild) {
      node = node.firstElementChild;
      depth += 1;
      if (depth > MAX_DEPTH)
        throw new ImportRefusal(
          `The page has elements nested deeper than ${MAX_DEPTH}. Copy its text into a new .txt file and import that.`,
        );
      continue;
    }
    while (node && !node.nextElementSibling) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node?.nextElementSibling ?? null;
  }
}

/** Where a link leads: an absolute http or https address, or `undefined` for any other and where the page's own is not known. */
function linkOf(href: string, page: string | undefined): string | undefined {
  if (!URL.canParse(href, page)) return undefined;
  const whole = new URL(href, page).href;
  return isWebAddress(whole) ? whole : undefined;
}
