import { expect, test } from 'vitest';
import type { KnownCompany, Names } from '../../../src/search/query/names.ts';
import { readQuery } from '../../../src/search/query/read-query.ts';

const company = (code: string, name: string): KnownCompany => ({ code, name, formerCodes: [], formerNames: [] });
const names: Names = {
  companies: [
    company('XMX', 'Example Minerals Limited'),
    company('XZX', 'Sample Technology Limited'),
    company('ZZM', 'AI Specimen Ltd'),
    company('QQX', 'I-Ono Placeholder Group'),
  ],
  synonyms: [],
};

test.each([
  ['exmaple minerals', 'Example Minerals Limited'],
  ['Exampel Mineral Ltd', 'Example Minerals Limited'],
  ['example minreals placement', 'Example Minerals Limited'],
  ['samplle technlogy', 'Sample Technology Limited'],
  ['ai speciman', 'AI Specimen Ltd'],
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
