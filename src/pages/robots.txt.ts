import { getSite } from '../astro/get-site.ts';

/** Robots read this at a domain's root alone; below a path the sitemap is named to them by hand (docs/hosting.md). */
export function GET(): Response {
  const { urls, preview } = getSite();
  const rule = preview ? 'Disallow: /' : `Allow: ${urls.base}`;
  return new Response(`User-agent: *\n${rule}\n\nSitemap: ${urls.absolute(urls.path('sitemap.xml'))}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
