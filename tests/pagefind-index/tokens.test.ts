import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flattenHtml } from '../../src/search/record/search-record.ts';
import { createTokens, spacedWords } from '../../src/pagefind-index/tokens.ts';
import { BLOCK_END } from '../../src/search/record/words.ts';

test('spacedWords() parts words by one space, at white space as Unicode defines it', () => {
  expect(spacedWords(' Gold\u0085poured \n\t at\u00A0 the\u3000 mine.  ')).toBe('Gold poured at the mine.');
  // Nobody sees the first; the second is no white space, and stands in a word.
  expect(spacedWords('zero\u200Bwidth \uFEFF mark\uFEFF')).toBe('zerowidth \uFEFF mark\uFEFF');
  expect(spacedWords(' \n ')).toBe('');
});

test('flattenHtml() keeps to the letter what JavaScript would trim and the index takes for a part of a word', () => {
  expect(flattenHtml('\n<p>Gold</p>\n<p> </p>\n<p>\uFEFFPoured</p>\n')).toBe(`Gold ${BLOCK_END} \uFEFFPoured`);
});

test('spacedWords() gives what cutting at white space gives', () => {
  const text = fc.string({ unit: fc.constantFrom(' ', '\n', '\u0085', '\uFEFF', '\u200B', 'a', 'é', '🪙') });
  fc.assert(
    fc.property(text, (text) => {
      const words = text.replaceAll('\u200B', '').split(/(?:(?!\uFEFF)\s|\u0085)+/u);
      expect(spacedWords(text)).toBe(words.filter(Boolean).join(' '));
    }),
  );
});

test('cut() gives equal tokens equal numbers, in the order in which they first come', () => {
  const tokens = createTokens();
  expect([...tokens.cut('gold and more gold')]).toEqual([0, 1, 2, 0]);
  expect([...tokens.cut('more goldand')]).toEqual([2, 3]);
  expect([...tokens.cut('')]).toEqual([]);
  expect(tokens.size()).toBe(4);
  expect([0, 1, 2, 3].map(tokens.token)).toEqual(['gold', 'and', 'more', 'goldand']);
  expect(() => tokens.token(4)).toThrow(RangeError);
});

test('cut() and token() are each other’s inverse, for any number of tokens of any kind', () => {
  const tokens = createTokens();
  const numbers = new Map<string, number>();
  const text = fc.array(fc.string({ unit: 'binary', minLength: 1 }).map((token) => token.replaceAll(' ', '_')));
  fc.assert(
    fc.property(text, (expected) => {
      const found = [...tokens.cut(expected.join(' '))];
      expect(found.map(tokens.token)).toEqual(expected);
      for (const [at, token] of expected.entries()) {
        const known = numbers.get(token) ?? numbers.size;
        numbers.set(token, known);
        expect(found[at]).toBe(known);
      }
    }),
    { numRuns: 50 },
  );
});

test('cut() tells three hundred thousand tokens apart, long ones and halves of characters among them', () => {
  const tokens = createTokens();
  // Of so many, and so unlike, about ten have the hash of another.
  const unlike = (at: number) =>
    [2_654_435_761, 2_246_822_519].map((by) => (Math.imul(at, by) >>> 0).toString(36)).join('');
  const many = [...Array.from({ length: 300_000 }, (_, at) => unlike(at)), 'x'.repeat(300_000), '\uD800', '\uDC00'];
  const found = tokens.cut(many.join(' '));
  expect(found).toEqual(Uint32Array.from(many.keys()));
  expect(tokens.size()).toBe(many.length);
  expect(Array.from(found, tokens.token)).toEqual(many);
  expect(tokens.cut(many.join(' '))).toEqual(found);
});
