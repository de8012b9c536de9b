import { dataJsonSchema } from '../../data/data-schema.ts';
import { getSite } from '../../astro/get-site.ts';

export function GET(): Response {
  const { urls } = getSite();
  return new Response(dataJsonSchema(urls.absolute(urls.data('releases.schema.json'))), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
}
