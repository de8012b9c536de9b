import { checkArchive } from '../archive/check/check-archive.ts';
import type { AdviceSettings } from '../archive/check/advice.ts';
import { declareChange } from '../archive/seal/declare-change.ts';
import { WrongDeclaration, type DeclarationFlags } from '../archive/seal/find-declaration.ts';
import { placeOf } from '../archive/read/place.ts';
import type { ReleasesFolder } from '../archive/read/read-releases.ts';
import { notYetSealed, sealReleases } from '../archive/seal/seal-open.ts';
import { config } from '../config.ts';
import { counted } from '../text/counted.ts';
import { listProblems, plain } from '../release/report-problems.ts';
import { EXIT, readArguments, runCommand, type Exit, type CommandContext } from './command.ts';
import { UsageError } from '../build/failure.ts';
import { readFolder } from '../build/read-folder.ts';

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

/** The command `npm run seal`: seals what is new, or declares a change of one release. The desk seals what it publishes by the same functions. */
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
  const folder = readFolder(placeOf(context.variables['RELEASES_DIR'], context.project, context.working));
  return values.amend === undefined
    ? sealAll(folder, values, context, advice)
    : amend(folder, { ...values, amend: values.amend }, context, advice);
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
  const open = notYetSealed(folder);
  sealReleases(folder, open);
  const sealed = folder.lock?.entries.size ?? 0;
  const before = sealed === 0 ? '' : ` ${counted(sealed, 'was', 'were')} sealed before.`;
  context.out(
    open.length === 0 ? 'All releases are sealed already.\n' : `Sealed ${counted(open.length, 'release')}.${before}\n`,
  );
  return EXIT.clean;
}

/** Writes a declared change down, if the files are as it says. */
function amend(folder: ReleasesFolder, flags: DeclarationFlags, context: CommandContext, advice: AdviceSettings): Exit {
  let declared: ReturnType<typeof declareChange>;
  try {
    declared = declareChange(folder, flags, context.now, advice);
  } catch (error) {
    if (error instanceof WrongDeclaration) throw new UsageError(error.message, { cause: error });
    throw error;
  }
  if ('declaration' in declared) {
    const { declaration, day } = declared;
    const to = declaration.kind === 'renamed' ? ` to ${declaration.to}` : '';
    context.out(`Declared on ${day}: ${declaration.id} was ${declaration.kind}${to}.\n`);
    return EXIT.clean;
  }
  const why = 'fault' in declared ? `${declared.fault} ` : `${listProblems(declared.problems, plain)}\n\n`;
  context.log(`${why}Nothing was declared.\n`);
  return EXIT.problems;
}

if (import.meta.main) await runCommand((args, context) => seal(args, context, config.advice), USAGE);
