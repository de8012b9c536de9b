import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readQuery } from '../../../src/search/query/read-query.ts';
import { regionalSpellings } from '../../../src/search/query/regional.ts';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

let index: OpenIndex;
beforeAll(async () => {
  const texts = {
    strike: 'The strike is 600 metres long.',
    tonnes: 'A resource of 18.4 Mt.',
    millions: 'A resource of 18.5 million tonnes.',
    energy: 'A plant of 50 TJ a day.',
    gas: 'It targets 1.2 Tcf.',
    gold: 'A resource of 1.3 million ounces.',
    joinedUnit: 'A well of 2.7Tcf.',
    dividend: 'A dividend of 1.2 cents a share.',
    offer: 'The offer raised A$7,500,000.',
    loan: 'The loan is of $5 million.',
    sulphide: 'Massive sulphide in the centre.',
    authorised: 'The board authorised it.',
    program: 'A sulfur program.',
    index: 'Added to the S&P Small Miners.',
    spaced: 'The Q & A begins at noon.',
    buyback: 'A buy-back begins.',
    raising: 'A capital raising ends.',
    chair: 'The chair retires.',
    signs: 'Barrow & Nash signs.',
    joined: 'Bore&Pump signs.',
    halfYear: 'The half year ends.',
    grant: 'A grant of $25,000.',
    fee: 'A fee of 2500 and 125 dollars.',
    wage: 'It pays $12,500.',
    study: 'A Phase 2 study.',
    laterStudy: 'A study of phase 3b.',
    quarter: 'Results of Q2 2025.',
    hormone: 'An estrogen patch.',
    blood: 'Haemoglobin rises.',
    ring: 'A jewelry shop.',
    list: 'The catalogue of Palaeozoic rocks.',
    helper: 'A financial adviser.',
    charity: 'A nonprofit body.',
    oneWord: 'The rollout begins.',
    offered: 'An offer of 1 for 4.',
    split: 'A split of ten-for-one.',
    bonus: 'One (1) new share for every five shares held.',
    merged: 'A consolidation of 1:25 at 10:05.',
  };
  index = await openIndex(
    Object.entries(texts).map(([id, text]) => record({ id, title: 'News', html: `<p>${text}</p>` })),
  );
});
afterAll(() => index.close());

describe('what is written in another way is found', () => {
  test.each([
    ['600m strike', 'strike'],
    ['600 m strike', 'strike'],
    ...['18.4Mt', '18.4 Mt', '18.4 million tonnes', '18.4 million t'].map((typed) => [typed, 'tonnes'] as const),
    ...['18.5Mt', '18.5 Mt', '18.5 million tonnes'].map((typed) => [typed, 'millions'] as const),
    ...['50TJ', '50TJ/day', '50 TJ'].map((typed) => [typed, 'energy'] as const),
    ['1.2tcf', 'gas'],
    ['2.7 tcf', 'joinedUnit'],
    ...['1.3 million oz', '1.3Moz', '1.3 Moz'].map((typed) => [typed, 'gold'] as const),
    ['1.2cps', 'dividend'],
    ['1.2 cps', 'dividend'],
    ['cap raising', 'raising'],
    ['AUD7.5m', 'offer'],
    ['AUD 7.5 million', 'offer'],
    ['AUD $7.5m', 'offer'],
    ['$5 mill loan', 'loan'],
    ['massive sulfide', 'sulphide'],
    ['center sulfide', 'sulphide'],
    ['board authorized', 'authorised'],
    ['sulphur programme', 'program'],
    ['S & P', 'index'],
    ['Q & A', 'spaced'],
    ['Q&A', 'spaced'],
    ['barrow&nash', 'signs'],
    ['bore & pump', 'joined'],
    ['bore&pump', 'joined'],
    ['chairperson', 'chair'],
    ['chairman retires', 'chair'],
    ['HY', 'halfYear'],
    ['$25k', 'grant'],
    ['25 thousand', 'grant'],
    ['$12.5k', 'wage'],
    ['Phase II', 'study'],
    ['phase IIIb', 'laterStudy'],
    ['Q2/25', 'quarter'],
    ['oestrogen', 'hormone'],
    ['hemoglobin', 'blood'],
    ['jewellery', 'ring'],
    ['catalog', 'list'],
    ['paleozoic', 'list'],
    ['advisor', 'helper'],
    ['roll-out', 'oneWord'],
    ...['non-profit', 'not-for-profit', 'non profit'].map((typed) => [typed, 'charity'] as const),
    ...['1 for 4', 'one for four', 'one-for-four', '1-for-4', '1:4', '"1 for 4"'].map(
      (typed) => [typed, 'offered'] as const,
    ),
    ...['10 for 1', '10:1 split'].map((typed) => [typed, 'split'] as const),
    ...['1 for 5', '1 new share for every 5 held'].map((typed) => [typed, 'bonus'] as const),
    ...['1-for-25', 'one (1) for 25'].map((typed) => [typed, 'merged'] as const),
  ] as const)('for %s: %s', async (typed, id) => {
    expect((await index.search(typed)).full).toBe(1);
    expect(await index.find(typed)).toEqual([id]);
  });
});

