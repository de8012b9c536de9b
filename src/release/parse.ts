import { conflictFindings } from './merge-conflict.ts';
import { readFrontMatter } from './front-matter.ts';
import { compareProblems, type Problem } from './problem.ts';
import { readFields } from './read-fields.ts';
import { draftSchema, frontMatterSchema, type WholeDraft, type WholeRelease } from './schema.ts';
import type { PlacedFinding } from './yaml-fault.ts';

interface ParsedRelease {
  /** The release, when no error was found. */
  readonly release?: WholeRelease;
  /** The draft, when no error was found, but its code or date is still missing. */
  readonly draft?: WholeDraft;
  /** All problems of this file, in the order of `compareProblems`. */
  readonly problems: readonly Problem[];
}

/**
 * Reads one release from the text of its file. Every wrong field is reported at once, in the order in which they stand;
 * where one of them is an error, no release comes back. Never throws because of what the text holds.
 * `file` is the path that problems name; `id` the path below the releases folder without `.md`.
 */
export function parseRelease(file: string, text: string, id = file.replace(/\.md$/, '')): ParsedRelease {
  const asErrors = (findings: readonly PlacedFinding[]): ParsedRelease => {
    return { problems: findings.map((finding) => ({ file, severity: 'error', ...finding })) };
  };
  const conflict = conflictFindings(text);
  if (conflict.length > 0) return asErrors(conflict);
  const block = readFrontMatter(text);
  if ('findings' in block) return asErrors(block.findings);
  const isDraft = block.data['draft'] === 'true';
  const { value, problems } = readFields(file, block, isDraft ? draftSchema : frontMatterSchema);
  if (!value) return { problems };
  const { code, date } = value;
  if (code && date) return { release: { ...value, code, date, id, body: block.body }, problems };
  const missing = [...(code ? [] : [DRAFT_WITHOUT.code]), ...(date ? [] : [DRAFT_WITHOUT.date])];
  return {
    draft: { ...value, id, body: block.body },
    problems: [
      ...problems,
      ...missing.map((finding) => ({ file, line: block.lastLine, severity: 'warning' as const, ...finding })),
    ].toSorted(compareProblems),
  };
}

/** What a draft may lack, and a release may not. */
const DRAFT_WITHOUT = {
  code: {
    field: 'code',
    rule: 'draft-without-code',
    message: 'This draft does not say which company lodged it, and cannot be published yet.',
    hint: 'Write a line code: with the ASX code of the company, for example code: BHP.',
  },
  date: {
    field: 'date',
    rule: 'draft-without-date',
    message: 'This draft does not say on which day it was announced, and cannot be published yet.',
    hint: 'Write a line date: with the Sydney day, for example date: 2020-07-30.',
  },
};
