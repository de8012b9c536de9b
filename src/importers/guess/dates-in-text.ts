import { isDay } from '../../release/sydney-time.ts';

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FORMS: readonly { readonly form: RegExp; readonly order: 'dmy' | 'mdy' | 'ymd' }[] = [
  {
    // Not the second day of 20-21 November or of 20 and 21 November.
    form: new RegExp(
      `(?<![\\d–-]|\\d\\s[–-]\\s|\\d\\s(?:and|to|&)\\s)\\b${WEEKDAY}(\\d{1,2})\\s?(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?[\\s/-]*${MONTH}\\.?,?[\\s/-]+(\\d{4}|(?<=[/-])\\d{2})\\b(?!\\d|[/-]\\d)`,
      'i',
    ),
    order: 'dmy',
  },
  {
    form: new RegExp(`\\b${WEEKDAY}${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i'),
    order: 'mdy',
  },
  { form: /\b()(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/, order: 'ymd' },
  { form: /(?<![\d/.-])()(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\3\s?(\d{4})(?![\d/])/, order: 'dmy' },
];

interface FoundDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The words of the text. */
  readonly evidence: string;
  /** Where in the text they begin. */
  readonly index: number;
}

/**
 * The first day written in a text: `30 July 2020`, `Thursday, 30th of July 2020`, `30-Jul-20`, `July 30, 2020`, `30/07/2020`
 * (in Australia the day comes first), `30.7.2020` or `2020-07-30`. A day that does not exist, or whose weekday is another, is none.
 */
export function readDayIn(text: string): FoundDay | undefined {
  const found = FORMS.flatMap(({ form, order }) => {
    const match = form.exec(text);
    if (!match) return [];
    // The sign between the parts is none of them.
    const [weekday = '', a = '', b = '', c = ''] = match.slice(1).filter((part) => !/^[/.-]$/.test(part));
    const [day, month, year] = order === 'dmy' ? [a, b, c] : order === 'mdy' ? [b, a, c] : [c, b, a];
    // 20-Nov-26 is of this century: the exchange's own forms began in it.
    const iso = `${year.length === 2 ? `20${year}` : year}-${monthNumber(month)}-${day.padStart(2, '0')}`;
    if (!isDay(iso) || (weekday !== '' && !agrees(weekday, iso))) return [];
    return [{ day: iso, evidence: match[0], index: match.index }];
  });
  return found.toSorted((a, b) => a.index - b.index || b.evidence.length - a.evidence.length)[0];
}

/**
 * The day of a text that names weekday, day and month without a year (`Wednesday 14 October`), in the one of these years of
 * which the weekday is true; `undefined` where it is true of none or of several.
 */
export function readDayWithoutYear(text: string, years: readonly number[]): FoundDay | undefined {
  const match = WITHOUT_YEAR.exec(text);
  if (!match) return undefined;
  const [evidence, weekday = '', day = '', month = ''] = match;
  const days = years
    .map((year) => `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`)
    .filter((iso) => isDay(iso) && agrees(weekday, iso));
  const [only] = days;
  return only !== undefined && days.length === 1 ? { day: only, evidence, index: match.index } : undefined;
}

const WITHOUT_YEAR = new RegExp(
  `\\b(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${MONTH}\\b(?!\\.?,?\\s+\\d)`,
  'i',
);

function monthNumber(month: string): string {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return String(named === 0 ? month : named).padStart(2, '0');
}

function agrees(weekday: string, day: string): boolean {
  return WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()] === weekday.slice(0, 3).toLowerCase();
}
