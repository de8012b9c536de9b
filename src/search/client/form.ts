import { grouped } from '../../text/counted.ts';
import { emptySearch, readSearch, type Search } from '../query/address.ts';
import { filterNames, flags, type Flag } from '../record/filters.ts';
import type { FilterCounts } from '../query/filter-counts.ts';

/**
 * The search that a form holds; its fields have the names that stand in addresses.
 * The company is given by its code, for its field may hold a name that is being typed.
 */
export function searchOfForm(form: HTMLFormElement, company: string): Search {
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') values.append(name, value);
  }
  values.set('company', company);
  return readSearch(values.toString());
}

/** Puts a search into the form's fields. */
export function fillForm(form: HTMLFormElement, search: Search): void {
  const values: Readonly<Record<string, string>> = {
    q: search.q,
    company: search.company ?? '',
    type: search.type ?? '',
    from: String(search.from ?? ''),
    to: String(search.to ?? ''),
    order: search.order,
  };
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      field.checked = search.flags.includes(field.name as Flag);
    else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      const value = values[field.name] ?? '';
      if (field.value !== value) field.value = value;
      field.setCustomValidity('');
    }
  }
}

/** The form's name for a value of a field: of a type its own, of a mark its label's, else the value itself. */
export function fieldName(form: HTMLFormElement, field: string, value: string): string {
  const found = form.elements.namedItem(field);
  if (found instanceof HTMLSelectElement)
    return [...found.options].filter((option) => option.value === value).map(optionName)[0] ?? value;
  if (found instanceof HTMLInputElement)
    return found.labels?.[0]?.firstElementChild?.nextSibling?.textContent?.trim() ?? field;
  return value;
}

/** One thing to which a search is narrowed, with its name for people and the search without it. */
export interface Choice {
  readonly name: string;
  readonly without: Search;
}

/** What a search is narrowed to, in the order of the form. `nameOf` gives the form's name of a type or flag. */
export function choicesOf(search: Search, nameOf: (field: string, value: string) => string): readonly Choice[] {
  const { company, type, from, to, shown, ...rest } = search;
  void shown;
  const left = (kept: Partial<Search>): Search => ({ ...rest, ...kept });
  const all = { ...(company && { company }), ...(type && { type }), ...(from && { from }), ...(to && { to }) };
  const without = (field: keyof typeof all) =>
    left(Object.fromEntries(Object.entries(all).filter(([name]) => name !== field)));
  return [
    ...(company ? [{ name: company, without: without('company') }] : []),
    ...(type ? [{ name: nameOf('type', type), without: without('type') }] : []),
    ...(from ? [{ name: `from ${from}`, without: without('from') }] : []),
    ...(to ? [{ name: `to ${to}`, without: without('to') }] : []),
    ...search.flags.map((flag) => ({
      name: nameOf(flag, '1'),
      without: { ...left(all), flags: search.flags.filter((one) => one !== flag) },
    })),
  ];
}

/** Writes beside each value of the form how many of the results it holds for; nothing where this is not known. */
export function showCounts(form: HTMLFormElement, counts: FilterCounts | undefined): void {
  const countOf = (filter: string, value: string) => {
    const values = counts?.[filter];
    return values ? ` (${grouped(values[value] ?? 0)})` : '';
  };
  for (const [field, filter] of [
    ['type', filterNames.type],
    ['from', filterNames.year],
    ['to', filterNames.year],
  ] as const) {
    const select = form.elements.namedItem(field);
    if (!(select instanceof HTMLSelectElement)) continue;
    for (const option of select.options)
      if (option.value !== '') option.textContent = `${optionName(option)}${countOf(filter, option.value)}`;
  }
  for (const flag of flags) {
    const field = form.elements.namedItem(flag);
    const number = field instanceof HTMLInputElement ? field.labels?.[0]?.querySelector('.number') : undefined;
    if (number) number.textContent = countOf(filterNames.flag, flag).trim();
  }
}

/** The text of an option before a count was written behind it. */
function optionName(option: HTMLOptionElement): string {
  const name = option.dataset['name'] ?? option.text;
  option.setAttribute('data-name', name);
  return name;
}

/** True for a search for everything in the order in which the page shows the newest releases by itself. */
export function isEmpty(search: Search): boolean {
  return (
    JSON.stringify({ ...search, q: search.q.trim(), order: 'best', shown: undefined, exact: undefined }) ===
      JSON.stringify(emptySearch) && search.order !== 'oldest'
  );
}
