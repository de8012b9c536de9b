import { config } from '../config.ts';
import { feedDocuments, type FeedDocument, type HistoryFormat } from '../feeds/documents.ts';
import { entryMaker, type EntryOf } from '../feeds/entry.ts';
import { makeFeed, type Feed } from '../feeds/feed.ts';
import type { FeedFormat } from '../archive/urls.ts';
import { getSite, type Site } from '../site/state.ts';

interface FeedPath {
  readonly params: { readonly list: string | undefined };
  readonly props: { readonly document: FeedDocument };
}

/** For `getStaticPaths` of `[...list]/<format>`: every document that is written in this format. */
export function feedPaths(format: FeedFormat): FeedPath[] {
  const { urls } = getSite();
  return stateOf(getSite()).documents.flatMap((document) => {
    if (document.kind === 'archive' && format === 'rss.xml') return [];
    const address = document.kind === 'archive' ? document.address(format as HistoryFormat) : document.address(format);
    const list = decodeURI(address.slice(urls.base.length, -format.length - 1));
    return [{ params: { list: list === '' ? undefined : list }, props: { document } }];
  });
}

/** The feed of a document, to be written in one format or another. */
export function feedOf(document: FeedDocument): Feed {
  const site = getSite();
  return makeFeed(document, site, stateOf(site).entryOf);
}

interface State {
  readonly documents: readonly FeedDocument[];
  readonly entryOf: EntryOf;
}

/** Characters of entries that are kept: those of some thousand releases. */
const MEMORY = 20_000_000;
const states = new WeakMap<Site, State>();

function stateOf(site: Site): State {
  const known = states.get(site);
  if (known) return known;
  const state = {
    documents: feedDocuments(site.archive, site.urls, config),
    entryOf: entryMaker(site, MEMORY),
  };
  states.set(site, state);
  return state;
}
