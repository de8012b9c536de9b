import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { counted } from '../text/counted.ts';
import { isPublishable, type Problem } from '../release/problem.ts';
import { formatProblems } from '../release/report-problems.ts';
import { rememberParsed } from '../archive/read/remember-parsed.ts';
import { setDevState } from './dev-state.ts';
import { siteAddress, type Environment, type SiteAddress } from '../build/environment.ts';
import { UsageError } from '../build/failure.ts';
import { readAddress, readSite } from '../build/read-site.ts';
import { setSite } from './get-site.ts';

export type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** The address of the site; one that `archive.yml` gives in a wrong form is passed over here and named by `loadReleases`. */
export function devAddress(environment: Environment): SiteAddress {
  try {
    return readAddress(environment);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return siteAddress(environment);
  }
}

// An edit costs the reading of what it changed.
const parse = rememberParsed();

/**
 * Loads the releases for `npm run dev`, whatever is wrong with some of them, and says at the terminal what is.
 * Throws a `UsageError` where the folder is not there.
 */
export function loadReleases(environment: Environment, address: SiteAddress): void {
  const options = { drafts: true, now: Date.now(), address, parse };
  const { site, check, folder } = readSite(environment, options);
  if (!site) throw new Error('A site with drafts is made whatever is wrong with its releases.');
  const settings = { file: folder.settingsFile, line: folder.settingsLineOf('site') };
  const problems = [...check(), ...addressProblems(environment, site.parts.settings.site, settings)];
  const broken = folder.ids.filter((id) => !site.archive.byId.has(id)).map((id) => [id, folder.fileOf(id)] as const);
  setSite(site);
  setDevState({ problems, broken: new Map(broken) });
  if (problems.length > 0) process.stderr.write(`${formatProblems(problems)}\n`);
  if (!isPublishable(problems)) process.stderr.write('Pages show what is wrong until it is put right.\n');
}

/** Loads the releases anew when files of theirs have changed, and has browsers show it. */
export function followReleases(server: DevServer, environment: Environment, address: SiteAddress): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const reload = (): void => {
    const names = [...changed];
    changed.clear();
    try {
      loadReleases(environment, address);
      process.stdout.write(`${names.length > 3 ? counted(names.length, 'file') : names.join(', ')} read anew.\n`);
    } catch (error) {
      // While somebody moves the folder, the site stands as it was and the server goes on.
      if (!(error instanceof UsageError)) throw error;
      const fault = { file: environment.shown, line: 1, rule: 'releases-missing', message: error.message, hint: '' };
      setDevState({ problems: [{ ...fault, severity: 'error' }], broken: new Map() });
      process.stderr.write(`${error.message}\n`);
    }
    // Astro keeps the list of addresses until it hears that content has changed.
    for (const each of Object.values(server.environments)) each.hot.send('astro:content-changed', {});
    server.ws.send({ type: 'full-reload' });
  };
  const note = (file: string): void => {
    const below = path.relative(environment.releases, file);
    if (below === '..' || below.startsWith(`..${path.sep}`) || path.isAbsolute(below)) return;
    changed.add(below);
    clearTimeout(timer);
    timer = setTimeout(reload, QUIET);
  };
  server.watcher.add(environment.releases);
  server.watcher.once('ready', () => process.stdout.write(`What changes in ${environment.shown} shows at once.\n`));
  for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, note);
}

// Milliseconds without a change before the folder is read: a hundred files that are copied are read once, and the watcher
// tells nothing of a second change of a file within 50.
const QUIET = 100;

/** What is wrong with `site` of `archive.yml`, where nothing else has found it. */
function addressProblems(
  environment: Environment,
  site: string | undefined,
  place: Pick<Problem, 'file' | 'line'>,
): Problem[] {
  try {
    siteAddress(environment, site);
    return [];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const hint = 'Write it in full, for example https://example.com/archive/.';
    return [{ ...place, field: 'site', rule: 'site-address', severity: 'error', message: error.message, hint }];
  }
}
