import { dataFiles, type DataFile } from '../../data/data-files.ts';
import { getSite } from '../../astro/get-site.ts';

export function getStaticPaths() {
  return [...dataFiles(getSite()).years].map(([year, { json }]) => ({ params: { year: String(year) }, props: json }));
}

export function GET({ props }: { props: DataFile }): Response {
  return new Response(props.text(), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
