import { expect, test } from 'vitest';
import { askForFields, Cancelled, type Defaults } from '../../src/cli/new-questions.ts';
import type { NewFields } from '../../src/cli/new-fields.ts';
import { parseRelease } from '../../src/release/parse.ts';
import { release } from '../support/releases-folder.ts';
import { BACKSPACE, CTRL_C, DOWN, ENTER, TAB, typist, type Keys } from './test-context.ts';

async function ask(given: NewFields, keys: Keys, defaults: Partial<Defaults> = {}): Promise<NewFields> {
  const terminal = typist(keys);
  const fields = await askForFields(given, { last: undefined, today: '2026-11-23', ...defaults }, terminal);
  expect(terminal.left()).toEqual([]);
  return fields;
}

test('askForFields() takes sensible answers when Enter is pressed', async () => {
  const last = parseRelease('a.md', release({ code: 'EXM' })).release;
  const fields = await ask(
    {},
    [
      ['Headline', 'Gold', ENTER],
      ['ASX code', ENTER],
      ['Day in Sydney', ENTER],
      ['Types', ENTER],
      ['price sensitive', ENTER],
      ['Who authorised', ENTER],
      ['Keep it as a draft', ENTER],
    ],
    { last },
  );
  expect(fields).toEqual({ title: 'Gold', code: ['EXM'], date: '2026-11-23', draft: 'true' });
});

test('askForFields() finds types by a few letters', async () => {
  const fields = await ask(
    { title: 'Gold', date: '2020-07-30', priceSensitive: 'false', authorisedBy: 'the Board', draft: 'false' },
    [
      ['ASX code', 'XMX, XZX', ENTER],
      ['Types', 'halt tra', TAB, ENTER],
    ],
  );
  expect(fields['types']).toEqual(['trading-halt']);
  expect(fields.code).toEqual(['XMX', 'XZX']);
});

test.each([
  ['4C', 'quarterly-cash-flow-report'],
  ['5B', 'quarterly-cash-flow-report'],
  ['3X', 'initial-directors-interest-notice'],
  ['3y', 'change-of-directors-interest-notice'],
  ['Form 603', 'becoming-a-substantial-holder'],
  ['604', 'change-in-substantial-holding'],
  ['2A', 'placement'],
  ['agm', 'notice-of-annual-general-meeting'],
  ['appendix 4e', 'preliminary-final-report'],
  ['appendix 4g', 'corporate-governance'],
])('askForFields() finds the types that %s stands for', async (typed, first) => {
  const given = {
    title: 'Gold',
    code: ['XMX'],
    date: '2020-07-30',
    priceSensitive: 'false',
    authorisedBy: 'the Board',
  };
  const fields = await ask({ ...given, draft: 'false' }, [['Types', typed, TAB, ENTER]]);
  expect(fields['types']).toEqual([first]);
});

test('askForFields() asks for a contact of a price-sensitive release, and offers the last ones', async () => {
  const contacts = '\n  - name: "A. Person"\n    email: a@example.com';
  const last = parseRelease('a.md', release({ contacts })).release;
  const given = { title: 'Gold', date: '2020-07-30', types: [], authorisedBy: 'the Board', draft: 'false' };
  const fields = await ask(
    given,
    [
      ['ASX code', ENTER],
      ['price sensitive', DOWN, ENTER],
      ['The same contacts as in the last release: A. Person?', ENTER],
    ],
    { last },
  );
  expect(fields.priceSensitive).toBe('true');
  expect(fields.contacts).toEqual([{ name: 'A. Person', email: 'a@example.com' }]);
});

test('askForFields() says at once what is wrong with an answer', async () => {
  const given = { types: [], priceSensitive: 'false', authorisedBy: 'the Board', draft: 'false', code: ['XMX'] };
  const fields = await ask(given, [
    ['Headline', ENTER],
    ['An answer is needed here.', 'Gold', ENTER],
    ['Day in Sydney', ' late', ENTER],
    ['is not a date in the form', ...Array.from({ length: 5 }, () => BACKSPACE), ' 9:15', ENTER],
  ]);
  expect(fields).toMatchObject({ title: 'Gold', date: '2026-11-23 09:15' });
});

test('askForFields() takes codes in small letters and dates in words as what they plainly mean', async () => {
  const given = { title: 'Gold', types: [], priceSensitive: 'false', authorisedBy: 'the Board', draft: 'false' };
  const fields = await ask({ ...given, date: '2020-07-30' }, [['ASX code', 'xmx, xzx', ENTER]]);
  expect(fields.code).toEqual(['XMX', 'XZX']);
  const clear = Array.from({ length: 10 }, () => BACKSPACE);
  const dated = await ask({ ...given, code: ['XMX'] }, [['Day in Sydney', ...clear, '30 October 2026 9:15', ENTER]]);
  expect(dated.date).toBe('2026-10-30 09:15');
});

test('askForFields() ends with Cancelled when Ctrl-C is pressed', async () => {
  await expect(
    ask({}, [
      ['Headline', 'Gold', ENTER],
      ['ASX code', CTRL_C],
    ]),
  ).rejects.toThrow(Cancelled);
});
