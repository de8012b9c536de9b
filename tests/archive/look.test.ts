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
  ['a script of a prefix with a dot', '<a.b:script xmlns:a.b="http://www.w3.org/2000/svg">x</a.b:script>'],
  ['a script of a prefix beyond ASCII', '<é:script xmlns:é="http://www.w3.org/2000/svg">x</é:script>'],
  ['a picture of HTML', '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="https://example.com/x.png"/>'],
  [
    'a page to go to',
    '<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="1;https://example.com/"/>',
  ],
  ['a style from elsewhere in escapes', '<style>@\\69mport "https://example.com/x.css"</style>'],
  ['a fill from elsewhere in escapes', '<path style="fill:\\75rl(https://example.com/x#a)"/>'],
  ['a fill from elsewhere in references', '<path fill="&#117;rl(https://example.com/x#a)"/>'],
  ['a style from elsewhere around a comment', '<style>@im<!-- -->port "https://example.com/x.css"</style>'],
  ['a set of pictures', `<path style="mask-image:image-set('https://example.com/x' 1x)"/>`],
  ['a data: page', '<image href="data:text/html,x"/>'],
  ['a data: picture of the same kind', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
  ['another place for its addresses', '<g xml:base="https://example.com/"><use href="#p"/></g>'],
  ['an element that SVG does not have', '<handler type="application/ecmascript">x</handler>'],
  ['an attribute that is none of a picture', '<path srcdoc="x"/>'],
  [
    'an event in metadata',
    '<metadata><x:a xmlns:x="urn:x" xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/></metadata>',
  ],
])('logoFinding() refuses an SVG with %s', (_, inside) => {
  expect(logoFinding('logo.svg', bytes(`${SVG}${inside}</svg>`))).toMatchObject({ rule: 'logo-active' });
});

const EDITORS = [
  '<!-- Generator: Adobe Illustrator 28.0 --><svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px" y="0px" viewBox="0 0 9 9" style="enable-background:new 0 0 9 9;" xml:space="preserve"><style type="text/css">.st0{fill:#0B4A78;}\n.st1{fill:url(#SVGID_1_);}</style><metadata><?xpacket begin="" id="W5M0"?><x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>Illustrator</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?></metadata><linearGradient id="SVGID_1_" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="9" y2="9"><stop offset="0" style="stop-color:#FFF"/></linearGradient><path class="st1" data-name="Logo" d="M0,0h9"/></svg>',
  '<svg width="9mm" height="9mm" viewBox="0 0 9 9" inkscape:version="1.3" sodipodi:docname="logo.svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><sodipodi:namedview id="n" pagecolor="#fff" inkscape:zoom="1"><inkscape:page x="0"/></sodipodi:namedview><defs><inkscape:path-effect effect="spiro"/></defs><metadata><rdf:RDF><cc:Work rdf:about=""><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/><dc:title>A &amp; B</dc:title></cc:Work></rdf:RDF></metadata><svg:g inkscape:label="Layer 1" inkscape:groupmode="layer"><path style="fill:#000;font-family:\'Gill Sans\'" d="M0 0h9" sodipodi:nodetypes="cc"/></svg:g></svg>',
  '<svg width="9" height="9" viewBox="0 0 9 9" fill="none" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g clip-path="url(#clip0_1_2)" filter="url(\'#f\')"><rect width="9" height="9" fill="url(#pattern0)"/></g><defs><pattern id="pattern0" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#image0" transform="scale(0.1)"/></pattern><clipPath id="clip0_1_2"><rect width="9" height="9" fill="white"/></clipPath><filter id="f" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="a"/><feBlend mode="normal" in="SourceGraphic" in2="a"/></filter><image id="image0" width="9" height="9" xlink:href="data:image/png;base64,iVBORw0KGgo="/></defs></svg>',
];

test.each(EDITORS)('logoFinding() takes what an editor exports, with its notes: %.40s', (svg) => {
  expect(
    logoFinding('logo.svg', bytes(`\ufeff<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${svg}\n`)),
  ).toBeUndefined();
});

test('logoFinding() reads UTF-8 alone, as whoever shows the logo may read another encoding', () => {
  const script = `${SVG}<script>x</script></svg>`;
  const wide = Buffer.from(`\ufeff<!--<svg>-->${script}`, 'utf16le');
  const hidden = Buffer.concat([Buffer.from([0xff, 0xfe]), bytes('<svg '), wide.subarray(2)]);
  const japanese = bytes(`<?xml version="1.0" encoding="iso-2022-jp"?>${SVG}<\u001b(Bscript>x</script></svg>`);
  for (const one of [hidden, japanese]) expect(logoFinding('logo.svg', one)).toMatchObject({ rule: 'logo-active' });
  expect(logoFinding('logo.svg', wide)).toMatchObject({ rule: 'logo-malformed' });
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
