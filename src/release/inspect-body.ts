import { markdownToHtml, type HastNode } from 'satteri';
import { decodeTarget, FEATURES, isFootnote } from './markdown.ts';
import { markUpRaw } from './raw-html.ts';
import { findUnusedDefinitions } from './unused-definitions.ts';

/** Something that stands in a text. */
interface BodyPart {
  /** As the editor wrote it; an address with its percent signs decoded. */
  readonly written: string;
  /** Line of the text in which it stands, counted from 1. */
  readonly line: number;
}

/** A link by its target. */
interface Link extends BodyPart {
  /** The link as its author wrote it, brackets and all. */
  readonly source: string;
}

/** A picture by its target. */
interface Picture extends BodyPart {
  /** What it shows, for those who cannot see it. */
  readonly words: string;
}

export interface BodyParts {
  /**
   * Targets of links, in their order. Nothing is resolved. Plain web addresses that stand by themselves may be left out: they
   * lead to no file here and to no page of the site.
   */
  readonly links: readonly Link[];
  readonly pictures: readonly Picture[];
  /** Raw HTML that the page shows as text instead of obeying, also what only looks like it: `<Chart of prices>`. */
  readonly shownAsText: readonly BodyPart[];
  /** Addresses and footnotes that nothing in the text refers to, and that no page shows. */
  readonly unused: readonly BodyPart[];
}

/** What in a text leads elsewhere or is not shown as Markdown, found in one pass; each list in the order of the text. */
export function inspectBody(body: string): BodyParts {
  const links: Link[] = [];
  const pictures: Picture[] = [];
  const shownAsText: BodyPart[] = [];
  const unused: BodyPart[] = [];
  const found = { links, pictures, shownAsText, unused };
  // Most announcements hold none but addresses that stand by themselves and lead where they say; then there is nothing to parse.
  if (!MARKS.test(body) && !hasOddAddress(body)) return found;
  const partOf = (node: HastNode, written: string): BodyPart => ({ written, line: node.position?.start.line ?? 1 });
  const lines = body.split('\n');
  const onUnused = (line: number): void => void unused.push({ written: (lines[line - 1] ?? '').trim(), line });
  markdownToHtml(body, {
    features: FEATURES,
    mdastPlugins: body.includes(']:') ? [findUnusedDefinitions(onUnused)] : [],
    hastPlugins: [
      {
        name: 'inspect',
        options: { position: true },
        raw: (node, context) => markUpRaw(node, context, (text) => shownAsText.push(partOf(node, text))),
        element: [
          {
            filter: ['a'],
            visit(node) {
              if (isFootnote(node)) return;
              const { start, end } = node.position ?? {};
              const source = body.slice(start?.offset ?? 0, end?.offset ?? 0);
              links.push({ written: decodeTarget(node.properties['href']), line: start?.line ?? 1, source });
            },
          },
          {
            filter: ['img'],
            visit(node) {
              const words = node.properties['alt'];
              pictures.push({
                ...partOf(node, decodeTarget(node.properties['src'])),
                words: typeof words === 'string' ? words : '',
              });
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
