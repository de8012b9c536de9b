import { expect, test } from 'vitest';
import { createArchiveReader } from '../../src/desk/archive-reader.ts';
import { checkTyped } from '../../src/desk/edit/check-typed.ts';
import type { FormFields } from '../../src/desk/edit/typed.ts';
import { folderWith, NOW, release } from '../support/releases-folder.ts';

const FIELDS = { title: 'First metal produced', code: ['XMX'], date: '2020-07-30 09:15' };

/** What the desk says of a form beside the release `a`: line or field, and rule. */
function told(fields: FormFields, body: string): string[] {
  const archive = createArchiveReader({
    root: folderWith({ 'a.md': release({ date: '2020-07-30 09:15' }) }),
    shown: 'releases',
  });
  return checkTyped({ fields, body }, 'b', archive, NOW).map(({ line, field, rule }) => `${field ?? line} ${rule}`);
}

test('checkTyped() counts lines from the first of the text, however many facts stand above it', () => {
  const fields = { ...FIELDS, title: 'Second metal', contacts: [{ name: 'Jo', phone: '1' }] };
  expect(told(fields, 'One.\n\n10*20*30')).toEqual(['3 asterisk-lost']);
  expect(told(fields, '\n\n10*20*30\n\n[a](x.md)')).toEqual(['1 asterisk-lost', '3 link-dead']);
});

test('checkTyped() says what is wrong in a text also while its facts are', () => {
  expect(told({ ...FIELDS, title: '' }, '10*20*30')).toEqual(['title field-missing', '1 asterisk-lost']);
  expect(told({ ...FIELDS, code: ['xmx'] }, '10*20*30')).toEqual(['code.0 code-malformed', '1 asterisk-lost']);
});

test('checkTyped() warns of every other field while one is wrong', () => {
  const fields = { ...FIELDS, date: '2020-08-01', types: ['no-such-type'] };
  const warnings = ['date date-weekend', 'types.0 type-unknown', '1 asterisk-lost'];
  expect(told({ ...fields, code: ['x-m'] }, '10*20*30')).toEqual(['code.0 code-malformed', ...warnings]);
  expect(told({ ...fields, title: '' }, '10*20*30')).toEqual(['title field-missing', ...warnings]);
  expect(told({ ...fields, code: ['x-m'], draft: 'true' }, '10*20*30')).toEqual(['code.0 code-malformed', ...warnings]);
  expect(told({ ...fields, date: '2020-02-30', attachments: ['gone.pdf'] }, '10*20*30')).toEqual([
    'date date-no-such-day',
    'types.0 type-unknown',
    'attachments.0 attachment-missing',
    '1 asterisk-lost',
  ]);
});

test('checkTyped() says of a draft without a code and a date no more than that it lacks them', () => {
  expect(told({ title: 'Metal', draft: 'true' }, '10*20*30')).toEqual([
    'code draft-without-code',
    'date draft-without-date',
    '1 asterisk-lost',
  ]);
});

test('checkTyped() names the release that is there already', () => {
  expect(told(FIELDS, 'The text.')).toEqual(['title release-twice']);
});
