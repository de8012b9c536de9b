import { escapeMarkup } from '../text/markup.ts';
import type { Feed } from './feed.ts';

/** The line that has a browser show a feed by our style sheet. XSLT is being removed from browsers; CSS stays. */
export function styleInstruction(feed: Feed): string {
  return `<?xml-stylesheet type="text/css" href="${escapeMarkup(feed.stylesheet)}"?>`;
}

/** What the page about feeds is called where a feed leads to it. The style sheet finds the link by these words and shows people its address. */
export const ABOUT_FEEDS = 'What feeds are, and all of them';
