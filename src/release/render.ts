import {
  defineMdastPlugin,
  markdownToHtml,
  type HastNode,
  type HastPluginDefinition,
  type HastVisitorContext,
} from 'satteri';
import { withoutForbidden } from './escape.ts';
import { decodeTarget, FEATURES, isFootnote, type ElementNode } from './markdown.ts';
import { markUpRaw } from './raw-html.ts';
import { slugOf } from './slug.ts';

/** Says where the addresses in a text lead. The text is untrusted; what gets `undefined` here does not become a link. */
export interface Resolve {
  /** The address of a link target as written, or `undefined` where nothing harmless is meant. */
  link(target: string): string | undefined;
  /** The address of a picture as written, or `undefined` where no such picture lies beside the release. */
  picture(target: string): string | undefined;
}

interface Heading {
  readonly id: string;
  readonly text: string;
  /** 2 for the outermost headings of the text: the page's headline is 1. */
  readonly level: number;
}

interface RenderedBody {
  /** Safe HTML: nothing in it runs, loads from elsewhere or is left open. */
  readonly html: string;
  readonly headings: readonly Heading[];
}

/**
 * Renders a release's Markdown (CommonMark with GFM tables and footnotes) to safe HTML, to the letter:
 * no smart punctuation, no math, raw HTML outside a small allow-list as visible text,
 * links and pictures only where `resolve` gives an address.
 * Headings start at level 2 without a gap and have ids of their own, unique in the text.
 */
export function renderBody(body: string, resolve: Resolve): RenderedBody {
  const depths = new Set<number>();
  const headings: Heading[] = [];
  // Each plugin goes through the whole text; what it looks for can come of certain signs alone.
  const raw = body.includes('<');
  const { html } = markdownToHtml(body, {
    features: FEATURES,
    mdastPlugins: [
      ...(HEADING.test(body) ? [noteDepths(depths), shiftHeadings(depths)] : []),
      ...(SINGLE_TILDE.test(body) ? [keepSingleTildes(body)] : []),
    ],
    hastPlugins: [
      ...(raw
        ? [{ name: 'raw', raw: (node, context) => markUpRaw(node, context) } satisfies HastPluginDefinition]
        : []),
      { name: 'addresses', element: [linkVisitor(resolve), pictureVisitor(resolve)] },
      { name: 'shape', element: [headingVisitor(headings), ...tableVisitors, footnoteVisitor] },
    ],
  });
  return { html: nameTables(withoutForbidden(html)), headings };
}

/** Regions are told apart by their names: `Table`, `Table 2`. In text `<` is always escaped, so only regions match. */
function nameTables(html: string): string {
  let count = 0;
  return html.replace(/(<div class="table" role="region" aria-label="Table)"/g, (_, start: string) =>
    ++count === 1 ? `${start}"` : `${start} ${count}"`,
  );
}

/** A heading has number signs before it or a line of `=` or `-` below. */
const HEADING = /#|[=-][ \t]*$/m;
const SINGLE_TILDE = /(?<!~)~(?!~)/;

/** GFM also takes `~5%~` for struck-out text; in announcements the sign means "about". */
function keepSingleTildes(body: string) {
  return defineMdastPlugin({
    name: 'single-tildes',
    options: { position: true },
    delete(node, context) {
      const start = node.position?.start.offset;
      if (start === undefined || body.startsWith('~~', start)) return;
      const tilde = { type: 'text', value: '~' } as const;
      // To put the children in the place of their parent takes time with the square of how many there are.
      context.setProperty(node, 'data', { hName: 'span' });
      context.setProperty(node, 'children', [tilde, ...node.children, tilde]);
    },
  });
}

function noteDepths(depths: Set<number>) {
  return defineMdastPlugin({
    name: 'depths',
    heading(node) {
      depths.add(node.depth);
    },
  });
}

/** The outermost headings of a text become level 2, the next deeper ones level 3, whatever their signs. */
function shiftHeadings(depths: ReadonlySet<number>) {
  return defineMdastPlugin({
    name: 'levels',
    heading(node, context) {
      const ranks = [...depths].toSorted((a, b) => a - b);
      const level = Math.min(6, 2 + ranks.indexOf(node.depth));
      if (level !== node.depth) context.setProperty(node, 'depth', level as typeof node.depth); // 2 to 6
    },
  });
}

/** A visitor that answers at once: rendering never waits. */
interface Visitor {
  filter: string[];
  visit(node: ElementNode, context: HastVisitorContext): HastNode | void;
}

function headingVisitor(headings: Heading[]): Visitor {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    visit(node, context) {
      // The footnotes' own heading is not the author's.
      if (node.properties['id'] !== undefined) return;
      const text = context.textContent(node).replace(/\s+/g, ' ').trim();
      const slug = slugOf(text, 60) || 'section';
      // The page's own places and those of footnotes begin so.
      const base = /^(page|user-content|footnote)-/.test(slug) ? `section-${slug}` : slug;
      let id = base;
      let count = counts.get(base) ?? 1;
      while (taken.has(id)) id = `${base}-${++count}`;
      counts.set(base, count);
      taken.add(id);
      headings.push({ id, text, level: Number(node.tagName.slice(1)) });
      context.setProperty(node, 'id', id);
    },
  };
}

function linkVisitor(resolve: Resolve): Visitor {
  return {
    filter: ['a'],
    visit(node, context) {
      if (isFootnote(node)) return;
      const written = decodeTarget(node.properties['href']);
      const href = resolve.link(written);
      if (href === undefined) {
        // The words stay; an element without an address is no link.
        context.setProperty(node, 'href', undefined);
        return;
      }
      context.setProperty(node, 'href', href);
      if (/^(https?:)?\/\//i.test(written)) context.setProperty(node, 'rel', 'noopener');
    },
  };
}

function pictureVisitor(resolve: Resolve): Visitor {
  return {
    filter: ['img'],
    visit(node, context) {
      const written = decodeTarget(node.properties['src']);
      const src = resolve.picture(written);
      if (src === undefined) {
        const words = {
          type: 'text',
          value: String(node.properties['alt'] ?? '') || (written.split('/').at(-1) ?? ''),
        } as const;
        const href = resolve.link(written);
        const parent = context.parent(node);
        const linked = parent.type === 'element' && parent.tagName === 'a';
        // A picture kept elsewhere is not loaded, since that would tell its host who reads; a link leads to it.
        context.replaceNode(
          node,
          href === undefined || linked
            ? words
            : { type: 'element', tagName: 'a', properties: { href, rel: ['noopener'] }, children: [words] },
        );
        return;
      }
      context.setProperty(node, 'src', src);
      context.setProperty(node, 'loading', 'lazy');
    },
  };
}

const tableVisitors: Visitor[] = [
  {
    filter: ['table'],
    visit(node, context) {
      context.wrapNode(node, {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'], role: 'region', ariaLabel: 'Table', tabIndex: 0 },
        children: [],
      });
    },
  },
  {
    filter: ['th', 'td'],
    visit(node, context) {
      // A strict policy blocks inline styles, so the alignment becomes a class.
      const side = /text-align:\s*(left|right|center)/.exec(String(node.properties['style'] ?? ''))?.[1];
      if (node.properties['style'] !== undefined) context.setProperty(node, 'style', undefined);
      if (side) context.setProperty(node, 'className', [side]);
    },
  },
];

const footnoteVisitor: Visitor = {
  filter: ['section'],
  visit(node, context) {
    if (node.properties['dataFootnotes'] !== undefined) context.setProperty(node, 'className', ['footnotes']);
  },
};
