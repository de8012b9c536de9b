import path from 'node:path';
import { parseArgs } from 'node:util';
import { counted } from '../release/amounts.ts';
import { isPublishable } from '../release/problem.ts';
import { formatProblems } from '../release/report-problems.ts';
import { beginBuild, clearAway } from './begin-build.ts';
import { keepCompiledProgram } from './compiled-program.ts';
import { readEnvironment, UsageError, type Environment } from './environment.ts';
import { describeFailure } from './failure.ts';
import { startFilesThread, stopFilesThread } from './files-thread.ts';
import { requireReleases } from './replacing.ts';
import { reportBuild } from './report.ts';
import type { SiteParts } from './site.ts';
import { stopwatch } from './stopwatch.ts';

// The command `npm run build`: the integration does the work, this file talks to the person at the terminal.
const project = path.resolve(import.meta.dirname, '../..');
// A build sends nothing to anybody.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

let environment: Environment | undefined;
let release: (() => void) | undefined;
try {
  const verbose = readFlags();
  environment = readEnvironment(process.env, project);
  release = beginBuild(environment, say);
  keepCompiledProgram(project);
  const { read, checked } = startFilesThread(environment, Date.now());
  const built = buildWithAstro();
  const problems = await checked;
  if (problems.length > 0) say(formatProblems(problems, { warnings: 10 }));
  const parts = await read;
  if (!parts || !isPublishable(problems)) {
    clearAway(environment);
    say(`Nothing was built; ${environment.shownOut} is as it was.`);
    process.exit(1);
  }
  requireReleases(parts.releases.length, environment);
  await built;
  await report(parts, environment, verbose);
  release();
} catch (error) {
  const words = describeFailure(error);
  if (words !== undefined) say(words);
  await stopFilesThread();
  // What stands there without the lock is another build's.
  if (environment && release) clearAway(environment);
  say(environment ? `The build failed; ${environment.shownOut} is as it was.` : 'Nothing was built.');
  // src/preflight.cjs says what it is, or shows where it comes from.
  if (words === undefined) throw error;
  process.exit(error instanceof UsageError ? 2 : 1);
}

/** Astro gets ready while the thread reads. Rejects no sooner than somebody waits for it. */
function buildWithAstro(): Promise<void> {
  // A line for each of thousands of pages would hide the one that matters; what goes wrong is thrown.
  const built = import('astro').then(({ build }) => build({ root: project, logLevel: 'silent' }));
  built.catch(() => undefined);
  return built;
}

/** True with `--verbose`. `--clean` is CLEAN=1 and `--adopt` is ADOPT=1, where the integration reads them too. */
function readFlags(): boolean {
  try {
    const { values } = parseArgs({
      options: { clean: { type: 'boolean' }, adopt: { type: 'boolean' }, verbose: { type: 'boolean' } },
    });
    if (values.clean) process.env['CLEAN'] = '1';
    if (values.adopt) process.env['ADOPT'] = '1';
    return values.verbose === true;
  } catch {
    throw new UsageError(
      'npm run build knows three flags: --clean makes the whole search index and every file anew, --adopt replaces a site that an older version of this program has built, and --verbose says where the time went. Write npm run build -- --clean.',
    );
  }
}

async function report({ drafts, address }: SiteParts, { shownOut }: Environment, verbose: boolean): Promise<void> {
  // Astro has loaded it; before, it would have kept the thread waiting.
  const { publishedNow } = await import('./publish.ts');
  const published = publishedNow();
  if (!published) return;
  const lines = reportBuild({ ...published, seconds: stopwatch.seconds() }, shownOut, { verbose });
  if (drafts > 0) lines.push(`${counted(drafts, 'draft')} left out.`);
  if (address.placeholder) {
    lines.push(`Feeds name ${address.origin} until SITE_URL, or site in archive.yml, says where the site will be.`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
