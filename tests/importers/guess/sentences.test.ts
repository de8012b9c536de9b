import { expect, test } from 'vitest';
import { sentenceFrom } from '../../../src/importers/guess/sentences.ts';

const NAMES =
  'Mr. Jo Bloggs, Mrs. A. Bloggs, Ms. Roe, Dr. Doe, Prof. Loe, St. Ives Co. Inc. and Example Pty. Ltd. No. 2';

test('sentenceFrom() does not take the point of an abbreviation for the end of a sentence', () => {
  expect(sentenceFrom([{ text: `by ${NAMES}. Another sentence.`, page: 1, strong: false }], 0, 3)).toBe(NAMES);
});
