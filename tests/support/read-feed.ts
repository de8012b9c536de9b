import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parseHtml } from './html.ts';

/** What an independent parser finds in a feed, in one form for all three formats. */
export interface ReadFeed {
  readonly title: string | undefined;
  readonly self: string | undefined;
  /** `prev-archive`, or `next_url`. */
  readonly previous: string | undefined;
  readonly current: string | undefined;
  readonly entries: readonly ReadEntry[];
}

export interface ReadEntry {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string;
  readonly published: number;
  readonly updated: number;
  readonly author: string | undefined;
  readonly summary: string;
  readonly html: string;
  readonly categories: readonly (string | undefined)[];
  readonly enclosures: readonly {
    readonly url: string | undefined;
    readonly type: string | undefined;
    readonly length: number | undefined;
  }[];
}

/** Reads a feed by the name of its file: `atom.xml`, `rss.xml` or `feed.json`. */
export function readFeed(name: string, text: string): ReadFeed {
  if (name.endsWith('atom.xml')) return readAtom(text);
  return name.endsWith('rss.xml') ? readRss(text) : readJson(text);
}

function readAtom(text: string): ReadFeed {
  const feed = parseAtomFeed(text);
  const address = (rel: string) => feed.links?.find((link) => link.rel === rel)?.href;
  return {
    title: feed.title?.value,
    self: address('self'),
    previous: address('prev-archive'),
    current: address('current'),
    entries: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      url: entry.links?.find((link) => link.rel === 'alternate')?.href,
      title: entry.title?.value ?? '',
      published: Date.parse(entry.published ?? ''),
      updated: Date.parse(entry.updated ?? ''),
      author: entry.authors?.[0]?.name,
      summary: entry.summary?.value ?? '',
      html: entry.content?.value ?? '',
      categories: (entry.categories ?? []).map((category) => category.label),
      enclosures: (entry.links ?? [])
        .filter((link) => link.rel === 'enclosure')
        .map(({ href, type, length }) => ({ url: href, type, length })),
    })),
  };
}

function readRss(text: string): ReadFeed {
  const feed = parseRssFeed(text);
  return {
    title: feed.title && eitherWay(feed.title),
    self: feed.atom?.links?.find((link) => link.rel === 'self')?.href,
    previous: undefined,
    current: undefined,
    entries: (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      url: item.link,
      title: eitherWay(item.title ?? ''),
      published: Date.parse(item.pubDate ?? ''),
      updated: Date.parse(item.atom?.updated ?? item.pubDate ?? ''),
      author: eitherWay(item.dc?.creators?.[0] ?? ''),
      summary: asHtml(item.description ?? ''),
      html: item.content?.encoded ?? '',
      categories: (item.categories ?? []).map((category) => eitherWay(category.name ?? '')),
      enclosures: (item.enclosures ?? []).map(({ url, type, length }) => ({ url, type, length })),
    })),
  };
}

/** What a reader shows who takes a text for plain text and one who takes it for HTML, which have to be the same. */
function eitherWay(text: string): string {
  const seen = [text, asHtml(text)].map((one) => one.replace(/(?<=[<&])\u2060/g, ''));
  if (seen[0] !== seen[1]) throw new Error(`${JSON.stringify(text)} reads ${JSON.stringify(seen[1])} as HTML.`);
  return seen[0] ?? '';
}

function asHtml(html: string): string {
  const document = parseHtml(`<!doctype html><html><body><div>${html}</div></body></html>`);
  if (document.querySelectorAll('body *').length > 1) throw new Error(`${JSON.stringify(html)} has elements.`);
  return document.querySelector('div')?.textContent ?? '';
}

function readJson(text: string): ReadFeed {
  const feed = parseJsonFeed(text);
  return {
    title: feed.title,
    self: feed.feed_url,
    previous: feed.next_url,
    current: undefined,
    entries: (feed.items ?? []).map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title ?? '',
      published: Date.parse(item.date_published ?? ''),
      updated: Date.parse(item.date_modified ?? ''),
      author: item.authors?.[0]?.name,
      summary: item.summary ?? '',
      html: item.content_html ?? '',
      categories: item.tags ?? [],
      enclosures: (item.attachments ?? []).map(({ url, mime_type, size_in_bytes }) => ({
        url,
        type: mime_type,
        length: size_in_bytes,
      })),
    })),
  };
}
