import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Environment, Variables } from '../../build/environment.ts';
import type { Problem } from '../../release/problem.ts';

/** How a build went. */
export interface BuildReport {
  readonly isBuilt: boolean;
  /** What `npm run build` would print. */
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

export interface BuildRunner {
  /** Builds the site; who asks while a build is at work gets that one's report. */
  readonly build: () => Promise<BuildReport>;
  /** Ends a build that is at work; the former site stays. */
  readonly stop: () => void;
}

/** Runs builds, one at a time, each in a process of its own. */
export function createBuildRunner({ project }: Environment, variables: Variables): BuildRunner {
  let current: { readonly child: ChildProcess; readonly report: Promise<BuildReport> } | undefined;
  return {
    build() {
      if (current) return current.report;
      const child = fork(fileURLToPath(new URL('./build-process.ts', import.meta.url)), [project], {
        cwd: project,
        env: { ...variables },
        execArgv: ['--v8-pool-size=0', '--max-semi-space-size=32'],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      const report = reportOf(child).finally(() => (current = undefined));
      current = { child, report };
      return report;
    },
    stop: () => void current?.child.kill('SIGTERM'),
  };
}

function reportOf(child: ChildProcess): Promise<BuildReport> {
  return new Promise((resolve) => {
    let report: BuildReport = { isBuilt: false, lines: ['The build was ended before it was done.'], problems: [] };
    child.on('message', (message) => (report = message as BuildReport)); // the process sends nothing else
    child.on('error', ({ message }) => resolve({ isBuilt: false, lines: [message], problems: [] }));
    child.on('exit', () => resolve(report));
  });
}
