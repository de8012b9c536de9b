import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Names } from '../../../src/search/query/names.ts';
import type { SearchRecord } from '../../../src/search/record/search-record.ts';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

const names: Names = {
  companies: [
    {
      code: 'XMX',
      name: 'Example Minerals Limited',
      formerCodes: ['EXM'],
      formerNames: ['Example Exploration Limited'],
    },
    { code: 'XZX', name: 'Sample Zinc NL', formerCodes: [], formerNames: [] },
  ],
  synonyms: [['Boundary Bore', 'BB project']],
};
const release = (id: string, day: string, title: string, text: string, more: Partial<SearchRecord> = {}) =>
  record({
    id,
    title,
    date: { day },
    html: `<p>${text}</p>`,
    otherCodes: ['XMX', 'EXM'],
    companies: ['Example Minerals Limited', 'Example Exploration Limited'],
    ...more,
  });
const type = (slug: string, name: string) => ({ types: [{ slug, name, group: 'other' }] });
const records = [
  release('zinc', '2022-08-01', 'Zinc shipped', 'Cash flow was strong.', {
    codes: ['XZX'],
    otherCodes: ['XZX'],
    companies: ['Sample Zinc NL'],
  }),
  release('ceo', '2022-05-30', 'Appointment of chief executive officer', 'Ms Ada Bloggs has been appointed.'),
  release('spp', '2022-02-14', 'Share purchase plan offer booklet', 'Up to $30,000 of new shares.'),
  release(
    'hole',
    '2021-09-07',
    'Best drill hole yet',
    'Hole BBRC001 returned 22m at 1.4% copper from 12m at Boundary Bore.',
  ),
  release('dividend', '2021-08-20', 'Dividend/Distribution - XMX', 'A fully franked dividend of 3.5 cents per share.'),
  release('half', '2021-03-12', 'Half Year Accounts', 'Half-year ended 31 December 2020. Revenue rose to $12,450,000.'),
  release('agm', '2020-10-19', 'Notice of Annual General Meeting/Proxy Form', 'To be held on 20 November 2020.'),
  release('holder', '2020-09-01', 'Becoming a substantial holder', 'Holder.'),
  release('quotation', '2020-08-11', 'Application for quotation of securities', 'New shares.'),
  release('director', '2020-08-03', "Change of Director's Interest Notice", 'Mr Patrick O’Brien bought shares.', {
    ...type('change-of-directors-interest-notice', "Change of Director's Interest Notice"),
  }),
  release('quarterly', '2020-07-22', 'Quarterly Activities Report - June 2020', 'The first neodymium concentrate.'),
  release('cash', '2020-07-21', 'Quarterly Activities/Appendix 4C Cash Flow Report', 'Cash.'),
  release('straße', '2019-06-01', 'Zuschuss für Müllers Straße', 'Ein Vergnügen.', { language: 'de' }),
  release('arabic', '2019-05-01', 'أعلنت الشركة عن المعادن', 'المعادن', { language: 'ar' }),
  release('maiden', '2017-05-03', 'Maiden resource at Boundary Bore', 'A resource of 4.1 Mt of copper.', {
    codes: ['EXM'],
  }),
];
let index: OpenIndex;
beforeAll(async () => {
  index = await openIndex(records, undefined, names);
});
afterAll(() => index.close());

