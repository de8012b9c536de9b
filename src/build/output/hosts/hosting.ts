import type { Site } from '../../site.ts';
import { htaccess } from './apache.ts';
import { staticWebApp } from './azure.ts';
import { webConfig } from './iis.ts';
import { caddyRedirects, nginxRedirects } from './redirect-maps.ts';
import { assetsIgnore, wranglerConfig } from './workers.ts';

/** A host whose configuration files a build writes when `HOSTING` names it. */
export type Hosting = (typeof HOSTINGS)[number];

export const HOSTINGS = ['apache', 'azure', 'caddy', 'iis', 'nginx', 'workers'] as const;

/** What the files are made from: the site, and the endings of all its files (`.html`), in their order. */
export interface HostedSite extends Pick<Site, 'archive' | 'urls' | 'preview'> {
  readonly endings: readonly string[];
}

/** The files of some hosts, by their names below the site's root. */
export function hostingFiles(hosting: readonly Hosting[], site: HostedSite): ReadonlyMap<string, string> {
  return new Map(hosting.flatMap((host) => Object.entries(FILES[host]).map(([name, write]) => [name, write(site)])));
}

const FILES: Readonly<Record<Hosting, Readonly<Record<string, (site: HostedSite) => string>>>> = {
  apache: { '.htaccess': htaccess },
  azure: { 'staticwebapp.config.json': staticWebApp },
  caddy: { '_redirects.caddy': caddyRedirects },
  iis: { 'web.config': webConfig },
  nginx: { '_redirects.nginx': nginxRedirects },
  workers: { 'wrangler.json': wranglerConfig, '.assetsignore': assetsIgnore },
};
