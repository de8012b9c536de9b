import { config } from '../config.ts';
import { sitemapFiles } from '../data/sitemap.ts';
import { getSite } from '../astro/get-site.ts';

/** The sitemap, or the index of its parts. */
export function GET(): Response {
  const { archive, urls } = getSite();
  const [sitemap] = sitemapFiles(archive, urls, config.pageSize);
  return new Response(sitemap?.xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
