import type { Phase } from '../../src/build/stopwatch.ts';

/** The phases of a build in their order, from the last line of its output that begins with `Time:`, as `src/build/report.ts` writes it. */
export function parseTimes(output: string): readonly Phase[] {
  const line = output.split('\n').findLast((one) => one.startsWith(START)) ?? '';
  return [...line.slice(START.length).matchAll(/([^\s,;][^,;]*?) (\d+\.\d) s\b/g)].map(([, name = '', seconds]) => ({
    name,
    seconds: Number(seconds),
  }));
}

const START = 'Time:';