describe('the first result of a search is the release that is meant', () => {
  test.each([
    ...['22/07/2020', '22.7.2020', '22-Jul-20', '22 July 2020', '22nd July 2020', 'July 22, 2020', '2020-07-22'].map(
      (typed) => [typed, 'quarterly'] as const,
    ),
    ['Jul 2020 quarterly', 'quarterly'],
    ['june 2020 quarterly activities', 'quarterly'],
    ['quarterlies 2020 neodymium', 'quarterly'],
    ...['XMX.AX', 'XMX.ASX', 'ASX:XMX', 'asx: xmx', '$XMX', 'XMX AU', 'xmx', 'XMX:AU', 'ASX.XMX'].map(
      (code) => [`${code} dividend`, 'dividend'] as const,
    ),
    ['EXM', 'maiden'],
    ['EXM.AX', 'maiden'],
    ['Example Exploration Ltd', 'maiden'],
    ['exampel exploration limited', 'maiden'],
    ['sampel zinc', 'zinc'],
    ['AGM 2020', 'agm'],
    ['annual meeting', 'agm'],
    ['SPP', 'spp'],
    ['new CEO', 'ceo'],
    ['3y', 'director'],
    ['Appendix 3Y', 'director'],
    ['appendix 2a', 'quotation'],
    ['form 603', 'holder'],
    ['substantial shareholder', 'holder'],
    ['quarterly cashflow', 'cash'],
    ['4C', 'cash'],
    ['1H21 results', 'half'],
    ['halfyear accounts', 'half'],
    ['FY21 half year', 'half'],
    ['$12.45m revenue', 'half'],
    ['3.5c dividend', 'dividend'],
    ['dividend OR distribution', 'dividend'],
    ['22 m at 1.4 %', 'hole'],
    ['22m @ 1.4% Cu', 'hole'],
    ...['BBRC 001', 'bbrc1', 'BBRC01', 'BBRC-1', 'bbrc1 copper'].map((hole) => [hole, 'hole'] as const),
    ['drillhole', 'hole'],
    ['BB project maiden', 'maiden'],
    ['obrien', 'director'],
    ['O Brien', 'director'],
    ['neodynium', 'quarterly'],
    ['nodymium', 'quarterly'],
    ['eodymium', 'quarterly'],
    ['neodym*', 'quarterly'],
    ['when did they announce the dividend', 'dividend'],
    ['quarterly -cash', 'quarterly'],
    ['form 3Y', 'director'],
    ['interim results', 'half'],
    ['first half 2021', 'half'],
    ['dividend 2020-2022', 'dividend'],
    ['dividend between 2020 and 2022', 'dividend'],
    ['2016 to 2018', 'maiden'],
    ['1H 2020-21', 'half'],
    ['22 metres of copper', 'hole'],
    ['$30k plan', 'spp'],
    ['30,000 shares', 'spp'],
    ['how much is the dividend', 'dividend'],
    ['https://announcements.example.com/releases/2021/2021-08-20-dividend/', 'dividend'],
    ['2021-08-20-a-dividend', 'dividend'],
    ['2021/2021-08-20-a-dividend.pdf', 'dividend'],
    ['strasse mueller', 'straße'],
    ['Müllers Strasse', 'straße'],
    ['vergnuegen', 'straße'],
    ['معادن', 'arabic'],
  ] as const)('for %s: %s', async (typed, id) => {
    expect((await index.findAny(typed))[0]).toBe(id);
  });
});

test('what was understood is said, and holds for a number of the results', async () => {
  const said = async (q: string) => {
    const { query, counts } = await index.search(q);
    return query.terms.map(({ typed, meaning }, at) => [typed, meaning, counts[at]]);
  };
  expect(await said('Example Minerals 3y 3 August 2020')).toEqual([
    ['Example Minerals', 'Example Minerals Limited', 14],
    ['3y', "Change of Director's Interest Notice", 1],
    ['3 August 2020', '3 August 2020', 1],
  ]);
  expect(await said('ASX:XMX')).toEqual([['ASX:XMX', 'Example Minerals Limited', 14]]);
});

test.each(['ASX: XMX', 'ASX Code: XMX', 'asx ticker: xmx'])('%s asks for the code alone', async (typed) => {
  expect((await index.search(typed)).query.terms.map((term) => term.typed)).toEqual([typed]);
});

test.each(['Example Minerals', 'example minerlas', 'example mineral', 'exampleminerals', 'Example Minerals Ltd'])(
  'for %s what was lodged under the present code comes first',
  async (typed) => {
    expect((await index.find(typed, 20)).at(-1)).toBe('maiden');
  },
);

test('a month finds the quarter that ends in it as well as its own short name', async () => {
  const reports = await openIndex([
    record({ id: 'quarter', date: { day: '2021-08-02' }, html: '<p>For the June quarter 2020.</p>' }),
    record({ id: 'short', date: { day: '2021-08-01' }, html: '<p>For the month Jun 2020.</p>' }),
  ]);
  const found = await reports.find('June 2020');
  await reports.close();
  expect(found).toEqual(['quarter', 'short']);
});

test('a span of years is of the releases of these years, and one that is none stays words', async () => {
  const { hits, full, query } = await index.search('2017 to 2019');
  expect([hits.length, full, query.terms[0]?.meaning]).toEqual([3, 3, '2017 to 2019']);
  for (const typed of ['2019-2017', '2020-30', '1900 to 2026'])
    expect((await index.search(typed)).query.terms.map(({ meaning }) => meaning)).not.toContain(typed);
  const [longest] = (await index.search('1996 to 2026')).query.terms;
  expect(longest?.meaning).toBe('1996 to 2026');
  expect((await index.search('2020-30')).query.terms[0]?.meaning).toBeUndefined();
});

