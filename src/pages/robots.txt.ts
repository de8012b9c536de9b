import { getSite } from '../site/state.ts';

export function GET(): Response {
  const { urls, preview } = getSite();
  const rule = preview ? 'Disallow: /' : 'Allow: /';
  return new Response(`User-agent: *\n${rule}\n\nSitemap: ${urls.absolute(urls.path('sitemap.xml'))}\n`);
}
