import { counted } from '../../text/counted.ts';
import { escapeMarkup, unescapeMarkup } from '../../text/markup.ts';
import { instantOf } from '../model/instant-of.ts';
import { quoteText } from '../../text/quote.ts';
import { ImportRefusal } from '../model/refusal.ts';
import type { Post, Posts } from './post.ts';
import { withoutShortcodes } from './shortcodes.ts';

/** Reads a WordPress export or a feed (RSS 2.0, Atom); `undefined` for other XML. References to entities of its own are not followed. */
export async function readFeed(xml: string): Promise<Posts | undefined> {
  const { DOMParser } = await import('linkedom');
  const document = new DOMParser().parseFromString(xml.replace(/^\ufeff?\s*/, ''), 'text/xml') as unknown as Document;
  const root = document.documentElement as Element | null;
  // Plug-ins write comments behind the end.
  if (root && /^(?:feed|rss|rdf:RDF)$/.test(root.nodeName) && !xml.slice(-5000).includes(`</${root.nodeName}>`))
    throw new ImportRefusal(
      'The file ends in the middle: it was not saved whole. Export or save it again, and import that.',
    );
  if (root?.nodeName === 'feed') return atom([...document.getElementsByTagName('entry')]);
  const items = [...document.getElementsByTagName('item')];
  if (root?.nodeName !== 'rss' && root?.nodeName !== 'rdf:RDF') return undefined;
  return items.some((item) => child(item, 'wp:post_type')) ? wordpress(items) : rss(items);
}

/** What WordPress keeps beside its posts. */
const NOT_POSTS =
  /^(?:page|attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-\w+|elementor_\w+|wpcf7_\w+|feedback|jp_\w+|product(?:_\w+)?|shop_\w+)$/;

function wordpress(items: readonly Element[]): Posts {
  const files = new Map<string, string[]>();
  for (const item of items) {
    const address = text(item, 'wp:attachment_url');
    if (address !== '')
      files.set(text(item, 'wp:post_parent'), [...(files.get(text(item, 'wp:post_parent')) ?? []), address]);
  }
  const isPost = (item: Element) => !NOT_POSTS.test(text(item, 'wp:post_type'));
  const isPublished = (item: Element) => text(item, 'wp:status') === 'publish' && text(item, 'wp:post_password') === '';
  const others = Map.groupBy(
    items.filter((item) => !isPost(item)),
    (item) => text(item, 'wp:post_type'),
  );
  const unpublished = Map.groupBy(
    items.filter((item) => isPost(item) && !isPublished(item)),
    (item) => (text(item, 'wp:post_password') === '' ? text(item, 'wp:status') : 'locked with a password'),
  );
  return {
    posts: items.flatMap((item, index): Post[] => {
      if (!isPost(item) || !isPublished(item)) return [];
      const gmt = text(item, 'wp:post_date_gmt');
      const local = text(item, 'wp:post_date');
      const moment = /^0000|^$/.test(gmt) ? momentOf(text(item, 'pubDate')) : `${gmt.slice(0, 16)}Z`;
      const excerpt = plainText(text(item, 'excerpt:encoded')).replace(/\s+/g, ' ').trim();
      const { html, files: inCodes, notes } = withoutShortcodes(text(item, 'content:encoded'));
      return [
        {
          number: index + 1,
          title: plainText(text(item, 'title')),
          ...((moment ?? local) ? { date: moment ?? local.slice(0, 16) } : {}),
          html,
          ...address(text(item, 'link')),
          categories: [...item.children]
            .filter(
              (one) => one.nodeName === 'category' && /^(?:category|post_tag)$/.test(one.getAttribute('domain') ?? ''),
            )
            .map((one) => one.textContent.trim())
            .filter((name) => name !== '' && name !== 'Uncategorised' && name !== 'Uncategorized'),
          files: [...(files.get(text(item, 'wp:post_id')) ?? []), ...inCodes],
          notes: [
            ...notes,
            ...(excerpt === '' ? [] : [`Left out its excerpt: ${quoteText(excerpt)}`]),
            ...(moment === undefined && local !== ''
              ? ['The export does not say in which zone its time is; it was taken for Sydney time.']
              : []),
          ],
        },
      ];
    }),
    leftOut: [
      ...[...others].map(
        ([type, all]) =>
          `Left out ${counted(all.length, `entry of the type "${type}"`, `entries of the type "${type}"`)}${titlesOf(type === 'page' ? all : [])}.`,
      ),
      ...[...unpublished].map(
        ([status, all]) =>
          `Left out ${counted(all.length, 'post')} that ${all.length === 1 ? 'is' : 'are'} not public (${status})${titlesOf(all)}.`,
      ),
    ],
  };
}

