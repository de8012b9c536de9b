import { counted } from '../text/counted.ts';
import { formatProblems } from '../release/report-problems.ts';
import { renderPages } from '../astro/render-pages.ts';
import { reportComparison } from '../build/compare-sites.ts';
import { buildSite } from '../build/build-site.ts';
import { readEnvironment } from '../build/environment.ts';
import { describeFailure, UsageError } from '../build/failure.ts';
import { reportBuild } from '../build/report.ts';
import { EXIT, readArguments, refuseFiles, runCommand, type CommandContext, type Exit } from './command.ts';

const USAGE = `Usage: npm run build [-- --clean] [--adopt] [--fail-on-loss] [--verbose]

Builds the site into OUT_DIR (default: dist) and says what it wrote; until it is whole the former site stays.

  --clean          makes the whole search index and every file anew, whatever earlier builds have kept
  --adopt          replaces a site that an older version of this program has built
  --fail-on-loss   builds nothing where releases of the former site are gone or were changed without a declared amendment
  --verbose        says where the time went

docs/hosting.md lists the environment variables that it reads.
Exit status: 0 built, 1 problems in the releases or on the disk, 2 wrong usage; the former site stays then.
`;

/** The command `npm run build`. */
export async function build(args: readonly string[], context: CommandContext): Promise<Exit> {
  const { clean, adopt, verbose, ...flags } = readFlags(args);
  const variables = {
    ...context.variables,
    ...(clean && { CLEAN: '1' }),
    ...(adopt && { ADOPT: '1' }),
    ...(flags['fail-on-loss'] && { FAIL_ON_LOSS: '1' }),
  };
  const log = (text: string): void => context.log(`${text}\n`);
  let shownOut: string | undefined;
  try {
    const environment = readEnvironment(variables, context.project);
    ({ shownOut } = environment);
    const built = await buildSite(environment, {
      now: context.now,
      render: renderPages,
      log,
      report: (problems) => problems.length > 0 && log(formatProblems(problems, { warnings: 10 })),
    });
    if (!built) {
      log(`Nothing was built; ${shownOut} is as it was.`);
      return EXIT.problems;
    }
    const { drafts, address } = built;
    const lines = reportBuild(built, shownOut, { verbose: verbose === true });
    if (built.since) lines.push(...reportComparison(built.since));
    if (built.signedBy !== undefined) lines.push(`Signed by the key ${built.signedBy}.`);
    else if (built.namesKeys)
      lines.push('Not signed, though archive.yml names keys: npm run sign does it, or SIGNING_KEY.');
    if (drafts > 0) lines.push(`${counted(drafts, 'draft')} left out.`);
    if (address.placeholder)
      lines.push(`Feeds name ${address.origin} until SITE_URL, or site in archive.yml, says where the site will be.`);
    context.out(`${lines.join('\n')}\n`);
    return EXIT.clean;
  } catch (error) {
    const words = describeFailure(error);
    if (words !== undefined) log(words);
    log(shownOut === undefined ? 'Nothing was built.' : `The build failed; ${shownOut} is as it was.`);
    // src/preflight.cjs says what it is, or shows where it comes from.
    if (words === undefined) throw error;
    return error instanceof UsageError ? EXIT.usage : EXIT.problems;
  }
}

function readFlags(args: readonly string[]) {
  const { values, positionals } = readArguments(args, {
    clean: { type: 'boolean' },
    adopt: { type: 'boolean' },
    'fail-on-loss': { type: 'boolean' },
    verbose: { type: 'boolean' },
  });
  refuseFiles('build', positionals);
  return values;
}

if (import.meta.main) {
  await runCommand(build, USAGE);
  // Astro may still be at work where a build has failed.
  if (process.exitCode !== EXIT.clean) process.exit();
}
