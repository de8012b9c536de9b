import type { FeedDocument } from '../../feeds/documents.ts';
import { writeRss } from '../../feeds/rss.ts';
import { feedOf, feedPaths } from '../_feeds.ts';

export const getStaticPaths = () => feedPaths('rss.xml');

export async function GET({ props }: { props: { document: FeedDocument } }): Promise<Response> {
  return new Response(await writeRss(feedOf(props.document)), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
}
