import { quote } from '../../text/quote.ts';
import type { Problem } from '../../release/problem.ts';
import { clockTime, longDay, weekday } from '../../release/day-words.ts';
import { sydneyDate, zoneName } from '../../release/sydney-time.ts';
import type { ReleaseCheck } from './context.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';

/** Which advice is given. All of it is warnings: the site is built nevertheless. */
export interface AdviceSettings {
  /** Releases of this day (Sydney, `YYYY-MM-DD`) and later name who authorised them; `undefined` asks of none. */
  readonly checkAuthoriserFrom: string | undefined;
  /** Price-sensitive releases of this day and later name a contact; `undefined` asks of none. */
  readonly checkContactFrom: string | undefined;
  /** Times are within the hours of the Market Announcements Office, and days are not Saturdays or Sundays. */
  readonly checkOfficeHours: boolean;
  /** The security contact is good for at least so many days more; `undefined` does not look at it. */
  readonly checkSecurityContactDays: number | undefined;
  /** Rules whose warnings are not given; errors are always told. */
  readonly switchedOff: readonly string[];
}

/** Listing Rule 15.5 asks for the authoriser since this day. */
const AUTHORISER_RULE_BEGAN = '2019-12-01';

/**
 * What a release could say better, by the exchange's rules, as warnings: who authorised it (Listing Rule 15.5), whom
 * readers may ask (Listing Rule 3.1), and a time or day at which the exchange publishes nothing.
 */
export function adviseOnRelease(checked: ReleaseCheck, advice: AdviceSettings): void {
  const { release, report } = checked;
  const { day } = release.date;
  const isFrom = (first: string | undefined): boolean => first !== undefined && day >= first;
  if (isFrom(advice.checkAuthoriserFrom) && day >= AUTHORISER_RULE_BEGAN && release.authorisedBy === undefined) {
    report('authorisedBy', 'warning', {
      rule: 'authoriser-missing',
      message: 'The release does not say who authorised it, as Listing Rule 15.5 asks.',
      hint: 'Write a line authorisedBy: with the person, committee or board, as the announcement names them.',
    });
  }
  if (isFrom(advice.checkContactFrom) && release.priceSensitive === true && release.contacts === undefined) {
    report('contacts', 'warning', {
      rule: 'contact-missing',
      message: 'The release is price sensitive (Listing Rule 3.1) and names nobody whom readers may ask.',
      hint: 'Write the contacts that the announcement names: contacts: with - name: and phone: or email: below it.',
    });
  }
  if (advice.checkOfficeHours) adviseOnHours(checked);
}

function adviseOnHours({ release, report }: ReleaseCheck): void {
  const { day, time } = release.date;
  const name = weekday(day);
  if (name === 'Saturday' || name === 'Sunday') {
    report('date', 'warning', {
      rule: 'date-weekend',
      message: `The release is dated ${longDay(day)}, a ${name}; the exchange publishes nothing on weekends.`,
      hint: 'Look up the day on which the exchange published it; what is lodged late appears on the next trading day.',
    });
    return;
  }
  const closing = zoneName(release.date) === 'AEDT' ? '20:30' : '19:30';
  const minute = time?.slice(0, 5);
  if (minute === undefined || (minute >= '07:30' && minute <= closing)) return;
  report('date', 'warning', {
    rule: 'date-outside-hours',
    message: `${quote(minute)} is outside the hours in which the exchange publishes announcements, ${clockTime('07:30')} to ${clockTime(closing)} in Sydney on that day.`,
    hint: 'Look whether the time is of another zone, or morning and evening are mixed up; write the Sydney time with 24 hours.',
  });
}

/** What `archive.yml` could say better: a security contact must be good for a while yet. */
export function adviseOnSettings(folder: ReleasesFolder, now: number, advice: AdviceSettings): Problem[] {
  const expires = folder.settings.security?.expires;
  if (expires === undefined || advice.checkSecurityContactDays === undefined) return [];
  const today = sydneyDate(now).day;
  const days = Math.round((Date.parse(expires) - Date.parse(today)) / 86_400_000);
  if (days > advice.checkSecurityContactDays) return [];
  const field = 'security.expires';
  return [
    {
      file: folder.settingsFile,
      line: folder.settingsLineOf(field),
      field,
      severity: 'warning',
      rule: days < 0 ? 'security-contact-expired' : 'security-contact-expires',
      message:
        days < 0
          ? `The security contact expired on ${longDay(expires)}, so nobody will trust it.`
          : `The security contact expires on ${longDay(expires)}, ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}.`,
      hint: 'Make sure that reports still arrive there, and write a day that is at most a year ahead.',
    },
  ];
}
