import type { Piece } from '../pdf/page.ts';
import type { ScanLine } from './recognise.ts';

/** Words of which it is this sure, of a hundred, are mostly right. */
export const SURE = 75;

/** Lines below this are stains, signatures and pictures, which it has read as letters. */
const NO_TEXT = 35;

/** What the lines of a picture are to a page. */
interface Recognised {
  readonly pieces: readonly Piece[];
  /** Words that may be read wrongly. */
  readonly unsure: readonly string[];
  /** What was taken for no text, as lines of tables, stains and signatures are. */
  readonly dropped: readonly string[];
}

/** The words as text of the page, set straight where the sheet lay askew. */
export function recognisedOf(lines: readonly ScanLine[], scale: number): Recognised {
  const slope = middle(lines.filter(({ words }) => words.length > 3).map((line) => line.slope)) ?? 0;
  const height = middle(lines.flatMap((line) => line.words.map(() => line.height))) ?? 0;
  const isText = (line: ScanLine) =>
    sureness([line]) >= NO_TEXT && line.words.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const words = lines.filter(isText).flatMap((line) => line.words.map((word) => ({ ...word, line })));
  const read = words.filter((word) => !isStain(word) && !words.some((other) => isParted(word, other)));
  const pieces = read.map(({ text, x0, x1, line }, order): Piece => {
    // The heights that are measured of lines in one type differ by a pixel or three.
    const own = Math.abs(line.height - height) < 0.14 * height ? height : line.height;
    return {
      x: x0 / scale,
      y: (line.y - slope * line.x) / scale,
      width: (x1 - x0) / scale,
      // From the top of its tallest letters to the foot of its lowest, type is a tenth lower than its size.
      size: Math.max(1, Math.round((own / scale) * 1.1 * 2) / 2),
      text,
      bold: false,
      order,
    };
  });
  const dropped = lines.filter((line) => !isText(line)).map((line) => line.words.map(({ text }) => text).join(' '));
  return {
    pieces,
    unsure: read.filter(({ confidence }) => confidence < SURE).map(({ text }) => text),
    dropped: dropped.filter((text) => /[\p{L}\p{N}]{2}/u.test(text)),
  };
}

/** How sure the machine is of the words of some lines, 0 to 100. */
export function sureness(lines: readonly ScanLine[]): number {
  const words = lines.flatMap((line) => line.words);
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);
}

/** A word of a line. */
type Placed = ScanLine['words'][number] & { readonly line: ScanLine };

/** True for signs without a letter of which it is unsure: dots and lines of the picture. */
function isStain({ text, confidence }: Placed): boolean {
  return confidence < SURE && !/[\p{L}\p{N}]/u.test(text);
}

/** True for a part of a large word, which is at times read once more as a line of its own. */
function isParted(word: Placed, other: Placed): boolean {
  if (word.line === other.line || word.x1 - word.x0 >= other.x1 - other.x0) return false;
  const common = Math.min(word.x1, other.x1) - Math.max(word.x0, other.x0);
  const isLevel = Math.abs(word.line.y - other.line.y) < 0.4 * Math.min(word.line.height, other.line.height);
  return isLevel && common > 0.6 * (word.x1 - word.x0);
}

function middle(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
