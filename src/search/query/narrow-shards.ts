import { filterNames } from '../record/filters.ts';
import type { ShardEntry } from '../record/shard-list.ts';
import type { Query, Term } from './terms.ts';

/**
 * The shards that may hold all of what a search names: those with releases of its companies, and of its days and months.
 * Where they hold no release that has all of it, the others are to be searched too.
 */
export function narrowed(entries: readonly ShardEntry[], { terms }: Query): readonly ShardEntry[] {
  const kept = entries.filter((entry) => terms.every((term) => mayAnswer(entry, term)));
  return kept.length > 0 ? kept : entries;
}

function mayAnswer({ from, to, filters }: ShardEntry, { kind, ways }: Term): boolean {
  const facts = ways.filter(({ isFact }) => isFact).flatMap(({ words }) => words);
  if (kind === 'company') return facts.some((code) => filters[filterNames.company]?.[code.toUpperCase()] !== undefined);
  // A day of any year begins with no year.
  const years = kind === 'date' ? facts.map((fact) => Number(fact.slice(0, 4))) : [];
  if (years.some(Number.isNaN)) return true;
  // What happened late in a year is reported in the next.
  return years.length === 0 || years.some((year) => year + 1 >= from && year <= to);
}
