import { cdata, escapeMarkup } from '../text/markup.ts';
import { memoised } from '../text/memoised.ts';
import { ABOUT_FEEDS, styleInstruction } from './browser.ts';
import { feedDate, type Entry } from './entry.ts';
import { digestTitle, type Feed } from './feed.ts';
import { concat } from './entry-bytes.ts';

/**
 * Writes a feed as Atom 1.0 (RFC 4287) in UTF-8, with the history's links of RFC 5005, section 4.
 * Titles and summaries have no `type`, and so are plain text (RFC 4287, section 3.1.1); the content says that it is HTML.
 */
export function writeAtom(feed: Feed): Buffer {
  // No next-archive: it would change a document once the next one is there.
  const links = [
    link({ rel: 'self', type: 'application/atom+xml', href: feed.self('atom.xml') }),
    link({ rel: 'alternate', type: 'text/html', href: feed.page }),
    link({ rel: 'related', type: 'text/html', href: feed.about, title: ABOUT_FEEDS }),
    feed.archive ? link({ rel: 'current', type: 'application/atom+xml', href: feed.current('atom.xml') }) : '',
    feed.previous ? link({ rel: 'prev-archive', type: 'application/atom+xml', href: feed.previous('atom.xml') }) : '',
    feed.digest
      ? link({ rel: 'related', type: 'text/html', href: feed.digest.page, title: digestTitle(feed.digest.sha256) })
      : '',
  ];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    styleInstruction(feed),
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en-AU">',
    element('id', feed.current('atom.xml')),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', feedDate(feed.updated)),
    `<author>${element('name', feed.title)}</author>`,
    ...links,
    feed.archive ? '<fh:archive/>' : '',
  ];
  const head = lines.filter((line) => line !== '').map((line) => `${line}\n`);
  return concat(
    head.join(''),
    feed.entries.map(atomEntry),
    '\n',
    feed.entries.length > 0 ? '\n</feed>\n' : '</feed>\n',
  );
}

const atomEntry = memoised((entry: Entry): Buffer => {
  const lines = [
    entry.language === 'en-AU' ? '<entry>' : `<entry xml:lang="${escapeMarkup(entry.language)}">`,
    element('id', entry.id),
    element('title', entry.title),
    link({ rel: 'alternate', type: 'text/html', href: entry.url }),
    element('published', feedDate(entry.published)),
    element('updated', feedDate(entry.updated)),
    `<author>${element('name', entry.author)}</author>`,
    ...entry.categories.map(
      ({ slug, name }) => `<category term="${escapeMarkup(slug)}" label="${escapeMarkup(name)}"/>`,
    ),
    ...entry.enclosures.map(({ url, mediaType, bytes, title }) =>
      link({ rel: 'enclosure', type: mediaType, href: url, length: bytes, title }),
    ),
    element('summary', entry.summary),
    `<content type="html">${cdata(entry.html)}</content>`,
    '</entry>',
  ];
  return Buffer.from(lines.filter((line) => line !== '').join('\n'));
});

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}

function link(attributes: Readonly<Record<string, string | number | undefined>>): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`);
  return `<link${written.join('')}/>`;
}
