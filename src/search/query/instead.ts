import type { Search } from './address.ts';
import type { Names } from './names.ts';
import { neededTerms } from './rank.ts';
import { readQuery } from './read-query.ts';

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
    ...(type ? [{ name: 'in every type', search: without('type') }] : []),
    ...(from || to ? [{ name: 'in all years', search: without('from', 'to') }] : []),
    ...(search.flags.length > 0 ? [{ name: 'without the boxes ticked', search: { ...without(), flags: [] } }] : []),
    ...(query.phrases.length > 0
      ? [{ name: 'without quotation marks', search: { ...without(), q: search.q.replace(/["“”„‟«»]/g, ' ').trim() } }]
      : []),
    ...(query.excluded.length + query.excludedPhrases.length > 0
      ? [
          {
            name: 'without what is excluded',
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

/** What was typed, without a part of it, which may have been written with other spaces and signs. */
export function withoutPart(q: string, part: string): string {
  const exact = q.toLowerCase().indexOf(part.toLowerCase());
  const found = exact === -1 ? loosely(part).exec(q) : { 0: part, index: exact };
  if (found === null || part === '') return q;
  return `${q.slice(0, found.index)} ${q.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim();
}

function loosely(part: string): RegExp {
  const letters = [...part.matchAll(/[\p{L}\p{N}]/gu)].map(([letter]) => letter);
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters.join('[^\\p{L}\\p{N}]*')}(?![\\p{L}\\p{N}])`, 'iu');
}
