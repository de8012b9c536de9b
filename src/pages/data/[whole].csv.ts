import { dataFiles, type DataFile } from '../../data/data-files.ts';
import { getSite } from '../../astro/get-site.ts';

/** All releases in one file, where free hosts take one of that size. */
export function getStaticPaths() {
  const { csv } = dataFiles(getSite()).whole;
  return csv ? [{ params: { whole: 'releases' }, props: csv }] : [];
}

export function GET({ props }: { props: DataFile }): Response {
  return new Response(props.text(), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}
