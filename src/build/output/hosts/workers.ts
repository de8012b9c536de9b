import type { HostedSite } from './hosting.ts';

/** `wrangler.json` for static assets of Cloudflare Workers, which read `_headers` and `_redirects`: `npx wrangler deploy -c dist/wrangler.json`. */
export function wranglerConfig({ urls }: HostedSite): string {
  const config = {
    name: new URL(urls.origin).hostname.replace(/[^a-z\d]+/g, '-').slice(0, 54),
    compatibility_date: '2025-10-01',
    assets: { directory: '.', html_handling: 'auto-trailing-slash', not_found_handling: '404-page' },
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

/** What lies beside the site's files and is no asset. */
export function assetsIgnore(): string {
  return '.assetsignore\n.asx-release-archive\n.nojekyll\nwrangler.json\n';
}
