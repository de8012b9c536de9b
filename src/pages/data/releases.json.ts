import { releasesJson } from '../../data/releases-json.ts';
import { getSite } from '../../site/state.ts';

export function GET(): Response {
  return new Response(releasesJson(getSite()), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
