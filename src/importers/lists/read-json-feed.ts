import { htmlOf, momentOf, textHtml } from './read-feed.ts';
import type { Post, Posts } from './post.ts';

/** Reads a JSON Feed (version 1 or 1.1); `undefined` for other JSON. */
export function readJsonFeed(json: string): Posts | undefined {
  let feed: unknown;
  try {
    feed = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return undefined; // it is no JSON
  }
  const { version, items } = record(feed);
  if (typeof version !== 'string' || !version.includes('jsonfeed.org') || !Array.isArray(items)) return undefined;
  return {
    posts: items.map((entry: unknown, index): Post => {
      const item = record(entry);
      const whole = string(item['content_html']) || textHtml(string(item['content_text']));
      const date = momentOf(string(item['date_published']));
      const attachments = Array.isArray(item['attachments']) ? item['attachments'] : [];
      const tags = Array.isArray(item['tags']) ? item['tags'] : [];
      const url = string(item['url']);
      return {
        number: index + 1,
        title: string(item['title']),
        ...(date === undefined ? {} : { date }),
        html: whole || htmlOf(string(item['summary'])),
        ...(url === '' ? {} : { url }),
        categories: tags.map(string).filter(Boolean),
        files: attachments.map((one) => string(record(one)['url'])).filter(Boolean),
        notes: whole === '' ? ['The feed has no full text of it, perhaps only a summary; compare with the page.'] : [],
      };
    }),
    leftOut: [],
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // checked just before
}

function string(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
