import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

let index: OpenIndex;
beforeAll(async () => {
  index = await openIndex([
    record({ id: 'shipped', title: 'Neodymium concentrate shipped' }),
    record({ id: 'hole', title: 'BBRC001 is the best hole', html: '<p>It returned copper.</p>' }),
    record({ id: 'longer', title: 'BBRC101 is a hole', html: '<p>It returned copper.</p>' }),
  ]);
});
afterAll(() => index.close());

test('a correction says what was typed and what was searched, and can be refused', async () => {
  expect((await index.search('neodynium')).corrected).toEqual([{ typed: 'neodynium', used: ['neodymium'] }]);
  const { hits, unknown } = await index.search({ q: 'neodynium', exact: true });
  expect([hits, unknown]).toEqual([[], ['neodynium']]);
});

test('a word of four letters is corrected, and one that is not typed to its end is completed', async () => {
  expect((await index.search('hols copper')).corrected).toEqual([{ typed: 'hols', used: ['hole'] }]);
  expect((await index.search('concen neodymium')).corrected).toEqual([{ typed: 'concen', used: ['concentrate'] }]);
});

test('in quotation marks a word is corrected too, and the words still stand together', async () => {
  expect((await index.search('"neodynium concentrate"')).corrected).toEqual([
    { typed: 'neodynium', used: ['neodymium'] },
  ]);
  expect(await index.find('"neodynium concentrate"')).toEqual(['shipped']);
});

test('a correction that no release answers is not claimed', async () => {
  for (const q of ['"concentrate neodynium"', 'neodynium -neodymium'])
    expect(await index.search(q)).toMatchObject({ hits: [], corrected: [], unknown: ['neodynium'] });
});

test('a word is taken for two where they stand one behind the other', async () => {
  expect(await index.search('coppershipped')).toMatchObject({ corrected: [], unknown: ['coppershipped'] });
  expect((await index.search('concentrateshipped')).corrected).toEqual([
    { typed: 'concentrateshipped', used: ['concentrate shipped'] },
  ]);
});

test('of words that are equally near all are searched, those with the first letter of what was typed', async () => {
  const near = await openIndex([
    record({ id: 'heating', title: 'Heating' }),
    record({ id: 'healing', title: 'Healing' }),
    record({ id: 'again', title: 'Healing again' }),
    record({ id: 'sealing', title: 'Sealing' }),
  ]);
  const { corrected } = await near.search('heaoing');
  const other = await near.search('jealing');
  const found = await near.findAny('heaoing');
  await near.close();
  expect(corrected).toEqual([{ typed: 'heaoing', used: ['healing', 'heating'] }]);
  expect(found.toSorted()).toEqual(['again', 'healing', 'heating']);
  expect(other.corrected).toEqual([{ typed: 'jealing', used: ['healing', 'sealing'] }]);
});

test('of a name with a number only the zeros are taken for others', async () => {
  expect((await index.search('bbrc1 copper')).corrected).toEqual([{ typed: 'bbrc1', used: ['bbrc001'] }]);
  expect(await index.find('bbrc1 copper')).toEqual(['hole']);
  expect(await index.search('bbrc2 copper')).toMatchObject({ corrected: [], unknown: ['bbrc2'] });
});

test('of names that begin like the one that is typed the one with the same number comes first', async () => {
  expect(await index.find('bbrc1')).toEqual(['hole', 'longer']);
  expect(await index.find('bbrc0001')).toEqual(['hole']);
});
