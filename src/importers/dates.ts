import { isDay } from '../release/sydney-time.ts';

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FORMS: readonly { readonly form: RegExp; readonly order: 'dmy' | 'mdy' | 'ymd' }[] = [
  {
    form: new RegExp(
      `\\b${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?[\\s-]+${MONTH}\\.?,?[\\s-]+(\\d{4})\\b`,
      'i',
    ),
    order: 'dmy',
  },
  { form: new RegExp(`\\b${WEEKDAY}${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i'), order: 'mdy' },
  { form: /\b()(\d{4})-(\d{2})-(\d{2})(?!\d)/, order: 'ymd' },
  { form: /(?<![\d/])()(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/])/, order: 'dmy' },
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
 * The first day written in a text: `30 July 2020`, `Thursday, 30 July 2020`, `July 30, 2020`, `30/07/2020`
 * (in Australia the day comes first) or `2020-07-30`. A day that does not exist, or whose weekday is another, is none.
 */
export function readDayIn(text: string): FoundDay | undefined {
  const found = FORMS.flatMap(({ form, order }) => {
    const match = form.exec(text);
    if (!match) return [];
    const [, weekday = '', a = '', b = '', c = ''] = match;
    const [day, month, year] = order === 'dmy' ? [a, b, c] : order === 'mdy' ? [b, a, c] : [c, b, a];
    const iso = `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`;
    if (!isDay(iso) || (weekday !== '' && !agrees(weekday, iso))) return [];
    return [{ day: iso, evidence: match[0], index: match.index }];
  });
  return found.toSorted((a, b) => a.index - b.index || b.evidence.length - a.evidence.length)[0];
}

function monthNumber(month: string): string {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return String(named === 0 ? month : named).padStart(2, '0');
}

function agrees(weekday: string, day: string): boolean {
  return WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()] === weekday.slice(0, 3).toLowerCase();
}
