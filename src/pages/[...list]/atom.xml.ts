import type { FeedDocument } from '../../feeds/documents.ts';
import { writeAtom } from '../../feeds/atom.ts';
import { feedOf, feedPaths } from '../_feeds.ts';

export const getStaticPaths = () => feedPaths('atom.xml');

export function GET({ props }: { props: { document: FeedDocument } }): Response {
  return new Response(writeAtom(feedOf(props.document)), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
}
