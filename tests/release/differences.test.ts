import { expect, test } from 'vitest';
import { compareTexts, type Run } from '../../src/release/differences.ts';
import { markDifferences } from '../../src/release/mark-differences.ts';
import { textLines } from '../../src/release/text-lines.ts';

/** A line with what was taken out in brackets and what was put in in braces. */
const shown = (runs: readonly Run[]): string =>
  runs.map(({ kind, text }) => (kind === 'removed' ? `[${text}]` : kind === 'added' ? `{${text}}` : text)).join('');
const compare = (was: readonly string[], now: readonly string[]) =>
  compareTexts(was, now).passages.map((passage) => (typeof passage === 'number' ? passage : shown(passage)));

test('a figure is exchanged as a whole, with its signs', () => {
  expect(compare(['Grade of 31 m at 8.1% copper.'], ['Grade of 31 m at 1.8% copper.'])).toEqual([
    'Grade of 31 m at [8.1%]{1.8%} copper.',
  ]);
  expect(compare(['Cash of A$11.92 million at 31/03/2023.'], ['Cash of A$12.92 million at 30/03/2023.'])).toEqual([
    'Cash of [A$11.92]{A$12.92} million at [31/03/2023]{30/03/2023}.',
  ]);
});

test.each([
  ['4,200,000', '4,300,000'],
  ['-3.5%', '+3.5%'],
  ['09:15', '09:51'],
  ['10kg', '12kg'],
  ['US$5', 'A$5'],
  ['2Q', '3Q'],
])('the figure %s is taken for one', (was, now) => {
  expect(compare([`It is ${was} in all.`], [`It is ${now} in all.`])).toEqual([`It is [${was}]{${now}} in all.`]);
});

test('lines that stand in both are counted, lines that stand in one are shown whole', () => {
  expect(compare(['a b', 'c d', 'e f'], ['a b', 'c d', 'new line here', 'e f'])).toEqual([2, '{new line here}', 1]);
  expect(compare(['a b', 'old line', 'c d'], ['a b', 'c d'])).toEqual([1, '[old line]', 1]);
  expect(compare(['a b'], ['a b'])).toEqual([1]);
  expect(compare([], ['a'])).toEqual(['{a}']);
});

test('lines with nothing in common are not mixed', () => {
  expect(compare(['The board met on Monday.'], ['Drilling of three holes begins now'])).toEqual([
    '[The board met on Monday.]',
    '{Drilling of three holes begins now}',
  ]);
});

test('changed words next to each other are one change, what was taken out first', () => {
  expect(compare(['The hole lies 120 m to the north, deep.'], ['The hole lies 95 km to the south, deep.'])).toEqual([
    'The hole lies [120 m]{95 km} to the [north]{south}, deep.',
  ]);
  expect(compare(['Sum of one, two, six holes here'], ['Sum of four, five, six holes here'])).toEqual([
    'Sum of [one, two]{four, five}, six holes here',
  ]);
});

test('a paragraph that was divided keeps its words', () => {
  const was = ['First sentence of it. Second sentence of it.'];
  const now = ['First sentence of it.', 'Second sentence of it.'];
  const words = compareTexts(was, now).words;
  expect(words).toEqual({ removed: 0, added: 0, same: 8 });
});

test('figures that were exchanged come with the words around them', () => {
  const { figures, words } = compareTexts(
    ['Diamond hole BBDD031 intersected 31 m at 8.1% copper and 0.6 g/t gold.'],
    ['Diamond hole BBDD031 intersected 31 m at 1.8% copper and 0.6 g/t gold.'],
  );
  expect(figures).toEqual([
    { before: 'hole BBDD031 intersected 31 m at ', was: '8.1%', now: '1.8%', after: ' copper and 0.6 g/t' },
  ]);
  expect(words).toEqual({ removed: 1, added: 1, same: 13 });
});

