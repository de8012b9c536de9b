import { expect, test } from 'vitest';
import type { Extract, Line } from '../../../src/importers/model/extract.ts';
import { guess } from '../../../src/importers/guess/guess.ts';
import { guessTypes } from '../../../src/importers/guess/type.ts';
import { forms } from '../../../src/importers/guess/forms.ts';
import { knownType } from '../../../src/release/types.ts';

const extract = (texts: readonly (string | Partial<Line>)[], about: Extract['about'] = {}): Extract => ({
  blocks: [],
  lines: texts.map((line) => ({
    text: '',
    page: 1,
    strong: false,
    ...(typeof line === 'string' ? { text: line } : line),
  })),
  about,
  notes: [],
});
const today = '2026-11-23';

test('guess() takes the first line that is no label, date or company for the headline', () => {
  const texts = [
    'ASX RELEASE',
    'Example Minerals Limited (ASX: XMX)',
    '30 July 2020',
    'First metal poured',
    'The plant poured metal.',
  ];
  expect(guess(extract(texts), { today }).title).toEqual({
    value: 'First metal poured',
    evidence: 'the first line',
    confidence: 'likely',
  });
});

test('guess() takes no sentence for a headline', () => {
  expect(guess(extract(['The plant poured its first metal today.']), { today }).title).toBeUndefined();
});

test('guess() leaves the code out where the text names two alike', () => {
  expect(guess(extract(['ASX: XMX', 'ASX: XZX', 'ASX: XZX']), { today }).code).toBeUndefined();
  expect(guess(extract(['(ASX: XMX) with XZX (ASX: XZX)', 'ASX: XMX']), { today }).code?.value).toBe('XMX');
});

test('guess() knows a company of the archive by its name, and says when the only code merely stands in', () => {
  const companies = [{ code: 'XMX', name: 'Example Minerals Limited' }];
  expect(guess(extract(['EXAMPLE MINERALS LIMITED']), { today, companies }).code).toEqual({
    value: 'XMX',
    evidence: 'Example Minerals Limited',
    confidence: 'likely',
  });
  expect(guess(extract(['First metal']), { today, onlyCode: 'XMX' }).code?.confidence).toBe('stand-in');
});

test.each([
  [
    'This announcement was authorised for release by the Board of Example Minerals Limited.',
    'the Board of Example Minerals Limited',
  ],
  ['This release has been approved by Jane A. Doe, Managing Director.', 'Jane A. Doe, Managing Director'],
  ['Authorised for release to the ASX by the Disclosure Committee', 'the Disclosure Committee'],
])('guess() reads who authorised: %s', (text, expected) => {
  expect(guess(extract([text]), { today }).authorisedBy?.value).toBe(expected);
});

test('guess() reads who authorised from the lines below', () => {
  const texts = ['Authorised for lodgement by:', 'Jane Doe', 'Group Company Secretary'];
  expect(guess(extract(texts), { today }).authorisedBy?.value).toBe('Jane Doe, Group Company Secretary');
});

test.each(['Ten million shares were authorised by the Directors.', 'The mine was approved by the State of Example.'])(
  'guess() takes nobody for an authoriser in: %s',
  (text) => {
    expect(guess(extract([text]), { today }).authorisedBy).toBeUndefined();
  },
);

test('guess() takes no company and no address for a contact', () => {
  const texts = ['Further information', 'Example Minerals Limited', 'Level 8, Example Street', '02 5550 1234'];
  expect(guess(extract(texts), { today }).contacts).toBeUndefined();
});

test.each([
  ['Trading Halt', 'trading-halt'],
  ['Appendix 4C - quarterly', 'quarterly-cash-flow-report'],
  ['Quarterly Activities and Appendix 5B Cash Flow Report', 'quarterly-cash-flow-report quarterly-activities-report'],
  ['Becoming a substantial holder', 'becoming-a-substantial-holder'],
  ['Appendix 3Y - J Doe', 'change-of-directors-interest-notice'],
  ['First metal poured', undefined],
  ['Mine resumes after trading halt in metals', undefined],
  ['Annual report delayed by flood', undefined],
])('guessTypes() gives the headline %s the types %s', (title, types) => {
  expect(guessTypes(title, [])?.value.join(' ')).toBe(types);
});

test('every type of a form is one of the vocabulary', () => {
  expect(forms.flatMap((form) => form.types ?? []).filter((slug) => knownType(slug) === undefined)).toEqual([]);
});
