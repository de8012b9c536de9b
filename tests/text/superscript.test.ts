import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderBody } from '../../src/release/render.ts';
import { flattenHtml, plainText } from '../../src/search/record/search-record.ts';

const nowhere = { link: (target: string) => target, picture: () => undefined };
const LONG = 'It stands in a paragraph that is long enough for a beginning.';
const NOTES = '\n\n[^1]: First.\n\n[^a]: Second.';

/** What the beginning of a text says, and what search holds of it, which are to be the same. */
function plainOf(words: string): readonly string[] {
  const { html, beginning } = renderBody(`${words} ${LONG}${NOTES}`, nowhere);
  const [searched = ''] = plainText(flattenHtml(html)).split(LONG);
  return [beginning.replace(/ *It stands in .*/, ''), searched.replace(/\s+/g, ' ').trim()];
}

describe('plain text', () => {
  test.each([
    // Footnote marks are left out.
    ['$5[^1] million', '$5 million'],
    ['$5 million[^1], up', '$5 million, up'],
    ['$5[^1][^a]m and 7[^a].', '$5m and 7.'],
    // Superscripts and subscripts are written as such where Unicode has each of their characters.
    ['10<sup>6</sup> ounces', '10⁶ ounces'],
    ['10<sup>-6</sup> and 10<sup>−6</sup> and 10<SUP>+6</SUP>', '10⁻⁶ and 10⁻⁶ and 10⁺⁶'],
    ['CO<sub>2</sub> and m<sup>3</sup> and <sup>235</sup>U', 'CO₂ and m³ and ²³⁵U'],
    ['$5<sup>1</sup> million', '$5¹ million'],
    ['$5<sup>(1)</sup> million', '$5⁽¹⁾ million'],
    ['$5<sup>1,2</sup> million and $6<sup>1, 2</sup> million', '$5¹,² million and $6¹, ² million'],
    ['$5<sup>[1](#note)</sup> million', '$5¹ million'],
    ['$5<sup>**1**</sup> million', '$5¹ million'],
    ['$5<sup>a</sup> million, NO<sub>x</sub>, V<sub>max</sub>', '$5ᵃ million, NOₓ, Vₘₐₓ'],
    ['$5<sup>*</sup> million and $6<sup>†</sup> million', '$5* million and $6† million'],
    ['5<sup>1</sup>/<sub>2</sub> cents', '5¹/₂ cents'],
    // Others are kept apart.
    ['10<sup>0.5</sup> t', '10^0.5 t'],
    ['10<sup>0.5</sup>t', '10^(0.5)t'],
    ['Au<sub>eq</sub> and Au<sub>Eq</sub>', 'Au_eq and Au_Eq'],
    ['$5<sup>see note 3</sup> million', '$5^(see note 3) million'],
    ['Gold<sup>A&amp;B</sup> here', 'Gold^(A&B) here'],
    ['x<sup>a<sub>2</sub></sup> y', 'x^(a₂) y'],
    // What stands by itself is apart.
    ['Of note: <sup>small print</sup> here', 'Of note: small print here'],
    ['Shares <sup>1</sup> here', 'Shares ¹ here'],
    // What print raises for its looks alone is on the line.
    ['The 1<sup>st</sup>, 2<sup>nd</sup>, 3<sup>RD</sup> and 4<sup>th</sup>', 'The 1st, 2nd, 3RD and 4th'],
    ['Example<sup>TM</sup> and Sample<sup>SM</sup> and Other<sup>®</sup>', 'Example™ and Sample℠ and Other®'],
    // A figure that was struck out does not run into the next one.
    ['It is ~~5~~6 and **5**6', 'It is 5 6 and 56'],
    ['Nothing<sup></sup> at all', 'Nothing at all'],
    ['Signs <sup>&lt;b&gt;</sup> here', 'Signs <b> here'],
    // Without a footnote's text, what looks like its mark is text.
    ['$5[^9] million', '$5[^9] million'],
  ])('of %s reads %s', (written, plain) => {
    expect(plainOf(written)).toEqual([plain, plain]);
  });

  test('of notes at the end of a text has no signs that lead back', () => {
    const { html } = renderBody('A[^1] and B[^1].\n\n[^1]: The note.', nowhere);
    expect(plainText(flattenHtml(html)).replace(/[\uE000\s]+/g, ' ')).toBe('A and B. Footnotes The note.');
  });

  test('of a cell does not hang on the figure in the one before it', () => {
    const { html } = renderBody('<table><tr><td>5</td><td><sup>see note 3</sup></td></tr></table>', nowhere);
    expect(
      plainText(flattenHtml(html))
        .replace(/[\uE000\s]+/g, ' ')
        .trim(),
    ).toBe('5 see note 3');
  });

  test('of a heading gives it an id in which no figure is another one', () => {
    const heading = (text: string) => /<h2 id="([^"]*)"/.exec(renderBody(`# ${text}${NOTES}`, nowhere).html)?.[1];
    expect(heading('Revenue of $5[^1] million')).toBe('revenue-of-5-million');
    expect(heading('CO<sub>2</sub> below 10<sup>6</sup> t')).toBe('co2-below-10-6-t');
    expect(heading('The 1<sup>st</sup> of $5<sup>1</sup>')).toBe('the-1st-of-5-1');
  });
});

const figures = fc.constantFrom(
  '$5',
  '10',
  '1,234',
  '0.5',
  'A$4.2bn',
  '12.5m',
  '99%',
  '2020',
  '$5 million',
  '30/06/2020',
);
const marks = fc.constantFrom(
  ...['[^1]', '[^a]', '[^1][^a]', '<sup>1</sup>', '<sup>12</sup>', '<sup>(1)</sup>', '<sup>1,2</sup>', '<sup>a</sup>'],
  ...['<sub>2</sub>', '<sup>\\*</sup>', '<sup>-3</sup>', '<sup>6</sup>', '<sup>n</sup>', '<sup>[1](#x)</sup>'],
  ...['<sup>0.5</sup>', '<sup>10 000</sup>', '<sup>q7</sup>', '<sup><sup>1</sup></sup>', '<sup>2<sub>3</sub></sup>'],
);
const gaps = fc.constantFrom('', ' ', '.', ', ', ')', ' t', '-', '%', '/', ' million');

test('a figure that a mark follows never reads as another figure, wherever it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(figures, marks, gaps), { minLength: 1, maxLength: 6 }), (parts) => {
      const written = parts.map((part) => part.join('')).join(' and ');
      const expected = parts.flatMap(([figure]) => figuresIn(figure));
      for (const plain of plainOf(written))
        expect(figuresIn(plain.replace(/[_^](?:\([^)]*\)|[\w.]+)/g, '')), `${written} reads ${plain}`).toEqual(
          expected,
        );
    }),
    { numRuns: 500 },
  );
});

function figuresIn(text: string): readonly string[] {
  return text.match(/[0-9]+/g) ?? [];
}
