import { expect, test } from 'vitest';
import { lines } from '../make-pdf.ts';
import { bodyOf } from './body-of.ts';

const dots = '.'.repeat(40);

test.each([
  ['of dots', dots],
  ['of dots with spaces', ' . . . . . . . . . . . . '],
  ['between spaces', ` ${dots} `],
])('importDocument() makes a table of labels and values with leaders %s between them', async (_, leader) => {
  const rows = lines([`Ex date${leader}17 May 2026`, `Offer closes${leader}5.00pm on 2 June 2026`], { x: 60, y: 420 });
  expect(await bodyOf(rows)).toContain('| Ex date | 17 May 2026 |\n| Offer closes | 5.00pm on 2 June 2026 |');
});

test('importDocument() makes a table of contents of its titles and pages', async () => {
  const rows = lines([`1. Letter of the chair${dots}3`, `1.1 Purpose${dots}5`, `2. Risks${dots}14`], { x: 60, y: 420 });
  expect(await bodyOf(rows)).toContain('| 1.1 Purpose | 5 |');
});

test.each([
  ['a leader', ['Record date']],
  ['a leader and its label', ['Record', 'date']],
])('importDocument() joins %s that goes on in the next line', async (_, label) => {
  const texts = [1, 2].flatMap((day) =>
    [`${label.join('\n')}${dots}`, `${dots}${day} May 2026`].join('\n').split('\n'),
  );
  expect(await bodyOf(lines(texts, { x: 60, y: 420 }))).toContain('| Record date | 2 May 2026 |');
});

test('importDocument() keeps the dots of a form that is to be filled in', async () => {
  const rows = lines([`I ${dots} of ${dots} appoint`, `as my proxy ${dots}`, `Signed ${dots}`], { x: 60, y: 420 });
  expect(await bodyOf(rows)).toContain(`I ${dots} of ${dots} appoint`);
});

test('importDocument() parts a label from the first of several values behind a leader', async () => {
  const rows = ['Revenue', 'Costs'].flatMap((label, at) => [
    { text: `${label}${dots}412.6`, x: 60, y: 420 + at * 14 },
    { text: `371.${at}`, x: 300, y: 420 + at * 14 },
  ]);
  expect(await bodyOf(rows)).toContain('| Costs | 412.6 | 371.1 |');
});
