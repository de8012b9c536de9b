import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import type { Release } from '../../src/release/schema.ts';
import { machineDate, sydneyYear } from '../../src/release/sydney-time.ts';

/** How a generator wants a release's file, beside the fields that all of them get. */
export interface ContentForm {
  /** More lines of front matter for a release. */
  readonly lines: (release: Release) => readonly string[];
  readonly body: (body: string) => string;
  /** Whether each folder needs an `_index.md` to become a list. */
  readonly indexes: boolean;
}

/**
 * Writes releases below `target` for other generators, at their own paths, their text as it is; drafts are left out.
 * Of the front matter they get what the compared pages show, with the date as ISO 8601: none of them reads `2020-07-30 09:15`.
 */
export async function writeContent(releases: string, target: string, form: ContentForm): Promise<void> {
  const folders = new Set<string>();
  for (const release of readReleases(releases, '').releases) {
    if (release.draft === true) continue;
    const file = join(target, `${release.id}.md`);
    folders.add(dirname(file));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `---\n${frontMatter(release, form).join('\n')}\n---\n\n${form.body(release.body)}\n`);
  }
  if (!form.indexes) return;
  for (const folder of [target, ...folders]) {
    const title = folder === target ? 'Releases' : folder.slice(target.length + 1);
    await writeFile(join(folder, '_index.md'), `---\ntitle: ${JSON.stringify(title)}\n---\n`);
  }
}

function frontMatter(release: Release, form: ContentForm): readonly string[] {
  const { title, code, types = [], date } = release;
  // JSON is YAML, and leaves no generator a choice how to read it.
  return [
    `title: ${JSON.stringify(title)}`,
    `date: ${date.time === undefined ? `${date.day}T00:00${date.offset}` : machineDate(date)}`.replace(
      /T(\d\d:\d\d)(?=[+-])/,
      'T$1:00',
    ),
    `codes: ${JSON.stringify(code)}`,
    `types: ${JSON.stringify(types)}`,
    `year: "${sydneyYear(date)}"`,
    `sort: "${machineDate(date).replaceAll(/\D/g, '').slice(0, 12).padEnd(14, '0')}"`,
    `when: "${machineDate(date)}"`,
    ...form.lines(release),
  ];
}
