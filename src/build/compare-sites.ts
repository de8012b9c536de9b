import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compareArchives, isLoss, releaseFiles, type Comparison } from '../archive/seal/compare.ts';
import { comparisonWords } from '../archive/seal/comparison-words.ts';
import type { LockHistory } from '../archive/seal/lock-history.ts';
import { CHECKSUMS } from '../archive/site-paths.ts';
import { parseChecksums, type Checksum } from '../data/checksums.ts';
import type { Environment } from './environment.ts';
import { BuildFailure } from './failure.ts';

/**
 * What becomes of the releases of the site that is replaced; `undefined` where there is none.
 * Throws a `BuildFailure` that names each lost or silently changed one, where the environment asks for that.
 */
export function compareWithFormer(
  files: readonly Checksum[],
  { changes }: Pick<LockHistory, 'changes'>,
  { out, shownOut, failOnLoss }: Pick<Environment, 'out' | 'shownOut' | 'failOnLoss'>,
): Comparison | undefined {
  const list = path.join(out, CHECKSUMS);
  if (!existsSync(list)) return undefined;
  const former = releaseFiles(parseChecksums(readFileSync(list, 'utf8')).checksums);
  const comparison = compareArchives(former, releaseFiles(files), changes.toReversed());
  if (failOnLoss && isLoss(comparison)) throw new BuildFailure(refusal(comparison, shownOut));
  return comparison;
}

/** Lines on what became of the former site's releases: each loss as a warning, then all of it in one line. */
export function reportComparison(comparison: Comparison): string[] {
  const { losses, summary } = comparisonWords(comparison, 0);
  const shown = losses.length > MOST ? [...losses.slice(0, MOST), `and ${losses.length - MOST} more`] : losses;
  return [...shown.map((line) => `Warning: ${line}`), `Against the site that it replaced: ${summary}.`];
}

const MOST = 20;

function refusal(comparison: Comparison, shownOut: string): string {
  const { losses } = comparisonWords(comparison, 0);
  return `The site that ${shownOut} holds would lose releases, or they were changed without a word:\n${losses.map((line) => `  ${line}`).join('\n')}\nTake them back, or declare what is meant with npm run seal -- --amend; without FAIL_ON_LOSS the build replaces the site all the same.`;
}
