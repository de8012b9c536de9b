import { listMarker } from './list-marker.ts';
import { maxOf } from './max-of.ts';

/** The lines of a paragraph that stay apart; most have one. */
export type Paragraph = readonly string[];

/**
 * Parts a text into paragraphs: at empty lines, before each list item, and where a line was underlined.
 * Lines that were only wrapped are joined; short lines, as of an address, stay apart.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const wrap = wrapWidth(lines);
  return groupLines(lines).flatMap((group) => joinWrapped(group, wrap));
}

function groupLines(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let open: string[] | undefined;
  for (const [at, line] of lines.entries()) {
    const isRule = /^\s*(?:[-=_*~]\s?){4,}\s*$/.test(line);
    // Between rows of a table it parts its heads, or its totals, from the others.
    if (open && isRule && hasColumns(lines[at - 1]) && hasColumns(lines[at + 1])) continue;
    if (line.trim() === '' || isRule) {
      open = undefined; // a line of dashes under a heading or between parts says only that something ends
    } else if (open) open.push(line);
    else groups.push((open = [line]));
  }
  return groups;
}

/** True for a line whose parts only spaces keep apart. */
function hasColumns(line = ''): boolean {
  return /\S(?:\t| {3,})\S/.test(line);
}

/** The width at which a mail program or terminal wrapped the text, or `undefined` when lines are as long as they like. */
function wrapWidth(lines: readonly string[]): number | undefined {
  const longest = maxOf(
    lines.map((line) => line.length),
    0,
  );
  const near = lines.filter((line) => line.length > longest * 0.8).length;
  return longest >= 50 && longest <= 130 && near >= 3 ? longest : undefined;
}

/** Parts a group at list items, and joins each item's or paragraph's wrapped lines. */
function joinWrapped(group: readonly string[], wrap: number | undefined): Paragraph[] {
  if (group.some(hasColumns) && !group.some(listMarker)) return [group];
  const parts: { lines: string[]; item: boolean }[] = [];
  const numbered = group.filter((line) => /^\d/.test(listMarker(line)?.marker ?? '')).length;
  for (const line of group) {
    const last = parts.at(-1);
    const item = listMarker(line) !== undefined && (startsList(line, numbered, group.length) || (last?.item ?? false));
    if (!last || item) parts.push({ lines: [line], item });
    // A point with a letter below one with a number.
    else if (last.item && /^\s*\(?(?:[a-z]|[ivx]{2,4})\)\s/i.test(line)) parts.push({ lines: [line], item: true });
    // Below an item, a line that is not indented and does not fill up the one before begins something new.
    else if (last.item && !/^\s/.test(line) && !wasWrapped(last.lines.at(-1) ?? '', line, wrap))
      parts.push({ lines: [line], item: false });
    else last.lines.push(line);
  }
  return parts.map(({ lines, item }) => {
    // How far an item is indented says below which it stands.
    if (item) return [lines.map((line, at) => (at === 0 ? line : line.trim())).join(' ')];
    return lines.reduce<string[]>((joined, line, index) => {
      const before = lines[index - 1] ?? '';
      if (index > 0 && wasWrapped(before, line, wrap)) joined.push(`${joined.pop()} ${line.trim()}`);
      else joined.push(line.trim());
      return joined;
    }, []);
  });
}

/** A number alone may be the middle of a sentence; it begins a list when it is 1 or another number stands below. */
function startsList(line: string, numbered: number, lines: number): boolean {
  return listMarker(line)?.marker === '-' || numbered > 1 || lines === 1;
}

/** True when the next line's first word would not have fitted behind this line. */
function wasWrapped(line: string, next: string, wrap: number | undefined): boolean {
  if (wrap === undefined) return false;
  const word = /^\s*(\S+)/.exec(next)?.[1] ?? '';
  return line.length + 1 + word.length > wrap - 4;
}
