import { sitemap } from '../data/sitemap.ts';
import { getSite } from '../site/state.ts';

export function GET(): Response {
  const { archive, urls } = getSite();
  return new Response(sitemap(archive, urls), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
