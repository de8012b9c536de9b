import { longDay } from '../../release/day-words.ts';
import { lodgingCode } from '../../release/schema.ts';
import { editDistance } from '../../text/nearest.ts';
import { quote } from '../../text/quote.ts';
import { companyAt } from '../company-names.ts';
import type { ReleaseCheck } from './context.ts';

/** Where `archive.yml` names companies, the lodging company's code is one of theirs, and was in use on the day. */
export function checkCode({ release, context, report }: ReleaseCheck): void {
  const companies = context.folder.settings.companies ?? [];
  const code = lodgingCode(release);
  const { day } = release.date;
  // Looked up quickly; the rest is for codes that are most likely not there.
  if (companyAt(context.folder.settings, code, day).name !== code) return;
  if (companies.length === 0 || companies.some((company) => company.code === code)) return;
  const former = companies.flatMap((company) =>
    (company.former ?? []).flatMap((one) => (one.code === code ? [{ company, until: one.until }] : [])),
  );
  if (former.some(({ until }) => day <= until)) return;
  const last = former.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0];
  if (last) {
    report('code', 'warning', {
      rule: 'code-not-then',
      message: `${quote(code)} was in use until ${longDay(last.until)}, by archive.yml; the release is dated ${longDay(day)}.`,
      hint: `Write ${last.company.code}, or correct the date.`,
    });
    return;
  }
  const near = companies.find((company) => editDistance(company.code, code) === 1)?.code;
  report('code', 'warning', {
    rule: 'code-unknown',
    message: `No company in archive.yml has the code ${quote(code)}, so pages show the code in the place of a name.`,
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Correct the code, or name the company in archive.yml, under companies.`,
  });
}
