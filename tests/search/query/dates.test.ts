import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

let index: OpenIndex;
beforeAll(async () => {
  const lodged = (id: string, day: string, title: string) => record({ id, date: { day }, title, html: '<p>Text.</p>' });
  index = await openIndex([
    lodged('calendar', '2026-01-29', 'Quarterly report, 31 December 2025'),
    lodged('other-year', '2025-11-24', 'Results of meeting'),
    lodged('june', '2025-07-30', 'Quarterly report, 30 June 2025'),
    lodged('agm', '2024-11-21', 'Results of meeting'),
    lodged('july', '2024-07-03', 'New director'),
    lodged('day', '2023-07-24', 'Trading halt'),
    record({
      id: 'ordinal',
      date: { day: '2022-05-03' },
      html: '<p>Closes on the 22nd of June and the 22nd June 2022.</p>',
    }),
    lodged('quarter', '2021-05-03', 'Third quarter report'),
  ]);
});
afterAll(() => index.close());

describe('what is found for a date, however it is written, is what was lodged then', () => {
  test.each([
    ...[
      'Wednesday 30 July 2025',
      'Wed, 30 July 2025',
      '2025/07/30',
      '2025.07.30',
      '07/2025',
      '7/2025',
      '2025-07',
      '30th of July',
    ].map((typed) => [typed, ['june']] as const),
    ...['July 24', 'Jul-24', 'jul 24'].map((typed) => [typed, ['july', 'day']] as const),
    ...['24 July', '24-Jul', 'July 24th'].map((typed) => [typed, ['day']] as const),
    ['24 Nov', ['other-year']],
    ['21 November', ['agm']],
    ['22 June 2022', ['ordinal']],
    ['22 June', ['ordinal']],
  ] as const)('for %s: %j', async (typed, ids) => {
    expect(await index.find(typed)).toEqual(ids);
  });
});

test.each([
  ['Q2 2025', 'june'],
  ['second quarter 2025', 'june'],
  ['Q2 FY26', 'calendar'],
  ['4Q25', 'june'],
  ['Q4 CY25', 'calendar'],
  ['3rd quarter 2021', 'quarter'],
])('the first result for %s is %s', async (typed, id) => {
  expect((await index.findAny(typed))[0]).toBe(id);
});

test('a date says what it was understood as, both readings where it has two, and none where no calendar has it', async () => {
  const said = async (q: string) => (await index.search(q)).query.terms.map(({ meaning }) => meaning);
  expect(await said('July 24')).toEqual(['July 2024 or 24 July']);
  expect(await said('24 July')).toEqual(['24 July']);
  expect(await said('July 98')).toEqual(['July 1998']);
  expect(await said('Q1 FY21')).toEqual(['first quarter FY21', undefined]);
  expect(await said('1H 2026')).toEqual(['first half 2026', undefined]);
  expect(await said('2nd half of FY26')).toEqual(['second half FY26', undefined]);
  expect(await said('Q1')).toEqual(['first quarter']);
  expect(await said('31 June')).toEqual([undefined, undefined]);
  expect(await said('2006-07')).toEqual(['FY07']);
});
