import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnownCompany, Names } from '../../../src/search/query/names.ts';
import { readQuery } from '../../../src/search/query/read-query.ts';
import { openIndex, type OpenIndex } from '../open-index.ts';
import { record } from '../records.ts';

const company = (code: string, name: string): KnownCompany => ({ code, name, formerCodes: [], formerNames: [] });
const names: Names = {
  companies: [
    company('XMX', 'Example Minerals Limited'),
    company('XZX', 'Sample Technology Limited'),
    company('ZZM', 'AI Specimen Ltd'),
    company('QQX', 'I-Ono Placeholder Group'),
    company('AIR', 'Specimen Air Limited'),
    company('BPX', 'Bore & Pump Limited'),
    company('WTX', 'Wedge-Tail Energy Ltd'),
  ],
  synonyms: [],
};

test.each([
  ['exmaple minerals', 'Example Minerals Limited'],
  ['Exampel Mineral Ltd', 'Example Minerals Limited'],
  ['example minreals placement', 'Example Minerals Limited'],
  ['samplle technlogy', 'Sample Technology Limited'],
  ['ai speciman', 'AI Specimen Ltd'],
  ['bore&pump', 'Bore & Pump Limited'],
  ['wedge-tail energy', 'Wedge-Tail Energy Ltd'],
])('%s names %s', (typed, name) => {
  expect(readQuery(typed, names).terms[0]?.meaning).toBe(name);
});

test.each(['battery technology', 'an specimen', 'a specimen', 'minerals example', 'example mining', 'sample minerals'])(
  '%s names no company',
  (typed) => {
    expect(readQuery(typed, names).terms.map(({ meaning }) => meaning)).toEqual([undefined, undefined]);
  },
);

test('letters that mean something with & between them are not taken for it without', () => {
  const meanings = (typed: string) => readQuery(typed, names).terms.map(({ meaning }) => meaning);
  expect(meanings('M&A')).toEqual(['mergers and acquisitions']);
  expect(meanings('m & a')).toEqual(['mergers and acquisitions']);
  expect(meanings('MA')).toEqual([undefined]);
  expect(meanings('3D')).toEqual([undefined]);
});

test('a code that is a word too is a word in small letters, and a code in every other form', () => {
  const meanings = (typed: string) => readQuery(typed, names).terms.map(({ meaning }) => meaning);
  expect(meanings('air core')).toEqual([undefined, undefined]);
  expect(meanings('Air drilling')).toEqual([undefined, undefined]);
  for (const typed of ['AIR core', 'air.ax core', 'air au core', '$air'])
    expect(meanings(typed)[0]).toBe('Specimen Air Limited');
  expect(meanings('air')[0]).toBeUndefined();
  expect(meanings('xmx dividend')[0]).toBe('Example Minerals Limited');
});

let index: OpenIndex;
beforeAll(async () => {
  const of = (id: string, day: string, title: string, code = 'XMX') =>
    record({
      id,
      title,
      date: { day },
      codes: [code],
      companies: [code === 'XMX' ? 'Example Minerals Limited' : 'Sample Technology Limited'],
      html: '<p>Text.</p>',
    });
  index = await openIndex(
    [
      of('newest', '2022-05-01', 'Quarterly report'),
      of('code', '2021-05-01', 'Dividend - XMX'),
      of('name', '2020-05-01', 'Example Minerals Limited appoints a director'),
      of('about', '2019-05-01', 'Offer for Example Minerals', 'XZX'),
      of('oldest', '2018-05-01', 'Dividend'),
      of('air-core', '2017-05-03', 'Air core drilling'),
      of('air-drilling', '2017-05-02', 'Drilling', 'AIR'),
    ],
    undefined,
    names,
  );
});
afterAll(() => index.close());

test('a company alone finds its newest releases first, whether their headlines name it or not', async () => {
  for (const typed of ['XMX', 'xmx.ax', '$XMX'])
    expect(await index.find(typed)).toEqual(['newest', 'code', 'name', 'oldest', 'air-core']);
  expect(await index.find('Example Minerals')).toEqual(['newest', 'code', 'name', 'about', 'oldest', 'air-core']);
});

test('what is lodged under a code that is a word too is found by it, behind what has the word', async () => {
  expect(await index.find('air drilling')).toEqual(['air-core', 'air-drilling']);
});

test('beside a word a company in the headline makes no difference', async () => {
  expect(await index.find('XMX dividend')).toEqual(['oldest', 'code']);
});
