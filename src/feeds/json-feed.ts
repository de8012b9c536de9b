import { memoised } from '../text/memoised.ts';
import { feedDate, type Entry } from './entry.ts';
import type { Feed } from './feed.ts';
import { concat } from './entry-bytes.ts';

/** Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) in UTF-8; `next_url` leads through the history. */
export function writeJsonFeed(feed: Feed): Buffer {
  const head = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    // The pages of the history are parts of the one feed that is subscribed to.
    feed_url: feed.current('feed.json'),
    description: feed.description,
    next_url: feed.previous?.('feed.json'),
    language: 'en-AU',
    // The format lets names that begin with an underscore be added.
    _archive: feed.digest && { about: feed.digest.page, sha256: feed.digest.sha256 },
  });
  // The head is never empty, so that the items follow behind a comma.
  return concat(`${head.slice(0, -1)},"items":[`, feed.entries.map(jsonItem), ',', ']}\n');
}

const jsonItem = memoised((entry: Entry): Buffer => {
  const item = {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_html: entry.html,
    summary: entry.summary || undefined,
    date_published: feedDate(entry.published),
    date_modified: feedDate(entry.updated),
    authors: [{ name: entry.author }],
    tags: entry.categories.length > 0 ? entry.categories.map(({ name }) => name) : undefined,
    language: entry.language,
    attachments:
      entry.enclosures.length > 0
        ? entry.enclosures.map(({ url, mediaType, bytes, title }) => ({
            url,
            mime_type: mediaType,
            title,
            size_in_bytes: bytes,
          }))
        : undefined,
  };
  return Buffer.from(JSON.stringify(item));
});
