import { expect, test } from 'vitest';
import { largestGroups, typesByGroup } from '../../../src/archive/lists/type-groups.ts';
import { archiveOf } from '../../support/archive.ts';

const archive = archiveOf({
  a: 'types: web-cast',
  b: 'types: company-presentation',
  c: 'types: appendix-3b',
  d: 'types: [dividend-rate, a-type-of-our-own]',
});

test('typesByGroup() keeps the order of the exchange, unknown types last, members by slug', () => {
  expect(typesByGroup(archive).map(({ type, members }) => [type.slug, members.map((one) => one.type.slug)])).toEqual([
    ['issued-capital', ['appendix-3b']],
    ['distribution-announcement', ['dividend-rate']],
    ['progress-report', ['company-presentation', 'web-cast']],
    ['a-type-of-our-own', []],
  ]);
});

test('largestGroups() counts the releases of all types of a group, and orders equal ones by slug', () => {
  expect(largestGroups(archive).map(({ type, releases }) => [type.slug, releases.length])).toEqual([
    ['progress-report', 2],
    ['a-type-of-our-own', 1],
    ['distribution-announcement', 1],
    ['issued-capital', 1],
  ]);
});
