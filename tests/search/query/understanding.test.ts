import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/search/record/words.ts';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

// What is typed and what is indexed, held against each other by a real index.
const texts: Readonly<Record<string, string>> = {
  neodymium: 'Successful production of 7.6 kg of neodymium at 99.8% purity, by ASX:ASM’s partner.',
  placement: 'A placement of A$12.5 million (gross) to O’Brien Capital – the company’s largest – has closed.',
  buyback: 'The on-market buy-back of up to $4,200,000,000 is complete; non-core assets remain.',
  drilling: 'Hole BBRC024 returned 12.5 m at 3.4g/t Au, incl. 2.1m at 18.2 g/t; see Appendix 4C and FY2019–20.',
  carbon: 'A CO₂ storage site of 100 MW near Café Müller’s “gold/silver” shed™ (U.S. R&D-led).',
  chinese: '示例矿业有限公司（ASX：XMX）今天宣布，已签署谅解备忘录，计划每年供应200吨氧化钕镨。',
  halt: 'Trading halt pending an announcement concerning 1,234,567 shares at $0.05 & 30/06/2020 – 5 up 10.',
};
let index: OpenIndex;
const generated = fc
  .sample(
    fc.array(
      fc.oneof(
        fc.constantFrom(
          'A$4.2bn',
          '$1.5m',
          '12,000,000',
          '3 million',
          '99%',
          '“we',
          'said”',
          '–',
          '&',
          '(c)',
          'x-ray',
          'well-known',
          'O’Hara',
          'US$7',
          '1/2',
          'm²',
          'ﬁnal',
          'naïve',
          'iPhone-Case',
          'e.g.',
          'A',
          '4',
          '№5',
          '®',
          '+61',
          'cash–flow',
          'v1.2',
          'and/or',
          'Straße',
          'IIIb',
        ),
        fc.string({ unit: fc.constantFrom(...'abcdefgXYZ0189.,-–’\'"/&$%()+:;'), minLength: 1, maxLength: 9 }),
      ),
      { minLength: 4, maxLength: 14 },
    ),
    { numRuns: 60, seed: 2020 },
  )
  .map((tokens) => tokens.join(' '));

beforeAll(async () => {
  const records = Object.entries(texts).map(([id, text]) => record({ id, html: paragraph(text) }));
  const made = generated.map((text, place) => record({ id: `made-${place}`, html: paragraph(text) }));
  index = await openIndex([...records, ...made]);
});
afterAll(() => index.close());

const pasted: readonly (readonly [string, string])[] = [
  ['99.8%', 'neodymium'],
  ['99.8 per cent', 'neodymium'],
  ['7.6kg', 'neodymium'],
  ['ASX:ASM', 'neodymium'],
  ['asx asm neodymium', 'neodymium'],
  ['neodymium winter 2020', 'neodymium'],
  ['谅解备忘录', 'chinese'],
  ['氧化钕镨', 'chinese'],
  ['示例矿业 200吨', 'chinese'],
  ['the neodymium one, winter 2020', 'neodymium'],
  ['$12.5m placement', 'placement'],
  ['A$12.5m', 'placement'],
  ['US$12,500,000', 'placement'],
  ['12.5 million', 'placement'],
  ["O'Brien", 'placement'],
  ['OBrien Capital', 'placement'],
  ["company's largest", 'placement'],
  ['company’s largest', 'placement'],
  ['"the company\'s largest"', 'placement'],
  ['4.2bn', 'buyback'],
  ['$4.2bn', 'buyback'],
  ['A$4.2bn', 'buyback'],
  ['$4.20 billion', 'buyback'],
  ['buy back on market', 'buyback'],
  ['buy‑back', 'buyback'],
  ['noncore assets', 'buyback'],
  ['"non core assets"', 'buyback'],
  ['"non-core assets"', 'buyback'],
  ['BBRC024', 'drilling'],
  ['12.5m at 3.4 g/t', 'drilling'],
  ['18.2g/t', 'drilling'],
  ['Appendix 4C', 'drilling'],
  ['FY2019-20', 'drilling'],
  ['CO2', 'carbon'],
  ['CO₂', 'carbon'],
  ['100MW', 'carbon'],
  ['cafe muller', 'carbon'],
  ['gold silver shed', 'carbon'],
  ['US R&D', 'carbon'],
  ['1234567 shares', 'halt'],
  ['$0.05', 'halt'],
  ['30/06/2020', 'halt'],
];

describe('a search', () => {
  test.each(pasted)('for %s finds the release of %s', async (typed, id) => {
    expect(await index.find(typed, 100)).toContain(id);
  });

  test('for an exact phrase finds it in this order alone', async () => {
    expect(await index.find('"pending an announcement"', 100)).toEqual(['halt']);
    expect(await index.find('"announcement pending an"', 100)).toEqual([]);
  });

  test('for words that no release holds together finds those with most of them, and says so', async () => {
    const { hits, full } = await index.search({ q: 'neodymium placement closed' });
    expect([full, hits.map(({ lacking }) => lacking)]).toEqual([0, [[0], [1, 2]]]);
  });

  test('for a company that no release is of does not find all that name the exchange', async () => {
    expect(await index.search({ q: 'ASX:ZZM' })).toMatchObject({ hits: [], unknown: ['ASX:ZZM'] });
  });

  test('for a word that no release holds names it, and finds nothing in its stead where no word is near', async () => {
    expect(await index.search({ q: 'xylophone' })).toMatchObject({ hits: [], unknown: ['xylophone'], corrected: [] });
    expect(await index.search({ q: 'neodimium', exact: true })).toMatchObject({ hits: [], unknown: ['neodimium'] });
  });

  test('finds a release by whatever is copied out of it', async () => {
    const all = [...Object.entries(texts), ...generated.map((text, place) => [`made-${place}`, text] as const)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        fc.nat(),
        fc.integer({ min: 1, max: 6 }),
        async ([id, text], at, length) => {
          const tokens = tokenize(text);
          const copy = tokens
            .slice(at % tokens.length)
            .slice(0, length)
            .join(' ');
          fc.pre(/[\p{L}\p{N}]/u.test(copy));
          const { full } = await index.search({ q: copy });
          expect(full, copy).toBeGreaterThan(0);
          expect(await index.find(copy, full), copy).toContain(id);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

function paragraph(text: string): string {
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
}
