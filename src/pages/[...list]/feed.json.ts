import type { FeedDocument } from '../../feeds/documents.ts';
import { writeJsonFeed } from '../../feeds/json-feed.ts';
import { feedOf, feedPaths } from '../_feeds.ts';

export const getStaticPaths = () => feedPaths('feed.json');

export function GET({ props }: { props: { document: FeedDocument } }): Response {
  // As bytes: a text would be looked through and copied several times on its way to the disk.
  return new Response(Buffer.from(writeJsonFeed(feedOf(props.document))), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
}
