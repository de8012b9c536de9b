import { closeSync, openSync, readSync } from 'node:fs';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height in pixels, as a browser shows them, of a PNG, GIF, JPEG or WebP file; `undefined` where it says none. */
export function readPictureSize(file: string): PictureSize | undefined {
  const bytes = Buffer.alloc(MOST_BYTES);
  const handle = openSync(file, 'r');
  try {
    return pictureSize(bytes.subarray(0, readSync(handle, bytes, 0, MOST_BYTES, 0)));
  } finally {
    closeSync(handle);
  }
}

/** The same of a file's first bytes. */
export function pictureSize(bytes: Buffer): PictureSize | undefined {
  try {
    const kind = Object.values(KINDS).find(({ isOne }) => isOne(bytes));
    const size = kind?.read(bytes);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // A file that ends where its size should stand.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What cameras and programs write before a picture's size seldom takes more. */
const MOST_BYTES = 262_144;

interface Kind {
  readonly isOne: (bytes: Buffer) => boolean;
  readonly read: (bytes: Buffer) => PictureSize | undefined;
}

const KINDS: Readonly<Record<string, Kind>> = {
  png: {
    isOne: (bytes) => bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n',
    read: (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }),
  },
  gif: {
    isOne: (bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6)),
    read: (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  },
  jpeg: { isOne: (bytes) => bytes.length > 2 && bytes.readUInt16BE(0) === 0xffd8, read: readJpeg },
  webp: {
    isOne: (bytes) => /^RIFF[^]{4}WEBPVP8/.test(bytes.toString('latin1', 0, 15)),
    read: readWebp,
  },
};

/** The segments before a frame; a camera's note that the picture lies on its side exchanges the two. */
function readJpeg(bytes: Buffer): PictureSize | undefined {
  let sideways = false;
  for (let at = 2; at < bytes.length;) {
    const marker = bytes.readUInt16BE(at);
    if (marker >> 8 !== 0xff) return undefined;
    const length = bytes.readUInt16BE(at + 2);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return sideways ? { width: height, height: width } : { width, height };
    }
    if (marker === 0xffe1 && bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      sideways = orientation(bytes.subarray(at + 10, at + 2 + length)) >= 5;
    at += 2 + length;
  }
  return undefined;
}

/** How a picture is turned, 1 to 8, by its Exif data (TIFF). */
function orientation(tiff: Buffer): number {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = Array.from({ length: short(first) }, (_, index) => first + 2 + 12 * index);
  const found = entries.find((entry) => short(entry) === 0x0112);
  return found === undefined ? 1 : short(found + 8);
}

function readWebp(bytes: Buffer): PictureSize | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
