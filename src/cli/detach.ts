import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readSettings } from '../archive/read/read-releases.ts';
import { siteTitle } from '../archive/company-names.ts';
import { UsageError } from '../build/failure.ts';
import { git } from '../desk/send/git.ts';
import { readProgramFiles, type TrackedFile } from '../starter/program-files.ts';
import { sortClone } from '../starter/sort-clone.ts';
import { filesAround } from '../starter/starter-files.ts';
import { EXIT, readArguments, runCommand, type CommandContext, type Exit } from './command.ts';
import { detachPlan } from './detach-plan.ts';
import {
  PROGRAM,
  programPublicFiles,
  programSource,
  triedVersions,
  withLockFile,
  writeStarter,
} from './starter-folder.ts';

const USAGE = `Usage: asx-release-archive detach [FOLDER] [--yes]

Turns a clone of the program's repository into an archive without its source: releases, settings and public files stay as they
are with their history in git, and the program comes as a package from then on.
It first says what it will do, and asks; everything is staged and nothing committed, so that git reset --hard and npm ci take it back.

  --yes   does it without asking

Exit status: 0 done, or nothing to do; 2 wrong usage, uncommitted changes, or not agreed to.
`;

/** The command `asx-release-archive detach`. */
export async function detach(
  args: readonly string[],
  context: CommandContext,
  isOfProgram = readProgramFiles(),
): Promise<Exit> {
  const { values, positionals } = readArguments(args, { yes: { type: 'boolean' } });
  const [shown = '.', ...more] = positionals;
  if (more.length > 0) throw new UsageError('detach takes one folder: the clone.');
  const folder = path.resolve(context.invokedFrom, shown);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`There is no folder "${shown}". Name the folder of the clone.`);
  if (isDetached(folder)) {
    context.out('This archive takes the program as a package already. There is nothing to do.\n');
    return EXIT.clean;
  }
  if (isOfProgram === undefined)
    throw new UsageError(
      folder === PROGRAM
        ? 'A clone cannot take its own source away. Make a package of a newer clone (npm pack), and call that: npm exec -y --package=./asx-release-archive-….tgz -- asx-release-archive detach'
        : 'This package was made where git knew nothing of the program, so nobody can tell your own changes from it. Make it in a clone: npm pack.',
    );
  const files = await cleanClone(folder, context);
  if (!files.some((file) => file.path.startsWith('src/') && isOfProgram(file)))
    throw new UsageError(
      `${shown === '.' ? 'This folder' : `"${shown}"`} is no clone of the program: none of its source is here.`,
    );
  const sorted = sortClone(files, isOfProgram, programPublicFiles());
  const source = programSource(context);
  const settings = readSettings(path.join(folder, 'releases'));
  const title = siteTitle(settings);
  const around = filesAround(
    { title, companies: settings.companies ?? [] },
    { program: source.wanted, ...triedVersions() },
  );
  const written = new Map([...withLockFile(around, source)].filter(([name]) => !sorted.stay.includes(name)));
  const inTheWay = [...written.keys()].find(
    (name) => !sorted.leave.includes(name) && existsSync(path.join(folder, name)),
  );
  if (inTheWay !== undefined)
    throw new UsageError(
      `${inTheWay} is to be written, and a file of that name is here that git does not know. Move it elsewhere; nothing was changed.`,
    );
  const commit = (await run(folder, ['rev-parse', '--short', 'HEAD'], context)).trim();
  // Ignored ones too, for the build copies whatever is there.
  const untracked = await run(folder, ['ls-files', '--others', '-z', '--', 'public'], context);
  context.out(
    detachPlan({
      sorted,
      untracked: untracked.split('\0').filter((name) => name !== ''),
      written: [...written.keys()],
      source,
      files,
      commit,
    }),
  );
  if (!(values.yes ?? false) && !(await isAgreed(context))) return EXIT.usage;
  const paths = sorted.leave.join('\0');
  await run(folder, ['rm', '-r', '-q', '--pathspec-from-file=-', '--pathspec-file-nul'], context, paths);
  writeStarter(folder, written, source);
  const added = [...written.keys(), ...(source.tarball === undefined ? [] : [path.basename(source.tarball)])];
  await run(folder, ['add', '-f', '--', ...added], context);
  context.out(`Done and staged; nothing is committed. Next:

  npm install
  npm run check && npm run build
  git add package-lock.json && git commit -m "Take the program as a package"

Until the commit, git reset --hard takes everything back; npm ci then installs the packages of the clone again.
`);
  return EXIT.clean;
}

/** True of a folder that `init` or `detach` has made. */
function isDetached(folder: string): boolean {
  try {
    const read: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return Object.hasOwn((read as { dependencies?: object }).dependencies ?? {}, 'asx-release-archive');
  } catch {
    return false;
  }
}

/** What git tracks in a clone. Throws where the folder is none, or something in it is not committed. */
async function cleanClone(folder: string, context: CommandContext): Promise<readonly TrackedFile[]> {
  const top = await git(folder, ['rev-parse', '--show-prefix'], context.variables).catch(() => undefined);
  if (!top?.isDone) throw new UsageError('This folder is no clone: git does not know it. Nothing was changed.');
  if (top.out.trim() !== '') throw new UsageError('Name the folder of the clone itself, not one within it.');
  const changed = await run(folder, ['status', '--porcelain', '-z', '--untracked-files=no'], context);
  const names = changed.split('\0').filter((line) => line !== '');
  if (names.length > 0)
    throw new UsageError(
      `${names.length === 1 ? 'A file has a change' : `${names.length} files have changes`} that nobody has committed, such as ${names[0]?.slice(3)}. Commit or undo that first (git status shows it); nothing was changed.`,
    );
  const listed = await run(folder, ['ls-files', '-s', '-z'], context);
  return [...listed.matchAll(/\d{6} ([0-9a-f]+) \d\t([^\0]+)\0/g)].map(([, blob = '', name = '']) => ({
    path: name,
    blob,
  }));
}

async function run(folder: string, args: readonly string[], context: CommandContext, input = ''): Promise<string> {
  const { isDone, out, said } = await git(folder, ['--literal-pathspecs', ...args], context.variables, input);
  if (!isDone) throw new UsageError(`git ${args[0]} did not work: ${said.trim()}`);
  return out;
}

async function isAgreed({ terminal, out }: CommandContext): Promise<boolean> {
  if (!terminal) {
    out('Nothing was changed. --yes does it.\n');
    return false;
  }
  const { confirm } = await import('@clack/prompts');
  const agreed = (await confirm({ ...terminal, message: 'Do it?', initialValue: false })) === true;
  if (!agreed) out('Nothing was changed.\n');
  return agreed;
}

if (import.meta.main) await runCommand(detach, USAGE);
