import { cpSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BUILD, runNode } from '../support/build.ts';
import { digestsOf } from '../support/tree.ts';

// Rebuilds use what builds before them have kept; nobody may see that.
const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a rebuild after an addition, an edit, a deletion, a renaming and a change of the program equals a clean build', async () => {
  // A project of its own, whose program can be changed.
  const copy = join(folder, 'project');
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(project, name), join(copy, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const releases = join(copy, 'releases');
  cpSync(join(project, 'tests/fixtures/archive/2016'), join(releases, '2016'), { recursive: true });
  cpSync(join(project, 'tests/fixtures/archive/archive.yml'), join(releases, 'archive.yml'));
  const release = join(releases, '2016/2016-12-07-share-registry.md');
  const build = async (settings: Readonly<Record<string, string>>) => {
    const result = await runNode([...BUILD, '--verbose'], { RELEASES_DIR: releases, ...settings }, copy);
    expect(result.status, result.output).toBe(0);
    return result.output;
  };

  const changes: Readonly<Record<string, () => void>> = {
    'addition and edit': () => {
      writeFileSync(
        join(releases, '2016/2016-12-30-last-pour.md'),
        '---\ntitle: "Last pour"\ncode: XMX\ndate: 2016-12-30 09:15\n---\n\nTungsten was poured.\n',
      );
      writeFileSync(release, `${readFileSync(release, 'utf8')}\nOne more sentence.\n`);
    },
    'deletion and renaming': () => {
      rmSync(join(releases, '2016/2016-12-30-last-pour.md'));
      renameSync(release, join(releases, '2016/2016-12-07-registry.md'));
    },
    template: () => {
      const layout = join(copy, 'src/layouts/Base.astro');
      writeFileSync(layout, readFileSync(layout, 'utf8').replace('<body', '<body data-changed'));
    },
    program: () => {
      const text = join(copy, 'src/search/record/search-record.ts');
      writeFileSync(text, readFileSync(text, 'utf8').replace("'summer',", "'midsummer',"));
    },
  };
  // The first build finds nothing that was kept: it is a clean one.
  await build({ OUT_DIR: 'dist' });
  let former = digestsOf(join(copy, 'dist'));
  for (const [name, change] of Object.entries(changes)) {
    change();
    const output = await build({ OUT_DIR: 'dist' });
    await build({ OUT_DIR: 'clean', CLEAN: '1' });
    const site = digestsOf(join(copy, 'dist'));
    expect(site, name).toEqual(digestsOf(join(copy, 'clean')));
    // What another program indexes may be the same; that it was indexed anew is held below.
    if (name !== 'program') expect(site, name).not.toEqual(former);
    expect(output.includes('the search index was kept'), name).toBe(name === 'template');
    former = site;
  }
}, 300_000); // a limit for something that hangs, since it builds nine times