test.each(['4 for 1', '4:1', '1 for 25.5', '14', '104', '10:50'])('%s is no other ratio', async (typed) => {
  expect(await index.find(typed)).toEqual([]);
});

test('a ratio is marked in whatever way the text has it', async () => {
  const marked = async (q: string) =>
    (await index.show(q)).flatMap(({ passages }) =>
      passages.flatMap(({ segments }) => segments.filter((segment) => segment.marked).map(({ text }) => text)),
    );
  expect(await marked('1 for 25')).toEqual(['1:25']);
  expect(await marked('10:1')).toEqual(['ten-for-one']);
  expect(await marked('1:5')).toEqual(['One (1) new share for every five']);
});

test('a phrase is the same with a hyphen and without', async () => {
  const free = await openIndex([
    record({ id: 'hyphen', html: '<p>A drug-free trial.</p>' }),
    record({ id: 'space', html: '<p>A drug free trial.</p>' }),
    record({ id: 'apart', html: '<p>The drug is free.</p>' }),
  ]);
  const found = await Promise.all(['"drug-free"', '"drug free"'].map((q) => free.find(q)));
  await free.close();
  for (const ids of found) expect(ids.toSorted()).toEqual(['hyphen', 'space']);
});

test('an address without its scheme is taken for what it names', async () => {
  const { query } = await index.search('announcements.example.com/releases/2021/2021-08-20-buy-back/');
  expect(query.terms.map(({ typed }) => typed)).toEqual(['2021-08-20', 'buy', 'back']);
});

test('a pasted text of any length is understood at once', () => {
  // In a time that grows with its square it would take minutes.
  for (const part of ['a.', 'a-', '1/', ' "a', 'OR ', 'mon ', 'form '])
    expect(readQuery(part.repeat(200_000)).cut).not.toBe('');
});

test.each([
  ['oestrogen', 'estrogen'],
  ['paediatric', 'pediatric'],
  ['orthopaedics', 'orthopedics'],
  ['haematite', 'hematite'],
  ['leukaemia', 'leukemia'],
  ['anaesthetise', 'anesthetize'],
  ['palaeozoic', 'paleozoic'],
  ['caesium', 'cesium'],
  ['foetal', 'fetal'],
  ['tumour', 'tumor'],
  ['catalogues', 'catalogs'],
  ['jewellery', 'jewelry'],
  ['enquiries', 'inquiries'],
  ['analysing', 'analyzing'],
  ['organisational', 'organizational'],
  ['focussed', 'focused'],
  ['judgement', 'judgment'],
  ['greywacke', 'graywacke'],
])('regionalSpellings() gives %s for %s and the other way round', (british, american) => {
  expect(regionalSpellings(british)).toEqual([american]);
  expect(regionalSpellings(american)).toEqual([british]);
});

test('regionalSpellings() leaves words alone that are written alike everywhere', () => {
  for (const word of [
    'raise',
    'rise',
    'size',
    'prize',
    'hour',
    'more',
    'meter2',
    'copper',
    'number',
    'ceo',
    'people',
    'laboratory',
  ])
    expect(regionalSpellings(word)).toEqual([]);
});