test('what is written with a scale and what is written out are one amount', async () => {
  const written = await openIndex([
    record({ id: 'out', html: '<p>Up to $30,000.</p>' }),
    record({ id: 'scale', html: '<p>Up to $30k.</p>' }),
    record({ id: 'other', html: '<p>Up to $300k, 3,000 and $30.</p>' }),
  ]);
  const found = await Promise.all(['$30k', '$30,000', '30,000', '30 thousand'].map((typed) => written.find(typed)));
  await written.close();
  expect(found.map((ids) => ids.toSorted())).toEqual(Array.from({ length: 4 }, () => ['out', 'scale']));
});

test.each(['4200000', '$4200000', '4200000 cash', '4,200,000'])('%s finds $4.2 million', async (typed) => {
  const written = await openIndex([
    record({ id: 'scale', html: '<p>Cash of $4.2 million.</p>' }),
    record({ id: 'other', html: '<p>Cash of $42 million.</p>' }),
  ]);
  const found = await written.find(typed);
  await written.close();
  expect(found).toEqual(['scale']);
});

test('a phrase that is excluded is in no result, its words apart may be', async () => {
  expect(await index.findAny('dividend -"fully franked"')).toEqual([]);
  expect(await index.findAny('-“cents per share” dividend')).toEqual([]);
  expect(await index.findAny('dividend -"franked fully"')).toEqual(['dividend']);
  expect(await index.findAny('quarterly -"neodymium"')).toEqual(['cash']);
});

test('a word that is excluded is in no result, and one alone is searched', async () => {
  expect(await index.findAny('quarterly -neodymium')).toEqual(['cash']);
  expect(await index.findAny('-dividend')).toEqual(['dividend']);
  expect(await index.findAny('"fully franked" -dividend')).toEqual([]);
});

test('a number with a point is another one than the same figures without it', async () => {
  const numbers = await openIndex([
    record({ id: 'grade', title: 'Grade of 1.4 g/t', html: '<p>1.4% copper, 3.5c and 12.5Mt.</p>' }),
    record({ id: 'plain', title: 'Grade of 14 g/t', html: '<p>14% copper, 35c and 125Mt.</p>' }),
    record({ id: 'day', title: 'Drilling', date: { day: '2026-08-14' } }),
  ]);
  const found = (typed: string) => numbers.find(typed);
  const answers = [
    ...['1.4', '1.4%', '14%', '1.4g/t', '14 g/t', '3.5c', '35c', '12.5Mt', '125 Mt', '"1.4% copper"'],
  ].map(async (typed) => [typed, ...(await found(typed))]);
  const all = await Promise.all(answers);
  const [shown] = await numbers.show('1.4');
  await numbers.close();
  expect(all).toEqual([
    ['1.4', 'grade'],
    ['1.4%', 'grade'],
    ['14%', 'plain', 'day'],
    ['1.4g/t', 'grade'],
    ['14 g/t', 'plain'],
    ['3.5c', 'grade'],
    ['35c', 'plain'],
    ['12.5Mt', 'grade'],
    ['125 Mt', 'plain'],
    ['"1.4% copper"', 'grade'],
  ]);
  expect(shown?.headline.filter(({ marked }) => marked)).toEqual([{ text: '1.4', marked: true }]);
});

test('an amount that no release names is named as it was typed', async () => {
  expect(await index.search('$99.5 million')).toMatchObject({ hits: [], unknown: ['$99.5 million'] });
});

test('words beyond the limit are named', async () => {
  const words = Array.from({ length: 30 }, (_, at) => `word${at}`);
  expect((await index.search(words.join(' '))).query.cut).toBe(words.slice(24).join(' '));
});

test('words that say when alone need not be held, and are not corrected', async () => {
  for (const typed of ['newest dividend', "last year's dividend", 'last month’s dividend', 'recent dividend'])
    expect(await index.search(typed)).toMatchObject({ full: 1, unknown: [], corrected: [] });
});

test('a relative date stays words', async () => {
  expect((await index.search('dividend last year')).query.terms.map(({ typed }) => typed)).toEqual([
    'dividend',
    'last',
    'year',
  ]);
});
