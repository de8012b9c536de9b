import { expect, test } from 'vitest';
import type { Line } from '../../../src/importers/model/extract.ts';
import { guess } from '../../../src/importers/guess/guess.ts';
import { extractOf } from './extract-of.ts';

const today = '2026-11-23';
const at = (text: string, y: number, size = 10, strong = false): Partial<Line> => ({ text, y, size, strong });
const titleOf = (lines: readonly (string | Partial<Line>)[], about = {}) =>
  guess(extractOf(lines, about), { today }).title?.value;
const TEXT = [300, 312, 324].map((y) =>
  at('The company has poured its first metal after nine months of work at its plant.', y),
);

test('guess() takes both lines of a headline, also where the second is a label elsewhere', () => {
  const lines = [at('ASX announcement', 80, 40, true), at('Resolution under section 249N of the', 160, 20, true)];
  expect(titleOf([...lines, at('Corporations Act', 184, 20, true), ...TEXT])).toBe(
    'Resolution under section 249N of the Corporations Act',
  );
  expect(titleOf([...lines, ...TEXT])).toBeUndefined();
});

test('guess() takes a headline that ends in another company’s name', () => {
  const headline = 'Farm-in agreement with Sample Metals Limited (ASX: QQX)';
  expect(titleOf([at('Example Minerals Limited', 60, 24), at(headline, 120, 20, true), ...TEXT])).toBe(headline);
});

test.each([
  [at('MR SAM SAMPLE', 100, 14), at('123 SAMPLE STREET', 116, 14), at('SAMPLETOWN NSW 9999', 132, 14)],
  [at('Ms Jo Bloggs', 100), at('ASX Limited', 112), at('Level 40, Central Park', 124), at('PERTH WA 6000', 136)],
  [at('GPO BOX 2975 MELBOURNE', 100, 14), at('LODGE YOUR VOTE', 116, 14), at('YOUR VOTE IS IMPORTANT', 130, 14)],
  [at('PO Box 1', 100, 14, true), at('Perth Western Australia 6000', 116, 14, true)],
  [at('Suite 5, 12-14 Sample Terrace', 100, 14, true), at('Adelaide, SA, 5000', 116, 14, true)],
])('guess() takes the subject of a letter, and no line of its address', (...address) => {
  const letter = [at('Dear Securityholder', 200), at('Capital notes offer', 220, 10, true), ...TEXT];
  expect(titleOf([...address, ...letter])).toBe('Capital notes offer');
  expect(titleOf([...address, ...TEXT])).toBeUndefined();
});

test('guess() takes a letter’s subject over two lines, and what stands behind Re:', () => {
  const two = [at('Response to ASX Query in relation to disclosures', 220, 10, true), at('to market', 232, 10, true)];
  expect(titleOf([at('Dear Ms Bloggs', 200), ...two, ...TEXT])).toBe(
    'Response to ASX Query in relation to disclosures to market',
  );
  expect(titleOf([at('Dear Ms Bloggs', 200), at('RE: Trading halt request', 220), ...TEXT])).toBe(
    'Trading halt request',
  );
});

test('guess() takes the title in a PDF’s own data only where the page shows it', () => {
  const lines = [at('First metal poured at', 100), at('Example Creek', 112), ...TEXT];
  expect(titleOf(lines, { title: 'First metal poured at Example Creek' })).toBe('First metal poured at Example Creek');
  expect(titleOf(lines, { title: 'Microsoft Word - draft 3 final' })).toBeUndefined();
});

test.each(['DISCLAIMER', 'Important notice', 'Contents', 'Need assistance?', 'Highlights'])(
  'guess() takes no heading for a headline that stands in every document: %s',
  (heading) => {
    expect(titleOf([at(heading, 100, 24, true), ...TEXT])).toBeUndefined();
  },
);

test('guess() takes headlines that look a little like addresses', () => {
  for (const title of ['12 month drive to growth', 'Drilling at Boundary Road', 'Results of 2026 AGM in Perth'])
    expect(titleOf([at(title, 100, 20, true), ...TEXT])).toBe(title);
});

test.each([
  ['Quarterly activities report, Example Minerals Limited (ASX: XMX)', 'Quarterly activities report'],
  ['Trading halt – Example Minerals Ltd', 'Trading halt'],
  ['Jo Bloggs, Example Minerals Limited', undefined],
  ['Company Secretary, Example Minerals Limited', undefined],
])('guess() takes no company behind it for a part of the headline: %s', (line, title) => {
  expect(titleOf([line, 'The plant has poured its first metal.'])).toBe(title);
});

test('guess() takes the year that a headline ends with on a line of its own', () => {
  const lines = [at('Quarterly activities report for the period ended 31 March', 100, 20, true)];
  expect(titleOf([...lines, at('2026', 124, 20, true), ...TEXT])).toBe(`${lines[0]?.text} 2026`);
});

test('guess() takes all lines of a form’s title, and not the number of the form above it', () => {
  const begun = at('Mining exploration entity or oil and gas exploration entity', 100, 13, true);
  const form = at('quarterly cash flow report', 116, 13, true);
  expect(titleOf([at('Appendix 5B', 80, 13, true), begun, form, ...TEXT])).toBe(`${begun.text} ${form.text}`);
  expect(titleOf([at('Appendix 5B', 100, 13, true), form, ...TEXT])).toBe(form.text);
  const three = ['New issue announcement,', 'application for quotation of additional securities', 'and agreement'];
  expect(titleOf([...three.map((text, index) => at(text, 100 + index * 16, 13, true)), ...TEXT])).toBe(three.join(' '));
});
