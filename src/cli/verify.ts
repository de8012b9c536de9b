import path from 'node:path';
import { statSync } from 'node:fs';
import { CHECKSUMS } from '../data/checksums.ts';
import { counted } from '../release/amounts.ts';
import { printable } from '../release/printable.ts';
import { restoreSite } from '../site/begin-build.ts';
import { EXIT, readArguments, runCommand, UsageError, type Exit, type CommandContext } from './command.ts';
import type { Limits } from './fetch-bounded.ts';
import { verifyAddress } from './verify-address.ts';
import { verifyFolder } from './verify-folder.ts';
import type { Verdict } from './verdict.ts';

const USAGE = `Usage: npm run verify [-- [--sums FILE] [DIR or URL]]

Checks every file of a built site (default: OUT_DIR, else dist) or of a deployed one against its ${CHECKSUMS},
and names each one that differs or is missing; in a folder also each one that is not listed.

  --sums FILE   checks against this list instead of the site's own, for example the one of your own build

By address, files that hosts consume themselves (_headers, _redirects, dotfiles) are skipped.
Exit status: 0 all as listed, 1 something is not, 2 wrong usage or nothing to check.
`;

/** The command `npm run verify`. */
export async function verify(args: readonly string[], context: CommandContext, network: Network = {}): Promise<Exit> {
  const { values, positionals } = readArguments(args, { sums: { type: 'string' } });
  if (positionals.length > 1) throw new UsageError('verify takes one folder or address.');
  const given = positionals[0] ?? builtSite(context);
  const sums = values.sums === undefined ? undefined : path.resolve(context.invokedFrom, values.sums);
  const verdict = /^https?:\/\//i.test(given)
    ? await verifyAddress(given, sums, context, network)
    : await verifyFolder(folderOf(given, context), sums);
  return report(verdict, context);
}

/** How the network is used; a test waits less. */
export interface Network {
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  readonly pause?: number;
  readonly limits?: Limits;
}

/** The folder of the last build. */
function builtSite({ project, variables, log }: CommandContext): string {
  const shownOut = variables['OUT_DIR']?.trim() || 'dist';
  const out = path.resolve(project, shownOut);
  restoreSite({ out, shownOut }, (text) => log(`${text}\n`));
  return out;
}

function folderOf(given: string, context: CommandContext): string {
  const found = [context.invokedFrom, context.working]
    .map((base) => path.resolve(base, given))
    .find((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory());
  if (found === undefined) throw new UsageError(`There is no folder "${given}".`);
  return found;
}

function report(verdict: Verdict, context: CommandContext): Exit {
  const { checked, faults, skipped, complete } = verdict;
  for (const { path: name, what } of faults) context.out(`${nameInReport(name)}: ${printable(what)}\n`);
  for (const { path: name, why } of skipped) context.log(`${nameInReport(name)} was skipped: ${printable(why)}\n`);
  const wrong = faults.length === 0 ? 'all as listed' : counted(faults.length, 'fault');
  const extra = complete ? '' : ' Files that are not listed cannot be found by address.';
  context.out(`${counted(checked, 'file')} checked against ${CHECKSUMS}: ${wrong}.${extra}\n`);
  return faults.length === 0 ? EXIT.clean : EXIT.problems;
}

/** Whoever serves a site names its files; one of 4,000 characters may not push the others off the screen. */
function nameInReport(name: string): string {
  const shown = printable(name);
  return shown.length <= 300 ? shown : `${shown.slice(0, 200)}… (${counted(name.length, 'character')})`;
}

if (import.meta.main) await runCommand((args, context) => verify(args, context), USAGE);
