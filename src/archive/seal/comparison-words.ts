import { longDay } from '../../release/day-words.ts';
import { counted } from '../../text/counted.ts';
import type { Comparison } from './compare.ts';

/** What a comparison has found, for a person: a line for each release that is not as it was, and all of it in one sentence. */
interface ComparisonWords {
  /** Releases that are lost or were changed without a word. */
  readonly losses: readonly string[];
  /** Releases that were changed as declared, then those that were added. */
  readonly others: readonly string[];
  /** `12 releases as they were, 1 added, 1 gone`. */
  readonly summary: string;
}

/** Puts a comparison into words; of many additions `most` are named. */
export function comparisonWords(comparison: Comparison, most: number): ComparisonWords {
  const { same, added, declared, undeclared, gone } = comparison;
  const more = added.length - most;
  const numbers = [
    `${counted(same, 'release')} as ${same === 1 ? 'it was' : 'they were'}`,
    ...(added.length > 0 ? [`${added.length} added`] : []),
    ...(declared.length > 0 ? [`${declared.length} changed as declared`] : []),
    ...(undeclared.length > 0 ? [`${undeclared.length} changed without a declared amendment`] : []),
    ...(gone.length > 0 ? [`${gone.length} gone`] : []),
  ];
  return {
    losses: [
      ...gone.map(({ id, movedTo }) =>
        movedTo === undefined
          ? `${id}: gone`
          : `${id}: gone; the same file is ${movedTo} now, which no declaration says`,
      ),
      ...undeclared.map(({ id, files }) => `${id}: changed without a declared amendment (${files.join(', ')})`),
    ],
    others: [
      ...declared.map(({ id, change: { kind, date, reason, renamedTo } }) => {
        const to = renamedTo === undefined ? '' : ` to ${renamedTo}`;
        return `${id}: ${kind}${to}, as declared on ${longDay(date)}: ${reason}`;
      }),
      ...added.slice(0, most).map((id) => `${id}: added`),
      ...(more > 0 ? [`and ${counted(more, 'more release')} added`] : []),
    ],
    summary: numbers.join(', '),
  };
}
