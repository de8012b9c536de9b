import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCborWriter, decodeCbor, encodeCbor, type CborValue } from '../../src/pagefind-index/cbor.ts';

const cbor: fc.Arbitrary<CborValue> = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
    fc.constant(null),
    fc.array(tie('value')),
  ),
})).value;

test('decodeCbor() reads what encodeCbor() writes', () => {
  fc.assert(
    fc.property(cbor, (value) => {
      expect(decodeCbor(encodeCbor(value))).toEqual(value);
    }),
  );
});

test('encodeCbor() writes the shortest form of RFC 8949', () => {
  const hex = (value: CborValue) => encodeCbor(value).toString('hex');
  expect([0, 23, 24, 255, 256, 65_535, 65_536, -1, -25].map(hex)).toEqual([
    '00',
    '17',
    '1818',
    '18ff',
    '190100',
    '19ffff',
    '1a00010000',
    '20',
    '3818',
  ]);
  expect(hex(['a', null])).toBe('826161f6');
});

test('createCborWriter() gives parts of what was written, and forgets what is not needed any more', () => {
  const writer = createCborWriter();
  writer.list(2);
  const start = writer.length();
  writer.text('é'.repeat(5_000));
  const end = writer.length();
  writer.number(7);
  expect(decodeCbor(writer.take(start, end))).toBe('é'.repeat(5_000));
  writer.drop(end);
  expect(writer.take(0, writer.length()).toString('hex')).toBe('07');
});

test('decodeCbor() refuses what is cut off or of a kind that Pagefind does not write', () => {
  expect(() => decodeCbor(Buffer.from('8201', 'hex'))).toThrow();
  expect(() => decodeCbor(Buffer.from('6561', 'hex'))).toThrow('CBOR: the file ends within a value.');
  expect(() => decodeCbor(Buffer.from('0101', 'hex'))).toThrow('CBOR: 1 bytes follow the value.');
  expect(() => decodeCbor(Buffer.from('a10102', 'hex'))).toThrow('CBOR: a value of kind 5');
});
