import { expect, test } from 'vitest';
import { readEnvironment, siteAddress } from '../../src/build/environment.ts';
import { UsageError } from '../../src/build/failure.ts';

const address = (variables: Record<string, string>, site?: string) =>
  siteAddress(readEnvironment(variables, '/project'), site);

test.each<[string, Record<string, string>, string | undefined, string]>([
  ['SITE_URL', { SITE_URL: 'https://a.example', URL: 'https://c.example' }, 'https://b.example/', 'https://a.example/'],
  ['site in archive.yml', { URL: 'https://c.example' }, 'https://b.example/x', 'https://b.example/x/'],
  ['the host’s URL', { URL: 'https://c.example', CF_PAGES_URL: 'https://d.example' }, undefined, 'https://c.example/'],
  ['CF_PAGES_URL', { CF_PAGES_URL: 'https://d.example' }, undefined, 'https://d.example/'],
  [
    'a path in SITE_URL',
    { SITE_URL: 'https://owner.example/repository' },
    undefined,
    'https://owner.example/repository/',
  ],
  [
    'BASE_PATH before such a path',
    { SITE_URL: 'https://a.example/x', BASE_PATH: 'y/z' },
    undefined,
    'https://a.example/y/z/',
  ],
  ['an address without https://', { SITE_URL: 'a.example/x' }, undefined, 'https://a.example/x/'],
])('siteAddress() takes %s', (_, variables, site, expected) => {
  const { origin, base, placeholder } = address(variables, site);
  expect(origin + base).toBe(expected);
  expect(placeholder).toBe(false);
});

test('siteAddress() is a placeholder where nobody says the address', () => {
  expect(address({})).toEqual({ origin: 'https://archive.example', base: '/', placeholder: true });
});

test.each(['/news & views/', '/a/../b/', '/caf%C3%A9/', '/a*/'])(
  'siteAddress() refuses the base path %s, which hosts would write in several ways',
  (base) => {
    expect(() => address({ BASE_PATH: base })).toThrow(UsageError);
    expect(() => address({ BASE_PATH: base })).toThrow('cannot be the path of a site');
  },
);

test.each([
  ['SITE_URL', { SITE_URL: 'foo' }, '"foo" is not the address of a site.'],
  [
    'SITE_URL',
    { SITE_URL: 'https://example.com/?a', URL: 'https://example.com' },
    '"https://example.com/?a" cannot be',
  ],
  ['URL', { URL: 'foo' }, '"foo" is not the address of a site.'],
  ['CF_PAGES_URL', { CF_PAGES_URL: 'foo' }, '"foo" is not the address of a site.'],
  ['BASE_PATH', { BASE_PATH: 'a b' }, '"a b" cannot be the path of a site'],
])('siteAddress() names %s where its value is refused: %j', (name, variables, message) => {
  expect(() => address(variables)).toThrow(`${name}: ${message}`);
});

test('readEnvironment() refuses a PRECOMPRESS that means nothing', () => {
  expect(readEnvironment({ PRECOMPRESS: '1' }, '/project').precompress).toBe(true);
  expect(readEnvironment({ PRECOMPRESS: '' }, '/project').precompress).toBe(false);
  expect(() => readEnvironment({ PRECOMPRESS: 'yes' }, '/project')).toThrow('PRECOMPRESS is "yes". Write 1');
});

test('readEnvironment() reads HOSTING as a list, and refuses a host that it has no files for', () => {
  expect(readEnvironment({}, '/x').hosting).toEqual([]);
  expect(readEnvironment({ HOSTING: 'IIS, apache,iis' }, '/x').hosting).toEqual(['apache', 'iis']);
  expect(() => readEnvironment({ HOSTING: 'apache,netlify' }, '/x')).toThrow(
    'HOSTING names "netlify", for which there are no files to write. Write some of apache, azure, caddy, iis, nginx, workers, with commas between them; other hosts need none.',
  );
});
