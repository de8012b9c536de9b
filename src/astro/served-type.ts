import path from 'node:path/posix';
import { ending, mediaType } from '../release/file-name.ts';

/** The media type under which this machine serves a file of the site, by its path: the one that `_headers` asks hosts for. */
export function servedType(below: string): string {
  const type = BY_NAME[path.basename(below)] ?? BY_ENDING[ending(below)] ?? mediaType(below);
  if (type === undefined) return 'application/octet-stream';
  return /^text\/|xml|json/.test(type) && !type.startsWith('image/') ? `${type}; charset=utf-8` : type;
}

/** What is known by its whole name. */
const BY_NAME: Readonly<Record<string, string>> = {
  'feed.json': 'application/feed+json',
  'opensearch.xml': 'application/opensearchdescription+xml',
  'release.schema.json': 'application/schema+json',
  'releases.schema.json': 'application/schema+json',
  SHA256SUMS: 'text/plain',
  _headers: 'text/plain',
  _redirects: 'text/plain',
  '_redirects.caddy': 'text/plain',
  '_redirects.nginx': 'text/plain',
  '.htaccess': 'text/plain',
  '.assetsignore': 'text/plain',
  'web.config': 'application/xml',
};

/** What the site has beside releases and their files. */
const BY_ENDING: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  opml: 'text/x-opml',
  svg: 'image/svg+xml',
  xml: 'application/xml',
};
