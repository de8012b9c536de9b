import { apacheMissing, serveWithApache } from './apache.ts';
import { BELOW } from './build.ts';
import { caddyMissing, serveWithCaddy } from './caddy.ts';
import { codeBlock } from './code-block.ts';
import { nginxMissing, serveWithNginx } from './nginx.ts';
import { serveFolder, type FolderServer } from './serve.ts';
import { builtBelow, builtSite } from './site.ts';

export const NGINX = 'by nginx with the settings of docs/hosting.md';
export const CADDY = 'by Caddy with the settings of docs/hosting.md';
export const NGINX_BELOW = 'below a path by nginx with the settings of docs/hosting.md';
export const CADDY_BELOW = 'below a path by Caddy with the settings of docs/hosting.md';
export const APACHE = 'by Apache with the .htaccess of HOSTING=apache';

/** The ways in which the sample archive is served, as they stand in names of tests. */
export const WAYS = [
  'at the root by a plain file server',
  'below a path by a plain file server',
  NGINX,
  CADDY,
  NGINX_BELOW,
  CADDY_BELOW,
  APACHE,
  'by the rules of Cloudflare Pages',
  'below a path by the rules of Netlify',
] as const;

export interface ServedSite {
  /** Address at which it is served, with a slash at its end. */
  readonly url: string;
  /** Address that the site believes to have, with a slash at its end. */
  readonly published: string;
  readonly folder: string;
}

export interface ServedSites {
  /** The site as it is served in a way; `skip`, with the reason, where this machine lacks the server. */
  readonly served: (way: (typeof WAYS)[number], skip: (note: string) => never) => ServedSite;
  readonly close: () => Promise<void>;
}

/** Serves the sample archive in all ways at once, each at a port of its own on 127.0.0.1. */
export async function serveInAllWays(): Promise<ServedSites> {
  const missing: Partial<Record<string, string>> = {
    [NGINX]: nginxMissing(),
    [CADDY]: caddyMissing(),
    [NGINX_BELOW]: nginxMissing(),
    [CADDY_BELOW]: caddyMissing(),
    [APACHE]: apacheMissing(),
  };
  // Said once in the open, because a short report of tests leaves the reasons of skipped ones out.
  for (const reason of new Set(Object.values(missing))) if (reason !== undefined) console.warn(reason);
  const root = builtSite();
  const below = builtBelow();
  const settings = (language: string) => codeBlock('docs/hosting.md', language);
  const servers: Record<(typeof WAYS)[number], Server | undefined> = {
    'at the root by a plain file server': await serveFolder(root),
    'below a path by a plain file server': await serveFolder(below, { base: BELOW.base }),
    [NGINX]: missing[NGINX] === undefined ? await serveWithNginx(root, await settings('nginx')) : undefined,
    [CADDY]: missing[CADDY] === undefined ? await serveWithCaddy(root, await settings('caddyfile')) : undefined,
    [NGINX_BELOW]:
      missing[NGINX] === undefined ? await serveWithNginx(below, await settings('nginx'), BELOW.base) : undefined,
    [CADDY_BELOW]:
      missing[CADDY] === undefined ? await serveWithCaddy(below, await settings('caddyfile'), BELOW.base) : undefined,
    [APACHE]: missing[APACHE] === undefined ? await serveWithApache(root) : undefined,
    'by the rules of Cloudflare Pages': await serveFolder(root, { hostFiles: 'Cloudflare Pages' }),
    'below a path by the rules of Netlify': await serveFolder(below, {
      base: BELOW.base,
      hostFiles: 'Netlify',
    }),
  };
  return {
    served(way, skip) {
      const url = servers[way]?.url ?? skip(missing[way] ?? 'It is not served.');
      const isBelow = way.startsWith('below');
      return {
        url,
        published: isBelow ? BELOW.origin + BELOW.base : 'https://archive.example/',
        folder: isBelow ? below : root,
      };
    },
    async close() {
      for (const server of Object.values(servers)) await server?.close();
    },
  };
}

type Server = Pick<FolderServer, 'url' | 'close'>;
