import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseSettings } from '../archive/settings.ts';
import { readSiteAddress } from '../archive/site-address.ts';
import { UsageError } from '../build/failure.ts';
import { codeFinding } from '../release/value-findings.ts';
import { starterFiles, type Company } from '../starter/starter-files.ts';
import { quote } from '../text/quote.ts';
import { unusableSign } from '../files/unusable-path.cjs';
import { askForCompany } from './ask-for-company.ts';
import { isClone, programSource, triedVersions, withLockFile, writeStarter } from './starter-folder.ts';
import { EXIT, readArguments, runCommand, type CommandContext, type Exit } from './command.ts';

const USAGE = `Usage: asx-release-archive init FOLDER [--company NAME --code CODE --site URL]

Begins an archive in a folder of its own: releases and settings alone, with the commands as npm scripts.
At a terminal it asks for what is not given; nothing that stands there is overwritten.

  --company NAME  the company's name, for example "Example Minerals Limited"
  --code CODE     its ASX code
  --site URL      the address at which the site will be published; may be said later in releases/archive.yml

Exit status: 0 done, 2 wrong usage or a folder that is not empty.
`;

/** The command `asx-release-archive init`. */
export async function init(args: readonly string[], context: CommandContext): Promise<Exit> {
  const { values, positionals } = readArguments(args, {
    company: { type: 'string' },
    code: { type: 'string' },
    site: { type: 'string' },
  });
  const [shown, ...more] = positionals;
  if (shown === undefined || more.length > 0)
    throw new UsageError('init takes one folder: the new archive goes there.');
  const folder = path.resolve(context.invokedFrom, shown);
  requireUsable(folder, shown);
  requireEmpty(folder, shown);
  const company = await companyOf(values, context);
  const source = programSource(context);
  const files = withLockFile(starterFiles(company, { program: source.wanted, ...triedVersions() }), source);
  const [problem] = parseSettings('archive.yml', files.get('releases/archive.yml')?.text ?? '').problems;
  if (problem) throw new UsageError(`${problem.message} ${problem.hint}`);
  writeStarter(folder, files, source);
  context.out(`${shown} is an archive of ${company.name} (ASX:${company.code}) now. Next:

  cd ${/^[\w./-]+$/.test(shown) ? shown : JSON.stringify(shown)}
  npm install
  npm run new

Then npm run build makes the site. README.md in the folder says the rest.
`);
  if (isClone && source.tarball === undefined)
    context.log(
      `npm install will ask the registry for asx-release-archive ${source.wanted}. Where that is not published, delete the folder and begin it out of a tarball:

  npm pack
  npm exec -y --package=./asx-release-archive-${source.wanted}.tgz -- asx-release-archive init ${shown}
`,
    );
  return EXIT.clean;
}

/** The preflight would refuse every command there. */
function requireUsable(folder: string, shown: string): void {
  const sign = unusableSign(folder);
  if (sign === undefined) return;
  throw new UsageError(
    `${quote(shown)} cannot hold an archive: programs that an archive needs cannot work in a folder with ${sign} in its path. Name another folder; nothing was written.`,
  );
}

/** A folder of git's may be there, and nothing else. */
function requireEmpty(folder: string, shown: string): void {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name !== '.git');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // node:fs throws these
    if (code === 'ENOENT') return;
    throw new UsageError(
      code === 'ENOTDIR' ? `"${shown}" is a file. Name a folder.` : `"${shown}" cannot be read (${code}).`,
      {
        cause: error,
      },
    );
  }
  if (names.length === 0) return;
  throw new UsageError(
    `"${shown}" is not empty: it holds ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and more' : ''}. Name a new folder; nothing was written.`,
  );
}

async function companyOf(
  { company: name, code, site }: { company?: string | undefined; code?: string | undefined; site?: string | undefined },
  { terminal }: CommandContext,
): Promise<Company> {
  const given = { name: name?.trim(), code: code?.trim().toUpperCase(), site: site?.trim() };
  const complaint = [
    given.name === '' ? '--company needs the company’s name after it.' : undefined,
    /[\r\n]/.test(given.name ?? '') ? 'Write the company’s name on one line.' : undefined,
    given.code === undefined ? undefined : codeFault(given.code),
    given.site === undefined ? undefined : siteFault(given.site),
  ].find((each) => each !== undefined);
  if (complaint !== undefined) throw new UsageError(complaint);
  if (given.name !== undefined && given.code !== undefined && (given.site !== undefined || !terminal))
    return { name: given.name, code: given.code, site: given.site };
  if (!terminal) throw new UsageError('Say whose archive it is: --company "Example Minerals Limited" --code XMX.');
  return askForCompany(given, { codeFault, siteFault }, terminal);
}

function codeFault(code: string): string | undefined {
  const finding = codeFinding(code);
  return finding && `${finding.message} ${finding.hint}`;
}

function siteFault(site: string): string | undefined {
  const read = readSiteAddress(site);
  return 'finding' in read ? `${read.finding.message} ${read.finding.hint}` : undefined;
}

if (import.meta.main) await runCommand(init, USAGE);
