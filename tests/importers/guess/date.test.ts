import { expect, test } from 'vitest';
import { guess } from '../../../src/importers/guess/guess.ts';
import { extractOf } from './extract-of.ts';

const today = '2026-11-23';
const dayOf = (texts: Parameters<typeof extractOf>[0], about = {}) =>
  guess(extractOf(texts, about), { today }).date?.value.day;
const LONG =
  'The plant has poured its first metal after nine months of work, and the metallurgical recovery was better.';

test.each([
  '20 October 2026',
  'Tuesday, 20th October 2026',
  '20th of October, 2026',
  '20 Oct. 2026',
  '20-Oct-2026',
  '20-Oct-26',
  '20/Oct/2026',
  'October 20, 2026',
  'October 20th, 2026',
  '20/10/2026',
  '20.10.2026',
  '20-10-2026',
  '20 / 10 / 2026',
  '2026-10-20',
  '20 OCTOBER 2026',
  'Date: 20 October 2026',
  'ASX Announcement | 20 October 2026',
  'ASX RELEASE 20 October 2026',
  'Perth, Western Australia – 20 October 2026',
  'Perth, Western Australia – 20 October 2026 – The plant has poured its first metal.',
  'Dated this 20th day of October 2026',
  'Example Minerals Limited | 20 October 2026',
  '20 October 2026 (ASX: XMX)',
  'Released: 20 October 2026',
  'Lodgement date: 20 October 2026',
  'Reported 20 October 2026. All figures are unaudited.',
])('guess() reads the day of the line %j', (line) => {
  expect(dayOf(['Drilling begins', line, LONG])).toBe('2026-10-20');
});

test.each([
  ['Date this disclosure made:', '17-Oct-2026'],
  ['1.5 Date of this announcement', 'Saturday October 17, 2026'],
  ['Announcement date', '17/10/2026'],
  ['Date of Notice:', '17 October 2026'],
])('guess() reads the day that a form states in its field %j', (label, value) => {
  expect(
    guess(extractOf(['Form', { text: label, column: 0 }, { text: value, column: 1 }]), { today }).date,
  ).toMatchObject({
    value: { day: '2026-10-17' },
    confidence: 'certain',
  });
});

test('guess() reads a day without its year where the weekday tells it', () => {
  expect(dayOf(['CEO’s address, 2026 Annual General Meeting', 'Sydney, Wednesday 14 October'])).toBe('2026-10-14');
  expect(dayOf(['CEO’s address, 2025 Annual General Meeting', 'Sydney, Wednesday 14 October'])).toBeUndefined();
  expect(dayOf(['CEO’s address', 'Sydney, Wednesday 14 October'])).toBeUndefined();
});

test('guess() reads the day in running heads, and above the signature at the end', () => {
  expect(
    dayOf(['Results', LONG, ...[1, 2].map((page) => ({ text: `20 February 2026 ${page}`, page, running: true }))]),
  ).toBe('2026-02-20');
  expect(dayOf(['Sentenced', LONG, LONG, '20 FEBRUARY 2026', 'EXAMPLE MINERALS LIMITED'])).toBe('2026-02-20');
});

test.each([
  [['Half Year Report', '31 December 2025', 'Example Minerals Limited']],
  [['Report for the half-year ended 31 December 2025', '31 December 2025']],
  [['Results', 'For the year ended 31 August 2026', '31 August 2026']],
  [['Appendix 4E', 'Financial year ended', '30 June 2026', { text: '30 June 2026', running: true }]],
  [['Trading update', LONG, 'The meeting is held on 14 October 2026.']],
  [['Timetable', { text: 'Record date', column: 0 }, { text: '14 October 2026', column: 1 }]],
  [['Event', '20-21 October 2026']],
  [['Event', 'Monday, 20 October 2026']],
  [['Notice', '20 October 2027']],
])('guess() takes no other day for that of the release: %j', (texts) => {
  expect(dayOf(texts)).toBeUndefined();
});

test('guess() takes the last day of a month on which a quarterly was lodged', () => {
  expect(dayOf(['Quarterly report', '31 October 2026', 'For the quarter ended 30 September 2026'])).toBe('2026-10-31');
});

test('guess() believes a day long after its file was made only where an e-mail brought the file on that day', () => {
  const created = Date.UTC(2000, 0, 1);
  expect(dayOf(['20 October 2026', LONG], { created })).toBeUndefined();
  expect(dayOf(['20 October 2026', LONG], { created, sent: '2026-10-20' })).toBe('2026-10-20');
  expect(dayOf(['20 October 2026', LONG], { created, sent: '2026-10-21' })).toBeUndefined();
});

test.each([
  [['TIME: 10.00am (AWST)', 'DATE: Thursday, 22 October 2026', 'PLACE: 1 Sample Street, Perth WA 6000']],
  [['Date: 22 October 2026', 'Time: 10.00am (AWST)', 'Venue: the Example Hotel']],
  [['Thursday, 22 October 2026', '10.00am (AWST)', 'at the Example Hotel']],
])('guess() does not take the day of a meeting for that of its notice: %j', (head) => {
  expect(dayOf(['Notice of Annual General Meeting', ...head, LONG])).toBeUndefined();
  expect(dayOf(['Notice of Annual General Meeting', ...head, LONG, 'Jane Sample', '14 September 2026'])).toBe(
    '2026-09-14',
  );
});

test('guess() does not take the day of a form’s print for that of a notice', () => {
  const form = ['Form 604', 'Notice of change of interests of substantial holder', LONG];
  expect(dayOf(['604 15 July 2001', ...form])).toBeUndefined();
  expect(dayOf([...form, { text: '604 page 2/2 15 July 2001', running: true }])).toBeUndefined();
});

test.each<[string, Parameters<typeof extractOf>[0], string | undefined]>([
  [
    'beside the code',
    [
      { text: 'ASX: XMX', column: 0 },
      { text: '14 October 2026', column: 1 },
    ],
    '2026-10-14',
  ],
  [
    'before the code',
    [
      { text: '14 October 2026', column: 0 },
      { text: 'ASX announcement (ASX: XMX)', column: 1 },
    ],
    '2026-10-14',
  ],
  [
    'beside another word',
    [
      { text: 'Expiry', column: 0 },
      { text: '14 October 2026', column: 1 },
    ],
    undefined,
  ],
  [
    'in another row than the code',
    [
      { text: 'ASX: XMX', column: 1 },
      { text: '14 October 2026', column: 1 },
    ],
    undefined,
  ],
  [
    'beside the code and once more with another day',
    [
      { text: 'ASX: XMX', column: 0 },
      { text: '14 October 2026', column: 1 },
      { text: 'ASX: XMX', column: 0 },
      { text: '15 October 2026', column: 1 },
    ],
    undefined,
  ],
])('guess() takes the day in a table on the cover where it stands %s', (_, lines, day) => {
  expect(dayOf([...lines, 'First metal poured', LONG])).toBe(day);
});
