import { accentStyles } from '../archive/look.ts';
import { getSite } from '../astro/get-site.ts';

/** `/look.css`, where `archive.yml` names a colour. */
export function getStaticPaths() {
  return getSite().archive.settings.accent === undefined ? [] : [{ params: { look: 'look' } }];
}

export function GET(): Response {
  return new Response(accentStyles(getSite().archive.settings.accent ?? ''), {
    headers: { 'Content-Type': 'text/css' },
  });
}
