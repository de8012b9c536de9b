import { expect, test } from 'vitest';
import { cdata, escapeMarkup, unescapeMarkup } from '../../src/text/markup.ts';

test('unescapeMarkup() reads what escapeMarkup() writes, and references by number and name once', () => {
  const text = `a & b < c > "d" 'e' &amp;`;
  expect(unescapeMarkup(escapeMarkup(text))).toBe(text);
  expect(unescapeMarkup('&amp;lt; &#65;&#x42; &NBSP;| &bogus;')).toBe('&lt; AB \u00a0| &bogus;');
  // What names no character stays as it is written.
  const none = '&#99999999; &#0; &#xD800;';
  expect(unescapeMarkup(none)).toBe(none);
});

test('cdata() lets no text end its section, and leaves out what XML cannot hold', () => {
  expect(cdata('<p>a & b</p>')).toBe('<![CDATA[<p>a & b</p>]]>');
  expect(cdata('a]]>b')).toBe('<![CDATA[a]]]]><![CDATA[>b]]>');
  expect(cdata('x\u0000\u000b\ud800\ufffey')).toBe('<![CDATA[x\ufffdy]]>');
});
