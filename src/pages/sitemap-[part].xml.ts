import { config } from '../config.ts';
import { sitemapFiles, type SitemapFile } from '../data/sitemap.ts';
import { getSite } from '../astro/get-site.ts';

/** The parts of a sitemap that one file cannot hold; none for most archives. */
export function getStaticPaths() {
  const { archive, urls } = getSite();
  const [, ...parts] = sitemapFiles(archive, urls, config.pageSize);
  return parts.map((file, index) => ({ params: { part: String(index + 1) }, props: file }));
}

export function GET({ props }: { props: SitemapFile }): Response {
  return new Response(props.xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
