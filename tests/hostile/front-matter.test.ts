import { expect, test } from 'vitest';
import { formatRelease } from '../../src/release/format.ts';
import { parseRelease } from '../../src/release/parse.ts';

const file = (lines: string) => `---\ntitle: "A"\ncode: XMX\ndate: 2020-07-30\n${lines}\n---\n\nText.\n`;
const RUN = 'globalThis.__ran = 1';
const laughs = Array.from({ length: 9 }, (_, n) => `a${n}: &a${n} [${`*a${n - 1},`.repeat(9)}]`).join('\n');

/** What tries to run, to explode or to get out, and the one rule by which it is refused. */
test.each([
  ['JavaScript', `---js\n${RUN}\n---\n`, 'front-matter-language'],
  ['JavaScript after a space', `--- javascript\n${RUN}\n---\n`, 'front-matter-language'],
  ['JSON', '---json\n{"title": "A"}\n---\n', 'front-matter-language'],
  ['CoffeeScript', `---coffee\n${RUN}\n---\n`, 'front-matter-language'],
  ['TOML', '+++\ntitle = "A"\n+++\n', 'front-matter-missing'],
  ['a function by a tag', file(`summary: !!js/function "function () { ${RUN} }"`), 'yaml-tag'],
  ['a regular expression by a tag', file('summary: !!js/regexp /(a+)+$/'), 'yaml-tag'],
  ['undefined by a tag', file('summary: !!js/undefined ""'), 'yaml-tag'],
  ['binary by a tag', file('summary: !!binary aGk='), 'yaml-tag'],
  ['a tag of its own', file('summary: !<tag:yaml.org,2002:js/function> x'), 'yaml-tag'],
  ['an anchor', file('summary: &a x'), 'yaml-alias'],
  ['an alias', file('summary: *a'), 'yaml-alias'],
  ['a merge of fields', file('source: {<<: *a}'), 'yaml-alias'],
  ['a billion laughs', file(laughs), 'yaml-alias'],
  ['a thousand levels', file(`summary: ${'['.repeat(1000)}${']'.repeat(1000)}`), 'yaml-depth'],
  ['a thousand levels of fields', file(`source: ${'{a: '.repeat(1000)}x${'}'.repeat(1000)}`), 'yaml-depth'],
  ['70 KB', file(`summary: "${'x'.repeat(70_000)}"`), 'front-matter-size'],
  ['a field twice', file('title: "B"'), 'yaml-duplicate'],
  ['an end of the document', file('...\ndraft: true'), 'yaml-document-end'],
  ['a null character by number', file('summary: "a\\0b"'), 'control-character'],
  ['an escape by number', file('summary: "\\x1b[31m"'), 'control-character'],
  ['half of a character', file('summary: "\\ud800"'), 'control-character'],
  ['a file above', file('attachments: ../../package.json'), 'attachment-outside'],
  ['a file above, with backslashes', file('attachments: "..\\\\..\\\\x.pdf"'), 'attachment-outside'],
  ['a file above, encoded', file('attachments: "..%2F..%2Fx.pdf"'), 'attachment-outside'],
  ['an absolute file', file('attachments: /etc/passwd'), 'attachment-outside'],
  ['a drive', file('attachments: "C:x.pdf"'), 'attachment-outside'],
  ['a server', file('attachments: "\\\\\\\\server\\\\x.pdf"'), 'attachment-outside'],
  ['the folder itself', file('attachments: ".."'), 'attachment-outside'],
  ['a stream of a file', file('attachments: "x.pdf::$DATA"'), 'attachment-name'],
  ['a page', file('attachments: x.html'), 'attachment-type'],
  ['a picture that runs', file('attachments: x.svg'), 'attachment-type'],
  ['a page that looks like a document', file('attachments: x.pdf.html'), 'attachment-type'],
  ['a file without an ending', file('attachments: _headers'), 'attachment-name'],
  ['a script as an address', file('attachments: {url: "javascript:__ran=1"}'), 'url-malformed'],
  ['a script as a source', file('source: {url: "data:text/html,x"}'), 'url-malformed'],
  ['an alias above', file('aliases: /../x'), 'alias-malformed'],
  ['an alias above, encoded', file('aliases: /%2e%2e/x'), 'alias-malformed'],
  ['an alias with an encoded separator', file('aliases: /a%2fb'), 'alias-malformed'],
  ['an alias elsewhere', file('aliases: //hostile.invalid/'), 'alias-malformed'],
  ['an alias with an encoded line end', file('aliases: /a%0Ab'), 'alias-malformed'],
  ['an alias with an encoded control character', file('aliases: /a%01b'), 'alias-malformed'],
  ['an alias with an encoded delete sign', file('aliases: /a%7fb'), 'alias-malformed'],
  ['an alias with an encoded control character of two bytes', file('aliases: /a%C2%85b'), 'alias-malformed'],
  ['an alias with an encoded noncharacter', file('aliases: /a%EF%BF%BEb'), 'alias-malformed'],
  ['an alias with a line end', file('aliases: "/a\\n/b 301"'), 'alias-malformed'],
])('%s in front matter is one clear problem and runs nothing', (_, text, rule) => {
  const { release, problems } = parseRelease('x.md', text);
  expect(problems.map((problem) => problem.rule)).toEqual([rule]);
  expect(release).toBeUndefined();
  expect((globalThis as { __ran?: unknown }).__ran).toBeUndefined();
});

test('names of members of objects are unknown fields like others, and change no object', () => {
  const { release, problems } = parseRelease(
    'x.md',
    file(
      '__proto__: {__ran: 1}\nconstructor: {prototype: {__ran: 1}}\ntoString: x\nsource: {__proto__: {__ran: 1}, url: "https://example.com/"}',
    ),
  );
  expect(problems.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
    'field-unknown __proto__',
    'field-unknown constructor',
    'field-unknown toString',
    'field-unknown source.__proto__',
  ]);
  expect(release?.source).toEqual({ url: 'https://example.com/' });
  expect(({} as { __ran?: unknown }).__ran).toBeUndefined();
});

test('a source of which no field is known is no source, and the release is the same when it is written and read again', () => {
  const { release } = parseRelease('x.md', file('source:\n  uri: https://example.com/'));
  expect(release?.source).toBeUndefined();
  expect(release && parseRelease('x.md', formatRelease(release)).release).toEqual(release);
});
