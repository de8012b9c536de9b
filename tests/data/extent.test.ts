import { expect, test } from 'vitest';
import type { Settings } from '../../src/archive/settings-schema.ts';
import { extentOf } from '../../src/data/extent.ts';
import { archiveOf } from '../support/archive.ts';

const one: Settings = { companies: [{ code: 'XMX', name: 'Example Minerals Limited' }] };

test.each<[string, Record<string, string>, Settings, string]>([
  [
    'the one company of archive.yml',
    { a: 'date: 2016-05-16', b: 'date: 2026-01-29' },
    one,
    '2 announcements of Example Minerals Limited (ASX:XMX), from 16 May 2016 to 29 January 2026',
  ],
  ['several companies', { a: 'code: XMX', b: 'code: XZX' }, {}, '2 announcements of 2 companies, of 4 March 2021'],
  ['a company without a name', { a: '' }, {}, '1 announcement, of 4 March 2021'],
  ['an empty archive', {}, {}, '0 announcements'],
])('extentOf() speaks of %s', (_, releases, settings, words) => {
  expect(extentOf(archiveOf(releases, settings))).toBe(words);
});
