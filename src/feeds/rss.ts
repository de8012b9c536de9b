import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import { cdata, escapeMarkup } from '../text/markup.ts';
import { styleInstruction } from './browser.ts';
import { feedDate, type Entry } from './entry.ts';
import { digestTitle, type Feed } from './feed.ts';
import { textOrHtml } from './text-or-html.ts';

/**
 * Writes a feed as RSS 2.0 (https://www.rssboard.org/rss-specification). It knows no history, so archive documents have no such form.
 * An item's description is HTML, as its content is; of all other texts nobody can know what readers take them for.
 */
export async function writeRss(feed: Feed): Promise<string> {
  const self = escapeMarkup(feed.self('rss.xml'));
  const xml = await getRssString({
    title: textOrHtml(feed.title),
    description: textOrHtml(feed.description),
    site: feed.page,
    items: feed.entries.map(rssItem),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      '<language>en-AU</language>',
      // For people who have found the feed and wonder what it is.
      `<docs>${escapeMarkup(feed.about)}</docs>`,
      feed.entries.length === 0 ? '' : `<lastBuildDate>${new Date(feed.updated).toUTCString()}</lastBuildDate>`,
      `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
      feed.digest
        ? `<atom:link href="${escapeMarkup(feed.digest.page)}" rel="related" type="text/html" title="${digestTitle(feed.digest.sha256)}"/>`
        : '',
    ].join(''),
  });
  const creators = new Map(feed.entries.map((entry) => [entry.id, escapeMarkup(textOrHtml(entry.author))]));
  const contents = new Map(feed.entries.map((entry) => [entry.id, cdata(entry.html)]));
  // The library writes neither the type of a style sheet nor elements whose parts have an order, and escapes each sign of a text.
  return `${xml
    .replace('?>', () => `?>\n${styleInstruction(feed)}\n`)
    .replace(/(?<=<dc:creator>)urn:uuid:[0-9a-f-]+(?=<)/g, (id) => creators.get(id) ?? id)
    .replace(/(?<=<content:encoded>)urn:uuid:[0-9a-f-]+(?=<)/g, (id) => contents.get(id) ?? id)}\n`;
}

function rssItem(entry: Entry): RSSFeedItem {
  // RSS takes one enclosure an item, and only with its length.
  const enclosure = entry.enclosures.find(({ bytes }) => bytes !== undefined);
  return {
    title: textOrHtml(entry.title),
    link: entry.url,
    pubDate: new Date(entry.published),
    // The library escapes it for XML once more.
    description: escapeText(entry.summary),
    content: entry.id,
    categories: entry.categories.map(({ name }) => textOrHtml(name)),
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

/** Text as HTML; quotation marks need no escape outside of attributes, and those who read it as text see fewer. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
