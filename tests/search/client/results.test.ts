import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Segment } from '../../../src/search/query/marks.ts';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

let index: OpenIndex;
beforeAll(async () => {
  index = await openIndex([
    record({
      id: 'report',
      title: 'Quarterly report & “Appendix 4C”',
      types: [{ slug: 'fourth-quarter', name: 'Fourth Quarter Activities Report', group: 'quarterly' }],
      date: { day: '2020-07-30', time: '09:15' },
      codes: ['XMX', 'EXM'],
      priceSensitive: true,
      correctedBy: ['retraction'],
      corrects: ['clarification'],
      html: '<p>Lead &lt;b&gt;.</p><h2 id="cash-flows">Cash flows</h2><ul><li>Cash at bank of A$4.2bn</li><li>No debt</li></ul><h2 id="risks">Risks</h2><p>Cash may run out while producing metal</p>',
    }),
    record({
      id: 'no-text',
      title: 'Initial director’s interest notice',
      html: '<p><img src="x.png" alt=""></p>',
      correctedBy: ['clarification', 'replacement'],
      date: { day: '2019-01-01' },
    }),
  ]);
});
afterAll(() => index.close());

const written = (segments: readonly Segment[]) =>
  segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('a result shows the headline, the date, codes, types and marks of its release', async () => {
  const [result] = await index.show('appendix 4c');
  expect(result).toMatchObject({
    url: '/releases/report/',
    day: '2020-07-30',
    time: '09:15',
    codes: ['XMX', 'EXM'],
    types: ['fourth-quarter'],
    correctedBy: ['retraction'],
    corrects: ['clarification'],
    flags: ['price-sensitive', 'corrected'],
    language: 'en-AU',
  });
  expect(written(result?.headline ?? [])).toBe('Quarterly report & “[Appendix 4C]”');
});

test('a result shows the text to the letter, its blocks parted by a dot, with the words marked', async () => {
  const [result] = await index.show('lead');
  expect(written(result?.passages[0]?.segments ?? [])).toBe('[Lead] <b>.');
});

test('a result leads to each section in which the words stand, and to the words', async () => {
  const [result] = await index.show('cash');
  expect(
    result?.passages.map(({ section, target, segments }) => [section?.heading, target, written(segments)]),
  ).toEqual([
    ['Cash flows', 'cash-flows:~:text=Cash%20flows', '[Cash] flows · [Cash] at bank of A$4.2bn · No debt'],
    ['Risks', 'risks:~:text=Cash%20may%20run', 'Risks · [Cash] may run out while producing metal'],
  ]);
});

test('a result marks other endings of a word and amounts of the same value', async () => {
  const [first] = await index.show('produced');
  expect(written(first?.passages[0]?.segments ?? [])).toContain('[producing]');
  const [second] = await index.show('$4.2 billion');
  expect(written(second?.passages[0]?.segments ?? [])).toContain('[A$4.2bn]');
});

test('a release without text is found by its headline, and shows no text', async () => {
  const [result] = await index.show('initial director’s notice');
  expect(result).toMatchObject({ url: '/releases/no-text/', passages: [] });
});

test.each(['clarified', 'clarification', 'replaced'])(
  'a release is found by how it was corrected: %s',
  async (typed) => {
    expect((await index.show(typed)).map(({ url }) => url)).toContain('/releases/no-text/');
  },
);

test('a result of the headline alone shows how its text begins', async () => {
  const [result] = await index.show('quarterly');
  expect(result?.passages).toMatchObject([{ target: '' }]);
});
