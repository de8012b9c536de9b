import type { Search } from './address.ts';
import type { Names } from './names.ts';
import { neededTerms } from './rank.ts';
import { readQuery } from './read-query.ts';
import { withoutPart } from './without-part.ts';

/** Searches that ask for less, each with what it leaves out, for when nothing is found: a filter, the quotation marks, a word. */
export function lesserSearches(
  search: Search,
  names: Names,
): readonly { readonly name: string; readonly search: Search }[] {
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
