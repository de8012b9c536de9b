import { defineMdastPlugin, markdownToHtml } from 'satteri';
import { beginningOf } from './beginning.ts';
import { escapeMarkup, unescapeMarkup, stripInvalidXml } from '../text/markup.ts';
import { decodeTarget, FEATURES } from './markdown.ts';
import { markUpRaw } from './raw-html.ts';
import { slugOf } from '../text/slug.ts';
import { finishTables } from './table-html.ts';
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
  const made = NEEDS_TREE.test(body) ? renderTree(body) : markdownToHtml(body, { features: FEATURES }).html;
  const html = stripInvalidXml(MAY_HOLD_SIGNS.test(body) ? escapeAttributes(made) : made);
  const shaped = finishTables(finishHeadings(resolveTargets(html, resolve)));
  return { html: shaped, beginning: beginningOf(html) };
}

const SINGLE_TILDE = /(?<!~)~(?!~)/;
/** Raw HTML, which is never passed through, and tildes that GFM would strike out text by. */
const NEEDS_TREE = new RegExp(`<|${SINGLE_TILDE.source}`);
/** What may become a `<` in an attribute: itself, or a reference. */
const MAY_HOLD_SIGNS = /[<&]/;

/** HTML of a text that holds raw HTML or a single tilde, which takes three times as long. */
function renderTree(body: string): string {
  return markdownToHtml(body, {
    features: FEATURES,
    mdastPlugins: SINGLE_TILDE.test(body) ? [keepSingleTildes(body)] : [],
    hastPlugins: [{ name: 'raw', raw: (node, context) => markUpRaw(node, context) }],
  }).html;
}

/**
 * Writes `<` and `>` in attributes as references: the renderer leaves them there as the author wrote them, in the words for a
 * picture, a link's title or the language of code. From here on every `<` begins a tag.
 */
function escapeAttributes(html: string): string {
  return html.replace(/<[a-z][a-z\d]*(?: [^"<>]*"[^"]*")+[^"<>]*>/g, (tag) =>
    tag.replace(/"[^"]*"/g, (value) => value.replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
  );
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

/**
 * Gives each heading its level and an id out of its words. The outermost of a text become level 2, the next deeper ones level 3,
 * whatever their signs; none is more than one level below the one before it. The footnotes' own heading has attributes, and stays.
 */
function finishHeadings(html: string): string {
  const depths = [1, 2, 3, 4, 5, 6].filter((depth) => html.includes(`<h${depth}>`));
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  let level = 1;
  return html.replace(/<h([1-6])>([^]*?)<\/h\1>/g, (_, depth: string, content: string) => {
    level = Math.min(6, level + 1, 2 + depths.indexOf(Number(depth)));
    const slug = slugOf(unescapeMarkup(withoutScripts(content).replace(/<[^>]*>/g, '')), 60) || 'section';
    // The page's own places and those of footnotes begin so.
    const base = /^(page|user-content|footnote)-/.test(slug) ? `section-${slug}` : slug;
    let id = base;
    let count = counts.get(base) ?? 1;
    while (taken.has(id)) id = `${base}-${++count}`;
    counts.set(base, count);
    taken.add(id);
    return `<h${level} id="${id}">${content}</h${level}>`;
  });
}

/** GFM also takes `~5%~` for struck-out text; in announcements the sign means "about". */
function keepSingleTildes(body: string) {
  return defineMdastPlugin({
    name: 'single-tildes',
    options: { position: true },
    delete(node, context) {
      const start = node.position?.start.offset;
      if (start === undefined || body.startsWith('~~', start)) return;
      const tilde = { type: 'text', value: '~' } as const;
      // To give it other children, or to put them in its place, takes time with the square of how many there are.
      context.setProperty(node, 'data', { hName: 'span' });
      context.prependChild(node, tilde);
      context.appendChild(node, tilde);
    },
  });
}
