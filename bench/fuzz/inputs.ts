import { payloads } from '../../tests/hostile/payloads.ts';
import { targets } from '../../tests/hostile/targets.ts';
import type { Choose } from './choose.ts';

const SIGNS = [
  ...`<>"'&;#:/\\[]()!*_~\`|-+=.,{}?%@$^ \t\n\n\n`,
  '\r',
  '\f',
  '\u0001',
  '\u00a0',
  '\u2028',
  '\u200b',
  '\ufeff',
  '\ufffd',
  'é',
  '字',
  '\u{1f600}',
  '0',
  '1',
  'a',
  'x',
];
const TAGS = [
  '<sub>',
  '</sub>',
  '<SUP >',
  '</sup>',
  '<br>',
  '<br/>',
  '<table>',
  '<tr>',
  '<td>',
  '<td colspan=2>',
  '<th>',
  '</td>',
  '</tr>',
  '</table>',
  '<caption>',
  '</caption>',
  '<b>',
  '</b>',
  '<constructor>',
];
const MARKS = [
  '# ',
  '## ',
  '> ',
  '- ',
  '1. ',
  '    ',
  '```\n',
  '~~~\n',
  '---\n',
  '===\n',
  '|-|-|\n',
  '| a | b |\n',
  '[^1]',
  '[^1]: ',
  '[a]: ',
  '[a]',
  '![',
  '](',
  '**',
  '~~',
  '<!--',
  '-->',
  '&lt;',
  '&#0;',
  '&#x3c;',
  'https://a.example/',
  'www.a.example',
  'a@b.example',
  '\\',
  '\n\n',
];
const PIECES = [...Object.values(payloads), ...Object.values(targets), ...TAGS, ...MARKS];

/** A text of up to some hundred pieces, of signs, marks of Markdown, tags and hostile words, now and then repeated. */
export function textOf(choose: Choose): string {
  let text = '';
  for (let left = 1 + choose.number(40); left > 0; left--) {
    const piece = choose.number(3) === 0 ? choose.from(PIECES) : choose.from(choose.number(2) === 0 ? SIGNS : MARKS);
    text += piece.repeat(choose.number(60) === 0 ? 1 + choose.number(2000 / piece.length) : 1);
  }
  return text.replaceAll('\0', '');
}

/** Blocks within blocks, with tags that are opened and closed at random. */
export function treeOf(choose: Choose, depth = 0): string {
  const lines: string[] = [];
  for (let left = 1 + choose.number(4); left > 0; left--) {
    if (depth < 6 && choose.number(3) === 0) {
      const mark = choose.from(['> ', '- ', '1. ', '   ', '    ']);
      const rest = ' '.repeat(mark === '> ' ? 0 : mark.length);
      const inner = treeOf(choose, depth + 1).split('\n');
      lines.push(...inner.map((line, index) => (index === 0 || mark === '> ' ? mark : rest) + line), '');
    } else {
      lines.push(
        Array.from({ length: 1 + choose.number(6) }, () => choose.from(choose.number(3) === 0 ? PIECES : TAGS)).join(
          choose.from(['', ' ', 'a']),
        ),
      );
      if (choose.number(2) === 0) lines.push('');
    }
  }
  return lines.join('\n');
}

const FIELDS = [
  'title',
  'code',
  'date',
  'types',
  'summary',
  'authorisedBy',
  'contacts',
  'source',
  'attachments',
  'corrects',
  'related',
  'aliases',
  'language',
  'draft',
  'priceSensitive',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'Title',
  'ttle',
  '"title"',
  '? title',
  '- title',
];
const VALUES = [
  'XMX',
  '[XMX, QQX]',
  '2020-07-30',
  '2020-07-30 09:15',
  '2024-04-07 02:30',
  'true',
  'null',
  '~',
  '',
  '{}',
  '[]',
  '{a: b}',
  '[[[[[[[[[[[[]]]]]]]]]]]]',
  '&a [*a, *a]',
  '*a',
  '!!js/function "x"',
  '!!binary x',
  '|',
  '>',
  '|+9',
  '"\\u0000"',
  '"\\ud800"',
  '"\\x1b"',
  "'",
  '"',
  '#',
  '- - - x',
  '\n  - file: a.pdf',
  '\n  url: https://a.example/',
  '\n  release: 2020/x\n  kind: correction',
  '{release: 2020/x, kind: correction, changes: [{was: a, now: b}]}',
  '../../x.pdf',
  'a.pdf',
  '{__proto__: {__ran: 1}}',
  '/news/x/',
  'en-AU',
  'x-y-z',
  '<<: *a',
  '1e999',
  '0x1F',
  '12:30:45',
  '.inf',
];

/** Front matter of known and unknown fields with values that YAML reads in every way, at times damaged. */
export function frontMatterOf(choose: Choose): string {
  const opening =
    choose.number(12) === 0 ? choose.from(['---js', '--- ', '---yaml', '----', '\ufeff---', '', '+++']) : '---';
  const closing = choose.number(12) === 0 ? choose.from(['---x', '...', '', '--- #', '-- -']) : '---';
  const valid = choose.number(2) === 0 ? ['title: "A"', 'code: XMX', 'date: 2020-07-30'] : [];
  const lines = Array.from({ length: choose.number(8) }, () => {
    const value =
      choose.number(3) === 0
        ? JSON.stringify(choose.from(PIECES))
        : choose.from(choose.number(3) === 0 ? PIECES : VALUES);
    return `${' '.repeat(choose.number(4) === 0 ? choose.number(4) : 0)}${choose.from(FIELDS)}:${choose.number(9) === 0 ? '' : ' '}${value}`;
  });
  const text = [opening, ...valid, ...lines, closing, '', textOf(choose)].join('\n').replace(/\r\n?/g, '\n');
  if (choose.number(4) !== 0) return text;
  // A sign is put in, taken out or changed.
  const at = choose.number(text.length + 1);
  return (text.slice(0, at) + choose.from([...SIGNS, '']) + text.slice(at + choose.number(3)))
    .replaceAll('\r', '\n')
    .toWellFormed();
}