function titlesOf(items: readonly Element[]): string {
  const titles = items.slice(0, 10).map((item) => `“${plainText(text(item, 'title'))}”`);
  return titles.length === 0 ? '' : `: ${titles.join(', ')}${items.length > 10 ? ' and more' : ''}`;
}

function rss(items: readonly Element[]): Posts {
  return {
    posts: items.map((item, index): Post => {
      const whole = text(item, 'content:encoded');
      const date = momentOf(text(item, 'pubDate')) ?? momentOf(text(item, 'dc:date'));
      return {
        number: index + 1,
        title: plainText(text(item, 'title')),
        ...(date === undefined ? {} : { date }),
        html: whole || htmlOf(text(item, 'description')),
        ...address(
          text(item, 'link') ||
            (child(item, 'guid')?.getAttribute('isPermaLink') === 'false' ? '' : text(item, 'guid')),
        ),
        categories: [...item.children]
          .filter((one) => one.nodeName === 'category')
          .map((one) => one.textContent.trim())
          .filter(Boolean),
        files: [...item.children]
          .filter((one) => one.nodeName === 'enclosure')
          .map((one) => one.getAttribute('url') ?? ''),
        notes: whole === '' ? ['The feed has no full text of it, perhaps only a summary; compare with the page.'] : [],
      };
    }),
    leftOut: [],
  };
}

function atom(entries: readonly Element[]): Posts {
  return {
    posts: entries.map((entry, index): Post => {
      const content = child(entry, 'content');
      const kind = content?.getAttribute('type') ?? 'text';
      const links = [...entry.children].filter((one) => one.nodeName === 'link');
      const link =
        links.find((one) => (one.getAttribute('rel') ?? 'alternate') === 'alternate')?.getAttribute('href') ?? '';
      const published = momentOf(text(entry, 'published'));
      const date = published ?? momentOf(text(entry, 'updated'));
      const whole = !content
        ? ''
        : kind === 'xhtml'
          ? content.innerHTML
          : kind === 'html'
            ? content.textContent
            : content.hasAttribute('type')
              ? textHtml(content.textContent)
              : htmlOf(content.textContent);
      return {
        number: index + 1,
        title: plainText(text(entry, 'title')),
        ...(date === undefined ? {} : { date }),
        html: whole || htmlOf(text(entry, 'summary')),
        ...address(link),
        categories: [...entry.children]
          .filter((one) => one.nodeName === 'category')
          .map((one) => one.getAttribute('label') ?? one.getAttribute('term') ?? '')
          .filter(Boolean),
        files: links
          .filter((one) => one.getAttribute('rel') === 'enclosure')
          .map((one) => one.getAttribute('href') ?? ''),
        notes: [
          ...(published === undefined && date !== undefined
            ? ['The feed says only when it was last changed, which was taken for its date; compare with the page.']
            : []),
          ...(whole === '' ? ['The feed has no full text of it, perhaps only a summary; compare with the page.'] : []),
        ],
      };
    }),
    leftOut: [],
  };
}

function child(element: Element, name: string): Element | undefined {
  return [...element.children].find((one) => one.nodeName === name);
}

function text(element: Element, name: string): string {
  return child(element, name)?.textContent.trim() ?? '';
}

function address(url: string): { url?: string } {
  return url === '' ? {} : { url };
}

/** A title may hold references and tags of HTML, as feeds escape them twice. */
function plainText(title: string): string {
  return unescapeMarkup(title.replace(/<\/?[a-z][^>]*>/gi, '')).replaceAll('\u00a0', ' ');
}

/** A text as HTML, unless it is HTML. */
export function htmlOf(content: string): string {
  return /<[a-z][^>]*>/i.test(content) ? content : paragraphsOf(content);
}

/** A plain text as HTML, its signs as they are and its lines apart. */
export function textHtml(content: string): string {
  return paragraphsOf(escapeMarkup(content)).replaceAll('\n', '<br>');
}

function paragraphsOf(content: string): string {
  if (content.trim() === '') return '';
  return content
    .trim()
    .split(/\n\s*\n/)
    .map((part) => `<p>${part.trim()}</p>`)
    .join('');
}

/** A moment in UTC, of a date with its zone; `undefined` for one without. */
export function momentOf(written: string): string | undefined {
  const instant = instantOf(written);
  return instant === undefined ? undefined : `${new Date(instant).toISOString().slice(0, 16)}Z`;
}
