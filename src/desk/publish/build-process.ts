import { renderPages } from '../../astro/render-pages.ts';
import { buildSite } from '../../build/build-site.ts';
import { readEnvironment } from '../../build/environment.ts';
import { describeFailure } from '../../build/failure.ts';
import { builtWords } from '../../build/report.ts';
import type { Problem } from '../../release/problem.ts';
import { formWords } from '../form/form-words.ts';
import type { BuildReport } from './build-runner.ts';

// One build in a process of its own, so that the desk goes on answering; started and heard by build-runner.ts.

const [project = ''] = process.argv.slice(2);
const lines: string[] = [];
let problems: readonly Problem[] = [];
try {
  const environment = readEnvironment(process.env, project);
  const built = await buildSite(environment, {
    now: Date.now(),
    render: renderPages,
    log: (text) => void lines.push(text),
    report: (found) => void (problems = found.map(formWords)),
  });
  // What hosts take is for whoever looks after the archive.
  if (built) lines.push(`${builtWords(built, environment.shownOut)}.`);
  tell({ isBuilt: built !== undefined, lines, problems });
} catch (error) {
  const words = describeFailure(error) ?? `A fault of the program: ${String(error)}`;
  tell({ isBuilt: false, lines: [...lines, words], problems });
}

function tell(report: BuildReport): void {
  // Astro may still be at work where a build has failed.
  process.send?.(report, undefined, undefined, () => process.exit());
}
