import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { makePdf, type Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

const square = (x: number, size = 9): Mark => ({ raw: `${x} 540 ${size} ${size} re S` });
const drawn = (raw: string): Mark => ({ raw });
/** A sign of ZapfDingbats: `3` is ✓, `7` ✗, `n` ■, `o` ❏. */
const sign = (name: string, x: number, y: number): Mark => ({ raw: `BT /F3 10 Tf ${x} ${842 - y} Td (${name}) Tj ET` });
const label: Mark = { text: 'Price sensitive', x: 80, y: 301 };
const yesNo: readonly Mark[] = row(['Yes', 'No'], [75, 135], 301);

/** A circle drawn as PDF does it, by four curves. */
function circle(x: number, y: number, r: number): string {
  const c = 0.55 * r;
  return `${x + r} ${y} m ${x + r} ${y + c} ${x + c} ${y + r} ${x} ${y + r} c ${x - c} ${y + r} ${x - r} ${y + c} ${x - r} ${y} c ${x - r} ${y - c} ${x - c} ${y - r} ${x} ${y - r} c ${x + c} ${y - r} ${x + r} ${y - c} ${x + r} ${y} c`;
}

test('importDocument() shows one box for a square that is drawn twice', async () => {
  expect(await bodyOf([square(60), square(60), label])).toBe(String.raw`\[ \] Price sensitive`);
});

test('importDocument() takes squares in a row, one for each sign to be written, for no tick boxes', async () => {
  expect(await bodyOf([square(49), square(58), square(67), label])).toBe('Price sensitive');
});

const chosen: Readonly<Record<string, readonly Mark[]>> = {
  'crossed by one path': [square(60), drawn('60 540 m 69 549 l 60 549 m 69 540 l S'), square(120)],
  'drawn with its cross by one path': [drawn('60 540 9 9 re 60 540 m 69 549 l 60 549 m 69 540 l S'), square(120)],
  'drawn by four lines': [
    ...[60, 120].map((x) =>
      drawn(
        `${x} 540 m ${x + 9} 540 l S ${x + 9} 540 m ${x + 9} 549 l S ${x + 9} 549 m ${x} 549 l S ${x} 549 m ${x} 540 l S`,
      ),
    ),
    drawn('60 540 m 69 549 l S'),
  ],
  'filled beside an empty one': [drawn('60 540 9 9 re B'), square(120)],
  'without a line around it, filled beside an empty one': [drawn('60 540 9 9 re f'), square(120)],
  'with a square in it': [square(60, 6.7), drawn('61.5 541.5 3.7 3.7 re f'), square(120, 6.7)],
  'that is a circle with a disc': [
    drawn(`${circle(63, 543, 3)} S ${circle(63, 543, 1.5)} f`),
    drawn(`${circle(123, 543, 3)} S`),
  ],
  'that is a black square of a face': [sign('n', 60, 301), sign('o', 120, 301)],
};

test.each(Object.entries(chosen))('importDocument() takes a box %s for chosen', async (_, marks) => {
  expect(await bodyOf([...marks, ...yesNo])).toBe(String.raw`\[x\] Yes \[ \] No`);
});

test('importDocument() leaves ticks and crosses of one document as they are, also at the beginning of a line', async () => {
  const legend = [
    sign('3', 60, 200),
    ...row(['complies'], [75], 200),
    sign('7', 60, 216),
    ...row(['does not'], [75], 216),
  ];
  expect(await bodyOf([...legend, square(60), label])).toBe(
    `✓ complies\n\n✗ does not\n\n${String.raw`\[ \] Price sensitive`}`,
  );
});

test('importDocument() leaves a cross that stands beside no box what it is', async () => {
  expect(await bodyOf([...row(['Jane Smith'], [60], 200), sign('7', 115, 200), square(60), label])).toBe(
    `Jane Smith ✗\n\n${String.raw`\[ \] Price sensitive`}`,
  );
});

test('importDocument() tells a ticked box from a crossed one in the same line', async () => {
  const marks = [square(60), drawn('61 544 m 64 541 l 68 548 l S'), square(120), drawn('120 540 m 129 549 l S')];
  expect(await bodyOf([...marks, ...yesNo])).toBe('☑ Yes ☒ No');
});

test('importDocument() leaves a cross whose meaning the document gives what it is, also beside an empty box', async () => {
  const legend = [sign('7', 60, 200), ...row(['= not met'], [75], 200)];
  const answer = [sign('7', 60, 301), ...row(['Yes'], [75], 301), square(120), ...row(['No'], [135], 301)];
  expect(await bodyOf([...legend, ...answer])).toBe(String.raw`✗ = not met

✗ Yes \[ \] No`);
});

const UNCLEAR =
  'may be a box that is ticked or not, and is not in the draft. Compare with the document, and write [x] or [ ].';

async function notesOf(...page: readonly Mark[]): Promise<readonly string[]> {
  const given = { code: ['XMX'], title: 'Layout' };
  const { notes } = await importDocument('a.pdf', makePdf({ pages: [page] }), given, { today: '2026-11-23' });
  return notes.filter((note) => note.startsWith('Page'));
}

test('importDocument() names the words beside a tick that is drawn without a box', async () => {
  expect(await notesOf(drawn('61 544 m 64 541 l 68 548 l S'), square(120), ...yesNo)).toEqual([
    `Page 1: what is drawn beside "Yes" ${UNCLEAR}`,
  ]);
});

test('importDocument() names the words beside boxes that are filled, none of them empty', async () => {
  expect(await notesOf(drawn('60 540 9 9 re B'), drawn('120 540 9 9 re B'), ...yesNo)).toEqual([
    `Page 1: what is drawn beside "Yes", "No" ${UNCLEAR}`,
  ]);
});

test('importDocument() says nothing of a picture as small as a box where the page has no boxes', async () => {
  expect(await notesOf(drawn('q 9 0 0 9 60 540 cm /I1 Do Q'), label)).toEqual([]);
});
