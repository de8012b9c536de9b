/** A part of a build, as it says itself. */
export interface Phase {
  readonly name: string;
  readonly seconds: number;
  /** What the build says of it in parentheses, such as `beside rendering`. */
  readonly note?: string | undefined;
}

/**
 * The phases of a build, from the last line of its output that begins with `Time:`, in their order:
 * `Time: reading 1.2 s, indexing 25.3 s (beside rendering)`. What is no name with seconds, or milliseconds, is passed over.
 */
export function parseTimes(output: string): readonly Phase[] {
  const line = output.split('\n').findLast((line) => /^\s*Time:/.test(line)) ?? '';
  const phases = [...line.replace(/^\s*Time:/, '').matchAll(PHASE)];
  return phases.map(([, name = '', amount = '', unit, note]) => ({
    name: name.trim(),
    seconds: Number(amount.replaceAll(',', '')) / (unit === 'ms' ? 1000 : 1),
    ...(note !== undefined && { note }),
  }));
}

const PHASE = /([^\s,;()][^,;()]*?):? (\d[\d,]*(?:\.\d+)?) ?(m?s)\b(?: ?\(([^)]*)\))?/g;
