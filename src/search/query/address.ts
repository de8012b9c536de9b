import { flags, orders, type Flag, type Order } from '../record/filters.ts';

/** A search as a person made it; everything of it stands in the address. */
export interface Search {
  /** The words as typed. */
  readonly q: string;
  /** A company's code in capitals. */
  readonly company?: string;
  /** The slug of a type or group. */
  readonly type?: string;
  /** The first and the last Sydney year, both included; the lower one first. */
  readonly from?: number;
  readonly to?: number;
  /** In the order of `flags`, without repetition. */
  readonly flags: readonly Flag[];
  readonly order: Order;
  /** The words are searched as they were typed, also where no release holds them. */
  readonly exact?: true;
  /** How many results are shown, where it is more than at first. */
  readonly shown?: number;
}

/** A search for everything. */
export const emptySearch: Search = { q: '', flags: [], order: 'best' };

/**
 * Reads a search from the query part of an address, with or without `?`.
 * What is not understood is left out, so that any address shows something; the first of repeated names counts.
 */
export function readSearch(query: string): Search {
  const values = new URLSearchParams(query);
  const text = (name: string) => values.get(name)?.trim() || undefined;
  const company = text('company')?.toUpperCase();
  const type = text('type')?.toLowerCase();
  const years = [year(text('from')), year(text('to'))] as const;
  const turned = years[0] !== undefined && years[1] !== undefined && years[0] > years[1];
  const [from, to] = turned ? [years[1], years[0]] : years;
  return {
    q: values.get('q') ?? '',
    ...(company && /^[A-Z0-9]{1,6}$/.test(company) && { company }),
    ...(type && /^[a-z0-9-]{1,80}$/.test(type) && { type }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    flags: flags.filter((flag) => values.get(flag) === '1'),
    order: orders.find((order) => order === text('order')) ?? 'best',
    ...(values.get('exact') === '1' && { exact: true }),
    ...(/^[1-9]\d{1,3}$/.test(text('shown') ?? '') && { shown: Number(text('shown')) }),
  };
}

/** Writes a search as the query part of an address with its `?`, so that `readSearch` gives it back; `''` for everything. */
export function writeSearch(search: Search): string {
  const values = new URLSearchParams();
  if (search.q !== '') values.set('q', search.q);
  if (search.company !== undefined) values.set('company', search.company);
  if (search.type !== undefined) values.set('type', search.type);
  if (search.from !== undefined) values.set('from', String(search.from));
  if (search.to !== undefined) values.set('to', String(search.to));
  for (const flag of flags) if (search.flags.includes(flag)) values.set(flag, '1');
  if (search.order !== 'best') values.set('order', search.order);
  if (search.exact) values.set('exact', '1');
  if (search.shown !== undefined) values.set('shown', String(search.shown));
  const query = values.toString();
  return query === '' ? '' : `?${query}`;
}

function year(text: string | undefined): number | undefined {
  return text !== undefined && /^[12]\d{3}$/.test(text) ? Number(text) : undefined;
}
