import { lines, type Mark, type PdfPlan } from './make-pdf.ts';

/** A disc, as browsers draw bullets: four curves around its middle. */
const disc = (x: number, y: number): Mark => curves(x, y, 'f');
const ring = (x: number, y: number): Mark => curves(x, y, 'S');
function curves(x: number, fromTop: number, paint: 'f' | 'S'): Mark {
  const [y, r, k] = [842 - fromTop, 1.8, 1];
  const ways = [
    [x + r, y + k, x + k, y + r, x, y + r],
    [x - k, y + r, x - r, y + k, x - r, y],
    [x - r, y - k, x - k, y - r, x, y - r],
    [x + k, y - r, x + r, y - k, x + r, y],
  ];
  return { raw: `${x + r} ${y} m ${ways.map((way) => `${way.join(' ')} c`).join(' ')} ${paint}` };
}
const square = (x: number, fromTop: number): Mark => ({ raw: `${x - 1.8} ${842 - fromTop - 1.8} 3.6 3.6 re f` });

/** Cases of bullets, numbers, notes and lines of contacts. */
export const listCases: Readonly<Record<string, PdfPlan>> = {
  'pdf-drawn-bullets': {
    pages: [
      [
        { text: 'Offtake for all gas of the first five years', x: 60, y: 80, size: 18, bold: true },
        disc(84, 116.5),
        {
          text: 'Binding agreement with Example Power for 42 PJ over five years, on terms that lenders know',
          x: 96,
          y: 120,
        },
        { text: 'and accept', x: 96, y: 132 },
        ring(114, 144.5),
        { text: 'Price fixed for two thirds of the volume', x: 126, y: 148 },
        square(144, 160.5),
        { text: 'with escalation from the second year', x: 156, y: 164 },
        ring(114, 176.5),
        { text: 'Take or pay of 85%', x: 126, y: 180 },
        disc(84, 192.5),
        { text: 'Five lenders have shown interest', x: 96, y: 196 },
        {
          text: 'Example Minerals Limited (ASX: XMX) will report as the conditions are met, one by one, until the end.',
          x: 60,
          y: 230,
        },
        { text: 'Metal', x: 60, y: 260 },
        disc(100, 256.5),
        { text: 'energy', x: 106, y: 260 },
      ],
    ],
  },
  'pdf-lettered-paragraphs': {
    pages: [
      [
        { text: 'Voting on resolution 1', x: 60, y: 80, size: 18, bold: true },
        { text: 'A vote must not be cast by or on behalf of either of the following persons:', x: 60, y: 110 },
        { text: 'a.', x: 70, y: 124 },
        {
          text: 'a member of the Key Management Personnel of Example Minerals Limited (ASX: XMX), details of',
          x: 90,
          y: 124,
        },
        { text: 'whose pay are in the report; or', x: 90, y: 136 },
        { text: 'b.', x: 70, y: 148 },
        { text: 'the Chair, unless the appointment as proxy:', x: 90, y: 148 },
        { text: 'i.', x: 96, y: 160 },
        { text: 'does not say how to vote; and', x: 116, y: 160 },
        { text: 'ii.', x: 96, y: 172 },
        { text: 'allows the Chair to vote.', x: 116, y: 172 },
        ...lines(['1.', '2.'], { x: 60, y: 206, leading: 30, bold: true }),
        ...lines(
          [
            'If the answer to the former question is “yes”:',
            'Is there any other explanation for the trading in its securities?',
          ],
          {
            x: 80,
            y: 206,
            leading: 30,
            bold: true,
          },
        ),
        ...lines(['Not applicable.', 'None that the company knows of.'], { x: 80, y: 219, leading: 30 }),
      ],
    ],
  },
  'pdf-notes-below-a-line': {
    pages: [
      [
        { text: 'Results for the year', x: 60, y: 80, size: 18, bold: true },
        { text: 'Revenue of Example Minerals Limited (ASX: XMX) rose by a tenth on FY25', x: 60, y: 110 },
        { text: '1', x: 402, y: 106, size: 6 },
        { text: 'and the profit', x: 409, y: 110 },
        { text: '2', x: 470, y: 106, size: 6 },
        { text: 'by a', x: 477, y: 110 },
        {
          text: 'third, which nobody had expected at the beginning of the year, and least of all the people who',
          x: 60,
          y: 122,
        },
        { line: [60, 700, 200, 700] },
        ...lines(['1', '2'], { x: 60, y: 714 }),
        ...lines(['Comparisons are with the year before.', 'Unaudited.'], { x: 78, y: 714 }),
      ],
      [{ text: 'made it possible.', x: 60, y: 80 }],
    ],
  },
  'pdf-contacts-and-headings': {
    pages: [
      [
        { text: 'Change of auditor', x: 60, y: 80, size: 18, bold: true },
        {
          text: 'Example Minerals Limited (ASX: XMX) has a new auditor, whom its owners will confirm in November 2026.',
          x: 60,
          y: 110,
        },
        ...lines(['Jane Doe', 'Chief Executive Officer'], { x: 60, y: 150, size: 13, bold: true, leading: 16 }),
        {
          text: 'She writes to the owners of the company in the letter that follows, which was sent to all of them today.',
          x: 60,
          y: 190,
        },
        ...lines(['Investors and analysts, wherever they', 'may be'], {
          x: 60,
          y: 220,
          size: 13,
          bold: true,
          leading: 16,
        }),
        {
          text: 'The letter is not part of this announcement, and nobody should rely upon it when buying or selling.',
          x: 60,
          y: 260,
        },
        ...lines(['John Roe', 'Sample Communications', '+61 400 555 010', 'john.roe@sample.example'], {
          x: 60,
          y: 300,
        }),
      ],
    ],
  },
  'pdf-address-and-foot': {
    pages: [
      [
        ...lines(['MR SAM SAMPLE', '123 SAMPLE STREET', 'SAMPLETOWN NSW 9999'], { x: 70, y: 110, size: 14 }),
        { text: 'Dear Securityholder', x: 60, y: 240 },
        { text: 'Capital notes offer', x: 60, y: 262, size: 11, bold: true },
        {
          text: 'I am writing to let you know that Example Minerals Limited (ASX: XMX) has launched an offer of a new',
          x: 60,
          y: 282,
        },
        { text: 'security under the Corporations Act 2001.', x: 60, y: 294 },
        { text: 'Example Minerals Limited | Level 1, 1 Example Street, Exampleton', x: 60, y: 760 },
      ],
    ],
  },
  'pdf-contacts-in-columns': {
    pages: [
      [
        { text: 'Operational review', x: 60, y: 80, size: 18, bold: true },
        {
          text: 'Example Minerals Limited (ASX: XMX) had a quarter without an injury, for the third time in a row now.',
          x: 60,
          y: 110,
        },
        ...['Media', 'Email: media@xmx.example', 'Australia', 'Jane Doe', '+61 3 5550 0101'].map((text, at): Mark => ({
          text,
          x: 60,
          y: [150, 170, 190, 202, 214][at] ?? 0,
        })),
        ...['Investors', 'Email: owners@xmx.example', 'Europe', 'John Roe', '+44 20 5550 0102'].map(
          (text, at): Mark => ({
            text,
            x: 320,
            y: [150, 170, 190, 202, 214][at] ?? 0,
          }),
        ),
      ],
    ],
  },
  'pdf-signatory': {
    pages: [
      [
        { text: 'Notice under section 708A', x: 60, y: 80, size: 18, bold: true },
        {
          text: 'Example Minerals Limited (ASX: XMX) gives this notice of its issue of shares under the Corporations Act.',
          x: 60,
          y: 110,
        },
        { text: 'Yours faithfully', x: 60, y: 150 },
        { text: 'John Roe', x: 60, y: 200, bold: true },
        { text: 'Company Secretary', x: 60, y: 212 },
        { text: 'Next steps', x: 60, y: 250, bold: true },
        {
          text: 'The shares will be quoted within five days, as all of them have been paid for by those who took them.',
          x: 60,
          y: 280,
        },
        ...lines(['Managing Director', 'jane.doe@xmx.example'], { x: 60, y: 320, size: 14 }),
      ],
    ],
  },
};
