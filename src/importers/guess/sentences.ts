import type { Line } from '../model/extract.ts';

/** A page whose lines are all shorter than this holds lists, and no text that runs over their ends. */
const NARROW = 60;
/** Lines that a sentence may run over. */
const MOST_LINES = 5;

/**
 * The text from a line's place on, over the ends of lines as far as the sentence goes on: up to its full stop, or to a line
 * that ends short of the others without one. `from` is the place in the line's text.
 */
export function sentenceFrom(lines: readonly Line[], index: number, from: number): string {
  let text = lines[index]?.text.slice(from, from + 600) ?? '';
  for (let next = index + 1; next < index + MOST_LINES && endOfSentence(text) === -1; next++) {
    const [above, line] = [lines[next - 1], lines[next]];
    if (!above || !line || line.page !== above.page || line.column !== undefined || line.running) break;
    const goesOn = isFull(above, lines) || /^\p{Ll}/u.test(line.text.trim()) || endsName(line.text);
    if (!goesOn && !/\b(?:the|of|and|&|its|by|a|for|to)$|,$/i.test(above.text.trim())) break;
    // A new paragraph, or another kind of type.
    if (above.y !== undefined && line.y !== undefined && line.y - above.y > 2 * (line.size ?? 10)) break;
    if (line.size !== above.size || line.strong !== above.strong) break;
    text = `${text} ${line.text.trim()}`;
  }
  const end = endOfSentence(text);
  return (end === -1 ? text : text.slice(0, end)).replace(/[\s,;:–-]+$/, '').trim();
}

/** True for a line that a company's name or an office ends with a full stop: `Minerals Limited.` */
function endsName(text: string): boolean {
  const end = endOfSentence(text);
  return (
    end !== -1 &&
    end < NARROW &&
    !/^(?:for|contact|media|investor)\b/i.test(text.trim()) &&
    /\b(?:Limited|Ltd|NL|Plc|Officer|Directors?|Secretary|Chair(?:man|woman)?|Board|Committee)$/.test(
      text.slice(0, end).trim(),
    )
  );
}

/** Where the sentence's full stop stands, or -1; the point of an abbreviation such as `Ltd.` or `A.` does not end it. */
function endOfSentence(text: string): number {
  return /(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Ltd|Pty|Co|Inc|No|St|[A-Z]))\.(?:\s|$|["”’)])/.exec(text)?.index ?? -1;
}

/** True for a line that ends near the others' end, so that its text may go on in the next one. */
function isFull(line: Line, lines: readonly Line[]): boolean {
  const longest = lines
    .filter((other) => other.page === line.page && other.column === undefined && other.size === line.size)
    .reduce((most, { text }) => Math.max(most, Math.min(text.length, 200)), 0);
  return longest >= NARROW && line.text.length >= longest * 0.75;
}
