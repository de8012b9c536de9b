import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { accentFinding, accentStyles, BACKGROUNDS, logoFinding, logoName } from '../../src/archive/look.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { contrast } from '../../src/text/contrast.ts';
import { folderWith } from '../support/releases-folder.ts';

test('BACKGROUNDS are those of the style sheet', () => {
  const tokens = readFileSync(path.join(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');
  const of = (name: string) =>
    [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map(([, colour]) => colour);
  const [papers, raised] = [of('paper'), of('raised')];
  expect([papers[0], raised[0]]).toEqual(BACKGROUNDS.light);
  expect([papers[1], raised[1]]).toEqual(BACKGROUNDS.dark);
});

test('contrast() is that of WCAG 2.2', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});

test('accentFinding() takes what everybody can read, and gives the nearest colour for what nobody can', () => {
  expect(accentFinding('#0B4A78')).toBeUndefined();
  expect(accentFinding('#ffcc00')).toMatchObject({
    rule: 'accent-contrast',
    message: 'Text in "#ffcc00" is hard to read: its contrast to the page is 1.3, and 7 is needed.',
    hint: 'Write accent: "#634f00", the nearest that everybody can read.',
  });
  expect(accentFinding('#634f00')).toBeUndefined();
});

test.each(['red', '#fff', '#12345g', '#0b4a78;}'])('accentFinding() refuses %s', (value) => {
  expect(accentFinding(value)).toMatchObject({ rule: 'accent-malformed' });
});

test('accentStyles() lightens the accent for dark paper as far as it has to, and leaves paper and the reader’s own colours', () => {
  const styles = accentStyles('#7A1F2B');
  expect(styles).toContain('html:root{--link:#7a1f2b;--focus:#7a1f2b}');
  const [, dark = ''] = /prefers-color-scheme: dark\)\{html:root\{--link:(#\w+)/.exec(styles) ?? [];
  for (const background of BACKGROUNDS.dark) expect(contrast(dark, background)).toBeGreaterThanOrEqual(7);
  expect(styles.match(/screen and \(forced-colors: none\)/g)).toHaveLength(2);
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('logoFinding() takes plain pictures', () => {
  const inside =
    '<defs><linearGradient id="g"/></defs><path fill="url(#g)" d="M0 0h9"/><use href="#p"/><text>online = on</text>';
  expect(logoFinding('logo.svg', bytes(`${SVG}${inside}</svg>`))).toBeUndefined();
  expect(logoFinding('logo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBeUndefined();
});

test.each([
  ['a script', '<script>x</script>'],
  ['a script of another prefix', '<svg:script>x</svg:script>'],
  ['an event', '<path onload="x()"/>'],
  ['an event behind a slash', '<path/onclick=x>'],
  ['a page', '<foreignObject><p>x</p></foreignObject>'],
  ['a picture from elsewhere', '<image href="https://example.com/x.png"/>'],
  ['a link', '<a href="javascript:x()"><path/></a>'],
  ['a link in xlink', '<a xlink:href="https://example.com/"><path/></a>'],
  ['a style from elsewhere', '<style>@import "x.css"</style>'],
  ['a fill from elsewhere', '<path fill="url(https://example.com/x#a)"/>'],
  ['an animation', '<set attributeName="href" to="x"/>'],
])('logoFinding() refuses an SVG with %s', (_, inside) => {
  expect(logoFinding('logo.svg', bytes(`${SVG}${inside}</svg>`))).toMatchObject({ rule: 'logo-active' });
});

test('logoFinding() refuses entities, other files and large ones', () => {
  expect(logoFinding('logo.svg', bytes(`<!DOCTYPE svg [<!ENTITY a "b">]>${SVG}</svg>`))).toMatchObject({
    rule: 'logo-active',
  });
  expect(logoFinding('logo.svg', bytes('<html></html>'))).toMatchObject({ rule: 'logo-malformed' });
  expect(logoFinding('logo.png', bytes(`${SVG}</svg>`))).toMatchObject({ rule: 'logo-malformed' });
  expect(logoFinding('logo.svg', bytes(`${SVG}${' '.repeat(100_000)}</svg>`))).toMatchObject({
    rule: 'logo-too-large',
  });
  expect(logoName('logo.jpg')).toBeUndefined();
});

test('readReleases() names a logo that is not there, with its line', () => {
  const { problems } = readReleases(folderWith({ 'archive.yml': 'title: A\nlogo: logo.svg\n' }), 'releases');
  expect(problems).toMatchObject([{ file: 'releases/archive.yml', line: 2, field: 'logo', rule: 'logo-missing' }]);
});
