import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCommands, prepareSite, type Contender } from '../compare/contenders.ts';
import { measure } from './measure.ts';
import { bundlePages } from '../../src/astro/page-bundle.ts';
import { ourBuild, ourCheck, project, type Place } from './ours.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { addRelease } from './releases.ts';
import type { TaskResult } from './report.ts';
import { differences, digestsOf } from './tree.ts';

/** What several rounds found out. */
interface Rounds {
  /** Our clean build, rebuild and check, in this order. */
  readonly ours: readonly TaskResult[];
  /** The others' clean builds. */
  readonly others: readonly TaskResult[];
  /** Files in which a rebuild after one addition differs from a clean build. */
  readonly unequal: readonly string[];
}

/**
 * Measures our clean build and the others' by turns, `count` times, then our other tasks; the others begin every second round.
 * The releases lie in `work/releases`, all else that is written goes beside them; `say` hears of each measurement.
 */
export async function runRounds(
  work: string,
  others: readonly Contender[],
  count: number,
  say: (text: string) => void,
): Promise<Rounds> {
  const place: Place = { releases: join(work, 'releases'), out: join(work, 'dist'), cache: join(work, 'cache') };
  const [mine, theirs] = [createRecorder(say), createRecorder(say)];
  for (const other of others) await prepareSite(other, place.releases, join(work, other.key));
  // A program's pages are bundled once; the others' programs come compiled too.
  await bundlePages(project);
  let unequal: readonly string[] = [];
  for (let round = 0; round < count; round += 1) {
    const builds = [
      () => runClean(place, mine),
      async () => {
        for (const other of others) await runOther(other, work, theirs);
      },
    ];
    for (const build of round % 2 === 0 ? builds : builds.toReversed()) await build();
    // Last, because it takes away the former site: on some file systems what is written in the next minutes is slower.
    unequal = [...unequal, ...(await runRebuild(place, mine, round === 0))];
    await mine.run('ours, check', [ourCheck(place)]);
  }
  return { ours: mine.results(), others: theirs.results(), unequal };
}

async function runClean(place: Place, recorder: Recorder): Promise<void> {
  await discard(place.out, place.cache);
  await recorder.run('ours, clean build', [ourBuild(place, true)], place.out);
}

/** Our build after one release was added; where asked, the files in which it differs from a clean build. */
async function runRebuild(place: Place, recorder: Recorder, compare: boolean): Promise<readonly string[]> {
  const added = await addRelease(place.releases);
  await recorder.run('ours, one release added', [ourBuild(place, false)], place.out);
  const unequal = compare ? await compareWithClean(place) : [];
  await rm(added);
  return unequal;
}

async function compareWithClean(place: Place): Promise<readonly string[]> {
  const rebuilt = await digestsOf(place.out);
  await discard(place.out);
  await measure([ourBuild(place, true)]);
  return differences(rebuilt, await digestsOf(place.out));
}

async function runOther(other: Contender, work: string, recorder: Recorder): Promise<void> {
  const out = join(work, `${other.key}-dist`);
  await discard(out);
  await recorder.run(other.name, buildCommands(other, join(work, other.key), out), out);
}

/** Puts folders out of the way. They are deleted with everything else at the end: deleting thousands of files disturbs what is measured next. */
async function discard(...folders: readonly string[]): Promise<void> {
  for (const folder of folders)
    if (existsSync(folder)) await rename(folder, `${folder}-${performance.now().toString().replace('.', '-')}`);
}
