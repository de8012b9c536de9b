import { dataFiles, type DataFile } from '../../data/data-files.ts';
import { getSite } from '../../astro/get-site.ts';

export function getStaticPaths() {
  return [...dataFiles(getSite()).years].map(([year, { csv }]) => ({ params: { year: String(year) }, props: csv }));
}

export function GET({ props }: { props: DataFile }): Response {
  return new Response(props.text(), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}
