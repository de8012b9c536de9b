import { writeSearch, type Search } from '../query/address.ts';
import { element } from './page-elements.ts';

/** Leads to the feed of a search, where its filters are those of a list that has one; nowhere else. `hasList` tells it of a company. */
export function showFeed(form: HTMLFormElement, search: Search, hasList: boolean): void {
  const link = element('search-feed', HTMLAnchorElement);
  const address = hasList ? addressOf(form.dataset, search) : undefined;
  link.hidden = address === undefined;
  if (address !== undefined) link.href = address;
}

function addressOf(addresses: DOMStringMap, search: Search): string | undefined {
  const { company, type, flags, q, from, to } = search;
  const filters = [company, type, from, to, ...flags].filter((value) => value !== undefined);
  if (q.trim() !== '' || filters.length !== 1 || writeSearch(search) === '') return undefined;
  if (company !== undefined) return `${addresses['companies'] ?? ''}${company.toLowerCase()}/atom.xml`;
  if (type !== undefined) return `${addresses['types'] ?? ''}${type}/atom.xml`;
  return flags[0] === 'price-sensitive'
    ? addresses['priceSensitive']
    : flags[0] === 'corrected'
      ? addresses['corrected']
      : undefined;
}
