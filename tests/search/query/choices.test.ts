import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

const names = {
  companies: [{ code: 'XZX', name: 'Sample Zinc NL', formerCodes: [], formerNames: [] }],
  synonyms: [],
};
let index: OpenIndex;
beforeAll(async () => {
  index = await openIndex(
    [
      record({ id: 'zinc', title: 'Zinc shipped', date: { day: '2022-03-01' }, codes: ['XZX'] }),
      record({ id: 'buyback', title: 'On-market buy-back', date: { day: '2021-03-01' } }),
      record({ id: 'halt', title: 'Trading halt', date: { day: '2020-03-01' } }),
      record({ id: 'lifted', title: 'Halt of trading lifted', date: { day: '2019-03-01' } }),
      record({ id: 'agm', title: 'Annual general meeting', date: { day: '2018-03-01' } }),
      record({ id: 'egm', title: 'Extraordinary general meeting', date: { day: '2017-03-01' } }),
      record({ id: 'dividend', title: 'Dividend', date: { day: '2016-03-01' } }),
    ],
    1,
    names,
  );
});
afterAll(() => index.close());

test.each([
  ['dividend OR buy-back', ['buyback', 'dividend']],
  ['"trading halt" OR dividend', ['dividend', 'halt']],
  ['dividend OR “trading halt”', ['dividend', 'halt']],
  ['"trading halt" OR "buy-back"', ['buyback', 'halt']],
  ['AGM OR EGM', ['agm', 'egm']],
  ['XZX OR dividend', ['dividend', 'zinc']],
])('%s finds what holds either: %j', async (typed, ids) => {
  const { full } = await index.search(typed);
  expect((await index.find(typed)).toSorted()).toEqual(ids);
  expect(full).toBe(ids.length);
});

test('what was understood of two things names both', async () => {
  const { query } = await index.search('AGM OR EGM');
  expect(query.terms.map(({ meaning }) => meaning)).toEqual([
    'annual general meeting or extraordinary general meeting',
  ]);
});