test('every word of two texts that share no line is there, in its order, whatever they are', () => {
  const texts = [
    ['a b c', 'd e', '1 2 3'],
    ['c b a', 'e d', '3 2 1', 'x'],
    ['b', 'c d e 1 2 3'],
    ['…'],
    ['a  b 1,2 |', '-'],
    ['𝒳 é e\u0301 中文 %', 'a b c z'],
  ];
  const letters = (text: string): string => text.replace(/\s+/g, '');
  for (const was of texts)
    for (const now of texts) {
      if (was === now) continue;
      const runs = compareTexts(was, now).passages.flatMap((passage) => (typeof passage === 'number' ? [] : passage));
      const side = (kind: Run['kind']): string =>
        letters(runs.map((run) => (run.kind === 'same' || run.kind === kind ? run.text : '')).join(''));
      expect(side('removed')).toBe(letters(was.join('')));
      expect(side('added')).toBe(letters(now.join('')));
    }
});

test('two long texts with nothing in common are compared in a moment', () => {
  const text = (letter: string) => [Array.from({ length: 30_000 }, (_, n) => `${letter}${n}x`).join(' ')];
  expect(compareTexts(text('a'), text('b')).passages).toHaveLength(2);
  const lines = (letter: string) => Array.from({ length: 30_000 }, (_, n) => `${letter}${n}x`);
  expect(compareTexts(lines('a'), lines('b')).passages).toHaveLength(60_000);
});

test('textLines() gives each paragraph, entry and row of a text a line of its own', () => {
  const html =
    '<h2 id="x">A &amp; B</h2>\n<p>One <strong>two</strong><br>three.</p><ul><li>in<ul><li>deeper</li></ul></li></ul>' +
    '<div class="table" role="region" aria-label="Table" tabindex="0"><table><thead><tr><th>Hole</th><th class="right">m</th></tr></thead>' +
    '<tbody><tr><td>A</td><td class="right">3</td></tr></tbody></table></div><p>10<sup>6</sup></p>';
  expect(textLines(html)).toEqual(['A & B', 'One two three.', 'in', 'deeper', 'Hole | m', 'A | 3', '10⁶']);
});

test('markDifferences() escapes what the texts say, marks figures, and says in words what a mark means', () => {
  expect(
    markDifferences([
      { kind: 'same', text: 'a < b ' },
      { kind: 'removed', text: '<b>8.1% & x' },
      { kind: 'added', text: '1.8%' },
    ]),
  ).toBe(
    'a &lt; b <del><span class="hidden">[taken out: </span>&lt;b&gt;<b>8.1%</b> &amp; x<span class="hidden">]</span></del>' +
      '<ins class="apart"><span class="hidden">[put in: </span><b>1.8%</b><span class="hidden">]</span></ins>',
  );
});

test('markDifferences() sets apart what was put in only where it stands right behind what was taken out', () => {
  const marked = markDifferences([
    { kind: 'removed', text: 'First ' },
    { kind: 'same', text: 'production was ' },
    { kind: 'added', text: 'not ' },
    { kind: 'same', text: 'made.' },
  ]);
  expect(marked).not.toContain('apart');
});

test('of a replacement of five pages every exchanged figure is named, and nothing else', () => {
  const page = (figure: (paragraph: number) => string) =>
    Array.from(
      { length: 60 },
      (_, n) =>
        `Paragraph ${n} reports on the second programme of drilling at a depth of ${n + 7}.${n % 10} m, with an average grade of ${figure(n)} copper over the whole interval and costs below the estimate.`,
    );
  const was = page((n) => `${n}.5%`);
  const changed = [3, 17, 18, 44];
  const now = page((n) => (changed.includes(n) ? `${n}.7%` : `${n}.5%`));
  const { passages, figures } = compareTexts(was, now);
  expect(figures.map((one) => `${one.was} ${one.now}`)).toEqual([
    '3.5% 3.7%',
    '17.5% 17.7%',
    '18.5% 18.7%',
    '44.5% 44.7%',
  ]);
  expect(passages.map((passage) => (typeof passage === 'number' ? passage : 'changed'))).toEqual([
    3,
    'changed',
    13,
    'changed',
    'changed',
    25,
    'changed',
    15,
  ]);
});
