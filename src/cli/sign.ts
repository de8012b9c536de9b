import { statSync } from 'node:fs';
import path from 'node:path';
import { restoreSite } from '../build/begin-build.ts';
import { readEnvironment } from '../build/environment.ts';
import { UsageError } from '../build/failure.ts';
import { signSite } from '../build/sign-site.ts';
import { CHECKSUMS, SIGNATURE } from '../archive/site-paths.ts';
import { counted } from '../text/counted.ts';
import { printable } from '../text/printable.ts';
import { EXIT, readArguments, runCommand, type CommandContext, type Exit } from './command.ts';
import { folderReader } from './site-reader.ts';
import { verifyFolder } from './verify-folder.ts';
import { signingFacts } from './verify-signature.ts';

const USAGE = `Usage: SIGNING_KEY=FILE npm run sign [-- DIR]

Signs ${CHECKSUMS} of a built site (default: OUT_DIR, else dist) with the SSH key that SIGNING_KEY names, as
ssh-keygen -Y sign -n asx-release-archive does: into ${SIGNATURE} beside it. A build signs by itself where SIGNING_KEY is set.

The site has to be as its ${CHECKSUMS} says, and archive.yml has to name the key. docs/security.md explains keys.
Exit status: 0 signed, 1 the site is not as listed, 2 wrong usage or a key that cannot sign.
`;

/** The command `npm run sign`. */
export async function sign(args: readonly string[], context: CommandContext): Promise<Exit> {
  const { positionals } = readArguments(args, {});
  if (positionals.length > 1) throw new UsageError('sign takes one folder.');
  const environment = readEnvironment(context.variables, context.project);
  const keyFile = environment.signingKey;
  if (keyFile === undefined)
    throw new UsageError('SIGNING_KEY is not set: it names the file of the SSH key that signs the archive.');
  restoreSite(environment, (text) => context.log(`${text}\n`));
  const folder = positionals[0] === undefined ? environment.out : path.resolve(context.invokedFrom, positionals[0]);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`There is no folder "${positionals[0] ?? environment.shownOut}".`);
  const site = folderReader(folder);
  const bytes = await site.read(CHECKSUMS);
  if (!bytes) throw new UsageError(`There is no ${site.nameOf(CHECKSUMS)} to sign; npm run build writes it.`);
  const list = { bytes, source: site.nameOf(CHECKSUMS) };
  const { faults } = await verifyFolder(folder, list);
  if (faults.length > 0) {
    for (const { path: name, what } of faults) context.log(`${printable(name)}: ${printable(what)}\n`);
    context.log(`Nothing was signed, because of ${counted(faults.length, 'fault')}. Build the site again.\n`);
    return EXIT.problems;
  }
  const key = signSite(folder, { keyFile, ...(await signingFacts(site, list)) });
  context.out(`Signed ${CHECKSUMS} by the key ${key.fingerprint}: ${site.nameOf(SIGNATURE)}\n`);
  return EXIT.clean;
}

if (import.meta.main) await runCommand(sign, USAGE);
