import { escape } from './_includes/html.js';

/** @typedef {import('./eleventy.config.js').Item & { date: Date, content: string }} Entry */

const SITE = 'https://announcements.example.com';

export const data = { permalink: '/rss.xml' };

/** @param {{ collections: { newest: Entry[] } }} data */
export function render({ collections }) {
  const items = collections.newest.slice(0, 50).map(
    ({ url, date, content, data }) => `<item>
<title>${escape(data.title)}</title>
<link>${SITE}${url}</link>
<guid>${SITE}${url}</guid>
<pubDate>${date.toUTCString()}</pubDate>
<content:encoded>${escape(content)}</content:encoded>
</item>`,
  );
  const title = 'Announcements of a fictional market';
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${title}</title>
<link>${SITE}/</link>
<description>${title}</description>
${items.join('\n')}
</channel>
</rss>
`;
}
