import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { importHtml } from '../../../src/importers/html/import-html.ts';
import { writeMarkdown } from '../../../src/importers/model/blocks.ts';
import { measure } from '../../../src/importers/model/measure.ts';
import { shownText } from '../../../src/importers/model/shown-text.ts';

const caseOf = (name: string, file = 'input.html') =>
  importHtml(readFileSync(path.join(import.meta.dirname, '../cases', name, file)));
const of = (html: string) => importHtml(Buffer.from(html));
/** How an import measures what it has made of a case. */
const measureOf = async (name: string) =>
  (
    await importDocument(
      'input.html',
      readFileSync(path.join(import.meta.dirname, '../cases', name, 'input.html')),
      { code: ['XMX'] },
      { today: '2026-11-23' },
    )
  ).measure;
const text = async (html: string) => writeMarkdown((await of(html)).blocks);

test('importHtml() names each part of a page that is none of its text', async () => {
  const { notes } = await caseOf('html-form-and-banners');
  expect(notes).toEqual([
    'Left out a cookie banner (9 words): "We use cookies to make this site better. Accept".',
    'Left out navigation (7 words): "Skip to content Home About us Investors".',
    'Left out share buttons (3 words): "Share E-mail".',
    'Left out hidden text (4 words): "Draft of 12 October.".',
    'Left out links to other pages (6 words): "More news Trading halt Quarterly report".',
    'Left out a sign-up form (4 words): "Subscribe to our news".',
    'Left out the footer (9 words): "Example Minerals Limited, Level 1, 1 Example Street, Perth".',
  ]);
});

test.each(['html-form-and-banners', 'html-lists', 'html-layout-table', 'html-notes-and-asides', 'html-table-heads'])(
  'every word of %s arrives, or is named',
  async (name) => {
    const { lost, moved, leftOut } = (await measureOf(name)) ?? {};
    expect({ lost, moved }).toEqual({ lost: [], moved: [] });
    expect((leftOut?.length ?? 0) > 0).toBe(!/lists|heads/.test(name));
  },
);

test('importHtml() says what a page shows that is no text, and which pictures are not to be had', async () => {
  const { notes, files = [] } = await caseOf('html-pictures');
  expect(files.map((file) => [file.name, 'path' in file ? file.path : file.bytes.length])).toEqual([
    ['picture-1.png', 'Map_files/map 1.png'],
    ['picture-2.png', 70],
  ]);
  expect(notes).toEqual([
    'Left out 1 drawing.',
    'Left out 1 video, map or other embedded part.',
    'Left out 1 picture that lies on the web; nothing is fetched: “far”.',
    'Left out 1 picture that was not saved with the document, or of a kind that browsers do not show.',
  ]);
});

test('importHtml() loses no word of a page without any structure, whatever stands outside of its body', async () => {
  expect(await text('<p>One</p></body></html>Two <p>three')).toBe('One\n\nTwo\n\nthree');
  expect(await text('four<br><br>five<br>six')).toBe('four\n\nfive\\\nsix');
});

test('importHtml() keeps a part of the text whose class only sounds like one of the site', async () => {
  const page = (inner: string) =>
    `<html><body><h1>Fund</h1>${'<p>Some words of a release.</p>'.repeat(4)}${inner}</body></html>`;
  for (const part of [
    '<div class="nav-history"><p>The NAV was 42 cents.</p></div>',
    '<div class="share-capital"><p>There are 40 million shares.</p></div>',
    '<div class="related-party"><p>A director was paid.</p></div>',
    '<aside><p>The board agreed.</p></aside>',
    '<div id="foot-notes"><p>Figures are rounded.</p></div>',
  ]) {
    const words = /<p>(.*)<\/p>/.exec(part)?.[1] ?? '';
    const { blocks, notes } = await of(page(part));
    expect([writeMarkdown(blocks).includes(words), notes.some((note) => note.includes(words.slice(0, 20)))]).toEqual(
      part.startsWith('<aside') ? [false, true] : [true, false],
    );
  }
});

