import { releaseJsonSchema } from '../../data/json-schema.ts';
import { getSite } from '../../astro/get-site.ts';

export function GET(): Response {
  const { urls } = getSite();
  return new Response(releaseJsonSchema(urls.absolute(urls.data('release.schema.json'))), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
}
