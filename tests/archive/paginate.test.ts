import { expect, test } from 'vitest';
import { fullPages, paginate, type NumberedPage } from '../../src/archive/paginate.ts';
import { archiveOf } from '../support/archive.ts';

/** Releases, newest first, named by their places from the oldest on. */
function list(count: number) {
  const days = Array.from({ length: count }, (_, at) => [
    `r${at + 1}`,
    `date: 2021-03-${String(at + 1).padStart(2, '0')}`,
  ]);
  return archiveOf(Object.fromEntries(days) as Record<string, string>).releases; // pairs of texts
}
const shape = (pages: readonly NumberedPage[]) =>
  pages.map(({ number, releases }) => [number, releases.map(({ id }) => id).join(' ')]);

test('paginate() fills pages from the oldest, so that a full one never changes', () => {
  expect(shape(paginate(list(5), 2, false).pages)).toEqual([
    [2, 'r4 r3'],
    [1, 'r2 r1'],
  ]);
  expect(shape(paginate(list(6), 2, false).pages).slice(1)).toEqual(shape(paginate(list(5), 2, false).pages));
  expect(paginate(list(5), 2, false).newest.map(({ id }) => id)).toEqual(['r5', 'r4']);
});

test('paginate() gives a list that fits on its own page no others', () => {
  expect(paginate(list(2), 2, false).pages).toEqual([]);
  expect(paginate(list(2), 2, true).pages).toEqual([]);
});

test('fullPages() counts the last page of a closed list as full, and one of the size of a page', () => {
  expect(shape(fullPages(list(3), 2, true))).toEqual([
    [2, 'r3'],
    [1, 'r2 r1'],
  ]);
  expect(shape(fullPages(list(3), 2, false))).toEqual([[1, 'r2 r1']]);
  expect(shape(fullPages(list(2), 2, false))).toEqual([[1, 'r2 r1']]);
});
