import { columns, DATA_VERSION, type DataSource } from './columns.ts';

/**
 * `/data/releases.json`: an object with `version` and `releases`, newest first, one release a line.
 * Each release has every column in the order of the table; a value that is missing is `null`.
 */
export function releasesJson(source: DataSource): string {
  const lines = source.archive.releases.map((release) =>
    JSON.stringify(Object.fromEntries(columns.map(({ name, value }) => [name, value(release, source)]))),
  );
  return `{"version":${DATA_VERSION},"releases":[\n${lines.join(',\n')}\n]}\n`;
}
