import path from 'node:path';
import { embedPolicy, headerPairs } from '../host-files.ts';
import type { HostedSite } from './hosting.ts';
import { oldAddresses } from './old-addresses.ts';
import {
  ASK,
  CHANGING_OF_SEARCH,
  FEED_PLACES,
  foldersOf,
  inUtf8,
  isFeed,
  KEEP,
  OPEN,
  OTHER_TYPES,
  OWN,
  TEXT_TYPES,
  TYPES_BY_NAME,
} from './served-types.ts';

/**
 * `staticwebapp.config.json` for Azure Static Web Apps. The host reads 20 KB of it at most: old addresses that do not fit
 * are left to the pages that stand there and lead on.
 */
export function staticWebApp(site: HostedSite): string {
  const { base } = site.urls;
  const headers = Object.fromEntries(headerPairs(site));
  const routes = headerRoutes(site);
  const config = (redirects: readonly object[]): string =>
    `${JSON.stringify(
      {
        trailingSlash: 'always',
        globalHeaders: { ...headers, 'Cache-Control': ASK, 'Cross-Origin-Resource-Policy': 'cross-origin' },
        mimeTypes: {
          ...Object.fromEntries(site.endings.map((ending) => [ending, 'application/octet-stream'] as const)),
          ...Object.fromEntries(Object.entries(TEXT_TYPES).map(([ending, type]) => [ending, inUtf8(type)] as const)),
          ...OTHER_TYPES,
        },
        routes: [...redirects, ...routes],
        responseOverrides: { 404: { rewrite: `${base}404.html` } },
      },
      undefined,
      1,
    )}\n`;
  let text = config([]);
  const redirects: object[] = [];
  for (const { encoded, target } of oldAddresses(site)) {
    redirects.push({ route: base + encoded, redirect: target, statusCode: 301 });
    const longer = config(redirects);
    if (Buffer.byteLength(longer) > MOST_BYTES) break;
    text = longer;
  }
  return text;
}

const MOST_BYTES = 20_000;

interface Route {
  readonly route: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly statusCode?: number;
}

/** Headers of some files in the place of the site's. The host takes the first that fits an address. */
function headerRoutes(site: HostedSite): readonly Route[] {
  const policy = embedPolicy(site);
  const routes: readonly Route[] = [
    { route: '_astro/*', headers: { 'Cache-Control': KEEP, ...OWN } },
    ...CHANGING_OF_SEARCH.map((name) => ({ route: `pagefind/${name}`, headers: OWN })),
    { route: 'pagefind/*', headers: { 'Cache-Control': KEEP, ...OWN } },
    ...Object.entries(TYPES_BY_NAME).flatMap(([name, type]) =>
      foldersOf(name)
        .filter((folder) => !folder.includes(':') && (isFeed(name) || TEXT_TYPES[path.extname(name)] !== type))
        .map((folder) => ({
          route: folder + name,
          headers: { ...(isFeed(name) || folder === 'data/' ? OPEN : {}), 'Content-Type': inUtf8(type) },
        })),
    ),
    { route: 'data/*', headers: OPEN },
    ...FEED_PLACES.flatMap((folder) => [
      { route: `${folder}/*.{xml}`, headers: OPEN },
      { route: `${folder}/*.{json}`, headers: { ...OPEN, 'Content-Type': inUtf8('application/feed+json') } },
    ]),
    ...(policy === undefined ? [] : [{ route: 'embed/latest*', headers: { 'Content-Security-Policy': policy } }]),
    ...['_headers', '_redirects'].map((route) => ({ route, statusCode: 404 })),
  ];
  return routes.map((one) => ({ ...one, route: site.urls.base + one.route }));
}
