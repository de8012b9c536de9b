import { expect, test } from 'vitest';
import { plainType } from '../../src/release/type-finding.ts';

test.each([
  ['3Y', 'change-of-directors-interest-notice'],
  [' Appendix 3Y ', 'change-of-directors-interest-notice'],
  ['ASIC Form 603', 'becoming-a-substantial-holder'],
  ['appendix 3B', 'appendix-3b'],
  ['trading halt', 'trading-halt'],
  ['trading-halt', 'trading-halt'],
])('plainType() takes %j as %s', (written, slug) => {
  expect(plainType(written)).toBe(slug);
});

test.each(['4C', 'tradinghalt', '', 'no-such-type'])('plainType() leaves %j, which fits none or several', (written) => {
  expect(plainType(written)).toBe(written);
});
