/** What a build did for how long. */
export interface Phase {
  readonly name: string;
  readonly seconds: number;
}

/** Tells where the time of a build goes. */
export interface Stopwatch {
  /** Ends a phase: what was done since the last one. */
  lap(name: string): void;
  phases(): readonly Phase[];
  /** Since the start. */
  seconds(): number;
}

/** Starts a watch. */
export function startStopwatch(): Stopwatch {
  const started = performance.now();
  const phases: Phase[] = [];
  let last = started;
  return {
    lap(name) {
      const now = performance.now();
      phases.push({ name, seconds: (now - last) / 1000 });
      last = now;
    },
    phases: () => phases,
    seconds: () => (performance.now() - started) / 1000,
  };
}
