import { expect, test } from 'vitest';
import {
  ending,
  fileNameFinding,
  isPicture,
  mediaType,
  mediaTypes,
  portabilityFault,
} from '../../src/release/file-name.ts';

test.each([
  'a.pdf',
  'Annual Report 2020 (final).PDF',
  'v1.2.xlsx',
  'Übersicht & Anhang.docx',
  '鉱山.png',
  "Board's_plan.zip",
  'x-.csv',
])('%j may be published', (file) => {
  expect(fileNameFinding(file)).toBeUndefined();
});

const outside = (file: string) => ({
  rule: 'attachment-outside',
  message: `${JSON.stringify(file)} is a path; attachments lie in the folder of their release.`,
  hint: `Put the file beside the release and write its name alone${/[/\\]a\.pdf$/.test(file) ? ': a.pdf' : ', for example report.pdf'}.`,
});

test.each(['../a.pdf', 'b/a.pdf', 'b\\a.pdf', '/etc/passwd', 'C:a.pdf', '..', '.', 'a%2Fb.pdf', 'a%5cb.pdf'])(
  '%j is refused as a path',
  (file) => {
    expect(fileNameFinding(file)).toEqual(outside(file));
  },
);

test.each([
  ['a\u200b.pdf', 'holds an invisible character'],
  ['a\u202efdp.exe.pdf', 'holds an invisible character'],
  ['a#1.pdf', 'holds a character that some systems or addresses cannot hold (< > : " | ? * \\ # %)'],
  ['Results: final.pdf', 'holds a character that some systems or addresses cannot hold (< > : " | ? * \\ # %)'],
  ['100%.pdf', 'holds a character that some systems or addresses cannot hold (< > : " | ? * \\ # %)'],
  ['what?.pdf', 'holds a character that some systems or addresses cannot hold (< > : " | ? * \\ # %)'],
  [' a.pdf', 'begins or ends with a space, or ends with a dot'],
  ['a.pdf ', 'begins or ends with a space, or ends with a dot'],
  ['a.pdf.', 'begins or ends with a space, or ends with a dot'],
  ['.a.pdf', 'begins with a dot or an underscore, which marks hidden files'],
  ['_a.pdf', 'begins with a dot or an underscore, which marks hidden files'],
  ['con.pdf', 'is reserved on Windows'],
  ['LPT1.pdf', 'is reserved on Windows'],
  ['aux', 'is reserved on Windows'],
  ['Cafe\u0301.pdf', 'is written with separate accents (Unicode form NFD)'],
  [`${'x'.repeat(197)}.pdf`, 'is longer than 200 bytes'],
  [`${'鉱'.repeat(66)}.pdf`, 'is longer than 200 bytes'],
])('%j %s', (name, fault) => {
  expect(portabilityFault(name)).toBe(fault);
  expect(fileNameFinding(name)).toMatchObject({
    rule: 'attachment-name',
    message: expect.stringMatching(/^The file name ".*\.$/) as string,
    hint: 'Rename the file with letters, digits, hyphens and dots, for example investor-presentation.pdf.',
  });
  expect(fileNameFinding(name)?.message.endsWith(` ${fault}.`)).toBe(true);
});

test.each(['console.pdf', 'com10.pdf', 'auxiliary.pdf', `${'x'.repeat(196)}.pdf`, 'a.b.c.pdf'])(
  '%j can be held anywhere',
  (name) => {
    expect(portabilityFault(name)).toBeUndefined();
  },
);

test.each(['html', 'htm', 'svg', 'xml', 'js', 'mjs', 'css', 'md', 'exe', 'xhtml', 'swf', 'json', ''])(
  'a file of type %j is not published',
  (kind) => {
    const file = kind ? `report.${kind}` : 'report';
    expect(mediaType(file)).toBeUndefined();
    expect(fileNameFinding(file)).toEqual({
      rule: 'attachment-type',
      message: `"${file}" is of a type that the archive does not publish${kind ? ` (.${kind})` : ''}.`,
      hint: `Attach one of: ${[...mediaTypes.keys()].join(', ')}.`,
    });
  },
);

test('the type of a file is told by its last ending, whatever its letter case', () => {
  expect(['a.PDF', 'a.pdf.html', 'a.tar.zip', 'pdf', 'a.'].map(ending)).toEqual(['pdf', 'html', 'zip', '', '']);
  expect([mediaType('a.PDF'), mediaType('a.csv')]).toEqual(['application/pdf', 'text/csv']);
});

test('pictures are the files that a page may show', () => {
  expect([...mediaTypes.keys()].filter((kind) => isPicture(`a.${kind}`))).toEqual([
    'png',
    'jpg',
    'jpeg',
    'gif',
    'webp',
    'avif',
  ]);
  expect(isPicture('a.svg')).toBe(false);
});
