import { expect, test } from 'vitest';
import { compareReleases } from '../../src/archive/archive.ts';
import { archiveOf } from '../support/archive.ts';

const ids = (releases: readonly { readonly id: string }[]) => releases.map(({ id }) => id);

test('createArchive() puts the newest release first, and of the same moment the last by its id', () => {
  const same = 'date: 2021-03-04 09:15';
  const archive = archiveOf({ b: same, c: 'date: 2020-01-01', a: same, d: 'date: 2021-03-04 09:16' });
  expect(ids(archive.releases)).toEqual(['d', 'b', 'a', 'c']);
  expect(ids(archive.releases.toSorted(compareReleases))).toEqual(['c', 'a', 'b', 'd']);
});

test('createArchive() lists as price sensitive what is marked so, and neither what is not nor what is not recorded', () => {
  const archive = archiveOf({ yes: 'priceSensitive: true', no: 'priceSensitive: false', unknown: '' });
  expect(ids(archive.priceSensitive)).toEqual(['yes']);
});

test('createArchive() leads from a release to the later and the earlier one of its company, over those of others', () => {
  const archive = archiveOf({
    first: 'date: 2020-01-01',
    other: 'date: 2020-02-01\ncode: XZX',
    second: 'date: 2020-03-01',
    third: 'date: 2020-04-01',
  });
  const { earlier, later } = archive.neighbours.get('second') ?? {};
  expect([earlier?.id, later?.id]).toEqual(['first', 'third']);
  expect(archive.neighbours.get('third')?.later).toBeUndefined();
  expect(archive.neighbours.get('other')).toEqual({ earlier: undefined, later: undefined });
});
