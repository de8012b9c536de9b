import { describe, expect, test } from 'vitest';
import { findCompany, offered } from '../../../src/search/client/companies.ts';

const companies = [
  ['XMX', 'Example Minerals Limited'],
  ['XZX', 'Example Zinc Limited'],
  ['QQX', 'QQX'],
] as const;

describe('findCompany()', () => {
  test.each([
    ['a code in any case', 'xmx', 'XMX'],
    ['a name in full', 'Example Minerals Limited', 'XMX'],
    ['a part of a name that one company has', 'zinc', 'XZX'],
    ['what looks like a code, such as a former one', 'zzm', 'ZZM'],
    ['nothing', ' ', ''],
  ])('gives the code for %s', (_, typed, code) => {
    expect(findCompany(companies, typed)).toBe(code);
  });

  test.each(['example', 'Sample Gold', '../x'])('gives none for %s', (typed) => {
    expect(findCompany(companies, typed)).toBeUndefined();
  });
});

describe('offered()', () => {
  test('without counts offers every company as it is', () => {
    expect(offered(companies, undefined)).toEqual(companies);
  });

  test('with counts offers those that have results, most first, each with its count', () => {
    expect(offered(companies, { XMX: 2, QQX: 1200, EXM: 7 })).toEqual([
      ['QQX', 'QQX (1,200)'],
      ['XMX', 'Example Minerals Limited (2)'],
    ]);
  });
});
