import { config } from '../config.ts';
import { feedDocuments, type FeedDocument, type HistoryFormat } from '../feeds/documents.ts';
import { makeFeed, type Feed } from '../feeds/feed.ts';
import { rememberTexts } from '../feeds/remember.ts';
import type { FeedSource } from '../feeds/source.ts';
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
  return makeFeed(document, stateOf(getSite()).source);
}

interface State {
  readonly documents: readonly FeedDocument[];
  readonly source: FeedSource;
}

// A release stands in up to a dozen documents; its text is rendered once where it is still in memory.
const MEMORY = 64 * 1024 * 1024;
const states = new WeakMap<Site, State>();

function stateOf(site: Site): State {
  const known = states.get(site);
  if (known) return known;
  const documents = feedDocuments(site.archive, site.urls, config);
  const source = { ...site, renderForFeed: rememberTexts(site.renderForFeed, MEMORY) };
  const state = { documents, source };
  states.set(site, state);
  return state;
}
