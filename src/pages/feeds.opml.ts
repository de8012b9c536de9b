import { feedGroups } from '../feeds/lists.ts';
import { writeOpml } from '../feeds/opml.ts';
import { getSite } from '../astro/get-site.ts';

export function GET(): Response {
  const { archive, urls, title } = getSite();
  return new Response(writeOpml(feedGroups(archive), urls, title), {
    headers: { 'Content-Type': 'text/x-opml; charset=utf-8' },
  });
}
