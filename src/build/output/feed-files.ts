import { config } from '../../config.ts';
import { fileOfAddress } from '../../archive/site-paths.ts';
import type { FeedFormat } from '../../archive/urls.ts';
import { writeAtom } from '../../feeds/atom.ts';
import { feedDocuments, type FeedDocument } from '../../feeds/documents.ts';
import { entryMaker } from '../../feeds/entry.ts';
import { makeFeed, type Feed } from '../../feeds/feed.ts';
import { writeJsonFeed } from '../../feeds/json-feed.ts';
import { writeRss } from '../../feeds/rss.ts';
import type { SiteFolder } from '../site-folder.ts';
import type { Site } from '../site.ts';

/** A feed document in one format. */
interface FeedFile {
  /** Its path below the site's root. */
  readonly name: string;
  readonly format: FeedFormat;
  /** In UTF-8. */
  readonly write: () => Promise<Buffer>;
}

/** Writes every feed document of a site into its folder. */
export async function writeFeeds(site: Site, folder: SiteFolder): Promise<void> {
  for (const { name, write } of feedFiles(site).flat()) folder.write(name, await write());
}

/**
 * Every feed document of a site in each of its formats; what is made for one format is still in memory for the next one of it.
 * They are made here and not by Astro, of whose work on each page they need nothing.
 */
export function feedFiles(site: Site): readonly (readonly FeedFile[])[] {
  const entryOf = entryMaker(site, MEMORY);
  // That of one document alone: all feeds together are many times the archive.
  let last: { readonly document: FeedDocument; readonly feed: Feed } | undefined;
  const feedOf = (document: FeedDocument): Feed => {
    if (last?.document !== document) last = { document, feed: makeFeed(document, site, entryOf) };
    return last.feed;
  };
  return feedDocuments(site.archive, site.urls, config).map((document) =>
    addressesOf(document).map(([format, address]) => ({
      name: fileOfAddress(address, site.urls.base),
      format,
      write: () => Promise.resolve(WRITERS[format](feedOf(document))),
    })),
  );
}

/** Characters of entries that are kept: those of some thousand releases. */
const MEMORY = 20_000_000;

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => Buffer | Promise<Buffer>>> = {
  'rss.xml': async (feed) => Buffer.from(await writeRss(feed)),
  'atom.xml': writeAtom,
  'feed.json': writeJsonFeed,
};

/** RSS knows no history. */
function addressesOf(document: FeedDocument): readonly (readonly [FeedFormat, string])[] {
  return document.kind === 'archive'
    ? HISTORY_FORMATS.map((format) => [format, document.address(format)] as const)
    : FORMATS.map((format) => [format, document.address(format)] as const);
}

const HISTORY_FORMATS = ['atom.xml', 'feed.json'] as const;
const FORMATS = ['rss.xml', ...HISTORY_FORMATS] as const;
