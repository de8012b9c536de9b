import { dataIndex } from '../../data/data-files.ts';
import { getSite } from '../../astro/get-site.ts';

export function GET(): Response {
  return new Response(dataIndex(getSite()), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
