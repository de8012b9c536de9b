import { parseArgs } from 'node:util';

/** What a run of the benchmark measures. */
interface Options {
  readonly sizes: readonly number[];
  readonly seed: number;
  /** A folder of releases to take them from, instead of the generator. */
  readonly releases: string | undefined;
  readonly runs: number;
  /** `undefined` compares up to `MOST_COMPARED` releases. */
  readonly compare: boolean | undefined;
  readonly keep: boolean;
  /** A file that gets every single figure. */
  readonly json: string | undefined;
}

/** Past it Pagefind's command line, which holds all pages at once, would want more memory than most machines have. */
export const MOST_COMPARED = 20_000;

export const USAGE = `npm run bench -- [--size 1000,10000] [--seed 1] [--releases FOLDER] [--runs 3] [--no-compare] [--keep] [--json FILE]`;

/** Reads the arguments; a sentence comes back where they mean nothing, and `undefined` where they ask for the usage. */
export function readOptions(args: readonly string[]): Options | string | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        size: { type: 'string', default: '1000,10000' },
        seed: { type: 'string', default: '1' },
        releases: { type: 'string' },
        runs: { type: 'string', default: '3' },
        compare: { type: 'boolean' },
        keep: { type: 'boolean', default: false },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return undefined;
    const sizes = values.size.split(',').map(Number);
    const [seed, runs] = [Number(values.seed), Number(values.runs)];
    if (!sizes.every(isCount))
      return `"${values.size}" is no list of sizes. Write whole numbers, for example 1000,10000.`;
    if (!isCount(runs)) return `"${values.runs}" is no number of runs. Write a whole number, for example 3.`;
    if (!Number.isSafeInteger(seed)) return `"${values.seed}" is no seed. Write a whole number, for example 1.`;
    const { releases, compare, keep, json } = values;
    return { sizes, seed, runs, releases, compare, keep, json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
