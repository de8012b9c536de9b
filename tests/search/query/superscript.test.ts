import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderBody } from '../../../src/release/render.ts';
import type { Segment } from '../../../src/search/query/marks.ts';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

const texts: Readonly<Record<string, string>> = {
  revenue:
    'Revenue rose[^1] to $5[^1] million in the half, from $6<sup>2</sup> million, on 5,700<sup>1</sup> ounces[^1].',
  resource:
    'The Mineral Resource<sup>1</sup> estimate is of 7<sup>th</sup> June, the Ore Reserve[^1] of 12.5<sup>a</sup> Mt.',
  kiln: 'A kiln emits 44 t of CO<sub>2</sub> a day over 300 m<sup>2</sup> and uses 70 m<sup>3</sup> at 10<sup>6</sup> Pa.',
  characters: 'A kiln emits 44 t of CO₂ a day over 300 m² and uses 70 m³ at 10⁶ Pa.',
  typed: 'A kiln emits 44 t of CO2 a day over 300 m2 and uses 70 m3 at 10^6 Pa.',
  fraction: 'A dividend of 5½ cents on ¾ of the shares at 8② cents.',
  board: 'The company’s<sup>1</sup> gold–silver<sup>2</sup> board met.',
  other: 'A kiln emits 44 t of CO 2 a day, at 106 Pa, for $51 million and 57,001 ounces of 1st.',
};

const figures = ['$5', '10', '1,234', '0.5', '99', '2020', 'US$7', '18.2'];
const marks = [
  ...['[^1]', '[^1][^a]', '<sup>1</sup>', '<sup>12</sup>', '<sup>(1)</sup>', '<sup>1,2</sup>', '<sup>a</sup>'],
  ...[
    '<sup>\\*</sup>',
    '<sup>6</sup>',
    '<sup>†</sup>',
    '<sup>[3](#x)</sup>',
    '\\*',
    '†',
    '<sup>A</sup>',
    '¹',
    '<sup>iv</sup>',
  ],
];
const units = ['million', 'ounces', 'tonnes of gold', 'm of core', 'per share'];
/** Each figure with each mark, behind a word that only this release has. */
const marked = figures.flatMap((figure, row) =>
  marks.map((mark, column) => {
    const unit = units[(row + column) % units.length] ?? '';
    return { id: `made-${row}-${column}`, word: `zq${row}x${column}w`, figure, mark, unit };
  }),
);
const NOTES = '\n\n[^1]: First.\n\n[^a]: Second.';

let index: OpenIndex;
beforeAll(async () => {
  const html = (body: string) => renderBody(body + NOTES, { link: (target) => target, picture: () => undefined }).html;
  index = await openIndex([
    ...Object.entries(texts).map(([id, body]) => record({ id, html: html(body) })),
    ...marked.map(({ id, word, figure, mark, unit }) =>
      record({ id, html: html(`It is ${word} ${figure}${mark} ${unit} here.`) }),
    ),
    record({ id: 'headline', title: 'CO₂ falls below 10⁶ t and 5,700¹ m²', html: '' }),
  ]);
});
afterAll(() => index.close());

/** Releases that hold all that was typed. */
const found = async (typed: string) =>
  (await index.search({ q: typed })).full === 0
    ? []
    : (await index.find(typed, 200)).filter((id) => !id.startsWith('made-')).toSorted();

test.each([
  ['"$5 million"', ['revenue']],
  ['"$6 million"', ['revenue']],
  ['"rose to $5 million in the half"', ['revenue']],
  ['"5,700 ounces"', ['revenue']],
  ['"Mineral Resource estimate is"', ['resource']],
  ['"estimate is of 7th June"', ['resource']],
  ['"12.5 Mt"', ['resource']],
  ["company's board met", ['board']],
  ['goldsilver met', ['board']],
  ['silver board met', ['board']],
  ['"of 5½ cents"', ['fraction']],
  ['¾ of the shares', ['fraction']],
  ['"8 cents"', ['fraction']],
  ['512 cents', []],
  ['82 cents', []],
  ['$51 million', ['other']],
  ['"57,001 ounces"', ['other']],
  ['"51 million"', ['other']],
])('a search for %s finds the text without its marks, and no other figure: %j', async (typed, ids) => {
  expect(await found(typed)).toEqual(ids);
});

test.each([
  'CO2',
  'CO₂',
  'm2 kiln',
  'm² kiln',
  'm^2 kiln',
  'm3',
  'm³',
  '300m2',
  '300 m²',
  '"t of CO2 a day"',
  '"t of CO₂ a day"',
])('a search for %s finds it however it is written', async (typed) => {
  expect((await found(typed)).filter((id) => id !== 'headline')).toEqual(['characters', 'kiln', 'typed']);
});

test.each(['10⁶ Pa', '10^6 Pa', '"at 10⁶ Pa"', '"at 10^6 Pa"'])(
  'a search for %s finds the power, and not 106',
  async (typed) => {
    expect(await found(typed)).toEqual(['characters', 'kiln', 'typed']);
  },
);

test.each(['CO2 falls', 'co₂ falls', '"below 10⁶ t"', '"below 10^6 t"', '"5,700 m2"', '5700 m²'])(
  'a search for %s finds a headline',
  async (typed) => {
    expect(await found(typed)).toEqual(['headline']);
  },
);

test('a search for 106 finds no power of ten', async () => {
  expect(await found('"at 106 Pa"')).toEqual(['other']);
});

test('a result shows the text with its raised and lowered characters, and marks the words in it', async () => {
  const written = (segments: readonly Segment[] = []) =>
    segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
  const shown = async (typed: string, id: string) =>
    written((await index.show(typed)).find(({ url }) => url.includes(id))?.passages[0]?.segments);
  expect(await shown('co2', 'kiln')).toContain('44 t of [CO₂] a day over 300 m² and uses 70 m³ at 10⁶ Pa.');
  expect(await shown('10^6 pa', 'kiln')).toContain('at [10⁶ Pa].');
  expect(await shown('$5 million', 'revenue')).toContain('rose to [$5 million] in the half, from $6² million');
  expect(await shown('$6 million', 'revenue')).toContain('from [$6² million], on 5,700¹ ounces.');
  expect(await shown('5,700 ounces', 'revenue')).toContain('on [5,700¹ ounces].');
});

test('an exact phrase finds a figure whatever mark stands behind it, and the figure alone does too', async () => {
  for (const { id, word, figure, unit } of marked)
    for (const typed of [`"${word} ${figure} ${unit} here"`, `${word} "${figure} ${unit}"`, `${word} ${figure}`])
      expect(await index.find(typed), typed).toContain(id);
});

test('no figure with a mark is found as the figure that both would be in a row', async () => {
  const wrong = marked.flatMap(({ id, word, figure, mark, unit }) => {
    const digits = /\d+/.exec(mark.replace(/\[\^a\]/, ''))?.[0];
    return digits === undefined ? [] : [{ id, typed: `${word} ${figure}${digits} ${unit}` }];
  });
  expect(wrong.length).toBeGreaterThan(50);
  for (const { id, typed } of wrong) {
    const { full } = await index.search({ q: typed });
    const ids = full === 0 ? [] : await index.find(typed, full);
    expect(ids, `${typed} for ${id}`).toEqual([]);
  }
});
