import { grouped } from '../../text/counted.ts';
import { filterNames } from '../record/filters.ts';
import type { FilterCounts } from '../query/filter-counts.ts';
import type { Names } from '../query/names.ts';
import { element, make } from './page-elements.ts';

/** A company's code and name. */
type Company = readonly [code: string, name: string];

/**
 * The field in which a company is typed, where the form has one: it offers the archive's companies, loaded when somebody
 * first turns to it, and hands the code of what is chosen to `take`. Of a text that names no company it says so.
 */
export function createCompanyField(form: HTMLFormElement, base: string, take: (code: string) => void) {
  const field = form.elements.namedItem('company');
  if (!(field instanceof HTMLInputElement)) return undefined;
  const list = element('search-companies', HTMLDataListElement);
  const hint = element('search-company-hint', HTMLElement);
  let loaded: Promise<void> | undefined;
  let companies: readonly Company[] = [];
  let counts: FilterCounts | undefined;
  const offer = () => list.replaceChildren(...offered(companies, counts?.[filterNames.company]).map(option));
  const load = () =>
    (loaded ??= loadCompanies(base).then((list) => {
      companies = list;
      offer();
    }));
  field.addEventListener('focus', () => void load());
  field.addEventListener('input', () => {
    field.setCustomValidity('');
    hint.textContent = '';
  });
  field.addEventListener('change', (event) => {
    // What is typed may be a name: the form holds a company only once this is known.
    event.stopPropagation();
    const typed = field.value;
    void load().then(() => {
      const code = findCompany(companies, typed);
      const fault =
        code === undefined ? `“${typed.trim()}” does not match a single company. Choose one by its code or name.` : '';
      field.setCustomValidity(fault);
      hint.textContent = fault;
      if (code === undefined) return undefined;
      field.value = code;
      return take(code);
    });
  });
  return {
    /** Writes beside each company how many of the results it has; without counts, beside none. */
    showCounts(latest: FilterCounts | undefined): void {
      counts = latest;
      offer();
    },
  };
}

/**
 * The code that is meant by a typed code, name or part of a name; `''` where nothing is typed, `undefined` where it is
 * none or several. What looks like a code is taken as one: companies are known by former codes too.
 */
export function findCompany(companies: readonly Company[], typed: string): string | undefined {
  const text = typed.trim();
  const code = text.toUpperCase();
  if (text === '' || companies.some(([known]) => known === code)) return code;
  const named = companies.filter(([, name]) => name.toUpperCase().includes(code));
  const exact = named.filter(([, name]) => name.toUpperCase() === code);
  const [only, another] = exact.length > 0 ? exact : named;
  if (only !== undefined && another === undefined) return only[0];
  return /^[A-Z0-9]{3,6}$/.test(code) ? code : undefined;
}

/** Companies with their names for people: with counts, those that have results alone, most first, then by code as given. */
export function offered(
  companies: readonly Company[],
  counts: Readonly<Record<string, number>> | undefined,
): readonly Company[] {
  if (counts === undefined) return companies;
  const countOf = (code: string) => counts[code] ?? 0;
  return companies
    .filter(([code]) => countOf(code) > 0)
    .toSorted(([a], [b]) => countOf(b) - countOf(a))
    .map(([code, name]) => [code, `${name} (${grouped(countOf(code))})`]);
}

function option([code, name]: Company): HTMLOptionElement {
  const made = make('option', '', name);
  made.value = code;
  return made;
}

async function loadCompanies(base: string): Promise<readonly Company[]> {
  try {
    const response = await fetch(`${base}names.json`);
    const { companies } = (await response.json()) as Names; // the build wrote it
    return companies.map(({ code, name }) => [code, name]);
  } catch {
    return [];
  }
}
