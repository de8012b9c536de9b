import { foldWord } from '../record/words.ts';
import { way, type Term, type Way } from './terms.ts';
import { fullYear } from './years.ts';

/** What a pattern has found, by the names of its groups. */
export type Read = (groups: Partial<Record<string, string>>, typed: string) => readonly Term[] | undefined;

/** A day with its year; nothing where no calendar has it. */
export const dayOf: Read = ({ day = '', month = '', year = '' }, typed) => {
  const [whole, at] = [fullYear(year), monthNumber(month)];
  const days = new Date(Date.UTC(Number(whole), at, 0)).getUTCDate();
  if (at === 0 || Number(day) > days) return undefined;
  const [digits, name] = [`${whole}${padded(at)}${padded(Number(day))}`, MONTHS[at - 1] ?? ''];
  const spelt = [
    [String(Number(day)), name, whole],
    [name, String(Number(day)), whole],
    [padded(Number(day)), name, whole],
    [ordinal(day), name, whole],
  ];
  return [
    {
      typed,
      kind: 'date',
      meaning: `${Number(day)} ${capital(name)} ${whole}`,
      ways: [
        { ...way(digits), isFact: true },
        ...spelt.map((words) => ({ words, weight: 0.9 })),
        way(foldWord(typed), 0.9),
        way(digits, 0.9),
        // A report for a period that ends on a day names the month at least.
        { words: [name, whole], weight: 0.6 },
      ],
    },
  ];
};

/** A month with its year. */
export const monthOf: Read = ({ month = '', year = '' }, typed) => [
  { typed, kind: 'date', meaning: `${monthName(month)} ${fullYear(year)}`, ways: monthWays(month, year) },
];

/** A day of any year; nothing where no calendar has it. */
export const dayOfAnyYear: Read = ({ day = '', month = '' }, typed) =>
  Number(day) > longest(month)
    ? undefined
    : [{ typed, kind: 'date', meaning: `${Number(day)} ${monthName(month)}`, ways: dayWays(day, month) }];

/** A month with two figures, which may be its year or a day: `July 24`. */
export const monthWithNumber: Read = ({ month = '', number = '' }, typed) => {
  const year = `${monthName(month)} ${fullYear(number)}`;
  if (Number(number) < 1 || Number(number) > longest(month)) return monthOf({ month, year: number }, typed);
  return [
    {
      typed,
      kind: 'date',
      meaning: `${year} or ${Number(number)} ${monthName(month)}`,
      ways: [
        ...monthWays(month, number),
        ...dayWays(number, month).map((one) => ({ ...one, weight: one.weight * 0.9 })),
      ],
    },
  ];
};

function monthWays(month: string, year: string): readonly Way[] {
  const [whole, at] = [fullYear(year), monthNumber(month)];
  const name = MONTHS[at - 1] ?? '';
  return [
    { words: [name, whole], weight: 1 },
    { ...way(`${whole}${padded(at)}`), isFact: true },
    { words: [name.slice(0, 3), whole], weight: 0.9 },
    { words: [name, 'quarter', whole], weight: 0.9 },
  ];
}

function dayWays(day: string, month: string): readonly Way[] {
  const [number, name] = [String(Number(day)), MONTHS[monthNumber(month) - 1] ?? ''];
  return [
    { ...way(`${number}${name}`), isFact: true },
    ...[
      [number, name],
      [name, number],
      [ordinal(day), name],
      [number, name.slice(0, 3)],
    ].map((words) => ({ words, weight: 0.9 })),
  ];
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** 1 for January; 0 for what is none. */
function monthNumber(month: string): number {
  return /^\d/.test(month)
    ? Number(month)
    : MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase())) + 1;
}

function monthName(month: string): string {
  return capital(MONTHS[monthNumber(month) - 1] ?? '');
}

/** How many days a month may have. */
function longest(month: string): number {
  return new Date(Date.UTC(2000, monthNumber(month), 0)).getUTCDate();
}

/** `7th`, `22nd`. */
function ordinal(day: string): string {
  const number = Number(day);
  const ending = number > 10 && number < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
