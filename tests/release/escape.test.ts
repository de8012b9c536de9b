import { expect, test } from 'vitest';
import { escapeMarkup, unescapeMarkup } from '../../src/release/escape.ts';

test('unescapeMarkup() reads what escapeMarkup() writes, and references by number and name once', () => {
  const text = `a & b < c > "d" 'e' &amp;`;
  expect(unescapeMarkup(escapeMarkup(text))).toBe(text);
  expect(unescapeMarkup('&amp;lt; &#65;&#x42; &NBSP;| &bogus;')).toBe('&lt; AB \u00a0| &bogus;');
  // Nothing names a character beyond the last one; it is read as that.
  expect(unescapeMarkup('&#99999999;')).toBe(String.fromCodePoint(0x10ffff));
});
