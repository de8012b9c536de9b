import { renameSync, writeFileSync } from 'node:fs';
import { checkArchive } from '../archive/check.ts';
import type { AdviceSettings } from '../archive/advice.ts';
import { formatLock, type LockEntry } from '../archive/lock.ts';
import { openReleases } from '../archive/open.ts';
import { placeOf } from '../archive/place.ts';
import { lockPath } from '../archive/read-lock.ts';
import type { ReleasesFolder } from '../archive/read.ts';
import { declare, digestsNow } from '../archive/seal.ts';
import { config } from '../config.ts';
import { counted } from '../release/amounts.ts';
import { listProblems, plain } from '../release/report-problems.ts';
import { sydneyDate } from '../release/sydney-time.ts';
import { EXIT, readArguments, runCommand, UsageError, type Exit, type CommandContext } from './command.ts';
import { findDeclaration, type DeclarationFlags } from './seal-declaration.ts';

const USAGE = `Usage: npm run seal [-- --amend ID --reason "…" [--renamed-to ID | --withdrawn]]

Without arguments: seals all releases that are not sealed yet. From then on a sealed release that is changed,
renamed or missing stops check and the build, until the change is declared.

  --amend ID       declares that the sealed release has changed, with its files as they are now
  --reason "…"     why, in a sentence that its page will show
  --renamed-to ID  its file has this name now; the old address leads on and feeds keep its id
  --withdrawn      its file was taken away; its address says so

ID is the path of a release's file below the releases folder, without .md. RELEASES_DIR names another folder;
the seals lie beside it as <RELEASES_DIR>.lock, or inside of it as releases.lock where it is a repository
of its own (commit that file). Exit status: 0 done, 1 problems, 2 wrong usage.
`;

/** The command `npm run seal`: the only writer of the seals. */
export function seal(args: readonly string[], context: CommandContext, advice: AdviceSettings): Exit {
  const { values, positionals } = readArguments(args, {
    amend: { type: 'string' },
    reason: { type: 'string' },
    'renamed-to': { type: 'string' },
    withdrawn: { type: 'boolean' },
  });
  if (positionals[0] !== undefined) {
    throw new UsageError(`"${positionals[0]}" stands alone; a change of one release is declared with --amend.`);
  }
  const place = placeOf(context.variables['RELEASES_DIR'], context.project, context.working);
  const opened = openReleases(place);
  if ('fault' in opened) throw new UsageError(opened.fault);
  return values.amend === undefined
    ? sealAll(opened.folder, values, context, advice)
    : amend(opened.folder, { ...values, amend: values.amend }, context, advice);
}

/** Seals what is not sealed yet, if nothing in the archive is wrong. */
function sealAll(
  folder: ReleasesFolder,
  flags: Partial<DeclarationFlags>,
  context: CommandContext,
  advice: AdviceSettings,
): Exit {
  const alone = (['reason', 'renamed-to', 'withdrawn'] as const).find((name) => flags[name] !== undefined);
  if (alone) throw new UsageError(`--${alone} belongs to --amend, which names the release.`);
  const problems = checkArchive(folder, context.now, advice).filter(({ severity }) => severity === 'error');
  if (problems.length > 0) {
    context.log(
      `${listProblems(problems, plain)}\n\nNothing was sealed, because of ${counted(problems.length, 'problem')}.\n`,
    );
    return EXIT.problems;
  }
  const sealed: ReadonlyMap<string, LockEntry> = folder.lock?.entries ?? new Map();
  const open = folder.releases.filter((release) => release.draft !== true && !sealed.has(release.id));
  const added = open.map((release) => ({
    id: release.id,
    files: digestsNow(release.id, release, folder),
    amendments: [],
  }));
  if (added.length > 0 || !folder.lock) write(folder, [...sealed.values(), ...added]);
  const before = sealed.size === 0 ? '' : ` ${counted(sealed.size, 'was', 'were')} sealed before.`;
  context.out(
    added.length === 0
      ? 'All releases are sealed already.\n'
      : `Sealed ${counted(added.length, 'release')}.${before}\n`,
  );
  return EXIT.clean;
}

/** Writes a declared change down, if the files are as it says. */
function amend(folder: ReleasesFolder, flags: DeclarationFlags, context: CommandContext, advice: AdviceSettings): Exit {
  const { lock } = folder;
  if (!lock) throw new UsageError('The archive is not sealed yet: npm run seal does that.');
  const faults = folder.problems.filter(({ file }) => file === lock.file);
  if (faults.length > 0) {
    context.log(`${listProblems(faults, plain)}\n\nNothing was declared.\n`);
    return EXIT.problems;
  }
  const found = findDeclaration(flags, folder, lock);
  if ('fault' in found) {
    context.log(`${found.fault} Nothing was declared.\n`);
    return EXIT.problems;
  }
  const { declaration, reason, now } = found;
  const file = folder.fileOf(declaration.kind === 'renamed' ? declaration.to : declaration.id);
  // What differs from the seal is what is declared.
  const problems = checkArchive(folder, context.now, advice).filter(
    (problem) => problem.file === file && problem.severity === 'error' && !problem.rule.startsWith('seal-'),
  );
  if (problems.length > 0) {
    context.log(`${listProblems(problems, plain)}\n\nNothing was declared.\n`);
    return EXIT.problems;
  }
  const { day } = sydneyDate(context.now);
  write(folder, declare(lock.entries, declaration, { date: day, reason }, now).values());
  const to = declaration.kind === 'renamed' ? ` to ${declaration.to}` : '';
  context.out(`Declared on ${day}: ${declaration.id} was ${declaration.kind}${to}.\n`);
  return EXIT.clean;
}

/** Beside first, then in one step to its place: a command that is ended in the middle leaves the former seals whole. */
function write(folder: ReleasesFolder, entries: Iterable<LockEntry>): void {
  const file = lockPath(folder.root);
  writeFileSync(`${file}.new`, formatLock(entries));
  renameSync(`${file}.new`, file);
}

if (import.meta.main) await runCommand((args, context) => seal(args, context, config.advice), USAGE);
