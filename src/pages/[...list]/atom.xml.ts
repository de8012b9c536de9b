import type { FeedDocument } from '../../feeds/documents.ts';
import { writeAtom } from '../../feeds/atom.ts';
import { feedOf, feedPaths } from '../_feeds.ts';

export const getStaticPaths = () => feedPaths('atom.xml');

export function GET({ props }: { props: { document: FeedDocument } }): Response {
  // By the feed's own media type browsers show the source, and not the page that the style sheet makes.
  // As bytes: a text would be looked through and copied several times on its way to the disk.
  return new Response(Buffer.from(writeAtom(feedOf(props.document))), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
}
