import { expect, test } from 'vitest';
import { guess } from '../../../src/importers/guess/guess.ts';
import { extractOf } from './extract-of.ts';

const today = '2026-11-23';
const companies = [
  { code: 'XMX', name: 'Example Minerals Limited' },
  { code: 'XMX', name: 'Old Example Limited' },
];

test.each([
  'Example Minerals Limited (ASX: XMX) has begun to drill.',
  'Example Minerals Limited (ASX:XMX, OTC: XMXYY) has begun to drill.',
  'Example Minerals Limited (ASX Code: XMX) has begun to drill.',
  'ASX CODE: XMX',
  'ASX code – XMX',
  'ASX Ticker XMX',
  'ASX Ticker: XMX',
  'ASX Symbol: XMX',
  'ASX Issuer Code: XMX',
  'The company’s ASX code is XMX.',
  'Example Minerals (XMX:ASX)',
  'Example Minerals (XMX.AX)',
  'Example Minerals (XMX.ASX)',
  'Example Minerals (ASX XMX)',
  'ASX | XMX',
  'Example Minerals (ASX/TSX: XMX)',
  'Example Minerals (ASX, LSE and JSE: XMX)',
  'Example Minerals (ASX & NZX: XMX)',
  'ASX:  XMX',
  'ASX: ‘XMX’',
  'ASX-Code: XMX',
  'ASX Company Code: XMX',
  'EXAMPLE MINERALS LIMITED ASX CODE XMX ABN 12 345 678 901',
  'EXAMPLE MINERALS LIMITED ASX: XMX ASX ANNOUNCEMENT',
  'ASX:XMX DRILLING UPDATE',
  'Example Minerals (XMX : ASX)',
  'Example Minerals (ASX/NASDAQ: XMX/XMXY)',
  'Example Minerals (LSE: EXM, OTCQX: XMXYY, ASX: XMX)',
  'Example Minerals (JSE: EXM) (ASX: XMX)',
])('guess() reads the code out of %j', (text) => {
  expect(guess(extractOf(['Drilling begins', text]), { today }).code?.value).toBe('XMX');
});

test.each([
  [['Example Minerals Limited (ASX:', 'XMX) has begun to drill.']],
  [['Example Minerals Limited (ASX', 'Code: XMX) has begun to drill.']],
  [['Example Minerals Limited (ASX Code:', 'XMX) has begun to drill.']],
])('guess() reads the code over the end of a line: %j', (texts) => {
  expect(guess(extractOf(texts), { today }).code?.value).toBe('XMX');
});

test.each([
  'Lodged with ASX: The market is told.',
  'This is an ASX – LISTED company.',
  'ASX Limited, 20 Bridge Street',
  'The price was 5c at 10:30 (ASX: 5c).',
  'ASX: 2026 results',
  'ASX: GOLD RESULTS',
  'ASX: MINING RESULTS',
  'ASX CODE CHANGE',
  'SOURCE: ASX',
  'Example Minerals, WWW.ASX.COM.AU',
  'An index (ASX 200) fell.',
  'ASX: 131 279',
  'Example Minerals (NASDAQ/ASX: EXMP/XMX)',
])('guess() takes no word for a code in %j', (text) => {
  expect(guess(extractOf([text]), { today }).code).toBeUndefined();
});

test.each([
  [['Sample Metals (TSX: SMP) buys a mine of Example Minerals (ASX: XMX)']],
  [['Sample Metals (OTCQB: SMPLF) begins to drill', 'Mr Doe once led Example Minerals (ASX: XMX).']],
  [['Example Minerals (ASX: XMX) and Sample Empire (ASX: QQX) merge']],
  [['Three companies to watch', 'Example Minerals (ASX: XMX)', 'Sample Empire (ASX: QQX)', 'Sample Metals (ASX: QQZ)']],
  [['Companies to watch', `Example Minerals (ASX: XMX) ${'has begun to drill. '.repeat(12)}`, 'Sample (ASX: QQX)']],
])('guess() takes no company of several for the one that lodged: %j', (texts) => {
  expect(guess(extractOf(texts), { today }).code).toBeUndefined();
});

test('guess() takes the code of the running heads, whichever company the text names before', () => {
  const extract = extractOf(['Sample Metals (TSX: SMP) buys a mine', 'with Sample Empire (ASX: QQX)']);
  const head = { text: 'Example Minerals | ASX: XMX', page: 1, strong: false, running: true, times: 4 };
  expect(guess({ ...extract, lines: [...extract.lines, head] }, { today }).code?.value).toBe('XMX');
});

test('guess() takes the archive’s own company, by its name or a former one, before another’s code', () => {
  const other = 'Jo Bloggs, co-founder of Sample Empire (ASX:QQX)';
  for (const name of ['EXAMPLE MINERALS LTD', 'Example Minerals', 'Old Example Limited'])
    expect(guess(extractOf([name, other]), { today, companies }).code?.value).toBe('XMX');
  const named = guess(extractOf([other, 'and of Example Minerals Limited (ASX:XMX)']), { today, companies });
  expect(named.code?.value).toBe('XMX');
});

