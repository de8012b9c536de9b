import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell } from '../../src/data/releases-csv.ts';

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+61 8 5550 0100', "'+61 8 5550 0100"],
  ['-5% in the quarter', "'-5% in the quarter"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['＝1+1', "'＝1+1"],
  ['=HYPERLINK("https://example.com","x")', '"\'=HYPERLINK(""https://example.com"",""x"")"'],
  ["'=1", "''=1"],
  ["'quoted'", "'quoted'"],
  ['', ''],
])('csvCell() writes %j as %j', (text, cell) => expect(csvCell(text)).toBe(cell));

/** A reader of RFC 4180 as the RFC's grammar has it, for one line of cells. */
function readLine(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

test('every text comes back from csvCell(), and no cell runs', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom("'", '=', '+', '"', ',', '\n', '\r', '\t', 'a') }),
        ),
        { minLength: 2 },
      ),
      (texts) => {
        const cells = readLine(texts.map(csvCell).join(','));
        expect(cells.every((cell) => !/^[=+\-@\t\r＝＋－＠]/.test(cell))).toBe(true);
        expect(cells.map((cell) => cell.replace(/^'('*[=+\-@\t\r＝＋－＠])/, '$1'))).toEqual(texts);
      },
    ),
  );
});
