import type { Release } from '../release/schema.ts';
import { columns, DATA_VERSION } from './columns.ts';
import type { DataSource } from './columns/column.ts';

/**
 * `/data/releases.json`: an object with `$schema`, `version`, `releases`, newest first, one release a line, and `withdrawn`:
 * the ids of those that were withdrawn, with their declared changes, oldest first, one a line. Each release has every
 * column in the order of the table; a value that is missing is `null`. `lines` are those of some releases, from
 * `jsonLines`, where the file is to hold these alone.
 */
export function releasesJson(source: DataSource, lines: string): string {
  const schema = source.urls.absolute(source.urls.data('releases.schema.json'));
  const withdrawn = source.archive.history.withdrawn.map((entry) => JSON.stringify(entry));
  return `{"$schema":${JSON.stringify(schema)},"version":${DATA_VERSION},"releases":[\n${lines}\n],"withdrawn":[\n${withdrawn.join(',\n')}\n]}\n`;
}

/** The lines of releases in that file, with a comma between them. */
export function jsonLines(releases: readonly Release[], source: DataSource): string {
  return releases
    .map((release) =>
      JSON.stringify(Object.fromEntries(columns.map(({ name, value }) => [name, value(release, source)]))),
    )
    .join(',\n');
}
