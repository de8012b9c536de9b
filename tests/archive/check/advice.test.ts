import { expect, test } from 'vitest';
import type { AdviceSettings } from '../../../src/archive/check/advice.ts';
import { checkArchive } from '../../../src/archive/check/check-archive.ts';
import { readReleases } from '../../../src/archive/read/read-releases.ts';
import { folderWith, NOW, release } from '../../support/releases-folder.ts';

const NONE: AdviceSettings = {
  checkAuthoriserFrom: undefined,
  checkContactFrom: undefined,
  checkOfficeHours: false,
  checkSecurityContactDays: undefined,
  switchedOff: ['release-twice'],
};

function advice(files: Readonly<Record<string, string>>, settings: Partial<AdviceSettings>): string[] {
  const problems = checkArchive(readReleases(folderWith(files), ''), NOW, { ...NONE, ...settings });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return problems.map(({ file, message }) => `${file} ${message}`);
}

test('every advice can be switched off', () => {
  const twice = { 'a.md': release(), 'b.md': release() };
  expect(advice(twice, {})).toEqual([]);
  expect(advice(twice, { switchedOff: [] })).toHaveLength(1);
  const broken = { 'a.md': release({ code: 'xmx' }) };
  const problems = checkArchive(readReleases(folderWith(broken), ''), NOW, {
    ...NONE,
    switchedOff: ['code-malformed'],
  });
  expect(problems.map(({ rule }) => rule)).toEqual(['code-malformed']);
  const files = {
    'a.md': release({ date: '2020-08-01 23:00', priceSensitive: 'true' }),
    'archive.yml': 'security:\n  contact: mailto:security@example.com\n  expires: 2020-01-01\n',
  };
  expect(advice(files, {})).toEqual([]);
});

test('an authoriser is asked for from the day that is set, and never before the rule began', () => {
  const files = {
    'a.md': release({ date: '2019-11-29' }),
    'b.md': release({ date: '2019-12-02' }),
    'c.md': release({ date: '2026-07-01' }),
    'd.md': release({ date: '2026-07-01', authorisedBy: 'the Board' }),
  };
  const sentence = 'The release does not say who authorised it, as Listing Rule 15.5 asks.';
  expect(advice(files, { checkAuthoriserFrom: '2026-07-01' })).toEqual([`c.md ${sentence}`]);
  expect(advice(files, { checkAuthoriserFrom: '1987-01-01' })).toEqual([`b.md ${sentence}`, `c.md ${sentence}`]);
});

test('a contact is asked for where a release is price sensitive', () => {
  const files = {
    'a.md': release({ priceSensitive: 'true' }),
    'b.md': release({ priceSensitive: 'false' }),
    'c.md': release(),
    'd.md': release({ priceSensitive: 'true', contacts: '\n  - phone: "+61 2 5550 0100"' }),
    'e.md': release({ priceSensitive: 'true', date: '2020-07-29' }),
  };
  expect(advice(files, { checkContactFrom: '2020-07-30' })).toEqual([
    'a.md The release is price sensitive (Listing Rule 3.1) and names nobody whom readers may ask.',
  ]);
});

test('times are advised on by the hours of Sydney, which are longer in daylight saving', () => {
  const at = (date: string): string | undefined =>
    advice({ 'a.md': release({ date }) }, { checkOfficeHours: true })[0]?.slice('a.md '.length);
  expect(at('2020-07-30')).toBeUndefined();
  expect(at('2020-07-30 07:30')).toBeUndefined();
  expect(at('2020-07-30 19:30:59')).toBeUndefined();
  expect(at('2020-07-30 07:29')).toBe(
    '"07:29" is outside the hours in which the exchange publishes announcements, 7:30 am to 7:30 pm in Sydney on that day.',
  );
  expect(at('2020-07-30 19:31')).toContain('"19:31" is outside');
  expect(at('2020-12-03 20:30')).toBeUndefined();
  expect(at('2020-12-03 20:31')).toContain('7:30 am to 8:30 pm');
  // Written in UTC it is the evening before, in Sydney the morning.
  expect(at('2020-07-29T23:15Z')).toBeUndefined();
  expect(at('2020-08-01 10:00')).toBe(
    'The release is dated 1 August 2020, a Saturday; the exchange publishes nothing on weekends.',
  );
  expect(at('2020-08-02')).toContain('a Sunday');
});

test('a security contact is advised on thirty days before it expires', () => {
  const expires = (day: string): string | undefined => {
    const settings = `security:\n  contact: mailto:security@example.com\n  expires: ${day}\n`;
    return advice({ 'a.md': release(), 'archive.yml': settings }, { checkSecurityContactDays: 30 })[0];
  };
  expect(expires('2026-12-24')).toBeUndefined();
  expect(expires('2026-12-23')).toBe('archive.yml The security contact expires on 23 December 2026, in 30 days.');
  expect(expires('2026-11-24')).toBe('archive.yml The security contact expires on 24 November 2026, tomorrow.');
  expect(expires('2026-11-23')).toBe('archive.yml The security contact expires on 23 November 2026, today.');
  expect(expires('2026-11-22')).toBe(
    'archive.yml The security contact expired on 22 November 2026, so nobody will trust it.',
  );
});
