import { defineMdastPlugin, markdownToHtml, type HastPluginDefinition } from 'satteri';
import { beginningOf } from './beginning.ts';
import { escapeMarkup, unescapeMarkup, stripInvalidXml } from '../text/markup.ts';
import { decodeTarget, FEATURES } from './markdown.ts';
import { markUpRaw } from './raw-html.ts';
import { slugOf } from '../text/slug.ts';
import { finishTables, tableVisitors, type Visitor } from './table-html.ts';
import { withoutScripts } from '../text/superscript.ts';

/** Says where the addresses in a text lead. The text is untrusted; what gets `undefined` here does not become a link. */
export interface Resolve {
  /** The address of a link target as written, or `undefined` where nothing harmless is meant. */
  link(target: string): string | undefined;
  /** The address of a picture as written, or `undefined` where no such picture lies beside the release. */
  picture(target: string): string | undefined;
}

interface RenderedBody {
  /** Safe HTML: nothing in it runs, loads from elsewhere or is left open. */
  readonly html: string;
  /** What `beginningOf` says of the text. */
  readonly beginning: string;
}

/**
 * Renders a release's Markdown (CommonMark with GFM tables and footnotes) to safe HTML, to the letter:
 * no smart punctuation, no math, raw HTML outside a small allow-list as visible text,
 * links and pictures only where `resolve` gives an address.
 * Headings start at level 2 without a gap and have ids of their own, unique in the text.
 */
export function renderBody(body: string, resolve: Resolve): RenderedBody {
  // Most announcements are paragraphs, lists and links: what is made without a look at the text's tree tells whether it needs
  // one, in a quarter of the time.
  const plain = NEEDS_TREE.test(body) ? undefined : markdownToHtml(body, { features: FEATURES }).html;
  const made = plain !== undefined && !HAS_SHAPE.test(plain) ? plain : renderTree(body);
  const html = stripInvalidXml(MAY_HOLD_SIGNS.test(body) ? escapeAttributes(made) : made);
  return { html: finishTables(nameHeadings(resolveTargets(html, resolve))), beginning: beginningOf(html) };
}

const SINGLE_TILDE = /(?<!~)~(?!~)/;
/** Raw HTML, which is never passed through, and tildes that GFM would strike out text by. */
const NEEDS_TREE = new RegExp(`<|${SINGLE_TILDE.source}`);
/** Tables, and headings, of which footnotes have one of their own. */
const HAS_SHAPE = /<(?:h[1-6]|table)[ >]/;

/** What may become a `<` in an attribute: itself, or a reference. */
const MAY_HOLD_SIGNS = /[<&]/;

/**
 * Writes `<` and `>` in attributes as references: the renderer leaves them there as the author wrote them, in the words for a
 * picture, a link's title or the language of code. From here on every `<` begins a tag.
 */
