import { z } from 'zod';
import { readFields } from '../release/parse.ts';
import { conflictFindings } from '../release/merge-conflict.ts';
import { compareText, type Problem } from '../release/problem.ts';
import { readSiteAddress } from './site-address.ts';
import { addFinding, asxCode, isWebAddress, text, webAddress, wholeDay } from '../release/field-kinds.ts';
import { FrontMatterFault } from '../release/yaml-fault.ts';
import { readYaml } from '../release/yaml.ts';

/** What belongs to one archive, in `archive.yml` beside its releases. Every field may be left out. */
export const settingsSchema = z.strictObject({
  /** Name of the site, for example `Example Minerals announcements`. */
  title: text().optional(),
  /** One sentence about the archive, for search engines and the home page. */
  description: text().optional(),
  /** Shown on every page, for example `Example Minerals Limited is fictional.` */
  notice: text().optional(),
  /** Address at which the site is published, for example `https://announcements.example.com/`. */
  site: webAddress
    .superRefine((value, context) => {
      const read = readSiteAddress(value);
      if ('finding' in read && isWebAddress(value)) addFinding(context, read.finding);
    })
    .optional(),
  /** What the archive covers. */
  coverage: z
    .strictObject({
      /** The day on which the company was listed, for example `2020-07-30`. */
      listedSince: wholeDay.optional(),
      /** The day on which it was removed from the official list. */
      delisted: wholeDay.optional(),
      /** Where the releases were taken from, each in a sentence. */
      sources: z.array(text()).min(1).optional(),
    })
    .optional(),
  /** Contact for questions about the archive. */
  contact: z
    .strictObject({
      name: text().optional(),
      phone: text().optional(),
      email: text().optional(),
      url: webAddress.optional(),
    })
    .optional(),
  /** For `/.well-known/security.txt` (RFC 9116). */
  security: z
    .strictObject({
      /** `mailto:` or `https:` address for reports. */
      contact: text((value) =>
        /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/.test(value)
          ? undefined
          : {
              rule: 'security-contact',
              message: 'The security contact is not an address that security.txt may hold.',
              hint: 'Write mailto: with an e-mail address, or an https:// address.',
            },
      ),
      /** The day after which the contact may be out of date. */
      expires: wholeDay,
    })
    .optional(),
  /** The companies of the archive. Without them codes stand in for names. */
  companies: z
    .array(
      z.strictObject({
        /** The code under which it is or was last listed. */
        code: asxCode,
        /** Its name, for example `Example Minerals Limited`. */
        name: text(),
        website: webAddress.optional(),
        /** Former names and codes, each with the last day on which it was in use. */
        former: z
          .array(
            z
              .strictObject({ name: text().optional(), code: asxCode.optional(), until: wholeDay })
              .refine((former) => former.name !== undefined || former.code !== undefined, {
                message: 'This entry holds neither a former name nor a former code.',
                params: { rule: 'former-empty', hint: 'Write name: or code: above until:.' },
              }),
          )
          .min(1)
          .optional(),
      }),
    )
    .optional(),
});

export type Settings = z.output<typeof settingsSchema>;
export type CompanySettings = NonNullable<Settings['companies']>[number];

/** What `archive.yml` says. */
export interface ParsedSettings {
  /** Empty where the file has errors, so that the releases' problems are still found. */
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** Line of each value by its path, `security.expires`. */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Reads `archive.yml`, of which `file` is the path that problems name.
 * Never throws because of what it holds; a file without fields is an empty one.
 */
export function parseSettings(file: string, content: string): ParsedSettings {
  const nothing = { settings: {}, problems: [], lines: new Map() };
  if (content.split('\n').every((line) => /^(?:\s*(?:#.*)?|---\s*)$/.test(line))) return nothing;
  const conflict = conflictFindings(content);
  if (conflict.length > 0) {
    return { ...nothing, problems: conflict.map((finding) => ({ file, severity: 'error', ...finding })) };
  }
  let block;
  try {
    block = { ...readYaml(content, 'file'), lastLine: content.trimEnd().split('\n').length };
  } catch (error) {
    if (!(error instanceof FrontMatterFault)) throw error;
    return { ...nothing, problems: [{ file, severity: 'error', ...error.finding }] };
  }
  const { lines } = block;
  const { value = {}, problems } = readFields(file, block, settingsSchema);
  return { settings: value, problems: [...problems, ...twice(file, value, lines)], lines };
}

/** A code that stands for two companies on one day would send releases to the wrong one. */
function twice(file: string, settings: Settings, lines: ReadonlyMap<string, number>): Problem[] {
  const seen = new Set<string>();
  return (settings.companies ?? []).flatMap((company, index) => {
    const known = seen.has(company.code);
    seen.add(company.code);
    if (!known) return [];
    const field = `companies.${index}.code`;
    return [
      {
        file,
        line: lines.get(field) ?? 1,
        field,
        rule: 'company-twice',
        severity: 'error' as const,
        message: `The code ${company.code} stands for two companies.`,
        hint: 'Keep one of the entries; a code that the company has given up goes under former: with the day until which it was in use.',
      },
    ];
  });
}

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
const known = new WeakMap<Settings, Holders>();

function holdersOf(settings: Settings): Holders {
  const last = known.get(settings);
  if (last) return last;
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
  const holders = { former, now };
  known.set(settings, holders);
  return holders;
}

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
