import { grid, type Mark, type PdfPlan } from './make-pdf.ts';

/** Cells at the places of their columns; figures end there. */
function cells(texts: readonly string[], xs: readonly number[], y: number, size = 8, bold = false): Mark[] {
  const width = (text: string) => text.length * 0.556 * size;
  return texts.flatMap((text, column): Mark[] => {
    const x = xs[column] ?? 0;
    if (text === '') return [];
    return [{ text, x: /^[\d.]+$/.test(text) ? x - width(text) : x, y, size, bold }];
  });
}
const level = (y: number): Mark => ({ line: [60, y, 530, y] });
const upright = (x: number, y0: number, y1: number): Mark => ({ line: [x, y0, x, y1] });

/** Cases of tables. */
export const tableCases: Readonly<Record<string, PdfPlan>> = {
  'pdf-cells-close': {
    pages: [
      [
        { text: 'Results of drilling', x: 60, y: 80, size: 18, bold: true },
        {
          text: 'Example Minerals Limited (ASX: XMX) has the assays of eight holes, each of which met copper again.',
          x: 60,
          y: 110,
        },
        ...cells(['Hole', 'RL', 'Depth', 'Dip', 'Cu', 'Remark'], [62, 126, 141, 170, 192, 212], 140, 8, true),
        ...cells(['', '(m)', '(m)', '(°)', '(%)', ''], [62, 124, 150, 172, 190, 212], 149, 8, true),
        level(154),
        ...Array.from({ length: 14 }, (_, index) => {
          const y = 165 + index * 15;
          const hole = String(index + 1).padStart(2, '0');
          return [
            ...cells([`XCR0${hole}`, '412', `${120 + index}`, '60', `1.${hole}`], [62, 140, 164, 183, 206], y),
            ...(index === 4 ? cells(['oxide'], [212], y) : []),
            level(y + 4),
          ];
        }).flat(),
      ],
    ],
  },
  'pdf-tables-below-one-another': {
    pages: [
      [
        { text: 'Entitlement offer', x: 60, y: 80, size: 18, bold: true },
        {
          text: 'Example Minerals Limited (ASX: XMX) has sent the booklet of its offer to all owners in Australia.',
          x: 60,
          y: 110,
        },
        { text: 'Key dates', x: 60, y: 140, bold: true },
        level(146),
        ...cells(['Record date', 'Tuesday, 6 October 2026'], [60, 320], 158, 10),
        level(164),
        ...cells(['Last day to extend the closing date of the offer', 'Tuesday, 20 October 2026'], [60, 320], 176, 10),
        ...cells(['by notice to ASX before noon', '(until noon)'], [60, 320], 188, 10),
        level(194),
        ...cells(['Normal trading begins', 'Monday, 2 November 2026'], [60, 320], 206, 10),
        level(212),
        { text: 'These dates may change.', x: 60, y: 230 },
        { text: 'Offer at a glance', x: 60, y: 254, bold: true },
        level(260),
        ...cells(['Ratio', '1 new share for every 5 held'], [60, 320], 272, 10),
        level(278),
        ...cells(['Price', 'Twenty-eight cents a share'], [60, 320], 290, 10),
        level(296),
      ],
    ],
  },
  'pdf-row-over-pages': {
    pages: [
      [
        { text: 'Sampling techniques', x: 60, y: 80, size: 18, bold: true },
        {
          text: 'Example Minerals Limited (ASX: XMX) took its samples as follows, and kept what was left of them.',
          x: 60,
          y: 110,
        },
        ...cells(['Criteria', 'Explanation', 'Commentary'], [64, 164, 354], 714, 9, true),
        ...grid([60, 160, 350, 530], [720, 740]),
        ...cells(['Sampling', 'Nature of the sampling', 'One metre each'], [64, 164, 354], 734, 9),
        ...[60, 160, 350, 530].map((x) => upright(x, 740, 775)),
        ...cells(['Drilling', 'Type of the drill, such as core or', 'With a hammer of'], [64, 164, 354], 754, 9),
        ...cells(['', 'reverse circulation, and its', ''], [64, 164, 354], 766, 9),
      ],
      [
        ...cells(['Criteria', 'Explanation', 'Commentary'], [64, 164, 354], 64, 9, true),
        ...[60, 160, 350, 530].map((x) => upright(x, 70, 90)),
        level(90),
        ...cells(['', 'details.', '143 mm.'], [64, 164, 354], 84, 9),
        ...grid([60, 160, 350, 530], [90, 110]),
        ...cells(['Logging', 'Whether all was logged', 'All of it was'], [64, 164, 354], 104, 9),
      ],
    ],
  },
  'pdf-form-604': {
    pages: [
      [
        { text: 'Form 604', x: 260, y: 80, size: 18, bold: true },
        { text: 'Notice of change of interests of substantial holder', x: 150, y: 105, size: 14, bold: true },
        ...cells(['To Company Name/Scheme', 'SAMPLE PROPERTY INVESTMENTS LTD'], [60, 260], 140, 9),
        ...cells(['ACN/ARSN', '010 330 515'], [60, 260], 156, 9),
        { text: '1. Details of substantial holder', x: 60, y: 180, bold: true },
        ...cells(['Name', 'Example Minerals Limited (ASX: XMX)'], [60, 260], 200, 9),
        ...cells(['There was a change in the interests of the'], [60], 220, 9),
        ...cells(['substantial holder on', '16/08/2026'], [60, 260], 231, 9),
        ...cells(['The previous notice was given to the company on', '04/04/2026'], [60, 260], 247, 9),
        ...cells(['The previous notice was dated', '29/03/2026'], [60, 260], 263, 9),
        { text: 'Signature', x: 60, y: 300, bold: true },
        ...cells(['print name', 'John Roe', 'capacity', 'Company Secretary'], [60, 140, 330, 400], 320, 9),
        ...cells(['sign here', 'signed', 'date', '18/08/2026'], [60, 140, 330, 400], 344, 9),
      ],
    ],
  },
  'pdf-rows-spread': {
    pages: [
      [
        { text: 'Results for the year', x: 60, y: 80, size: 18, bold: true },
        {
          text: 'Example Minerals Limited (ASX: XMX) has had its best year, and says what it was made of in the table.',
          x: 60,
          y: 110,
        },
        ...cells(['$ million', 'FY26', 'FY25', 'Change'], [62, 195, 224, 250], 150, 9, true),
        ...[
          ['Revenue', '412.6', '371.9', '11.0'],
          ['Underlying earnings', '88.4', '74.2', '19.0'],
          ['Net finance costs', '9.8', '11.0', '11.0'],
          ['Profit after tax', '31.2', '22.8', '37.0'],
        ].flatMap((row, index) => cells(row, [62, 217, 246, 281], [177, 204, 233, 260][index] ?? 0, 9)),
      ],
    ],
  },
  'pdf-names-over-figures': {
    pages: [
      [
        { text: 'Production in the quarter', x: 60, y: 80, size: 18, bold: true },
        {
          text: 'Example Minerals Limited (ASX: XMX) mined more in the quarter than in any of the four quarters before.',
          x: 60,
          y: 110,
        },
        ...grid([60, 200, 300, 400], [130, 150, 170, 190]),
        ...cells(['Production', 'First quarter', 'Fourth quarter'], [64, 204, 304], 144, 9),
        ...cells(['Copper (kt)', '457.0', '476.2'], [64, 290, 390], 164, 9),
        ...cells(['Iron ore (Mt)', '63.2', '65.3'], [64, 290, 390], 184, 9),
        ...grid([60, 200, 300], [230, 250, 270, 290]),
        ...cells(['Class', 'Ordinary shares'], [64, 204], 244, 9),
        ...cells(['Number', '136'], [64, 290], 264, 9),
        ...cells(['Price', '74.97'], [64, 290], 284, 9),
      ],
    ],
  },
  'pdf-name-on-two-lines': {
    pages: [
      [
        { text: 'Notification of securities', x: 60, y: 80, size: 18, bold: true },
        {
          text: 'The capital of Example Minerals Limited (ASX: XMX) will be as follows, once all of them have ceased.',
          x: 60,
          y: 110,
        },
        ...cells(['Total number of'], [481], 140, 9, true),
        ...cells(['Code and description', 'securities on issue'], [62, 463], 151, 9, true),
        ...cells(['XMX : ORDINARY FULLY PAID', '5,068,739,787'], [62, 491], 178, 9),
        {
          text: 'Details of the others follow below, as the form of the exchange wants them to be told by the company.',
          x: 60,
          y: 220,
        },
      ],
    ],
  },
};
