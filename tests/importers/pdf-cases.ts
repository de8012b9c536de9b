import { grid, lines, type Mark, type PdfPlan } from './make-pdf.ts';
import { listCases } from './pdf-cases-lists.ts';
import { tableCases } from './pdf-cases-tables.ts';

const foot = (page: number): Mark[] => [
  { text: 'Example Minerals Limited | ASX: XMX', x: 60, y: 800, size: 8 },
  { text: `Page ${page} of 2`, x: 480, y: 800, size: 8 },
];
const stamp: Mark = { text: 'For personal use only', x: 40, y: 600, size: 40, sideways: true };

/** The layout of each PDF case; what it must become stands in its folder as `expected.md`. */
export const pdfCases: Readonly<Record<string, PdfPlan>> = {
  ...listCases,
  ...tableCases,
  'pdf-two-columns': {
    made: "D:20210302080000+11'00'",
    pages: [
      [
        stamp,
        { text: 'ASX ANNOUNCEMENT', x: 60, y: 60, size: 12, bold: true },
        { text: '2 March 2021', x: 60, y: 85 },
        { text: 'First metal poured at Example Creek', x: 60, y: 120, size: 20, bold: true },
        ...lines(
          [
            'The plant at Example Creek has',
            'poured its first metal after nine',
            'months of work. The metallurgical',
            'recovery was better than the feasi-',
            'bility study had foreseen, and it',
            'needed no second metallurgi-',
            'cal test. The co-operation of all,',
            'from drilling to the long-',
            'term mine plan, made it possible.',
          ],
          { x: 60, y: 160 },
        ),
        ...lines(
          [
            'On the right begins the second',
            'column, which must be read after',
            'the first one has come to its end.',
            'Its sentences go on as they did',
            'before, line by line, until at the',
            'page’s end the text breaks off in',
            'the middle of a sentence, which',
            'goes on where the next page',
          ],
          { x: 320, y: 160 },
        ),
        ...foot(1),
      ],
      [
        ...lines(['begins, and is one paragraph there.'], { x: 60, y: 60 }),
        { text: 'Results', x: 60, y: 100, size: 14, bold: true },
        ...lines(['•', '•'], { x: 70, y: 130, leading: 15 }),
        ...lines(['Gold of 99.5 % purity, to the letter *', 'Silver, by-product'], { x: 90, y: 130, leading: 15 }),
        { text: 'Recovery was 93 per cent,', x: 60, y: 180 },
        { text: '1', x: 179, y: 176, size: 6 },
        { text: 'which is a record.', x: 185, y: 180 },
        ...lines(['This announcement was authorised for release by the Board of Example Minerals Limited.'], {
          x: 60,
          y: 210,
        }),
        { text: '1', x: 60, y: 246, size: 6 },
        { text: 'Unaudited.', x: 66, y: 250 },
        ...foot(2),
      ],
    ],
  },
  'pdf-form': {
    made: "D:20210823104742+10'00'",
    pages: [
      [
        { text: 'Appendix 3Y', x: 260, y: 60, size: 14, bold: true },
        { text: 'Change of Director’s Interest Notice', x: 190, y: 85, size: 14, bold: true },
        ...grid([60, 250, 530], [110, 130, 150]),
        { text: 'Name of entity', x: 64, y: 124, bold: true },
        { text: 'Example Minerals Limited (ASX: XMX)', x: 254, y: 124 },
        { text: 'ABN', x: 64, y: 144, bold: true },
        { text: '12 345 678 901', x: 254, y: 144 },
        { text: 'Part 1 – Change of relevant interests', x: 60, y: 180, size: 12, bold: true },
        ...grid([60, 250, 530], [195, 215, 245, 290]),
        { text: 'Direct or indirect interest', x: 64, y: 209, bold: true },
        { text: 'Direct', x: 254, y: 209 },
        ...lines(['No. of securities held', 'prior to change'], { x: 64, y: 228, bold: true }),
        { text: '858 fully paid ordinary shares | escrowed', x: 254, y: 228 },
        { text: 'Nature of change', x: 64, y: 258, bold: true },
        ...lines(['Shares bought on market and held directly by Jane', 'Doe in the plan for directors.'], {
          x: 254,
          y: 258,
        }),
        { text: 'Date of Notice: 23 August 2021', x: 60, y: 330 },
      ],
    ],
  },
  'pdf-figures': {
    pages: [
      [
        { text: 'Quarterly activities report to 30 September 2021', x: 60, y: 60, size: 18, bold: true },
        {
          text: 'Friday, 29 October 2021 (PERTH): Example Minerals Limited (ASX: XMX) reports the quarter’s production.',
          x: 60,
          y: 100,
        },
        ...lines(['Metal', 'Gold (oz)', 'Silver (koz)', 'Copper (kt)'], { x: 60, y: 130, leading: 14 }),
        ...lines(['Sep 2021', '1,240', '88.1', '–'], { x: 250, y: 130, leading: 14 }),
        ...lines(['Jun 2021', '1,102', '90.4', '0.3'], { x: 330, y: 130, leading: 14 }),
        ...lines(['Change', '13%', '(3%)', 'nil'], { x: 410, y: 130, leading: 14 }),
        ...lines(['Contact details'], { x: 60, y: 230, bold: true }),
        ...lines(['Jane Doe', 'Media Relations', '02 5550 1234', 'media@xmx.example'], { x: 60, y: 250, leading: 13 }),
        ...lines(['John Roe', 'Investor Relations', '02 5550 4321', 'investors@xmx.example'], {
          x: 300,
          y: 250,
          leading: 13,
        }),
      ],
    ],
  },
  'pdf-columns-at-heights': {
    pages: [
      [
        { text: 'Chair’s letter', x: 60, y: 80, size: 20, bold: true },
        ...lines(
          [
            'The year saw the first full twelve months',
            'of production at Example Creek, and with',
            'it the first profit of the company. Nobody',
            'was seriously hurt, and costs came down',
            'for the third year in a row, with more for',
          ],
          { x: 60, y: 120 },
        ),
        ...lines(
          [
            'those who own the company. A maiden',
            'dividend of one cent was declared, and',
            'the second mill will be built next year.',
            'I thank our people and our neighbours.',
          ],
          { x: 280, y: 137 },
        ),
        ...lines(['Key figures'], { x: 480, y: 114, bold: true }),
        ...lines(['31.2 kt of copper', 'A$14.2m profit', '1.0 cent a share'], { x: 480, y: 131, size: 9, leading: 15 }),
        { text: 'The accounts follow on the next page and were audited by the company’s auditor.', x: 60, y: 240 },
      ],
    ],
  },
  'pdf-letterhead-blocks': {
    pages: [
      [
        { text: 'Level 12', x: 440, y: 58, size: 8 },
        { text: 'EXAMPLE', x: 60, y: 66, size: 22 },
        { text: '1 Example Street', x: 440, y: 69, size: 8 },
        { text: 'Exampleton WA 6000', x: 440, y: 80, size: 8 },
        { text: 'MINERALS LIMITED', x: 60, y: 86, size: 9 },
        { text: 'T +61 8 5550 0100', x: 440, y: 91, size: 8 },
        { text: '12 October 2026', x: 60, y: 130 },
        { text: 'Dear Shareholder', x: 60, y: 155 },
        { text: 'CHANGE OF ADDRESS', x: 60, y: 180, bold: true },
        { text: 'Example Minerals Limited (ASX: XMX) has moved its office to the address above.', x: 60, y: 205 },
        { text: 'Yours faithfully', x: 60, y: 240 },
        { text: 'for and on behalf of the board', x: 60, y: 252 },
        { text: '- ENDS -', x: 280, y: 300 },
        { text: '* The lease ends in 2031.', x: 60, y: 330, size: 8 },
      ],
    ],
  },
  'pdf-votes': {
    pages: [
      [
        { text: 'Example Minerals', x: 60, y: 70, size: 20, bold: true },
        { text: 'RESULTS OF ANNUAL GENERAL MEETING', x: 60, y: 110, bold: true },
        {
          text: 'Example Minerals Limited (ASX: XMX) advises that all resolutions were carried by way of a poll.',
          x: 60,
          y: 130,
        },
        { text: 'Votes cast on the poll', x: 340, y: 160, size: 8, bold: true },
        ...[166, 182, 198, 214].map((y): Mark => ({ line: [60, y, 530, y] })),
        ...['No.', 'Resolution', 'For', '%', 'Against', '%'].map((text, column): Mark => ({
          text,
          x: [64, 100, 320, 362, 410, 450][column] ?? 0,
          y: 177,
          size: 8,
          bold: true,
        })),
        ...['1', 'Remuneration report', '81,204,118', '94.12%', '5,072,911', '5.88%'].map((text, column): Mark => ({
          text,
          x: [64, 100, 310, 355, 405, 446][column] ?? 0,
          y: 193,
          size: 8,
        })),
        ...['2', 'Re-election of Jane Doe', '88,117,002', '97.03%', '2,697,110', '2.97%'].map((text, column): Mark => ({
          text,
          x: [64, 100, 310, 355, 405, 446][column] ?? 0,
          y: 209,
          size: 8,
        })),
      ],
    ],
  },
  'pdf-cards': {
    pages: [
      [
        { text: 'The quarter at a glance', x: 60, y: 80, size: 18, bold: true },
        ...['A$42.1m', '8,412 t', '1.71'].map((text, at): Mark => ({ text, x: 60 + at * 160, y: 130, size: 28 })),
        ...lines(['Revenue, up by a tenth on', 'the quarter before'], { x: 60, y: 150 }),
        ...lines(['Copper in concentrate, the', 'most so far'], { x: 220, y: 150 }),
        ...lines(['US dollars a pound, at the', 'lower end of guidance'], { x: 380, y: 150 }),
        ...lines(
          [
            'Example Minerals Limited (ASX: XMX) will report its cash flows at the end of the month, as it does each',
            'quarter, and will hold a call for investors on the same day, of which the details follow by e-mail.',
          ],
          { x: 60, y: 200 },
        ),
      ],
    ],
  },
};
