import { escapeMarkup } from '../release/escape.ts';
import type { Feed } from './feed.ts';

/** The line that has a browser show a feed by our style sheet. XSLT is being removed from browsers; CSS stays. */
export function styleInstruction(feed: Feed): string {
  return `<?xml-stylesheet type="text/css" href="${escapeMarkup(feed.stylesheet)}"?>`;
}

/**
 * A sentence for the person who opened a feed in a browser, with links that work there, because they are XHTML.
 * Feed readers pass it over: it is in a namespace that is not theirs.
 */
export function sentenceForBrowsers(feed: Feed): string {
  const link = (href: string, text: string): string => `<xhtml:a href="${escapeMarkup(href)}">${text}</xhtml:a>`;
  const about = link(feed.about, 'What feeds are, and all of them');
  const page = link(feed.page, 'the same releases as a page');
  return `<xhtml:p xmlns:xhtml="http://www.w3.org/1999/xhtml">This is a feed: a feed reader that has its address shows what is new. ${about}, or ${page}.</xhtml:p>`;
}
