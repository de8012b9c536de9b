import { expect, test } from 'vitest';
import { typeWords } from '../../src/release/type-words.ts';
import { typeGroups } from '../../src/release/types.ts';

test('typeWords are of types that the exchange has, in lower case', () => {
  const slugs = typeGroups.flatMap((group) => [group.slug, ...group.types.map((type) => type.slug)]);
  expect(Object.keys(typeWords).filter((slug) => !slugs.includes(slug))).toEqual([]);
  expect(Object.values(typeWords).filter((words) => words !== words.toLowerCase())).toEqual([]);
});
