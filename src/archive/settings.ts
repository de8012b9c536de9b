import { z } from 'zod';
import { readFields } from '../release/parse.ts';
import { readFrontMatter } from '../release/front-matter.ts';
import type { Problem } from '../release/problem.ts';
import { asxCode, text, webAddress, wholeDay } from '../release/field-kinds.ts';

/** What belongs to one archive, in `archive.yml` beside its releases. Every field may be left out. */
export const settingsSchema = z.strictObject({
  /** Name of the site, for example `Example Minerals announcements`. */
  title: text().optional(),
  /** One sentence about the archive, for search engines and the home page. */
  description: text().optional(),
  /** Shown on every page, for example `Example Minerals Limited is fictional.` */
  notice: text().optional(),
  /** Address at which the site is published, for example `https://announcements.example.com/`. */
  site: webAddress.optional(),
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
  /** Whom to ask about the archive. */
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
 * Never throws because of what it holds; an empty file is one without fields.
 */
export function parseSettings(file: string, content: string): ParsedSettings {
  if (content.trim() === '') return { settings: {}, problems: [], lines: new Map() };
  // The whole file is what the front matter of a release is; one line is added before it.
  const block = readFrontMatter(`---\n${content.replace(/^---\n/, '')}\n---\n`);
  const shift = content.startsWith('---\n') ? 0 : -1;
  if ('findings' in block) {
    const problems = block.findings.map((finding) => ({
      file,
      severity: 'error' as const,
      ...finding,
      line: Math.max(1, finding.line + shift),
    }));
    return { settings: {}, problems, lines: new Map() };
  }
  const read = readFields(file, block, settingsSchema);
  const problems = read.problems.map((problem) => ({ ...problem, line: Math.max(1, problem.line + shift) }));
  const lines = new Map([...block.lines].map(([field, line]) => [field, Math.max(1, line + shift)]));
  return { settings: read.value ?? {}, problems: [...problems, ...twice(file, read.value ?? {}, lines)], lines };
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
  const companies = settings.companies ?? [];
  const former = companies
    .flatMap((company) => (company.former ?? []).map((entry) => ({ company, entry })))
    .filter(({ entry }) => entry.code === code && day <= entry.until)
    .toSorted((a, b) => (a.entry.until < b.entry.until ? -1 : 1))[0];
  return former?.company ?? companies.find((company) => company.code === code) ?? { code, name: code };
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
