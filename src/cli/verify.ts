import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseAllowedSigners } from '../archive/seal/allowed-signers.ts';
import { CHECKSUMS } from '../archive/site-paths.ts';
import { counted } from '../text/counted.ts';
import { printable } from '../text/printable.ts';
import { restoreSite } from '../build/begin-build.ts';
import { EXIT, placesOf, readArguments, runCommand, type Exit, type CommandContext } from './command.ts';
import { UsageError } from '../build/failure.ts';
import { addressReader, folderReader, siteOf, type Network } from './site-reader.ts';
import { verifyAddress } from './verify-address.ts';
import { verifyFolder } from './verify-folder.ts';
import { readFormer, verifySince } from './verify-since.ts';
import { verifySignature, type TrustedKeys } from './verify-signature.ts';
import type { SumsList, Verdict } from './verdict.ts';

const USAGE = `Usage: npm run verify [-- [--keys FILE | --sums FILE] [--since FILE-OR-URL] [DIR or URL]]

Checks every file of a built site (default: OUT_DIR, else dist) or of a deployed one against its ${CHECKSUMS},
and names each one that differs or is missing; in a folder also each one that is not listed. Says who has signed it.

  --keys FILE   takes the keys that may sign it from this allowed-signers file (or .pub file), not from the site itself
  --since FILE-OR-URL
                also names each release that was added, changed as declared, changed without a declared amendment or
                lost since a former SHA256SUMS or releases.json, a former folder, or the site at an address
  --sums FILE   checks against this list instead of the site's own, for example the one of your own build

By address, files that hosts consume themselves (_headers, _redirects, dotfiles) are skipped.
Exit status: 0 all as listed and nothing lost, 1 something is not, 2 wrong usage or nothing to check.
`;

/** The command `npm run verify`. */
export async function verify(args: readonly string[], context: CommandContext, network: Network = {}): Promise<Exit> {
  const { values, positionals } = readArguments(args, {
    sums: { type: 'string' },
    keys: { type: 'string' },
    since: { type: 'string' },
  });
  if (positionals.length > 1) throw new UsageError('verify takes one folder or address.');
  if (values.sums !== undefined && values.keys !== undefined)
    throw new UsageError('--sums takes a list of your own, whose signature nobody needs: give it or --keys.');
  const given = positionals[0] ?? builtSite(context);
  const trusted = values.keys === undefined ? undefined : readKeys(path.resolve(context.invokedFrom, values.keys));
  const address = isAddress(given) ? siteOf(given) : undefined;
  const folder = address ? '' : folderOf(given, context);
  const site = address ? addressReader(address, network) : folderReader(folder);
  const list: SumsList =
    values.sums === undefined
      ? { bytes: (await site.read(CHECKSUMS)) ?? noList(site.nameOf(CHECKSUMS)), source: site.nameOf(CHECKSUMS) }
      : readList(path.resolve(context.invokedFrom, values.sums));
  const former = values.since === undefined ? undefined : await readFormer(values.since, context, network);
  const verdict = address ? await verifyAddress(address, list, context, network) : await verifyFolder(folder, list);
  const exit = report(verdict, context);
  const found = [
    ...(values.sums === undefined ? [await verifySignature(site, list, trusted)] : []),
    ...(former ? [await verifySince(former, site, list)] : []),
  ];
  for (const { lines } of found) for (const line of lines) context.out(`${line}\n`);
  return found.every(({ ok }) => ok) ? exit : EXIT.problems;
}

function isAddress(given: string): boolean {
  return /^https?:\/\//i.test(given);
}

function noList(name: string): never {
  throw new UsageError(
    isAddress(name) ? `${name} could not be fetched (it is not there).` : `There is no ${name} to check against.`,
  );
}

function readList(file: string): SumsList {
  return { bytes: readGiven(file), source: file };
}

/** Reads the reader's own keys; a line that names none is worth a word, since the key that it means is not known then. */
function readKeys(file: string): TrustedKeys {
  const { keys, faults } = parseAllowedSigners(readGiven(file).toString());
  if (faults[0] !== undefined)
    throw new UsageError(
      `${file}:${faults[0]} names no Ed25519 key for archives. Write a line as on the archive's own page: who, and the key (ssh-ed25519 AAAA…).`,
    );
  if (keys.length === 0) throw new UsageError(`${file} names no key.`);
  return { keys, file };
}

function readGiven(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // node:fs throws these
    const fault = code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`;
    throw new UsageError(fault, { cause: error });
  }
}

/** The folder of the last build. */
function builtSite({ project, variables, log }: CommandContext): string {
  const shownOut = variables['OUT_DIR']?.trim() || 'dist';
  const out = path.resolve(project, shownOut);
  restoreSite({ out, shownOut }, (text) => log(`${text}\n`));
  return out;
}

function folderOf(given: string, context: CommandContext): string {
  const found = placesOf(given, context).find((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory());
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
