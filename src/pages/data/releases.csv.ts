import { releasesCsv } from '../../data/releases-csv.ts';
import { getSite } from '../../site/state.ts';

export function GET(): Response {
  return new Response(releasesCsv(getSite()), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}
