import { counted } from '../text/counted.ts';
import type { DataSource } from './columns/column.ts';
import { dataFiles } from './data-files.ts';
import { spanOf } from './extent.ts';

/** `/llms.txt` (llmstxt.org): what the archive is and its ways in, as Markdown with whole addresses. */
export function llmsText(source: DataSource & { readonly title: string }): string {
  const { archive, urls, title } = source;
  const { json, csv } = dataFiles(source).whole;
  const { releases, settings } = archive;
  const link = (name: string, path: string, note: string): string => `- [${name}](${urls.absolute(path)}): ${note}`;
  const lines = [
    `# ${title}`,
    '',
    `> ${settings.description ?? 'An archive of announcements to the Australian Securities Exchange (ASX).'}`,
    '',
    `${counted(releases.length, 'release')}${spanOf(releases)}. Dates and times are Sydney’s. Each text stands as it was lodged.`,
    ...(settings.notice === undefined ? [] : ['', settings.notice]),
    'A release that was corrected, replaced, retracted or cancelled later says so on its page and in the data.',
    '',
    '## Data',
    '',
    ...(json ? [link('All releases as JSON', urls.data(json.name), 'metadata and addresses, newest first')] : []),
    ...(csv ? [link('All releases as CSV', urls.data(csv.name), 'the same as a table')] : []),
    link('The same by year', urls.data('index.json'), 'the addresses and sizes of all these files'),
    link('What the columns mean', urls.data(), 'names, types, what a missing value means'),
    link('JSON Schema of the front matter', urls.data('release.schema.json'), 'the form of the Markdown files'),
    link('Checksums', urls.checksums(), 'SHA-256 of every file of the site'),
    '',
    '## Texts',
    '',
    `Each release is a page at ${urls.absolute(urls.path('releases/'))}<id>/ and the Markdown it was made from at ${urls.absolute(urls.path('releases/'))}<id>.md.`,
    '',
    link('By year', urls.list({ kind: 'all' }), 'all releases'),
    link('By type', urls.types(), 'the exchange’s announcement types'),
    ...(archive.companies.length > 1 ? [link('By company', urls.companies(), 'with former names and codes')] : []),
    link('Price sensitive', urls.list({ kind: 'price-sensitive' }), 'releases that the exchange marked so'),
    link('Corrections', urls.list({ kind: 'corrections' }), 'releases that correct others'),
    link('Search', urls.search(), 'needs JavaScript'),
    link('What the archive covers', urls.archive(), 'counts, gaps, what is not recorded'),
    '',
    '## Feeds',
    '',
    link('Atom', urls.feed({ kind: 'all' }, 'atom.xml'), 'the newest releases in full, with the way to all older ones'),
    link('RSS', urls.feed({ kind: 'all' }, 'rss.xml'), 'the newest releases in full'),
    link('JSON Feed', urls.feed({ kind: 'all' }, 'feed.json'), 'the newest releases in full'),
  ];
  return `${lines.join('\n')}\n`;
}
