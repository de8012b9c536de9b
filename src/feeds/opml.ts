import type { Urls } from '../archive/urls.ts';
import { escapeMarkup } from '../text/markup.ts';
import { feedTitle, type FeedGroup } from './lists.ts';
import { textOrHtml } from './text-or-html.ts';

/**
 * All feeds as OPML 2.0 (https://opml.org/spec2.opml), for feed readers that take many subscriptions at once: one feed a list, in Atom.
 * The format lets what is shown of an outline be HTML.
 */
export function writeOpml(groups: readonly FeedGroup[], urls: Urls, siteTitle: string): string {
  const body = groups.map(({ heading, lists }) => {
    const outlines = lists.map((list) => {
      // `rss` is the format's word for every kind of feed.
      const attributes = {
        type: 'rss',
        text: textOrHtml(list.name),
        title: textOrHtml(feedTitle(siteTitle, list)),
        description: textOrHtml(list.description),
        xmlUrl: urls.absolute(urls.feed(list.ref, 'atom.xml')),
        htmlUrl: urls.absolute(urls.list(list.ref)),
      };
      return `${outline(attributes)}/>\n`;
    });
    return `${outline({ text: textOrHtml(heading) })}>\n${outlines.join('')}</outline>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>${escapeMarkup(textOrHtml(siteTitle))}</title>
<docs>http://opml.org/spec2.opml</docs>
</head>
<body>
${body.join('')}</body>
</opml>
`;
}

function outline(attributes: Readonly<Record<string, string>>): string {
  return `<outline${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join('')}`;
}
