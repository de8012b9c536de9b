import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { lines, makePdf, type Mark } from '../make-pdf.ts';

const importOf = async (pages: readonly (readonly Mark[])[]) => {
  const given = { code: ['XMX'], title: 'Notes' };
  const { draft, notes } = await importDocument('a.pdf', makePdf({ pages }), given, { today: '2026-11-23' });
  return { body: draft.body, notes: notes.filter((note) => /^(?:The draft|In another place)/.test(note)) };
};
/** A line with a raised mark behind a text of this width, and a note at the foot of the page. */
const marked = (text: string, width: number, y: number, mark = '1'): Mark[] => [
  { text, x: 60, y },
  { text: mark, x: 60 + width, y: y - 4, size: 6 },
];
const note = (text: string, y: number, mark = '1'): Mark[] => [
  { text: mark, x: 60, y: y - 3, size: 5 },
  { text, x: 64, y, size: 8 },
];
const last = (y: number) => lines(['The mill ran on all days of the quarter but two.'], { x: 60, y });

test('importDocument() makes a footnote of a note at the foot of a page, behind the paragraph with its mark', async () => {
  const pages = [
    [
      ...marked('Gold recovery was 93.1 per cent.', 148, 300),
      ...last(340),
      ...note('Unaudited figure of', 700),
      { text: 'the plant.', x: 64, y: 709, size: 8 },
    ],
    [
      ...marked('Silver was sold as a by-product.', 143, 300, '2'),
      ...note('Under a contract that ends in 2027.', 700, '2'),
    ],
  ];
  expect(await importOf(pages)).toEqual({
    body:
      'Gold recovery was 93.1 per cent.[^1]\n\n[^1]: Unaudited figure of the plant.\n\nThe mill ran on all days of the quarter but two.\n\n' +
      'Silver was sold as a by-product.[^2]\n\n[^2]: Under a contract that ends in 2027.',
    notes: [],
  });
});

test('importDocument() joins the lines of a footnote that might have been longer', async () => {
  const page = [
    ...marked('Gold recovery was 93.1 per cent.', 148, 300),
    ...last(340),
    ...note('Figure of the plant at', 700),
    { text: 'Example Creek.', x: 64, y: 709, size: 8 },
  ];
  expect(await importOf([page])).toEqual({
    body:
      'Gold recovery was 93.1 per cent.[^1]\n\n[^1]: Figure of the plant at Example Creek.\n\n' +
      'The mill ran on all days of the quarter but two.',
    notes: [],
  });
});

test('importDocument() makes one list of two parts with the note of a page between them', async () => {
  const pages = [
    [...marked('• Gold recovery was 93.1 per cent.', 154, 300), ...note('Unaudited figure.', 700)],
    lines(['• Silver was sold as a by-product.'], { x: 60, y: 300 }),
  ];
  expect((await importOf(pages)).body).toBe(
    '- Gold recovery was 93.1 per cent.[^1]\n- Silver was sold as a by-product.\n\n[^1]: Unaudited figure.',
  );
});

test.each<[string, readonly (readonly Mark[])[]]>([
  [
    'are counted on each page anew',
    [300, 320].map((y) => [
      ...marked('Gold recovery was 93.1 per cent.', 148, y),
      ...note(`Figure ${y} of a list.`, 700),
    ]),
  ],
  ['begin with two', [[...marked('Gold recovery was 93.1 per cent.', 148, 300, '2'), ...note('Unaudited.', 700, '2')]]],
  ['have no mark', [[...last(300), ...note('Unaudited figure.', 700)]]],
  [
    'have a power for a mark',
    [
      [
        ...marked('Gold recovery was 93.1 per cent.', 148, 300),
        ...marked('The site takes 900 m', 94, 340, '2'),
        ...note('Unaudited.', 690),
        ...note('Under a contract.', 702, '2'),
      ],
    ],
  ],
])('importDocument() leaves notes that %s as they are', async (_, pages) => {
  const { body } = await importOf(pages);
  expect(body).not.toContain('[^');
  expect(body).toMatch(/^<sup>\d<\/sup>/m);
});

test('importDocument() takes the mark behind a year for a note’s, and a figure behind another for a power', async () => {
  const pages = [[...marked('The ground was bought in 2023.', 143, 300), ...last(340), ...note('For cash.', 700)]];
  expect((await importOf(pages)).body).toMatch(/in 2023\.\[\^1\]\n\n\[\^1\]: For cash\./);
  const year = [[...marked('The ground was bought in 2023', 141, 300), ...last(340), ...note('For cash.', 700)]];
  expect((await importOf(year)).body).toMatch(/in 2023\[\^1\]/);
  const power = [[...marked('The number is 10', 75, 300), ...last(340), ...note('For cash.', 700)]];
  expect((await importOf(power)).body).toMatch(/10<sup>1<\/sup>/);
});

test('importDocument() puts notes in small type, whatever their mark, below the sentence that a page’s end cuts', async () => {
  const begun = 'The company has complied with the rules of the exchange that apply to it, and there is no';
  const notes = ['* The rules of 2026.', '(1) Issued at $0.05 each.'];
  const pages = [
    [...lines([begun], { x: 60, y: 700 }), ...lines(notes, { x: 60, y: 730, size: 8, leading: 16 })],
    [...lines(['excluded information of the kind that the Act speaks of.'], { x: 60, y: 60 }), ...last(90)],
  ];
  expect((await importOf(pages)).body).toMatch(
    /^The company .* there is no excluded information .* speaks of\.\n\n\\\* The rules of 2026\.\n\n\(1\) Issued/,
  );
});
