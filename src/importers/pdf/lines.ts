import { mergeRuns, type Run, type Text } from '../model/blocks.ts';
import { listMarker } from '../model/list-marker.ts';
import type { Row } from './rows.ts';

/** A line of one column: the segments of a row side by side. */
export interface TextLine {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly runs: Text;
  readonly text: string;
  readonly textX?: number;
  /** True when it begins with a tick, cross or box that is no bullet. */
  readonly sign?: boolean;
  /** The widest gap between its segments, in heights of the type. */
  readonly gap: number;
}

/** A row as one line, its segments parted by a space. */
export function lineOf(row: Row): TextLine {
  const [first] = row.segments;
  const runs = row.segments.flatMap((segment, index): Run[] =>
    index === 0 ? [...segment.runs] : [{ text: ' ' }, ...segment.runs],
  );
  return {
    x0: first?.x0 ?? 0,
    x1: row.segments.at(-1)?.x1 ?? 0,
    y: row.y,
    size: Math.max(...row.segments.map((segment) => segment.size)),
    bold: row.segments.every((segment) => segment.bold),
    runs: mergeRuns(runs),
    text: row.segments.map((segment) => segment.text).join(' '),
    gap: Math.max(
      0,
      ...row.segments.slice(1).map((segment, index) => (segment.x0 - (row.segments[index]?.x1 ?? 0)) / row.size),
    ),
    ...(first?.textX === undefined ? {} : { textX: first.textX }),
    ...(first?.sign ? { sign: true } : {}),
  };
}

/** True when a line belongs to the paragraph, list item or heading of the lines above it. */
export function goesOn(group: readonly TextLine[], above: TextLine, line: TextLine, leading: number): boolean {
  const [first] = group;
  const distance = (line.y - above.y) / Math.max(above.size, line.size);
  if (!first || distance > leading * 1.28 || Math.abs(above.size - line.size) > 0.08 * Math.max(above.size, line.size))
    return false;
  // What stands beside the line above is not its next line.
  if (line.x0 > above.x1 || line.x1 < above.x0) return false;
  // A sentence may begin in bold type and go on without.
  if (above.bold !== line.bold && !(/^[\p{Ll}(]/u.test(line.text) && !/[.:;!?]$/.test(above.text))) return false;
  if (line.sign || /^\[[x ]\]/.test(line.text)) return false;
  if (markerOf(line) || /^(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-z]\))\s/i.test(line.text)) return false;
  // Behind a letter or a Roman figure with a stop, a gap shows that it counts, or the end of the line above; initials have none.
  if (/^(?:[a-z]|[ivx]{1,4})\.\s/i.test(line.text) && (line.textX !== undefined || isCounted(above, line)))
    return false;
  // So does a gap behind the number of a clause.
  if (/^\d{1,2}(?:\.\d{1,2}){1,3}\s/.test(line.text) && line.textX !== undefined) return false;
  if (isFootnote(line)) return false;
  // Below a list item, a line that begins left of its text is a new paragraph, unless it is in the middle of a sentence.
  const marked = markerOf(first);
  const isOpen = /^\p{Ll}/u.test(line.text) && !/[.:;!?]$/.test(above.text);
  return !marked || first.textX === undefined || isOpen || line.x0 > first.textX - 0.7 * line.size;
}

/** True for a small letter or Roman figure with a stop below what the line above has ended or leads to. */
function isCounted(above: TextLine, line: TextLine): boolean {
  return /^\p{Ll}/u.test(line.text) && /(?:[.:;,]|[;,] (?:and|or))$/.test(above.text);
}

/** A note at the foot of a page begins with a raised mark. */
function isFootnote(line: TextLine): boolean {
  return line.runs[0]?.script === 'sup' && line.runs.length > 1 && !/^\s*\+/.test(line.runs[0].text);
}

/** The marker with which a line begins a list item, or `undefined`. */
export function markerOf(line: TextLine): ReturnType<typeof listMarker> {
  if (line.sign) return undefined;
  // The letter o is a bullet where a gap follows, and so is a sign of an unknown face.
  const marked = listMarker(
    line.textX === undefined ? line.text : line.text.replace(/^o /, 'o  ').replace(/^\ufffd(?= )/, '•'),
  );
  // A star that no gap follows is the mark of a note; a dash there may be a sign of the text.
  if (!marked || (line.textX === undefined && /^[-–—*o]/.test(line.text) && !/^[-–]\s/.test(line.text)))
    return undefined;
  return marked;
}

/** An e-mail address or a number to call, which has a line of its own below a name. */
export const ALONE = /^(?:[^\s@]+@\S+|(?:[a-z]{1,6}[.:]{0,2}\s)?[+(\d][\d ()]{8,24})$/i;

/** The words that close a letter stand on a line of their own. */
export const CLOSING = /^(?:yours (?:faithfully|sincerely|truly)|(?:kind |best )?regards),?$/i;
