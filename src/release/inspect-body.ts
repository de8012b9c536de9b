import { markdownToHtml, type HastNode } from 'satteri';
import { decodeTarget, FEATURES, isFootnote } from './markdown.ts';
import { markUpRaw } from './raw-html.ts';
import { findUnusedDefinitions } from './unused-definitions.ts';

/** Something that stands in a text. */
interface Piece {
  /** As the editor wrote it; an address with its percent signs decoded. */
  readonly written: string;
  /** Line of the text in which it stands, counted from 1. */
  readonly line: number;
}

export interface BodyPieces {
  /**
   * Targets of links, in their order. Nothing is resolved. Plain web addresses that stand by themselves may be left out: they
   * lead to no file here and to no page of the site.
   */
  readonly links: readonly Piece[];
  readonly pictures: readonly Piece[];
  /** Raw HTML that the page shows as text instead of obeying. */
  readonly shownAsText: readonly Piece[];
  /** Addresses and footnotes that nothing in the text refers to, and that no page shows. */
  readonly unused: readonly Piece[];
}

/** What in a text leads elsewhere or is not shown as Markdown, found in one pass; each list in the order of the text. */
export function inspectBody(body: string): BodyPieces {
  const links: Piece[] = [];
  const pictures: Piece[] = [];
  const shownAsText: Piece[] = [];
  const unused: Piece[] = [];
  const found = { links, pictures, shownAsText, unused };
  // Most announcements hold none but addresses that stand by themselves and lead where they say; then there is nothing to parse.
  if (!MARKS.test(body) && !hasOddAddress(body)) return found;
  const piece = (node: HastNode, written: string): Piece => ({ written, line: node.position?.start.line ?? 1 });
  const lines = body.split('\n');
  const onUnused = (line: number): void => void unused.push({ written: (lines[line - 1] ?? '').trim(), line });
  markdownToHtml(body, {
    features: FEATURES,
    mdastPlugins: body.includes(']:') ? [findUnusedDefinitions(onUnused)] : [],
    hastPlugins: [
      {
        name: 'inspect',
        options: { position: true },
        raw: (node, context) => markUpRaw(node, context, (text) => shownAsText.push(piece(node, text))),
        element: [
          {
            filter: ['a'],
            visit(node) {
              if (!isFootnote(node)) links.push(piece(node, decodeTarget(node.properties['href'])));
            },
          },
          {
            filter: ['img'],
            visit(node) {
              pictures.push(piece(node, decodeTarget(node.properties['src'])));
            },
          },
        ],
      },
    ],
  });
  return found;
}

const MARKS = /\]\(|\]:|</;

/** True where an address that Markdown would make a link of has more in it than letters, digits and common signs. */
function hasOddAddress(body: string): boolean {
  // Up to a space of ASCII: Markdown takes other spaces into the address.
  const written = body.match(/(?:https?:|www\.)[^ \t\n\v\f\r]*/gi) ?? [];
  return !written.every((address) => PLAIN_ADDRESS.test(address));
}

// What ends it has one way to be read, so that no text can make this long.
const PLAIN_ADDRESS = /^(?:https?:\/\/)?(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/[\w.~/?#=&%+,;:!*()'-]*|[),;:!?'"*_.’”]*)$/i;
