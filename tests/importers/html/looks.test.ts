import { expect, test } from 'vitest';
import { importWebArchive } from '../../../src/importers/email/import-web-archive.ts';
import { importHtml } from '../../../src/importers/html/import-html.ts';
import { writeMarkdown } from '../../../src/importers/model/blocks.ts';

const text = async (html: string) => writeMarkdown((await importHtml(Buffer.from(html))).blocks);

test.each([
  ['a paragraph', '<p style="text-decoration:line-through">42 cents</p>', '~~42 cents~~'],
  ['paragraphs and a list', '<del><p>42 cents</p><ul><li>a share</li></ul></del>', '~~42 cents~~\n\n- ~~a share~~'],
  [
    'a cell',
    '<table><tr><td style="text-decoration: line-through">42</td><td>40</td></tr></table>',
    '|  |  |\n| --- | --- |\n| ~~42~~ | 40 |',
  ],
  [
    'a link in a part',
    '<div style="text-decoration:line-through">See <a href="https://example.com/x">this</a></div>',
    '~~See~~ ~~[this](https://example.com/x)~~',
  ],
])('importHtml() strikes %s out that is struck out as a whole', async (_, html, expected) => {
  expect(await text(html)).toBe(expected);
});

test.each([
  ['strikes out', '.a{color:red;text-decoration:line-through}', '~~42~~ 40'],
  ['raises', 'p span.a , b { vertical-align : super }', '<sup>42</sup> 40'],
  ['first strikes out and then does not', '.a{text-decoration:line-through}span{text-decoration:none}', '42 40'],
  ['strikes out on paper', '@media print{.a{text-decoration:line-through}}', '42 40'],
  ['strikes out on paper and on a screen', '@media print, p{.b{;text-decoration:line-through}}', '42 40'],
  ['strikes out under the pointer', '.a:hover{text-decoration:line-through}', '42 40'],
  ['names in a remark', '/* .a{text-decoration:line-through} */', '42 40'],
])('importHtml() reads a text that a style sheet %s as a browser shows it', async (_, sheet, expected) => {
  const html = `<head><style>@import "x.css";${sheet}</style></head><p><span class="a">42</span> 40</p>`;
  expect(await text(`<html>${html}</html>`)).toBe(expected);
});

test('importHtml() parts texts that stand one below the other by their style alone, and keeps their links', async () => {
  expect(
    await text(
      '<p><span style="display:block">Perth</span><span style="display:block">14 October</span></p><a style="display: block" href="https://example.com/1">One</a><a style="display: block" href="https://example.com/2">Two</a>',
    ),
  ).toBe('Perth\n\n14 October\n\n[One](https://example.com/1)\n\n[Two](https://example.com/2)');
});

test('importHtml() keeps a link around headings and paragraphs', async () => {
  expect(
    await text('<a href="https://example.com/r.pdf"><h3>Annual report</h3><p>Download <b>it</b> here</p></a>'),
  ).toBe('### [Annual report](https://example.com/r.pdf)\n\n[Download it here](https://example.com/r.pdf)');
});

test('importHtml() keeps signs with words above them, and who said a quotation', async () => {
  expect(await text('<p>Called <ruby>金<rp>(</rp><rt>kin</rt><rp>)</rp></ruby> there.</p>')).toBe(
    'Called 金(kin) there.',
  );
  expect(await text('<p>Metal.</p><blockquote><p>Good.</p><footer>Jo Lee</footer></blockquote>')).toBe(
    'Metal.\n\n> Good.\n>\n> Jo Lee',
  );
});

test('importHtml() names what is filled into the fields of a page', async () => {
  const { notes } = await importHtml(
    Buffer.from(
      '<p>Units: <input value="1,200"> <input type="checkbox" checked> Yes <input type="checkbox"> No <input type="hidden" value="token"></p>',
    ),
  );
  expect(notes).toEqual(['Left out buttons and fields (3 words): "1,200 ☒".']);
});

test('importHtml() takes a text on consent for a text, and refuses frames also where they have words for old browsers', async () => {
  const solicitation =
    '<p>Metal was poured. It was pure.</p><div class="consent-form"><p>Holders may consent.</p></div>';
  expect(await text(solicitation)).toContain('Holders may consent.');
  await expect(
    text('<html><frameset><frame src="a.html"></frameset><noframes><p>Use another browser.</p></noframes></html>'),
  ).rejects.toThrow('The page only sets other pages into frames.');
});

test('importHtml() nests the lists of Google Docs, with their letters', async () => {
  const list = (level: number, start: number, ...items: string[]) =>
    `<ol class="c1 lst-kix_x7-${level}${start === 1 ? ' start' : ''}" start="${start}">${items.map((item) => `<li class="c2 li-bullet-0"><span>${item}</span></li>`).join('')}</ol>`;
  const sheet =
    '.lst-kix_x7-1>li:before{content:"" counter(lst-ctn-kix_x7-1,lower-latin) ". "}ol.lst-kix_x7-0{list-style-type:none}.lst-kix_x7-0>li:before{content:"" counter(lst-ctn-kix_x7-0,decimal) ". "}';
  const html = `${list(0, 1, 'One')}${list(1, 1, 'Inner', 'Other')}${list(2, 1, 'Deep')}${list(1, 3, 'Last')}${list(0, 2, 'Two', 'Three')}`;
  expect(
    await text(
      `<html><head><style>${sheet}</style></head><body>${html}<p>Between.</p>${list(0, 4, 'Four')}</body></html>`,
    ),
  ).toBe('1. One\n   - a. Inner\n   - b. Other\n     1. Deep\n   - c. Last\n2. Two\n3. Three\n\nBetween.\n\n4. Four');
  const jump = `${list(0, 1, 'One')}${list(1, 1, 'Inner')}${list(0, 5, 'Five')}`;
  expect(await text(jump)).toContain('\n5');
  expect(await text(`${list(1, 1, 'Inner')}${list(0, 1, 'One')}`)).toBe('1. Inner\n\n1) One');
});

test('importWebArchive() reads the style sheets that a page brings along', async () => {
  const page = (part: string) =>
    Buffer.from(
      `From: <Saved by Blink>\nSnapshot-Content-Location: https://example.com/news/\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Location: https://example.com/news/\n\n<html><head><link rel="stylesheet" href="${part}"></head><body><p><span class="a">42</span> 40</p></body></html>\n--b\nContent-Type: text/css\nContent-Location: ${part === '/x.css' ? 'https://example.com/x.css' : part}\n\n.a{text-decoration:line-through}\n--b--\n`,
    );
  for (const part of ['cid:css-1@mhtml.blink', '/x.css'])
    expect(writeMarkdown((await importWebArchive(page(part))).blocks)).toBe('~~42~~ 40');
});
