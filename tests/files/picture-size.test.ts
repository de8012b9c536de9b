import { expect, test } from 'vitest';
import { pictureSize } from '../../src/files/picture-size.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
/** A frame of 300 by 200. */
const FRAME = 'ffc0 0011 08 00c8 012c 03 000000 000000 000000';
const exif = (turned: string) =>
  `ffe1 0022 457869660000 4d4d002a00000008 0001 0112 0003 00000001 ${turned}0000 00000000`;

test.each([
  ['PNG', '89504e470d0a1a0a 0000000d 49484452 0000012c 000000c8 08', { width: 300, height: 200 }],
  ['GIF', '474946383961 2c01 c800 00', { width: 300, height: 200 }],
  ['JPEG', `ffd8 ffe0 0004 0000 ${FRAME}`, { width: 300, height: 200 }],
  ['JPEG that a camera turned', `ffd8 ${exif('0006')} ${FRAME}`, { width: 200, height: 300 }],
  ['JPEG that a camera left', `ffd8 ${exif('0001')} ${FRAME}`, { width: 300, height: 200 }],
  ['WebP', '52494646 00000000 57454250 56503820 00000000 000000 9d012a 2c01 c800', { width: 300, height: 200 }],
  ['WebP without loss', '52494646 00000000 57454250 5650384c 00000000 2f 2bc13100', { width: 300, height: 200 }],
  [
    'WebP with more',
    '52494646 00000000 57454250 56503858 00000000 00000000 2b0100 c70000',
    { width: 300, height: 200 },
  ],
  ['PNG that ends early', '89504e470d0a1a0a 0000000d 49484452', undefined],
  ['JPEG that ends early', 'ffd8 ffe0', undefined],
  ['JPEG that is none', 'ffd8 0000 0000', undefined],
  ['file of nothing', '', undefined],
  ['text', '3c7376673e', undefined],
])('pictureSize() reads a %s', (_, bytes, size) => {
  expect(pictureSize(hex(bytes))).toEqual(size);
});
