import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySearch, readSearch, writeSearch, type Search } from '../../../src/search/query/address.ts';
import { flags, orders } from '../../../src/search/record/filters.ts';

test('writeSearch() puts everything of a search into the address', () => {
  const search: Search = {
    q: '$12.5m "pilot plant"',
    company: 'XMX',
    type: 'progress-report',
    from: 2019,
    to: 2021,
    flags: ['price-sensitive', 'attachment'],
    order: 'newest',
  };
  expect(writeSearch(search)).toBe(
    '?q=%2412.5m+%22pilot+plant%22&company=XMX&type=progress-report&from=2019&to=2021&price-sensitive=1&attachment=1&order=newest',
  );
});

test('writeSearch() writes nothing for a search for everything', () => {
  expect(writeSearch(emptySearch)).toBe('');
});

test('readSearch() leaves out what is not understood', () => {
  expect(readSearch('?q=gold&company=../x&type=<b>&from=soon&to=99999&corrected=yes&order=up&page=3')).toEqual({
    ...emptySearch,
    q: 'gold',
  });
});

test('readSearch() turns years that stand the wrong way round', () => {
  expect(readSearch('from=2021&to=2019')).toMatchObject({ from: 2019, to: 2021 });
});

test('readSearch() gives back what writeSearch() wrote', () => {
  const searches = fc.record<Search>(
    {
      q: fc.string({ unit: 'grapheme' }),
      company: fc.stringMatching(/^[A-Z0-9]{3,6}$/),
      type: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
      from: fc.integer({ min: 1900, max: 1999 }),
      to: fc.integer({ min: 2000, max: 2099 }),
      flags: fc.subarray([...flags]),
      order: fc.constantFrom(...orders),
    },
    { requiredKeys: ['q', 'flags', 'order'] },
  );
  fc.assert(
    fc.property(searches, (search) => {
      expect(readSearch(writeSearch(search))).toEqual(search);
    }),
  );
});
