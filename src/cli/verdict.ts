import { CHECKSUMS } from '../archive/site-paths.ts';
import { parseChecksums, type Checksum } from '../data/checksums.ts';
import { compareText } from '../text/compare-text.ts';
import { UsageError } from '../build/failure.ts';

/** What a comparison of a site with its checksums has found. */
export interface Verdict {
  /** How many files were looked at. */
  readonly checked: number;
  /** By path. */
  readonly faults: readonly Fault[];
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
  /** True where files that are not listed were looked for too. */
  readonly complete: boolean;
}

/** A file that is not as listed, or a line of the list that cannot be read. */
export interface Fault {
  readonly path: string;
  readonly what: string;
}

// What is said of a file behind its path.
export const DIFFERS = 'differs from its checksum';
export const MISSING = 'is missing';
export const EXTRA = 'is not listed';

/** A list of checksums as it was read, and where it came from. */
export interface SumsList {
  readonly bytes: Uint8Array;
  readonly source: string;
}

/** Reads a list of checksums; lines that are none are faults. */
export function readSums({ bytes, source }: SumsList): { checksums: readonly Checksum[]; faults: readonly Fault[] } {
  const { checksums, faults } = parseChecksums(new TextDecoder().decode(bytes));
  if (checksums.length === 0) throw new UsageError(`${source} holds no checksums.`);
  return {
    checksums,
    faults: faults.map((line) => ({ path: `${CHECKSUMS}:${line}`, what: 'is not a line of checksums' })),
  };
}

/** In the order of paths, by code units. */
export function byPath<T extends { readonly path: string }>(found: readonly T[]): T[] {
  return found.toSorted((a, b) => compareText(a.path, b.path));
}
