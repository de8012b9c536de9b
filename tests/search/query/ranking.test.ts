import { afterEach, expect, test } from 'vitest';
import type { SearchRecord } from '../../../src/search/record/search-record.ts';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

let index: OpenIndex | undefined;
afterEach(async () => {
  await index?.close();
  index = undefined;
});
const opened = async (...records: readonly SearchRecord[]): Promise<OpenIndex> => (index = await openIndex(records));

test.each([
  ['holds more of the words', 'gold assays', 'Gold assays at depth', 'Gold found at depth'],
  ['is shorter', 'gold assays', 'Gold assays at depth', 'Gold assays at depth in the north'],
  ['begins with them', 'gold assays', 'Gold assays at depth', 'North: gold assays depth'],
  ['holds them in their order', 'gold assays', 'Gold assays were good', 'Assays of gold good'],
])('a headline that %s comes first', async (_, query, better, worse) => {
  const { findAny } = await opened(record({ id: 'worse', title: worse }), record({ id: 'better', title: better }));
  expect((await findAny(query))[0]).toBe('better');
});

test('a headline comes before texts that hold the words and the amount', async () => {
  const bodies = Array.from({ length: 15 }, (_, at) =>
    record({
      id: `body-${at}`,
      title: `Quarterly report ${at}`,
      html: '<p>The contract is valued at $6m; the company wins. Valued at $6m, wins, valued, $6m.</p>',
    }),
  );
  const wanted = record({ id: 'wanted', title: 'Company wins contract valued at nearly $6M', html: '<p>Terms.</p>' });
  const { find } = await opened(...bodies, wanted);
  expect((await find('valued wins $6M'))[0]).toBe('wanted');
  expect((await find('valued wins', 20)).slice(0, 10)).toEqual(await find('valued wins', 10));
});

test('a rare word counts for more than frequent ones, and nothing is cut off', async () => {
  const others = Array.from({ length: 12 }, (_, at) =>
    record({ id: `other-${at}`, title: 'Appendix 5Z lodged', html: '<p>Appendix 5Z.</p>' }),
  );
  const rare = record({ id: 'rare', title: 'A notice', html: '<p>Boundary Bore.</p>' });
  const { search, findAny } = await opened(...others, rare);
  expect((await findAny('boundary appendix 5z'))[0]).toBe('rare');
  expect((await search('boundary appendix 5z')).hits).toHaveLength(13);
});

test('of equal headlines the newest comes first, however long the texts are', async () => {
  const { find } = await opened(
    ...[3, 1, 5, 2, 4].map((length, at) =>
      record({
        id: `halt-${at}`,
        title: 'Trading halt',
        html: `<p>${'A trading halt is asked for. '.repeat(length)}</p>`,
      }),
    ),
  );
  expect(await find('trading halt')).toEqual(['halt-0', 'halt-1', 'halt-2', 'halt-3', 'halt-4']);
});

test('a text that holds a word comes before a longer one that holds it as often', async () => {
  const { find } = await opened(
    record({ id: 'long', html: `<p>Gold. ${'Nothing else is said here. '.repeat(40)}</p>` }),
    record({ id: 'short', html: '<p>Gold. Nothing else is said here.</p>' }),
  );
  expect(await find('gold')).toEqual(['short', 'long']);
});

test('a long text that holds a word again and again comes before a short one that holds it once', async () => {
  const { find } = await opened(
    record({ id: 'short', html: '<p>Gold. Nothing else is said here.</p>' }),
    record({ id: 'long', html: `<p>${'Gold. Nothing else is said here. '.repeat(10)}</p>` }),
  );
  expect(await find('gold')).toEqual(['long', 'short']);
});

test('the word that was typed comes before longer words that begin with it', async () => {
  const { find } = await opened(record({ id: 'longer', title: 'Capital' }), record({ id: 'typed', title: 'Cap' }));
  expect(await find('cap')).toEqual(['typed', 'longer']);
});

test('a longer word that begins with what was typed counts', async () => {
  const common = Array.from({ length: 3 }, (_, at) => record({ id: `common-${at}`, html: '<p>Silver.</p>' }));
  const { findAny } = await opened(...common, record({ id: 'rare', html: '<p>Capital.</p>' }));
  expect((await findAny('silver cap'))[0]).toBe('rare');
});

test('words that stand together come before the same words apart', async () => {
  const { find } = await opened(
    record({ id: 'apart', title: 'One', html: '<p>Pilot drilling of the north pit, then a plant.</p>' }),
    record({ id: 'together', title: 'Two', html: '<p>Drilling near the pilot plant of the north.</p>' }),
  );
  expect(await find('pilot plant')).toEqual(['together', 'apart']);
});

test('the order that is chosen holds where no release holds all the words', async () => {
  const { findAny } = await opened(
    record({ id: 'new', title: 'Gold', date: { day: '2021-01-01' } }),
    record({ id: 'middle', title: 'Gold gold assays', date: { day: '2020-01-01' } }),
    record({ id: 'old', title: 'Assays', date: { day: '2019-01-01' } }),
  );
  const q = 'gold assays tantalum';
  expect(await findAny({ q, order: 'newest' })).toEqual(['new', 'middle', 'old']);
  expect(await findAny({ q, order: 'oldest' })).toEqual(['old', 'middle', 'new']);
});

test('the same search finds the same, whatever was searched before', async () => {
  const words = ['colonel', 'colony', 'collar', 'column', 'colour'];
  const { findAny } = await opened(...words.map((word) => record({ id: word, title: `The ${word} of 2020` })));
  const fresh = await findAny('col');
  await findAny('colonel');
  await findAny('colours');
  expect(await findAny('col')).toEqual(fresh);
  expect(fresh.toSorted()).toEqual(words.toSorted());
});

test('a result names what it lacks', async () => {
  const { show } = await opened(record({ id: 'a', title: 'Gold assays' }));
  const [result] = await show('gold "assays" ASX:ZZM tantalum');
  expect(result?.lacking).toEqual(['ASX:ZZM', 'tantalum']);
});

test('the results of a year are those of the company, not of its meeting', async () => {
  const type = (slug: string) => ({ types: [{ slug, name: 'Type', group: 'other' }] });
  const { find, findAny } = await opened(
    record({
      id: 'meeting',
      title: 'Results of Meeting',
      html: '<p>All resolutions were carried.</p>',
      date: { day: '2024-11-22' },
      ...type('results-of-meeting'),
    }),
    record({
      id: 'agm',
      title: 'Results of Annual General Meeting',
      html: '<p>The remuneration report was adopted. A full list follows of the year.</p>',
      date: { day: '2023-11-20' },
      ...type('results-of-meeting'),
    }),
    record({
      id: 'notice',
      title: 'Notice of Annual General Meeting',
      html: '<p>Results follow.</p>',
      date: { day: '2024-10-15' },
      ...type('notice-of-annual-general-meeting'),
    }),
    record({ id: 'untyped', title: 'Full Year 2022 Financial Results', date: { day: '2022-08-30' } }),
    record({
      id: 'accounts',
      title: 'Appendix 4E',
      date: { day: '2021-08-30' },
      ...type('preliminary-final-report'),
    }),
    record({ id: 'report', title: 'Report to shareholders', date: { day: '2020-09-30' }, ...type('annual-report') }),
  );
  for (const q of ['full year results', 'annual results', 'full-year results'])
    expect((await find(q)).toSorted()).toEqual(['accounts', 'report', 'untyped']);
  expect((await findAny('annual report'))[0]).toBe('report');
  expect((await findAny('results of agm 2024'))[0]).toBe('meeting');
});
