import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import { escapeMarkup } from '../release/escape.ts';
import { sentenceForBrowsers, styleInstruction } from './browser.ts';
import { feedDate, type Entry } from './entry.ts';
import { digestTitle, type Feed } from './feed.ts';

/** Writes a feed as RSS 2.0 (https://www.rssboard.org/rss-specification). It knows no history, so archive documents have no such form. */
export async function writeRss(feed: Feed): Promise<string> {
  const self = escapeMarkup(feed.self('rss.xml'));
  const xml = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.page,
    items: feed.entries.map(rssItem),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      '<language>en-AU</language>',
      feed.entries.length === 0 ? '' : `<lastBuildDate>${new Date(feed.updated).toUTCString()}</lastBuildDate>`,
      `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
      feed.digest
        ? `<atom:link href="${escapeMarkup(feed.digest.page)}" rel="related" type="text/html" title="${digestTitle(feed.digest.sha256)}"/>`
        : '',
    ].join(''),
  });
  const creators = new Map(feed.entries.map((entry) => [entry.id, escapeMarkup(entry.author)]));
  // The library writes neither the type of a style sheet nor elements whose parts have an order.
  return `${xml
    .replace('?>', () => `?>\n${styleInstruction(feed)}\n`)
    .replace('<channel>', () => `<channel>${sentenceForBrowsers(feed)}`)
    .replace(/(?<=<dc:creator>)urn:uuid:[0-9a-f-]+(?=<)/g, (id) => creators.get(id) ?? id)}\n`;
}

function rssItem(entry: Entry): RSSFeedItem {
  // RSS takes one enclosure an item, and only with its length.
  const enclosure = entry.enclosures.find(({ bytes }) => bytes !== undefined);
  return {
    title: entry.title,
    link: entry.url,
    pubDate: new Date(entry.published),
    description: entry.summary || undefined,
    content: entry.html || undefined,
    categories: entry.categories.map(({ name }) => name),
    ...(enclosure?.bytes === undefined
      ? {}
      : { enclosure: { url: enclosure.url, length: enclosure.bytes, type: enclosure.mediaType } }),
    // The library reads these again and would make the number 100000 of a company named 1E5: the id holds its place.
    customData: [
      `<guid isPermaLink="false">${entry.id}</guid>`,
      `<dc:creator>${entry.id}</dc:creator>`,
      entry.updated === entry.published ? '' : `<atom:updated>${feedDate(entry.updated)}</atom:updated>`,
    ].join(''),
  };
}
