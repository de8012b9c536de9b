import path from 'node:path';
import { parseArgs } from 'node:util';
import { counted } from '../release/amounts.ts';
import { isPublishable } from '../release/problem.ts';
import { formatProblems } from '../release/report-problems.ts';
import { lockOut } from './build-lock.ts';
import { keepCompiledProgram } from './compiled-program.ts';
import { BuildFailure, readEnvironment, UsageError, type Environment } from './environment.ts';
import { startFilesThread, stopFilesThread } from './files-thread.ts';
import { requireReleases, requireReplaceable, restoreFormer } from './replacing.ts';
import { reportBuild } from './report.ts';
import type { SiteParts } from './site.ts';
import { removeLeftovers } from './staging.ts';
import { stopwatch } from './stopwatch.ts';

// The command `npm run build`: the integration does the work, this file talks to the person at the terminal.
const project = path.resolve(import.meta.dirname, '../..');
// A build sends nothing to anybody.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

let environment: Environment | undefined;
try {
  readFlags();
  environment = readEnvironment(process.env, project);
  const unlock = lockOut(environment);
  // What a killed build has left may be what the disk lacks.
  removeLeftovers(environment);
  if (restoreFormer(environment))
    say(`The former site was put back into ${environment.shownOut}; an earlier build had been ended in the middle.`);
  requireReplaceable(environment);
  keepCompiledProgram(project);
  const { read, checked } = startFilesThread(environment, Date.now());
  const built = buildWithAstro();
  const problems = await checked;
  if (problems.length > 0) say(formatProblems(problems, { warnings: 10 }));
  const parts = await read;
  if (!parts || !isPublishable(problems)) {
    removeLeftovers(environment);
    say(`Nothing was built; ${environment.shownOut} is as it was.`);
    process.exit(1);
  }
  requireReleases(parts.releases.length, environment);
  await built;
  await report(parts, environment);
  unlock();
} catch (error) {
  say(inWords(error));
  await stopFilesThread();
  if (environment) removeLeftovers(environment);
  say(environment ? `The build failed; ${environment.shownOut} is as it was.` : 'Nothing was built.');
  process.exit(error instanceof UsageError ? 2 : 1);
}

/** Astro gets ready while the thread reads. Rejects no sooner than somebody waits for it. */
function buildWithAstro(): Promise<void> {
  // A line for each of thousands of pages would hide the one that matters.
  const built = import('astro').then(({ build }) => build({ root: project, logLevel: 'warn' }));
  built.catch(() => undefined);
  return built;
}

/** `--clean` is CLEAN=1, where the integration reads it too. */
function readFlags(): void {
  try {
    const { values } = parseArgs({ options: { clean: { type: 'boolean' } } });
    if (values.clean) process.env['CLEAN'] = '1';
  } catch {
    throw new UsageError(
      'npm run build knows one flag, --clean, which makes the whole search index and every file anew: npm run build -- --clean',
    );
  }
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError || error instanceof BuildFailure) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return 'The disk is full.'; // node:fs throws these
  return error.stack ?? error.message;
}

async function report({ drafts, address }: SiteParts, { shownOut }: Environment): Promise<void> {
  // Astro has loaded it; before, it would have kept the thread waiting.
  const { publishedNow } = await import('./publish.ts');
  const published = publishedNow();
  if (!published) return;
  const lines = reportBuild({ ...published, seconds: stopwatch.seconds() }, shownOut);
  if (drafts > 0) lines.push(`${counted(drafts, 'draft')} left out.`);
  if (address.placeholder) {
    lines.push(`Feeds name ${address.origin} until SITE_URL, or site in archive.yml, says where the site will be.`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
