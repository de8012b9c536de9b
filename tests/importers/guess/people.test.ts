import { expect, test } from 'vitest';
import { guess } from '../../../src/importers/guess/guess.ts';
import { extractOf } from './extract-of.ts';

const today = '2026-11-23';
const authoriserOf = (texts: Parameters<typeof extractOf>[0]) => guess(extractOf(texts), { today }).authorisedBy?.value;
const contactsOf = (texts: Parameters<typeof extractOf>[0]) => guess(extractOf(texts), { today }).contacts?.value;

/** A line as long as lines of this page get. */
const FULL = 'The plant ran on all days of the quarter but two, and reached the plan that the board had set for it.';

test.each([
  [
    [
      'This announcement was authorised for release to the ASX by the Board of Directors of Example',
      'Minerals Limited.',
    ],
    'the Board of Directors of Example Minerals Limited',
  ],
  [['This announcement has been authorised', 'by the Board.', 'ENDS'], 'the Board'],
  [
    ['This release was approved for release by the Managing Director, Mr J. Bloggs.'],
    'the Managing Director, Mr J. Bloggs',
  ],
  [['Authorised for release by the Board of Example Minerals Ltd.'], 'the Board of Example Minerals Ltd.'],
  [
    [FULL, 'Authorised for lodgement by the Directors of Example', 'Minerals Limited.'],
    'the Directors of Example Minerals Limited',
  ],
  [
    [FULL, 'This release was authorised by Jo Bloggs, Chief Executive', 'Officer of Example Minerals Limited. ENDS'],
    'Jo Bloggs, Chief Executive Officer of Example Minerals Limited',
  ],
  [[FULL, 'Authorised by the Board', 'For questions ask the Company Secretary.'], 'the Board'],
  [
    ['This request was authorised by the', 'Chair of the Company, on', 'behalf of the Board.'],
    'the Chair of the Company, on behalf of the Board',
  ],
  [['Authorised by:', 'By the Board'], 'the Board'],
  [['Authorised by: By the Board'], 'the Board'],
  [['This release was authorised by order of the Board.'], 'the Board'],
  [['Authorised by the Disclosure Committee', 'For further information'], 'the Disclosure Committee'],
  [
    ['The Board has met. This announcement is authorised for lodgement by Jo Bloggs, Company Secretary.'],
    'Jo Bloggs, Company Secretary',
  ],
])('guess() reads who authorised out of %j', (texts, value) => {
  expect(authoriserOf(texts)).toBe(value);
});

test.each([
  [
    [
      'If this quarterly cash flow report has been authorised for release to the market by your board, you can insert here: “By the board”.',
    ],
  ],
  [['Authorised by:', '(Name of body or officer authorising release – see note 4)']],
  [['A notice must be authorised by the Board before it is lodged.']],
  [['This form may be authorised by an attorney.']],
  [['The proxy form must be approved by the appointing shareholder.']],
  [['The report on payments was approved by shareholders in 2020.']],
  [['This announcement is authorised for release.']],
])('guess() names nobody out of a rule or a form: %j', (texts) => {
  expect(authoriserOf(texts)).toBeUndefined();
});

test('guess() reads the people below CONTACTS with a department, their offices and numbers on the line of the name or below', () => {
  const texts = [
    'CONTACTS',
    'Media and Investor Relations',
    'Jo Bloggs, Managing Director',
    'T: +61 8 5550 0100 | E: jo@example.com',
    'Sam Sample – Company Secretary',
    '08 5550 0101',
    'Kim Citizen +61 400 555 010',
    'About Example Minerals',
    'Lee Other',
    '08 5550 0199',
  ];
  expect(contactsOf(texts)).toEqual([
    { name: 'Jo Bloggs', title: 'Managing Director', phone: '+61 8 5550 0100', email: 'jo@example.com' },
    { name: 'Sam Sample', title: 'Company Secretary', phone: '08 5550 0101' },
    { name: 'Kim Citizen', phone: '+61 400 555 010' },
  ]);
});
