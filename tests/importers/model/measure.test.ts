import { expect, test } from 'vitest';
import { measure } from '../../../src/importers/model/measure.ts';
import type { SeenPage } from '../../../src/importers/model/seen.ts';

const page = (number: number, ...texts: string[]): SeenPage => ({
  page: number,
  texts: texts.map((text) => ({ text })),
});

test('measure() counts what a text shows of its source, and names the rest with its page', () => {
  const found = measure([page(1, 'The plant poured metal'), page(2, 'Hole SCRC041 64 76')], 'The plant poured metal.');
  expect(found).toMatchObject({
    seen: 9,
    shown: 4,
    lost: [{ page: 2, words: 'hole scrc 041 64 76' }],
    added: [],
    moved: [],
  });
});

test('measure() counts words as often as they stand', () => {
  expect(measure([page(1, 'one two two')], 'one two three')).toMatchObject({
    share: 2 / 3,
    lost: [{ page: 1, words: 'two' }],
    added: [{ words: 'three' }],
  });
  expect(measure([page(1, 'one two')], 'one two one two').added).toEqual([{ words: 'one two' }]);
  expect(measure([], '')).toMatchObject({ seen: 0, share: 1 });
});

test('measure() takes a word that a line’s end cut for whole, and no other', () => {
  expect(measure([page(1, 'the metallurgi-', 'cal test')], 'the metallurgical test')).toMatchObject({
    lost: [],
    added: [],
  });
  expect(measure([page(1, 'the metal lurgy')], 'the metallurgy').lost).toEqual([{ page: 1, words: 'metal lurgy' }]);
});

test('measure() names words that stand in another order than in the file and from top to bottom', () => {
  const moved = (text: string, byHeight?: readonly number[], headline = '') =>
    measure(
      [{ ...page(1, 'first line here', 'second line there', 'third and last'), ...(byHeight ? { byHeight } : {}) }],
      text,
      headline,
    ).moved;
  expect(moved('first line here second line there third and last')).toEqual([]);
  expect(moved('second line there third and last first line here')).toEqual([{ page: 1, words: 'first line here' }]);
  expect(moved('second line there third and last first line here', [1, 2, 0])).toEqual([]);
  expect(moved('first line here third and last', undefined, 'Second line there')).toEqual([]);
});

test('measure() never counts letters one by one, or words without vowels, as shown', () => {
  const apart = measure([page(1, 'T h i s i s a r e p o r t')], 'T h i s i s a r e p o r t');
  expect(apart).toMatchObject({ shown: 0, lost: [], doubtful: [{ page: 1, words: 't h i s i s a r e p o r t' }] });
  const shifted = 'Wkh sodqw srxuhg lwv iluvw phwdo diwhu qlqh prqwkv ri zrun';
  expect(measure([page(1, shifted)], shifted).share).toBe(0);
  const holes = 'SCRC NSW Pty Ltd drilled the holes and found more copper there than before SCRC';
  expect(measure([page(1, holes)], holes).share).toBe(1);
});

test('measure() counts what was left out on purpose as not shown, and the headline as shown', () => {
  const source: SeenPage = {
    page: 1,
    texts: [{ text: 'First metal' }, { text: 'The plant poured.' }, { text: 'Page 1', leftOut: true }],
  };
  expect(measure([source], 'The plant poured.', 'First metal')).toMatchObject({
    seen: 7,
    shown: 5,
    lost: [],
    added: [],
    leftOut: [{ page: 1, words: 'page 1' }],
  });
});

test('measure() tells a ticked box from an empty one', () => {
  expect(measure([page(1, '☑ Yes ☐ No')], '[x] Yes [ ] No').share).toBe(1);
  expect(measure([page(1, '☑ Yes ☐ No')], '[ ] Yes [ ] No').lost).toEqual([{ page: 1, words: '☑' }]);
});
