import { expect, test } from 'vitest';
import { parseSettings } from '../../src/archive/settings.ts';
import { readSiteAddress } from '../../src/archive/site-address.ts';
import { readEnvironment, siteAddress } from '../../src/build/environment.ts';
import { UsageError } from '../../src/build/failure.ts';

/** What check says of `site` in archive.yml, and what the build says of the same address in `SITE_URL`. */
function told(address: string): { check: string[]; build: string } {
  const { problems } = parseSettings('archive.yml', `site: ${JSON.stringify(address)}\n`);
  const variables = { SITE_URL: address };
  try {
    const { origin, base } = siteAddress(readEnvironment(variables, '/project'));
    return { check: problems.map(({ message, hint }) => `${message} ${hint}`), build: origin + base };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { check: problems.map(({ message, hint }) => `${message} ${hint}`), build: error.message };
  }
}

const PATH =
  'cannot be the path of a site: hosts write some of its characters in several ways. Use letters, digits, - and _, for example /investors/archive/.';
const HOST =
  'is not the name of a host. Write the domain at which the site is published, for example https://announcements.example.com/.';
const MORE = 'Write the address without it, for example https://example.com/investors/archive/.';

test.each([
  ['https://x.example/*/', `"/*/" ${PATH}`],
  ['https://x.example/a b/', undefined],
  ['https://x.example/caf%C3%A9/', `"/caf%C3%A9/" ${PATH}`],
  ['https://x.example/café/', `"/café/" ${PATH}`],
  ['https://x.example/a/../b/', `"/a/../b/" ${PATH}`],
  ['https://x.example/./', `"/./" ${PATH}`],
  ['https://x.example/%61/', `"/%61/" ${PATH}`],
  ['https://x.example/a&b/', `"/a&b/" ${PATH}`],
  ['https://*.example/', `"https://*.example/" cannot be the address of a site: "*.example" ${HOST}`],
  ['https://x..example/', `"https://x..example/" cannot be the address of a site: "x..example" ${HOST}`],
  [
    'https://x.example/?a=1',
    `"https://x.example/?a=1" cannot be the address of a site, because of its ? or #. ${MORE}`,
  ],
  ['https://x.example/#a', `"https://x.example/#a" cannot be the address of a site, because of its ? or #. ${MORE}`],
  [
    'https://me:secret@x.example/',
    `"https://me:secret@x.example/" cannot be the address of a site, because of its user name. ${MORE}`,
  ],
])(
  'check and the build refuse the address %s in the same words, and the build names the variable',
  (address, sentence) => {
    const { check, build } = told(address);
    if (sentence !== undefined) expect({ check, build }).toEqual({ check: [sentence], build: `SITE_URL: ${sentence}` });
    // What is no web address at all has a rule of its own in every field.
    else expect([check.length, build]).toEqual([1, expect.stringContaining('is not the address of a site')]);
  },
);

test.each([
  ['https://announcements.example.com', 'https://announcements.example.com/'],
  ['https://example.com/investors/archive', 'https://example.com/investors/archive/'],
  ['http://localhost:4321/', 'http://localhost:4321/'],
  ['https://[::1]:8080/a/', 'https://[::1]:8080/a/'],
  ['HTTPS://Example.COM/Investors/', 'https://example.com/Investors/'],
  ['https://müller.example/', 'https://xn--mller-kva.example/'],
  ['https://example.com//a//', 'https://example.com/a/'],
  ['https://owner.example/~me/a.b_c-d/', 'https://owner.example/~me/a.b_c-d/'],
])('check and the build take the address %s', (address, expected) => {
  expect(told(address)).toEqual({ check: [], build: expected });
});

test.each([
  'ftp://x.example/',
  'https:/x.example/',
  '//x.example/',
  'x',
  'javascript:alert(1)',
  'a@x.example',
  'x.example:y/',
])('the build refuses the address %s, of which something else might be meant', (address) => {
  expect(told(address).build).toBe(
    `SITE_URL: "${address}" is not the address of a site. Write it in full, for example https://example.com/archive/.`,
  );
  expect(told(address).check.length).toBe(1);
});

test.each([
  ['x.example', 'https://x.example/'],
  ['x.example:8080/a', 'https://x.example:8080/a/'],
  ['localhost:4321', 'https://localhost:4321/'],
])('the build takes the address %s, as hosts give it without a scheme', (address, expected) => {
  expect(told(address).build).toBe(expected);
});

test.each<[string, string]>([
  ['/', '/'],
  ['//', '/'],
  ['investors', '/investors/'],
  ['/a//b', '/a/b/'],
])('BASE_PATH %s is %s', (path, base) => {
  const variables = { SITE_URL: 'https://x.example/other/', BASE_PATH: path };
  expect(siteAddress(readEnvironment(variables, '/project')).base).toBe(base);
});

test.each(['/a b/', '/*/', '/../', '/a?b/', '/a#b/', '/a\\b/', 'https://x.example/', '/caf%C3%A9/', '/a%2Fb/'])(
  'BASE_PATH %s is refused in words',
  (path) => {
    const variables = { BASE_PATH: path };
    expect(() => siteAddress(readEnvironment(variables, '/project'))).toThrow(`${JSON.stringify(path)} ${PATH}`);
  },
);

test('readSiteAddress() gives an origin and a path with slashes around it', () => {
  expect(readSiteAddress('https://example.com/archive')).toEqual({ origin: 'https://example.com', base: '/archive/' });
});
