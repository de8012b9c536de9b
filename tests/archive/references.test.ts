import { expect, test } from 'vitest';
import { checkArchive } from '../../src/archive/check/check-archive.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { config } from '../../src/config.ts';
import type { Problem } from '../../src/release/problem.ts';
import { folderWith, NOW, release } from '../support/releases-folder.ts';

/** The problems of a text's references; the text begins on line 7 of its file. */
function problemsOf(body: string): Problem[] {
  const folder = readReleases(folderWith({ 'a.md': release({}, body) }), '');
  return checkArchive(folder, NOW, config.advice).filter(({ rule }) => rule === 'character-reference');
}

test('a reference that Windows programs write is a problem on its line, which says what to write', () => {
  expect(problemsOf('A.\n\nThe Company&#146;s profit rose to &#x80;5m.\nIts&#146; loss.\nIts&#146;')).toEqual([
    {
      file: 'a.md',
      line: 9,
      rule: 'character-reference',
      severity: 'error',
      message: '"&#146;" is written for ’ in Windows, on this line and 2 more lines; on the web it names no character.',
      hint: 'Write ’ itself.',
    },
    {
      file: 'a.md',
      line: 9,
      rule: 'character-reference',
      severity: 'error',
      message: '"&#x80;" is written for € in Windows; on the web it names no character.',
      hint: 'Write € itself.',
    },
  ]);
});

test('a reference is told on its line behind private characters', () => {
  expect(problemsOf(`${'\u{f0000}'.repeat(9)}\n\nIts&#146; loss.`).map(({ line }) => line)).toEqual([9]);
});

test('a reference that means nothing to Windows either is a problem that says so', () => {
  expect(problemsOf('A&#129; b')[0]).toMatchObject({
    message: '"&#129;" names no character that a page can show.',
    hint: 'Write the character itself, or &amp; in the place of & if the signs are meant as they stand.',
  });
});

test('every reference to a control character, half of a character or noncharacter is a problem, and no other one', () => {
  const codes = [
    ...Array(0x500).keys(),
    ...Array.from({ length: 0x70 }, (_, at) => 0x2000 + at),
    0xd7ff,
    0xd800,
    0xdfff,
    0xe000,
    0xfdcf,
    0xfdd0,
    0xfdef,
    0xfdf0,
    0xfffd,
    0xfffe,
  ];
  const all = [...codes, 0xffff, 0x10000, 0x1fffe, 0x1ffff, 0xf0000, 0xffffd, 0x10fffe, 0x10ffff, 0x110000];
  const told = problemsOf(all.map((code) => `a&#${code};`).join('\n')).map(({ line }) => all[line - 7]);
  expect(told).toEqual([
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12],
    ...Array.from({ length: 0x20 - 14 }, (_, at) => 14 + at),
    ...Array.from({ length: 0xa0 - 0x7f }, (_, at) => 0x7f + at),
    ...[0xd800, 0xdfff, 0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x1ffff, 0x10fffe, 0x10ffff, 0x110000],
  ]);
});

test.each([
  ['a heading', '# Its&#146; loss'],
  ['a list', '- Its&#146; loss'],
  ['a table', '| Its&#146; |\n| --- |\n| loss |'],
  ['a footnote', 'A.[^1]\n\n[^1]: Its&#146; loss.'],
  ['the words of a link', '[Its&#146; loss](https://example.com/)'],
  ['the title of a link', '[Loss](https://example.com/ "Its&#146; loss")'],
  ['the title of a link that is named', '[Loss][1]\n\n[1]: https://example.com/ "Its&#146; loss"'],
  ['the address of a link', '[Loss](https://example.com/its&#146;.html)'],
  ['the address of a link on this site', '[Loss](/its&#146;/)'],
  ['the words for a picture', '![Its&#146; loss](https://example.com/a.png)'],
  ['the title of a picture', '![Loss](https://example.com/a.png "Its&#146; loss")'],
  ['a table of HTML', '<table><tr><td>Its&#146; loss</td></tr></table>'],
  ['a table of HTML, in more digits than Markdown takes', '<table><tr><td>Its&#0000000146; loss</td></tr></table>'],
  ['a table of HTML, without a semicolon', '<table><tr><td>Its&#146 loss</td></tr></table>'],
  ['HTML within a line', 'Its<sup>&#146;</sup> loss'],
  ['an attribute of HTML', 'Its <a title="&#146;">loss</a>'],
  ['an entry beside code with the same letters', '`&#146;` its&#146; `&#146;`'],
  ['a line behind private characters', '\u{f0000} &#983041; `&#146;` its&#146;'],
])('a reference in %s is a problem', (_, body) => {
  expect(problemsOf(body).map(({ rule }) => rule)).toEqual(['character-reference']);
});

test.each([
  ['code', 'Written `&#146;`.'],
  ['a block of code', '```\n&#146;\n```'],
  ['an indented block of code', 'A.\n\n    &#146;'],
  ['a text that shows it', 'Written \\&#146; or &amp;#146;.'],
  ['more digits than Markdown takes', 'Written &#0000000146; and &#x0000092;.'],
  ['signs without a semicolon', 'Item &#146 of the list.'],
  ['code beside a private character', '\u{f0000} and &#xF0000; and `&#146;`'],
])('a reference is shown to the letter in %s, and no problem', (_, body) => {
  expect(problemsOf(body)).toEqual([]);
});
