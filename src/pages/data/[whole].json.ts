import { dataFiles, type DataFile } from '../../data/data-files.ts';
import { getSite } from '../../astro/get-site.ts';

/** All releases in one file, where free hosts take one of that size. */
export function getStaticPaths() {
  const { json } = dataFiles(getSite()).whole;
  return json ? [{ params: { whole: 'releases' }, props: json }] : [];
}

export function GET({ props }: { props: DataFile }): Response {
  return new Response(props.text(), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
