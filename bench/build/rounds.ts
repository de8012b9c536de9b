import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCommands, prepareSite, type Contender } from '../compare/contenders.ts';
import { measure } from './measure.ts';
import { ourBuild, ourCheck, type Place } from './ours.ts';
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
 * Measures our tasks and the others' builds by turns, `count` times; the others begin every second round.
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
  let unequal: readonly string[] = [];
  for (let round = 0; round < count; round += 1) {
    const turns = [
      async () => {
        const found = await runOurs(place, mine, round === 0);
        unequal = found ?? unequal;
      },
      async () => {
        for (const other of others) await runOther(other, work, theirs);
      },
    ];
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  return { ours: mine.results(), others: theirs.results(), unequal };
}

/** Our three tasks once; where asked, the files in which the rebuild differs from a clean build. */
async function runOurs(place: Place, recorder: Recorder, compare: boolean): Promise<readonly string[] | undefined> {
  await remove(place.out, place.cache);
  await recorder.run('ours, clean build', [ourBuild(place, true)], place.out);
  const added = await addRelease(place.releases);
  await recorder.run('ours, one release added', [ourBuild(place, false)], place.out);
  const unequal = compare ? await compareWithClean(place) : undefined;
  await rm(added);
  await recorder.run('ours, check', [ourCheck(place)]);
  return unequal;
}

async function compareWithClean(place: Place): Promise<readonly string[]> {
  const rebuilt = await digestsOf(place.out);
  await remove(place.out, place.cache);
  await measure([ourBuild(place, true)]);
  return differences(rebuilt, await digestsOf(place.out));
}

async function runOther(other: Contender, work: string, recorder: Recorder): Promise<void> {
  const out = join(work, `${other.key}-dist`);
  await remove(out);
  await recorder.run(other.name, buildCommands(other, join(work, other.key), out), out);
}

async function remove(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}
