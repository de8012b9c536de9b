import { byteSize, counted, grouped } from '../../src/text/counted.ts';
import type { Measured } from './measure.ts';
import { spreadOf } from './statistics.ts';
import { alignTable } from './table.ts';
import type { FolderSize } from './tree.ts';

/** A task with what each of its runs took; at least one. */
export interface TaskResult {
  readonly name: string;
  readonly runs: readonly Measured[];
  /** What it wrote; absent for a task that writes nothing. */
  readonly size?: FolderSize | undefined;
}

/** Everything that was measured on one folder of releases. */
export interface Result {
  /** What the releases are: `1,000 generated releases, seed 1`. */
  readonly releases: string;
  /** How many they are. */
  readonly count: number;
  /** Our clean build, rebuild after one addition, and check, in this order. */
  readonly ours: readonly TaskResult[];
  /** The clean builds that ours is set against. */
  readonly others: readonly TaskResult[];
  /** Files in which a rebuild after an addition differs from a clean build; none where they are equal. */
  readonly unequal: readonly string[];
  /** What was not measured, and why, a sentence each. */
  readonly skipped: readonly string[];
}

/** A result for people, line by line: a table of totals, the phases of each task, and what is to be said of them. */
export function reportResult({ releases, count, ours, others, unequal, skipped }: Result): readonly string[] {
  const tasks = [...ours, ...others];
  const [clean, rebuild] = ours.map(secondsOf);
  const rows = tasks.map((task) => [
    task.name,
    secondsOf(task).toFixed(1),
    range(task),
    others.includes(task) && clean !== undefined ? (clean / secondsOf(task)).toFixed(2) : '',
    memory(task),
    task.size ? grouped(task.size.files) : '',
    task.size ? byteSize(task.size.bytes) : '',
  ]);
  const phases = tasks.flatMap((task) => (hasPhases(task) ? [[task.name, phasesOf(task)]] : []));
  const said = [
    ...(clean === undefined ? [] : [`A clean build takes ${((clean * 1000) / count).toFixed(1)} ms a release.`]),
    ...(clean === undefined || rebuild === undefined
      ? []
      : [`After one addition it takes ${(rebuild / clean).toFixed(2)} of that time.`]),
  ];
  return [
    `${releases}; ${counted(tasks[0]?.runs.length ?? 0, 'run')}, medians`,
    '',
    ...alignTable([['', 'seconds', 'from–to', 'ours/theirs', 'peak memory', 'files', 'bytes'], ...rows]),
    '',
    ...phases.map(([name, text]) => `${name}: ${text}`),
    ...said,
    unequal.length === 0
      ? 'The rebuild equals a clean build byte for byte.'
      : `The rebuild differs from a clean build in ${counted(unequal.length, 'file')}: ${unequal.slice(0, 5).join(', ')}`,
    ...skipped,
  ];
}

function secondsOf({ runs }: TaskResult): number {
  return spreadOf(runs.map(({ seconds }) => seconds)).median;
}

function range({ runs }: TaskResult): string {
  if (runs.length === 1) return '';
  const { least, most } = spreadOf(runs.map(({ seconds }) => seconds));
  return `${least.toFixed(1)}–${most.toFixed(1)}`;
}

function memory({ runs }: TaskResult): string {
  const peaks = runs.flatMap(({ peak }) => peak ?? []);
  return peaks.length === 0 ? 'not measured' : byteSize(spreadOf(peaks).median);
}

function hasPhases({ runs }: TaskResult): boolean {
  return runs.some(({ phases }) => phases.length > 0);
}

/** The median of each phase, in the order in which the runs name them. */
function phasesOf({ runs }: TaskResult): string {
  const byName = Map.groupBy(
    runs.flatMap(({ phases }) => phases),
    ({ name }) => name,
  );
  return [...byName]
    .map(([name, found]) => `${name} ${spreadOf(found.map(({ seconds }) => seconds)).median.toFixed(1)} s`)
    .join(', ');
}
