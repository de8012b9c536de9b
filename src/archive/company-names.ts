import { compareText } from '../text/compare-text.ts';
import { memoised } from '../text/memoised.ts';
import type { CompanySettings, Settings } from './settings-schema.ts';

/** The company to which a code belonged on a day, `YYYY-MM-DD`; one that `archive.yml` does not name is known by its code alone. */
export function companyAt(settings: Settings, code: string, day: string): CompanySettings {
  const { former, now } = holdersOf(settings);
  const holder = former.get(code)?.find(({ until }) => day <= until);
  return holder?.company ?? now.get(code) ?? { code, name: code };
}

/** The companies that bear or have borne a code, by the code. */
interface Holders {
  /** The one that gave it up first comes first. */
  readonly former: ReadonlyMap<string, readonly { readonly company: CompanySettings; readonly until: string }[]>;
  readonly now: ReadonlyMap<string, CompanySettings>;
}

// Every release asks for its company many times, and an archive may name every company that was ever listed.
const holdersOf = memoised((settings: Settings): Holders => {
  const companies = settings.companies ?? [];
  const given = companies.flatMap((company) =>
    (company.former ?? []).flatMap(({ code, until }) => (code === undefined ? [] : [{ code, company, until }])),
  );
  const former = Map.groupBy(
    given.toSorted((a, b) => compareText(a.until, b.until)),
    ({ code }) => code,
  );
  // Of two with one code, which is a problem, the first counts.
  const now = new Map(companies.toReversed().map((company) => [company.code, company]));
  return { former, now };
});

/** The name that the company bore on a day, `YYYY-MM-DD`; the last day of a former name is still its own. */
export function nameAt(company: CompanySettings, day: string): string {
  const former = (company.former ?? [])
    .filter((entry) => entry.name !== undefined && day <= entry.until)
    .toSorted((a, b) => (a.until < b.until ? -1 : 1))[0];
  return former?.name ?? company.name;
}

/** The site's name: its own, or the only company's, or a general one. */
export function siteTitle(settings: Settings): string {
  const [company, ...others] = settings.companies ?? [];
  return settings.title ?? (company && others.length === 0 ? `${company.name} announcements` : 'ASX release archive');
}
