import { expect, test } from 'vitest';
import { createArchiveReader } from '../../src/desk/archive-reader.ts';
import { checkTyped } from '../../src/desk/edit/check-typed.ts';
import type { FormFields } from '../../src/desk/edit/typed.ts';
import { formSentences } from '../../src/desk/form/form-words.ts';
import { folderWith, NOW, release } from '../support/releases-folder.ts';

const FIELDS = { title: 'Second metal produced', code: ['XMX'], date: '2020-07-31 09:15' };

/** What the desk says of a form beside the release `a`. */
function told(fields: FormFields, body = 'The text.'): string[] {
  const archive = createArchiveReader({
    root: folderWith({ 'a.md': release({ date: '2020-07-30 09:15' }) }),
    shown: 'releases',
  });
  return checkTyped({ fields, body }, 'b', archive, NOW).map(formSentences);
}

test('formSentences() says what is needed, field by field', () => {
  expect(told({})).toEqual([
    'The company’s ASX code is needed.',
    'The day on which ASX released it is needed.',
    'A headline is needed.',
  ]);
  expect(told({ title: 'Metal', draft: 'true' })).toEqual([
    'The company’s ASX code is needed before this can be published. A draft can be saved without it.',
    'The day on which ASX released it is needed before this can be published. A draft can be saved without it.',
  ]);
  expect(told({ ...FIELDS, corrects: [{ kind: 'correction' }] })).toEqual(['The earlier release: this is needed.']);
});

test('formSentences() keeps the words of check where they suit a form', () => {
  expect(told({ ...FIELDS, code: ['xmx'] })).toEqual(['"xmx" is not an ASX code. Write the code in capitals: XMX.']);
});

test.each<[FormFields, string?]>([
  [{}],
  [{ ...FIELDS, title: '' }],
  [{ ...FIELDS, title: 'Metal\u200b produced' }],
  [{ ...FIELDS, date: '2036-01-01' }],
  [{ ...FIELDS, types: ['no-such-type'] }],
  [{ ...FIELDS, types: ['No Such Type'] }],
  [{ ...FIELDS, types: ['tradinghalt'] }],
  [{ ...FIELDS, attachments: [{ file: 'gone.pdf' }] }],
  [{ ...FIELDS, attachments: [{ title: 'Presentation' }] }],
  [{ ...FIELDS, corrects: [{ release: 'no such' }] }],
  [{ ...FIELDS, corrects: [{ release: 'none' }] }],
  [{ ...FIELDS, related: ['b.md'] }],
  [{ ...FIELDS, contacts: [{ email: 'nobody' }] }],
  [{ ...FIELDS, language: 'in English' }],
  [FIELDS, ''],
  [{ title: 'First metal produced', code: ['XMX'], date: '2020-07-30 09:15' }],
])('formSentences() speaks of no lines, commands and names of a file: %j', (fields, body) => {
  const all = told(fields, body);
  expect(all).not.toEqual([]);
  for (const sentence of all)
    expect(sentence.replace(/"[^"]*"/g, '')).not.toMatch(
      /\blines?\b|docs\/|npm |---|: below|\b[a-z]+[A-Z]\w*:|\.md\b|BCP|sha256sum|The field/,
    );
});

test('formSentences() asks for the day where the time alone is filled in', () => {
  expect(told({ ...FIELDS, date: '09:15' })).toEqual(['"09:15" is a time without its day. Choose the day.']);
});