function escapeAttributes(html: string): string {
  return html.replace(/<[a-z][a-z\d]*(?: [^"<>]*"[^"]*")+[^"<>]*>/g, (tag) =>
    tag.replace(/"[^"]*"/g, (value) => value.replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
  );
}

/** What `renderBody` says, but that links and pictures have the targets which the author wrote. */
function renderTree(body: string): string {
  const depths = new Set<number>();
  // Each plugin goes through the whole text; what it looks for can come of certain signs alone.
  const { html } = markdownToHtml(body, {
    features: FEATURES,
    mdastPlugins: [
      ...(HEADING.test(body) ? [noteDepths(depths), shiftHeadings(depths)] : []),
      ...(SINGLE_TILDE.test(body) ? [keepSingleTildes(body)] : []),
    ],
    hastPlugins: [
      ...(body.includes('<')
        ? [{ name: 'raw', raw: (node, context) => markUpRaw(node, context) } satisfies HastPluginDefinition]
        : []),
      { name: 'shape', element: [...tableVisitors, footnoteVisitor] },
    ],
  });
  return html;
}

/**
 * Gives links and pictures the addresses to which they lead. A link that leads nowhere loses its own, and its words stay; a
 * picture that is kept elsewhere becomes a link, since loading it would tell its host who reads.
 * In text and attributes `<` is escaped, and in attributes `"`, so that only tags match. Throws at one that the renderer does not write.
 */
function resolveTargets(html: string, resolve: Resolve): string {
  let inLink = false;
  const linkTo = (written: string, target: string | undefined, title = ''): string => {
    const href = target === undefined ? '' : ` href="${escapeMarkup(target)}"`;
    return `<a${href}${title}${href !== '' && /^(https?:)?\/\//i.test(written) ? ' rel="noopener"' : ''}>`;
  };
  return html.replace(TARGET_TAG, (tag) => {
    if (tag === '</a>') {
      inLink = false;
      return tag;
    }
    const [, name, written = '', rest = ''] = WRITTEN_TAG.exec(tag) ?? [];
    if (name === undefined) throw new Error(`A link or picture of an unknown form was rendered: ${tag}`);
    const target = decodeTarget(unescapeMarkup(written));
    if (name === 'a href') {
      inLink = true;
      return FOOTNOTE.test(rest) ? tag : linkTo(target, resolve.link(target), rest);
    }
    const src = resolve.picture(target);
    if (src !== undefined) return `<img src="${escapeMarkup(src)}"${rest} loading="lazy">`;
    const alt = unescapeMarkup(/^ alt="([^"]*)"/.exec(rest)?.[1] ?? '');
    const words = escapeMarkup(alt || (target.split('/').at(-1) ?? ''));
    const link = inLink ? undefined : resolve.link(target);
    return link === undefined ? words : `${linkTo(target, link)}${words}</a>`;
  });
}

const TARGET_TAG = /<\/?(?:a|img)(?: [^">]*(?:"[^"]*"[^">]*)*)?>/g;
/** An author's link or picture, or a footnote's link: what it leads to stands first. */
const WRITTEN_TAG = /^<(a href|img src)="([^"]*)"((?: [a-z-]+(?:="[^"]*")?)*)>$/;
/** What stands behind the target in the links between a text and its footnotes, and in no other. */
const FOOTNOTE = /^(?: id="[^"]*")? data-footnote-/;

/** Gives each heading an id out of its words. The footnotes' own heading has one; in text `<` is always escaped, so only headings match. */
function nameHeadings(html: string): string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return html.replace(/<(h[2-6])>([^]*?)<\/\1>/g, (_, tag: string, content: string) => {
    const slug = slugOf(unescapeMarkup(withoutScripts(content).replace(/<[^>]*>/g, '')), 60) || 'section';
    // The page's own places and those of footnotes begin so.
    const base = /^(page|user-content|footnote)-/.test(slug) ? `section-${slug}` : slug;
    let id = base;
    let count = counts.get(base) ?? 1;
    while (taken.has(id)) id = `${base}-${++count}`;
    counts.set(base, count);
    taken.add(id);
    return `<${tag} id="${id}">${content}</${tag}>`;
  });
}

/** A heading has number signs before it or a line of `=` or `-` below. */
const HEADING = /#|[=-][ \t]*$/m;

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

/**
 * The outermost headings of a text become level 2, the next deeper ones level 3, whatever their signs; none is more than
 * one level below the heading before it.
 */
function shiftHeadings(depths: ReadonlySet<number>) {
  let former = 1;
  return defineMdastPlugin({
    name: 'levels',
    heading(node, context) {
      const ranks = [...depths].toSorted((a, b) => a - b);
      const level = Math.min(6, former + 1, 2 + ranks.indexOf(node.depth));
      former = level;
      if (level !== node.depth) context.setProperty(node, 'depth', level as typeof node.depth); // 2 to 6
    },
  });
}

const footnoteVisitor: Visitor = {
  filter: ['section'],
  visit(node, context) {
    if (node.properties['dataFootnotes'] !== undefined) context.setProperty(node, 'className', ['footnotes']);
  },
};