test('guess() takes no other company whose name holds that of the archive’s', () => {
  const both = [...companies, { code: 'XZX', name: 'Example Minerals Limited Royalty Trust' }];
  expect(guess(extractOf(['Example Minerals Limited Royalty Trust']), { today, companies: both }).code?.value).toBe(
    'XZX',
  );
});

test('guess() leaves a code out that the archive does not know, and says which', () => {
  const found = guess(extractOf(['Sample Metals (ASX:QQX)']), { today, companies, onlyCode: 'XMX' });
  expect(found.code).toBeUndefined();
  expect(found.unknownCode).toEqual({ value: 'QQX', evidence: 'ASX:QQX', confidence: 'likely' });
});

test('guess() takes the only company where the text names no code', () => {
  expect(guess(extractOf(['First metal']), { today, companies, onlyCode: 'XMX' }).code).toMatchObject({
    value: 'XMX',
    confidence: 'stand-in',
  });
});

test('guess() leaves the code out where the archive’s companies are named alike', () => {
  const both = [...companies, { code: 'XZX', name: 'Sample Metals Limited' }];
  const texts = ['Example Minerals Limited', 'Sample Metals Limited', 'Merger of equals'];
  expect(guess(extractOf(texts), { today, companies: both }).code).toBeUndefined();
});

test.each([
  'ASX BHP',
  'BHP Group Limited (ASX BHP, NYSE BHP)',
  'ASX/BHP',
  'ASX-listed BHP',
  'Ticker: BHP',
  'Issuer code BHP',
])('guess() says that the document names another code where the only company stands in: %j', (text) => {
  const { code } = guess(extractOf(['First metal', text]), { today, companies, onlyCode: 'XMX' });
  expect(code).toMatchObject({ value: 'XMX', confidence: 'stand-in' });
  expect(code?.evidence).toMatch(/^it is the only company of the archive; but the document names another code: .*BHP$/);
});

test.each(['ASX XMX', 'ASX ANNOUNCEMENT', 'ASX Limited, 20 Bridge Street', 'ASX THE', 'Postcode 2000', 'ASX 200'])(
  'guess() takes no other word for another code: %j',
  (text) => {
    const { code } = guess(extractOf(['First metal', text]), { today, companies, onlyCode: 'XMX' });
    expect(code?.evidence).not.toContain('another code');
  },
);

test('guess() says that the code is another where the archive’s company is named by its name alone', () => {
  const texts = [...Array.from({ length: 14 }, () => 'A line.'), 'with Example Minerals Limited'];
  const found = guess(extractOf(['BHP Group (ASX: BHP)', ...texts]), { today, companies, onlyCode: 'XMX' });
  expect(found.code?.value).toBe('XMX');
  expect(found.code?.evidence).toBe('Example Minerals Limited; but the document’s code is another: ASX: BHP');
});

test('guess() says that the code is another where a letterhead above names another company', () => {
  const theirs = [
    'Sample Metals Limited (ASX: QQX)',
    'First metal',
    'It was sold to Example Minerals Limited (ASX: XMX).',
  ];
  const { code } = guess(extractOf(theirs), { today, companies, onlyCode: 'XMX' });
  expect(code?.evidence).toBe('Example Minerals Limited; but the document’s code is another: ASX: QQX');
});

test.each([
  ['Example Minerals Limited', 'Sample Metals Limited (ASX: QQX)'],
  ['Agreement with Sample Metals Limited (ASX: QQX)', 'Example Minerals Limited has sold its mill.'],
])('guess() takes no partner of the company for the one that announces: %j', (...texts) => {
  const { code } = guess(extractOf(texts), { today, companies, onlyCode: 'XMX' });
  expect(code?.evidence).toBe('Example Minerals Limited');
});

test.each([
  ['Example Minerals Limited', 'a royalty of Sample Metals Limited (ASX: QQX).'],
  ['Example Minerals Ltd ABN 12 345 678 901', 'The ground was bought from Sample Metals', 'Limited (ASX: QQX).'],
])('guess() takes no code of a company whose name is not that of the letterhead: %j', (...texts) => {
  expect(guess(extractOf(['Quarterly report', ...texts]), { today }).code).toBeUndefined();
});

test.each([
  ['Example Minerals Ltd', 'Example Minerals Limited (ASX: XMX) has begun to drill.'],
  ['ASX Compliance Pty Limited', 'Example Minerals Limited (ASX: XMX) has begun to drill.'],
  ['Sample Metals Limited', 'The code of the company is ASX: XMX.'],
])('guess() takes a code beside the name of the letterhead, and one without a name: %j', (...texts) => {
  expect(guess(extractOf(texts), { today }).code?.value).toBe('XMX');
});
