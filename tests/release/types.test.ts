import { expect, test } from 'vitest';
import { knownType, nearestType, typeGroups, typeOf } from '../../src/release/types.ts';

test('the vocabulary has 20 groups, and no slug stands for two types', () => {
  const slugs = typeGroups.flatMap((group) => [group.slug, ...group.types.map((type) => type.slug)]);
  expect(typeGroups).toHaveLength(20);
  expect(slugs.filter((slug, index) => slugs.indexOf(slug) !== index)).toEqual([]);
  expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
});

test('every type is known by its slug and belongs to its group', () => {
  for (const group of typeGroups) {
    expect(knownType(group.slug)).toMatchObject({ slug: group.slug, name: group.name, group: group.slug });
    for (const type of group.types) expect(knownType(type.slug)).toEqual({ ...type, group: group.slug });
  }
});

test('where a type has the slug of its group, the slug means the group', () => {
  expect(knownType('progress-report')?.group).toBe('progress-report');
  expect(typeGroups.find((group) => group.slug === 'progress-report')?.types.map((type) => type.slug)).not.toContain(
    'progress-report',
  );
});

test('a type that the vocabulary does not hold is named by its slug and is its own group', () => {
  expect(knownType('drilling-results')).toBeUndefined();
  expect(typeOf('drilling-results')).toEqual({
    slug: 'drilling-results',
    name: 'Drilling results',
    group: 'drilling-results',
  });
  expect(typeOf('trading-halt').name).toBe('Trading Halt');
});

test.each([
  ['trading-hlat', 'trading-halt'],
  ['tradinghalt', 'trading-halt'],
  ['Trading Halt', 'trading-halt'],
  [' Appendix 3B ', 'appendix-3b'],
  ['anual-report', 'annual-report'],
  ['quarterly-activity-report', 'quarterly-activities-report'],
  ['progress', undefined],
  ['drilling-results', undefined],
  ['', undefined],
])('%j means the type %s', (written, slug) => {
  expect(nearestType(written)?.slug).toBe(slug);
});
