import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutPart } from '../../../src/search/query/without-part.ts';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

let index: OpenIndex;
beforeAll(async () => {
  const titles = {
    change: "Change of Director's Interest Notice",
    lodged: 'Appendix 5Z lodged',
    issue: 'Proposed issue of securities',
    governance: 'Corporate governance statement',
    accounts: 'Full-year accounts',
    cash: 'Quarterly cash flow report',
    becoming: 'Becoming a substantial holder',
    changed: 'Change in substantial holding',
    cleansing: 'Cleansing notice',
    prefeasibility: 'Pre-feasibility update',
    resource: 'Maiden mineral resource',
    trial: 'Phase 2a trial begins',
    hole: 'Hole 603 reaches 400 metres',
  };
  index = await openIndex(Object.entries(titles).map(([id, title]) => record({ id, title, html: '<p>Text.</p>' })));
});
afterAll(() => index.close());

describe('the first result for the number of a form, however it is written, is what is lodged on it', () => {
  test.each([
    ...['3y', '3 Y', 'App 3Y', 'App. 3Y', 'appendix3y', 'appx-3y', 'appendix 3 y', 'apendix 3y', 'Appendex 3Y'].map(
      (typed) => [typed, 'change'] as const,
    ),
    ...['4C', '4 C', '5B', '5 b', 'app4c'].map((typed) => [typed, 'cash'] as const),
    ...['3B', 'appendix 3b'].map((typed) => [typed, 'issue'] as const),
    ...['4g', 'appendix 4 g'].map((typed) => [typed, 'governance'] as const),
    ['4E', 'accounts'],
    ...['603', 'form603', 'Form 603'].map((typed) => [typed, 'becoming'] as const),
    ['604', 'changed'],
    ...['708A', 's708A', 'section 708A'].map((typed) => [typed, 'cleansing'] as const),
    ['PFS', 'prefeasibility'],
    ['MRE', 'resource'],
  ] as const)('for %s: %s', async (typed, id) => {
    expect((await index.findAny(typed))[0]).toBe(id);
  });
});

test('a number behind a word that takes one is no form, and neither is an amount of money', async () => {
  const meanings = async (q: string) => (await index.search(q)).query.terms.map(({ meaning }) => meaning);
  expect(await meanings('phase 2a')).toEqual([undefined, undefined]);
  expect(await meanings('hole 603')).toEqual([undefined, undefined]);
  expect(await meanings('$603')).toEqual([undefined]);
  expect(await meanings('$3b')).toEqual([undefined]);
  expect(await index.find('phase 2a')).toEqual(['trial']);
});

test('a form is found by no amount, and its name is a phrase', async () => {
  const lodged = await openIndex([
    record({ id: 'form', title: 'Quarterly Appendix 5B', html: '<p>A notice.</p>' }),
    record({ id: 'drilling', html: '<p>A programme of 5,000 metres.</p>' }),
  ]);
  const found = await Promise.all(
    ['$5 billion', '5,000m', '"Appendix 5B"', '"quarterly 5B"'].map((q) => lodged.findAny(q)),
  );
  await lodged.close();
  expect(found).toEqual([[], ['drilling'], ['form'], []]);
});

test.each([
  ['appendix3y placement', 'appendix 3y', 'placement'],
  ['App. 3Y placement', 'App 3Y', 'placement'],
  ['placement 12 1.2', '1.2', 'placement 12'],
  ['placement', 'takeover', 'placement'],
])('what is taken off %s is found in it as it was typed', (q, part, rest) => {
  expect(withoutPart(q, part)).toBe(rest);
});

test('whoever asks for a delisting finds a removal from the official list by its type', async () => {
  const removed = await openIndex([
    record({
      id: 'removed',
      title: 'XZX to leave the exchange',
      types: [{ slug: 'removal-from-official-list', name: 'Removal from Official List', group: 'asx-announcement' }],
    }),
    record({ id: 'unlisted', title: 'Unlisted options lapse' }),
  ]);
  const found = await Promise.all(['delisted', 'delisting', 'when was XZX delisted'].map((q) => removed.find(q)));
  await removed.close();
  expect(found).toEqual([['removed'], ['removed'], ['removed']]);
});
