import type { AdviceSettings } from '../check/advice.ts';
import { checkArchive } from '../check/check-archive.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';
import type { Problem } from '../../release/problem.ts';
import { sydneyDate } from '../../release/sydney-time.ts';
import { findDeclaration, WrongDeclaration, type DeclarationFlags } from './find-declaration.ts';
import { declare, type Declaration } from './seal.ts';
import { writeLock } from './write-lock.ts';

/** What became of a declaration. */
type Declared =
  | { readonly declaration: Declaration; readonly day: string }
  /** The files are not as it says, in a sentence. */
  | { readonly fault: string }
  | { readonly problems: readonly Problem[] };

/**
 * Writes a declared change into the seals, if the files are as it says and nothing else is wrong with them.
 * Throws `WrongDeclaration` for one that says nothing sensible.
 */
export function declareChange(
  folder: ReleasesFolder,
  flags: DeclarationFlags,
  now: number,
  advice: AdviceSettings,
): Declared {
  const { lock } = folder;
  if (!lock) throw new WrongDeclaration('The archive is not sealed yet: npm run seal does that.');
  const faults = folder.problems.filter(({ file }) => file === lock.file);
  if (faults.length > 0) return { problems: faults };
  const found = findDeclaration(flags, folder, lock);
  if ('fault' in found) return found;
  const { declaration, reason, now: digests } = found;
  const file = folder.fileOf(declaration.kind === 'renamed' ? declaration.to : declaration.id);
  // What differs from the seal is what is declared.
  const problems = checkArchive(folder, now, advice).filter(
    (problem) => problem.file === file && problem.severity === 'error' && !problem.rule.startsWith('seal-'),
  );
  if (problems.length > 0) return { problems };
  const { day } = sydneyDate(now);
  writeLock(folder.root, declare(lock.entries, declaration, { date: day, reason }, digests).values());
  return { declaration, day };
}
