import { createArchive, type Archive } from '../../src/archive/archive.ts';
import type { Settings } from '../../src/archive/settings-schema.ts';
import { parseRelease } from '../../src/release/parse.ts';
import type { Release } from '../../src/release/schema.ts';

/** An archive of releases given as `id` and further lines of front matter; what a release needs and the lines lack is added. */
export function archiveOf(releases: Readonly<Record<string, string>>, settings: Settings = {}): Archive {
  return createArchive(
    Object.entries(releases).map(([id, lines]) => releaseOf(id, lines)),
    settings,
  );
}

function releaseOf(id: string, lines: string): Release {
  const defaults = { title: `"Title of ${id}"`, code: 'XMX', date: '2021-03-04' };
  const missing = Object.entries(defaults).filter(([name]) => !new RegExp(`^${name}:`, 'm').test(lines));
  const fields = missing.map(([name, value]) => `${name}: ${value}\n`).join('');
  const text = `---\n${fields}${lines.trim()}\n---\n\nText.\n`;
  const { release, problems } = parseRelease(`${id}.md`, text, id);
  if (!release) throw new Error(`${id}: ${problems.map(({ message }) => message).join(' ')}`);
  return release;
}
