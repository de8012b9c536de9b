import { llmsText } from '../data/llms.ts';
import { getSite } from '../astro/get-site.ts';

export function GET(): Response {
  return new Response(llmsText(getSite()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
