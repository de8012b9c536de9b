import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';
import { frontMatterSchema } from '../../src/release/schema.ts';

const fields = Object.keys(frontMatterSchema.shape);

test.each([
  ['titel', 'title'],
  ['tittle', 'title'],
  ['Title', 'title'],
  ['cdoe', 'code'],
  ['type', 'types'],
  ['price_sensitive', 'priceSensitive'],
  ['price sensative', 'priceSensitive'],
  ['authorizedBy', 'authorisedBy'],
  ['authorised-by', 'authorisedBy'],
  ['attachements', 'attachments'],
  ['langauge', 'language'],
  ['contact', 'contacts'],
  ['correct', 'corrects'],
  ['url', undefined],
  ['headline', undefined],
  ['author', undefined],
  ['', undefined],
  ['鉱', undefined],
  ['x'.repeat(10_000), undefined],
])('of the fields, %j means %s', (written, meant) => {
  expect(nearest(written, fields)).toBe(meant);
});

test('of two names that are equally near the earlier is meant', () => {
  expect(nearest('bat', ['cat', 'rat'])).toBe('cat');
  expect(nearest('bat', ['rat', 'cat'])).toBe('rat');
  expect(nearest('bat', ['cat', 'bat'])).toBe('bat');
});

test('a third of the letters may differ, and one in a short name', () => {
  expect(nearest('abxxef', ['abcdef'])).toBe('abcdef');
  expect(nearest('axxxef', ['abcdef'])).toBeUndefined();
  expect(nearest('xb', ['ab'])).toBe('ab');
  expect(nearest('xy', ['ab'])).toBeUndefined();
});

test('one slip of any kind in a name of the fields is understood, unless it makes another name', () => {
  const slip = fc.record({
    name: fc.constantFrom(...fields),
    at: fc.nat({ max: 20 }),
    kind: fc.constantFrom('left out', 'doubled', 'swapped', 'replaced'),
  });
  fc.assert(
    fc.property(slip, ({ name, at, kind }) => {
      const place = at % (name.length - 1);
      const [head, a, b, tail] = [
        name.slice(0, place),
        name.charAt(place),
        name.charAt(place + 1),
        name.slice(place + 2),
      ];
      const middle = { 'left out': b, doubled: a + a + b, swapped: b + a, replaced: `q${b}` }[kind];
      expect(nearest(head + middle + tail, fields)).toBe(name);
    }),
    { numRuns: 500, seed: 5 },
  );
});
