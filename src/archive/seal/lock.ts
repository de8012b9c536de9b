import { z } from 'zod';
import { compareText } from '../../text/compare-text.ts';
import type { Finding } from '../../release/problem.ts';

/** Digests of a release's own file and of the files published with it: SHA-256 in hexadecimal digits, by file name. */
export type Digests = Readonly<Record<string, string>>;

/** A declared change of a sealed release. What the files became stands in the next amendment, or in the entry. */
export interface Amendment {
  /** The Sydney day on which it was declared, `YYYY-MM-DD`. */
  readonly date: string;
  readonly reason: string;
  /** The files before the change. */
  readonly was: Digests;
  /** The id under which the release stands since. */
  readonly renamedTo?: string | undefined;
}

/** What is sealed of one release. */
export interface LockEntry {
  readonly id: string;
  /** The files as they must be now; none where the release was withdrawn or renamed. */
  readonly files: Digests;
  /** Oldest first. */
  readonly amendments: readonly Amendment[];
}

/** The seals of an archive. */
export interface Lock {
  /** Path of the file as problems show it. */
  readonly file: string;
  /** By id. */
  readonly entries: ReadonlyMap<string, LockEntry>;
  /** Line of an entry, counted from 1; 1 where it is not in the file. */
  readonly lineOf: (id: string) => number;
}

interface ParsedLock {
  readonly lock: Lock;
  readonly findings: readonly (Finding & { readonly line: number })[];
}

/** Reads `releases.lock`: JSON Lines, an entry a line. A line that is not one is a finding, and left out. */
export function parseLock(file: string, text: string): ParsedLock {
  const entries = new Map<string, LockEntry>();
  const lines = new Map<string, number>();
  const findings: (Finding & { line: number })[] = [];
  text.split('\n').forEach((content, index) => {
    const line = index + 1;
    if (content.trim() === '') return;
    const entry = parseEntry(content);
    if (entry === undefined) findings.push({ line, ...malformed(content) });
    else if (entries.has(entry.id)) findings.push({ line, ...twice(entry.id) });
    else {
      entries.set(entry.id, entry);
      lines.set(entry.id, line);
    }
  });
  findings.push(...danglingRenames(entries, lines));
  return { lock: { file, entries, lineOf: (id) => lines.get(id) ?? 1 }, findings };
}

/** Writes seals as `parseLock` reads them: sorted by id, each entry's files by name, one line end after each entry. */
export function formatLock(entries: Iterable<LockEntry>): string {
  const sorted = [...entries].toSorted((a, b) => compareText(a.id, b.id));
  return sorted
    .map(({ id, files, amendments }) => {
      const written = amendments.map(({ date, reason, was, renamedTo }) => {
        return { date, reason, was: sortedDigests(was), ...(renamedTo === undefined ? {} : { renamedTo }) };
      });
      return `${JSON.stringify({ id, files: sortedDigests(files), amendments: written })}\n`;
    })
    .join('');
}

/** The state of a sealed release: `renamed` and `withdrawn` ones have no files any more. */
export function stateOf(entry: LockEntry): 'present' | 'renamed' | 'withdrawn' {
  if (Object.keys(entry.files).length > 0) return 'present';
  return entry.amendments.at(-1)?.renamedTo === undefined ? 'withdrawn' : 'renamed';
}

/** True when both hold the same names with the same digests. */
export function sameDigests(a: Digests, b: Digests): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

const digests = z.record(z.string().regex(/^[^/]+$/), z.string().regex(/^[0-9a-f]{64}$/));
const entrySchema = z.strictObject({
  id: z.string().min(1),
  files: digests,
  amendments: z.array(
    z.strictObject({
      date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      reason: z.string().min(1),
      was: digests,
      renamedTo: z.string().min(1).optional(),
    }),
  ),
});

function parseEntry(line: string): LockEntry | undefined {
  try {
    const read = entrySchema.safeParse(JSON.parse(line));
    // An entry that never had files seals nothing; only a declared change leaves one without.
    return read.success && (Object.keys(read.data.files).length > 0 || read.data.amendments.length > 0)
      ? read.data
      : undefined;
  } catch {
    return undefined;
  }
}

function sortedDigests(files: Digests): Digests {
  return Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => compareText(a, b)));
}

function malformed(content: string): Finding {
  const conflict = /^(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)/.test(content);
  return {
    rule: 'lock-malformed',
    message: conflict
      ? 'This line is a mark that git left where two changes meet.'
      : 'This line is not a seal, so it is not known what it sealed.',
    hint: conflict
      ? 'Keep the lines of both sides, one for each release, and delete the marks.'
      : 'Take the line back from the history of the file; only npm run seal writes it.',
  };
}

function twice(id: string): Finding {
  return {
    rule: 'lock-malformed',
    message: `The release "${id}" is sealed twice.`,
    hint: 'Keep the line that holds all amendments, and delete the other one.',
  };
}

/** A rename must lead to a sealed release, by one way only and never round in a circle. */
function danglingRenames(entries: ReadonlyMap<string, LockEntry>, lines: ReadonlyMap<string, number>) {
  const reached = new Set<string>();
  return [...entries.values()].flatMap((entry) => {
    const to = entry.amendments.at(-1)?.renamedTo;
    if (to === undefined || stateOf(entry) !== 'renamed') return [];
    const wrong = !entries.has(to) || reached.has(to) || leadsBack(entry, entries);
    reached.add(to);
    if (!wrong) return [];
    return [
      {
        line: lines.get(entry.id) ?? 1,
        rule: 'lock-malformed',
        message: `The release "${entry.id}" is said to have been renamed to "${to}", which is not sealed as its continuation.`,
        hint: 'Take both lines back from the history of the file; only npm run seal writes them.',
      },
    ];
  });
}

function leadsBack(from: LockEntry, entries: ReadonlyMap<string, LockEntry>): boolean {
  const seen = new Set<string>();
  for (let entry: LockEntry | undefined = from; entry && stateOf(entry) === 'renamed';) {
    if (seen.has(entry.id)) return true;
    seen.add(entry.id);
    entry = entries.get(entry.amendments.at(-1)?.renamedTo ?? '');
  }
  return false;
}
