import { memoised } from '../text/memoised.ts';
import type { DataSource } from './columns/column.ts';
import { csvLines, releasesCsv } from './releases-csv.ts';
import { jsonLines, releasesJson } from './releases-json.ts';

/** One file of open data. */
export interface DataFile {
  /** Its name below `/data/`. */
  readonly name: `releases.${'json' | 'csv'}` | `releases-${number}.${'json' | 'csv'}`;
  readonly bytes: number;
  readonly text: () => string;
}

/** The same releases in both forms. */
interface DataPart {
  readonly json: DataFile;
  readonly csv: DataFile;
}

interface DataFiles {
  /** All releases; a file that free hosts would refuse is left out. */
  readonly whole: Partial<DataPart>;
  /** By Sydney year, the newest first. */
  readonly years: ReadonlyMap<number, DataPart>;
}

/** The files of open data, made once for a site: whole, and in parts by year, so that nobody has to take all of it. */
export const dataFiles = memoised((source: DataSource): DataFiles => {
  const lines = [...source.archive.years].map(([year, releases]) => ({
    year,
    json: jsonLines(releases, source),
    csv: csvLines(releases, source),
  }));
  const part = <Name extends string>(name: Name, json: readonly string[], csv: readonly string[]) => ({
    json: fileOf(`${name}.json`, () => releasesJson(source, json.join(',\n'))),
    csv: fileOf(`${name}.csv`, () => releasesCsv(csv.join(''))),
  });
  const all = part(
    'releases',
    lines.map(({ json }) => json),
    lines.map(({ csv }) => csv),
  );
  return {
    whole: {
      ...(all.json.bytes <= MOST_BYTES ? { json: all.json } : {}),
      ...(all.csv.bytes <= MOST_BYTES ? { csv: all.csv } : {}),
    },
    years: new Map(lines.map(({ year, json, csv }) => [year, part(`releases-${year}`, [json], [csv])])),
  };
});

/** `/data/index.json`: which files of open data there are, with their sizes; `null` for a whole that is left out. */
export function dataIndex(source: DataSource): string {
  const { whole, years } = dataFiles(source);
  const entry = (file: DataFile | undefined) =>
    file ? { address: source.urls.absolute(source.urls.data(file.name)), bytes: file.bytes } : null;
  const parts = [...years].map(([year, { json, csv }]) => ({
    year,
    releases: source.archive.years.get(year)?.length ?? 0,
    json: entry(json),
    csv: entry(csv),
  }));
  const index = {
    releases: source.archive.releases.length,
    json: entry(whole.json),
    csv: entry(whole.csv),
    years: parts,
  };
  return `${JSON.stringify(index, undefined, 2)}\n`;
}

/** 25 MiB, which free hosts take for one file. */
const MOST_BYTES = 25 * 1024 * 1024;

function fileOf<Name extends string>(name: Name, text: () => string) {
  return { name, bytes: Buffer.byteLength(text()), text };
}
