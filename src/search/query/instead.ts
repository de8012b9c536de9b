import type { Search } from './address.ts';
import type { Instead } from './messages.ts';
import type { Names } from './names.ts';
import type { OpenIndex } from './open-index.ts';
import { neededTerms } from './rank.ts';
import { readQuery } from './read-query.ts';
import { withoutPart } from './without-part.ts';

/** Searches that ask for less and find something, with how much; of eight at most it is looked up. */
export async function searchInstead(search: Search, { engine, names }: OpenIndex): Promise<readonly Instead[]> {
  const lesser = lesserSearches(search, names).slice(0, 8);
  const counts = await Promise.all(lesser.map(async (one) => engine.total(one.search).catch(() => 0)));
  return lesser.map((one, at) => ({ ...one, count: counts[at] ?? 0 })).filter(({ count }) => count > 0);
}

/** Searches that ask for less, each with what it leaves out, for when nothing is found: a filter, the quotation marks, a word. */
function lesserSearches(search: Search, names: Names): readonly { readonly name: string; readonly search: Search }[] {
  const { company, type, from, to, shown, ...rest } = search;
  void shown;
  const whole = { ...(company && { company }), ...(type && { type }), ...(from && { from }), ...(to && { to }) };
  const without = (...fields: readonly string[]): Search => ({
    ...rest,
    ...Object.fromEntries(Object.entries(whole).filter(([field]) => !fields.includes(field))),
  });
  const query = readQuery(search.q, names);
  const words = neededTerms(query).flatMap((at) => query.terms[at] ?? []);
  return [
    ...(company ? [{ name: `without ${company}`, search: without('company') }] : []),
    ...(type ? [{ name: 'in all types', search: without('type') }] : []),
    ...(from || to ? [{ name: 'in all years', search: without('from', 'to') }] : []),
    ...(search.flags.length > 0 ? [{ name: 'without the ticked boxes', search: { ...without(), flags: [] } }] : []),
    ...(query.phrases.length > 0
      ? [{ name: 'without quotation marks', search: { ...without(), q: search.q.replace(/["“”„‟«»]/g, ' ').trim() } }]
      : []),
    ...(query.excluded.length + query.excludedPhrases.length > 0
      ? [
          {
            name: 'without excluded words',
            search: { ...without(), q: search.q.replace(EXCLUDED, '$1').trim() },
          },
        ]
      : []),
    ...(words.length > 1
      ? words.map(({ typed }) => ({
          name: `without “${typed}”`,
          search: { ...without(), q: withoutPart(search.q, typed) },
        }))
      : []),
  ];
}

const EXCLUDED = /(^|\s)-(?:["“”„‟«»][^"“”„‟«»]*["“”„‟«»]|\S+)/g;
