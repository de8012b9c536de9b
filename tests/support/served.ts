import { BELOW } from './build.ts';
import { codeBlock } from './code-block.ts';
import { nginxMissing, serveWithNginx } from './nginx.ts';
import { serveFolder, type FolderServer } from './serve.ts';
import { builtBelow, builtSite } from './site.ts';

export const NGINX = 'by nginx with the settings of docs/hosting.md';

/** The ways in which the sample archive is served, as they stand in names of tests. */
export const WAYS = [
  'at the root by a plain file server',
  'below a path by a plain file server',
  NGINX,
  'by a host that applies _headers and _redirects',
  'below a path by a host that applies _headers and _redirects',
] as const;

export interface ServedSite {
  /** Address at which it is served, with a slash at its end. */
  readonly url: string;
  /** Address that the site believes to have, with a slash at its end. */
  readonly published: string;
  readonly folder: string;
}

export interface ServedSites {
  /** The site as it is served in a way; `skip`, with the reason, where this machine has no nginx. */
  readonly served: (way: (typeof WAYS)[number], skip: (note: string) => never) => ServedSite;
  readonly close: () => Promise<void>;
}

/** Serves the sample archive in all ways at once, each at a port of its own on 127.0.0.1. */
export async function serveInAllWays(): Promise<ServedSites> {
  const noNginx = nginxMissing();
  // Said once in the open, because a short report of tests leaves the reasons of skipped ones out.
  if (noNginx !== undefined) console.warn(noNginx);
  const root = builtSite();
  const below = builtBelow();
  const settings = await codeBlock('docs/hosting.md', 'nginx');
  const servers: Record<(typeof WAYS)[number], Server | undefined> = {
    'at the root by a plain file server': await serveFolder(root),
    'below a path by a plain file server': await serveFolder(below, { base: BELOW.base }),
    [NGINX]: noNginx === undefined ? await serveWithNginx(root, settings) : undefined,
    'by a host that applies _headers and _redirects': await serveFolder(root, { hostFiles: true }),
    'below a path by a host that applies _headers and _redirects': await serveFolder(below, {
      base: BELOW.base,
      hostFiles: true,
    }),
  };
  return {
    served(way, skip) {
      const url = servers[way]?.url ?? skip(noNginx ?? 'It is not served.');
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
