import rss from '@astrojs/rss';
import { newestFirst } from '../lists.js';

/** @param {import('astro').APIContext} context */
export async function GET({ site }) {
  const title = 'Announcements of a fictional market';
  const releases = await newestFirst();
  return rss({
    title,
    description: title,
    site: site ?? '',
    items: releases.slice(0, 50).map(({ id, data, rendered }) => ({
      title: data.title,
      link: `/releases/${id}/`,
      pubDate: data.date,
      content: rendered?.html ?? '',
    })),
  });
}
