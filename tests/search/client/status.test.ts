import { expect, test } from 'vitest';
import { emptySearch, type Search } from '../../../src/search/query/address.ts';
import type { Results } from '../../../src/search/query/messages.ts';
import { nothingMatches, statusOf, troubleOf } from '../../../src/search/client/status.ts';

const results = (values: Partial<Results>): Results => ({
  results: [],
  full: 0,
  partly: 0,
  lost: 0,
  waiting: '',
  failed: '',
  lacksWords: false,
  lacksNames: false,
  within: '',
  outdated: false,
  unknown: [],
  corrected: [],
  cut: '',
  hasList: true,
  entities: [],
  ...values,
});
const search = (values: Partial<Search> = {}): Search => ({ ...emptySearch, q: 'gold', ...values });

test.each<[Partial<Results>, string]>([
  [{ full: 1 }, '1 release found.'],
  [{ full: 1200, partly: 1 }, '1,200 releases found. 1 more matches some of your search terms.'],
  [{ full: 9, within: '2018 to 2024' }, '9 releases found from 2018 to 2024.'],
  [{ partly: 13 }, 'No releases match all your search terms. 13 match some.'],
  [
    { partly: 1, unknown: ['gold', 'zebra'] },
    'No releases match all your search terms. 1 matches some. Nothing matches “gold” or “zebra”.',
  ],
  [{}, 'No releases found.'],
  [{ failed: '2024' }, 'No releases found in what could be searched.'],
  [{ failed: '2024', partly: 2 }, 'No releases that could be searched match all your search terms. 2 match some.'],
  [{ full: 2, cut: 'beyond limits' }, '2 releases found. Your search is too long: “beyond limits” was left out.'],
])('of %j the status says: %s', (values, said) => {
  expect(statusOf(results(values), search())).toBe(said);
});

test('where filters leave releases out, what nothing matches is said of the others alone', () => {
  expect(nothingMatches(['zebra'], search())).toBe('Nothing matches “zebra”.');
  for (const filter of [{ company: 'XMX' }, { from: 2020 }, { flags: ['corrected'] as const }])
    expect(nothingMatches(['zebra'], search(filter))).toBe('With these filters, nothing matches “zebra”.');
});

test('what is missing from results is named with its reason', () => {
  expect(troubleOf(results({ full: 3, failed: '2024 to 2025', lost: 1 }))).toBe(
    'Releases from 2024 to 2025 could not be searched because part of the search index did not load. The results are from the rest of the archive. 1 result could not be loaded.',
  );
  expect(troubleOf(results({}))).toBe('');
});