test('importHtml() takes the bullets of Word for bullets, and its other labels for text', async () => {
  const item = (label: string, words: string, level = 1) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>${words}</p>`;
  const sign = (face: string, letter: string) => `<span style='font-family:${face}'>${letter}</span>`;
  expect(
    await text(
      [
        item(sign('Wingdings', 'Ø'), 'arrow'),
        item(sign('Wingdings', 'ü'), 'tick', 2),
        item('1.', 'one'),
        item('2.', 'two'),
        item('5.', 'five'),
        item('(a)', 'letter'),
      ].join('\n'),
    ),
  ).toBe('- arrow\n  - tick\n\n1) one\n2) two\n\n5. five\n\n(a) letter');
});

test('importHtml() puts every figure of a table under its own heading', async () => {
  expect(
    await text(
      '<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan=2 colspan=2>1</td><td>2</td></tr><tr><td>3</td></tr><tr><td>4</td><td rowspan=9>5</td><td>6</td></tr></table>',
    ),
  ).toBe('| A | B | C |\n| --- | --- | --- |\n| 1 |  | 2 |\n|  |  | 3 |\n| 4 | 5 | 6 |');
});

test.each([
  [
    'Word',
    '<p>Metal<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> and ore<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a>.</p><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Pure.</p><p>By assay.</p></div><div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> Wet.</p></div>',
    'Metal[^1] and ore[^2].\n\n[^1]: Pure. By assay.\n\n[^2]: Wet.',
  ],
  [
    'Word whose marks lead nowhere',
    '<p>Metal<sup>1</sup>.</p><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Pure.</p>',
    'Metal[^1].\n\n[^1]: Pure.',
  ],
  [
    'a blog',
    '<p>Metal<sup id="fnref:1"><a href="#fn:1">1</a></sup>.</p><ol><li id="fn:1"><p>Pure. <a href="#fnref:1">↩︎</a></p></li></ol><p>End.</p>',
    'Metal[^1].\n\n[^1]: Pure.\n\nEnd.',
  ],
])('importHtml() makes footnotes of those of %s', async (_, html, markdown) => {
  expect(await text(html)).toBe(markdown);
});

test.each([
  [
    'other numbers',
    '<p>Metal<sup id="a2"><a href="#n2">2</a></sup>.</p><p id="n2"><a href="#a2">2</a> Pure.</p>',
    'Metal<sup>2</sup>.\n\n2 Pure.',
  ],
  [
    'a note that is left out',
    '<p>Metal<sup id="a1"><a href="#n1">1</a></sup>.</p><footer><p id="n1"><a href="#a1">1</a> Pure.</p></footer>',
    'Metal<sup>1</sup>.',
  ],
  [
    'contents that lead to headings',
    '<p><a href="#h1">1</a></p><h2 id="h1">1</h2><p>Metal.</p>',
    '1\n\n## 1\n\nMetal.',
  ],
])('importHtml() leaves marks and notes where they stand that have %s', async (_, html, markdown) => {
  expect(await text(html)).toBe(markdown);
});

test.each([
  [
    'a cell to the end of its part of the table',
    '<table><thead><tr><th>Hole</th><th>From</th></tr></thead><tbody><tr><td rowspan=0>A</td><td>1</td></tr><tr><td>2</td></tr></tbody><tfoot><tr><td>B</td><td>3</td></tr></tfoot></table>',
    '| Hole | From |\n| --- | --- |\n| A | 1 |\n|  | 2 |\n| B | 3 |',
  ],
  [
    'a cell to the end of its body alone',
    '<table><tbody><tr><td rowspan=3>A</td><td>1</td></tr><tr><td>2</td></tr></tbody><tbody><tr><td>B</td><td>3</td></tr><tr><td>C</td><td>4</td></tr></tbody></table>',
    '|  |  |\n| --- | --- |\n| A | 1 |\n|  | 2 |\n| B | 3 |\n| C | 4 |',
  ],
  [
    'a head that reaches no further than the heads',
    '<table><thead><tr><th rowspan=3>Hole</th><th>From</th></tr></thead><tbody><tr><td>A</td><td>1</td></tr></tbody></table>',
    '| Hole | From |\n| --- | --- |\n| A | 1 |',
  ],
  [
    'navigation beside the text',
    '<table><tr><td><a href=a>Home</a> <a href=b>News</a> <a href=c>Contact</a></td><td>Metal<p>was poured.</p><table><tr><td>A</td><td>1</td></tr></table></td></tr></table>',
    'Metal\n\nwas poured.\n\n|  |  |\n| --- | --- |\n| A | 1 |',
  ],
  ['a formula', '<p>Here <math><mi>a</mi><mo>=</mo><mn>2</mn></math> holds.</p>', 'Here a=2 holds.'],
])('importHtml() shows as a browser does %s', async (_, html, markdown) => {
  expect(await text(html)).toBe(markdown);
});

test('importHtml() names links whose whole address the page does not give', async () => {
  const { notes } = await of(
    '<p>See <a href="/doc.pdf">the PDF</a>, <a href="#top">top</a> and <a href="mailto:a@b.c">us</a>.</p>',
  );
  expect(notes).toEqual([
    '1 link became plain text, since the page does not say at which address it stood: "/doc.pdf".',
  ]);
});

test.each([
  ['<html><frameset><frame src=a.html></frameset></html>', 'The page only sets other pages into frames.'],
  ['<html><body><div id=app></div><script src=a.js></script></body></html>', 'The file holds no text: a script'],
])('importHtml() refuses a page whose text is elsewhere: %s', async (html, message) => {
  await expect(of(html)).rejects.toThrow(message);
});

test.each([
  ['down to 1', '<ol reversed><li>A<li>B</ol>', '2. A\n\n1) B'],
  ['down from its start', '<ol reversed start=9><li>A<li>B</ol>', '9. A\n\n8) B'],
  ['from zero', '<ol start=0><li>A<li>B</ol>', '0. A\n1. B'],
  ['from below zero', '<ol start=-1><li>A<li>B</ol>', '- -1. A\n- 0\\. B'],
  ['on from a value', '<ol start=3><li>A<li value=7>B<li>C</ol>', '3. A\n\n7) B\n8) C'],
  ['on below another item', '<ul><li>A<ol start=4><li>B<li>C</ol></ul>', '- A\n\n  4. B\n  5. C'],
  ['with labels of the text', '<ol style="list-style: none"><li>1.1 A<li>1.2 B</ol>', '- 1.1 A\n- 1.2 B'],
])('importHtml() numbers a list as a browser does: %s', async (_, html, markdown) => {
  const extract = await of(html);
  const written = writeMarkdown(extract.blocks);
  expect(written).toBe(markdown);
  expect(measure(extract.source ?? [], shownText(written))).toMatchObject({ share: 1, added: [] });
});

test('importHtml() parts two links that only their look parts, and no link in two', async () => {
  const extract = await of(
    '<p><a href="https://a.example/1">Report</a><a href="https://a.example/2">Annexure</a>, <a href="https://a.example/3">half</a><a href="https://a.example/3">-year</a>, <a href="https://a.example/4">Notice</a><a href="https://a.example/4">Download</a></p>',
  );
  const written = writeMarkdown(extract.blocks);
  expect(written).toBe(
    '[Report](https://a.example/1) [Annexure](https://a.example/2), [half-year](https://a.example/3), [Notice Download](https://a.example/4)',
  );
  expect(measure(extract.source ?? [], shownText(written))).toMatchObject({ share: 1, added: [] });
});

test.each([
  [
    'the name of the rows below it, in a body below a head',
    '<table><thead><tr><th>Mine<th>Oz</thead><tbody><tr><th colspan=2>Gold<tr><th>A<td>1<tr><th colspan=2>Copper<tr><th>B<td>2</table>',
    '| Mine | Oz |\n| --- | --- |\n| Gold |  |\n| A | 1 |\n| Copper |  |\n| B | 2 |',
  ],
  [
    'the same without a head of its own',
    '<table><tr><th>Mine<th>Oz<tr><th colspan=2>Gold<tr><td>A<td>1</table>',
    '| Mine | Oz |\n| --- | --- |\n| Gold |  |\n| A | 1 |',
  ],
  [
    'the same in a table without heads',
    '<table><tr><th colspan=2>Gold<tr><th>A<td>1<tr><th colspan=2>Copper<tr><th>B<td>2</table>',
    '|  |  |\n| --- | --- |\n| Gold |  |\n| A | 1 |\n| Copper |  |\n| B | 2 |',
  ],
  [
    'the title of a table',
    '<table><tr><td colspan=2><b>Intercepts</b><tr><td><b>Hole</b><td><b>From</b><tr><td>A<td>1</table>',
    'Intercepts\n\n| Hole | From |\n| --- | --- |\n| A | 1 |',
  ],
])('importHtml() takes a cell over all columns for %s', async (_, html, markdown) =>
  expect(await text(html)).toBe(markdown),
);

test('importHtml() takes the address and the day of a page from where browsers and blogs write them', async () => {
  const data = (...days: string[]) =>
    days.map((day) => `<script type="application/ld+json">{"datePublished":"${day}"}</script>`).join('');
  const page = (more: string) =>
    `<!DOCTYPE html>\n<!-- saved from url=(0029)https://xmx.example/news/drill/ -->\n<html><head>${more}</head><body><p>See <a href="/a.pdf">it</a>.</p></body></html>`;
  const { about, blocks } = await of(page(data('2025-02-03T08:30:00+11:00', '2025-02-03T08:30:00+11:00')));
  expect(about).toMatchObject({ url: 'https://xmx.example/news/drill/', published: '2025-02-03' });
  expect(writeMarkdown(blocks)).toBe('See [it](https://xmx.example/a.pdf).');
  expect((await of(page(data('2025-02-03', '2025-02-04')))).about.published).toBeUndefined();
});
