import { expect, test } from 'vitest';
import { plainCode, plainCodes, plainDate } from '../../src/drafts/plain-values.ts';

test.each([
  ['2026-10-30', '2026-10-30'],
  ['2026-10-30 9:15', '2026-10-30 09:15'],
  ['30 October 2026', '2026-10-30'],
  ['30th Oct 2026, 9:15am', '2026-10-30 09:15'],
  ['Friday, 30 October 2026 at 4.05 p.m.', '2026-10-30 16:05'],
  ['30/10/2026 12:30 am (Sydney time)', '2026-10-30 00:30'],
  ['October 30, 2026 9am', '2026-10-30 09:00'],
  ['5 April 2026 2:30 am AEST', '2026-04-05 02:30+10:00'],
  ['15 January 2026 9:15 am AWST', '2026-01-15 09:15+08:00'],
  ['9:15', '2026-11-23 09:15'],
])('plainDate(%j) is %j', (written, date) => expect(plainDate(written, '2026-11-23')).toBe(date));

test.each([
  'Monday, 30 October 2026',
  '10/30/2026',
  '30 October',
  'about 30 October 2026',
  '30 October 2026 13:00 pm',
  '',
])('plainDate() leaves %j as it was, since it is not plainly one moment', (written) =>
  expect(plainDate(written)).toBe(written),
);

test('plainCodes() takes codes in small letters, with ASX before them, and in lists', () => {
  expect(plainCode('ASX: xmx')).toBe('XMX');
  expect(plainCodes('xmx, ASX:xzx 360')).toEqual(['XMX', 'XZX', '360']);
  expect(plainCodes('x-m')).toEqual(['x-m']);
});
