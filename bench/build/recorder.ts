import { measure, type Command, type Measured } from './measure.ts';
import type { TaskResult } from './report.ts';
import { sizeOf, type FolderSize } from './tree.ts';

/** Keeps what the runs of each task took. */
export interface Recorder {
  /** Runs a task's commands once; `out` is the folder that they fill. */
  run(task: string, commands: readonly Command[], out?: string): Promise<void>;
  /** All tasks in the order in which they were first run. */
  results(): readonly TaskResult[];
}

/** `say` hears of each run as soon as it has ended. */
export function createRecorder(say: (text: string) => void): Recorder {
  const runs = new Map<string, readonly Measured[]>();
  const sizes = new Map<string, FolderSize>();
  return {
    async run(task, commands, out) {
      const measured = await measure(commands);
      runs.set(task, [...(runs.get(task) ?? []), measured]);
      if (out !== undefined) sizes.set(task, await sizeOf(out));
      say(`${task}: ${measured.seconds.toFixed(1)} s`);
    },
    results: () => [...runs].map(([name, all]) => ({ name, runs: all, size: sizes.get(name) })),
  };
}
