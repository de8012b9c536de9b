/** A line that begins a list item: the marker in Markdown's form, and the text after it. */
interface Marked {
  /** `-` for any bullet, else the number as written: `1.` or `1)`. */
  readonly marker: string;
  readonly text: string;
}

// Bullets of word processors; the letter o is one only where a gap follows, as Word writes its second level.
const BULLET =
  /^(?:[•‣▪▫◦●○■□◆◇➢➤✓✔⁃∙·\u2043\u25b6\u25ba\u25cf\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—*](?=\s)|o(?=\s{2,}|\t))\s*(?=\S)/;
const NUMBER = /^(\d{1,2}[.)])(?:\s+)(?=\S)/;

/** Reads the marker at a line's beginning, or `undefined` when there is none. */
export function listMarker(line: string): Marked | undefined {
  const trimmed = line.trim();
  if (/^[-–—*]\s.*\s[-–—*]$/.test(trimmed)) return undefined; // `- ENDS -`
  const bullet = BULLET.exec(trimmed);
  if (bullet) return { marker: '-', text: trimmed.slice(bullet[0].length) };
  const number = NUMBER.exec(trimmed);
  return number?.[1] ? { marker: number[1], text: trimmed.slice(number[0].length) } : undefined;
}

/** True for a bullet or number that stands alone, as PDF text has it before a gap. */
export function isMarkerAlone(text: string): boolean {
  const trimmed = text.trim();
  return /^(?:[•‣▪▫◦●○■□◆◇➢➤✓✔⁃∙·–—*o\u2043\u25b6\u25ba\u25cf\uf0b7\uf0a7\uf0d8\uf0fc-]|\d{1,2}[.)]|\(?[a-z]{1,4}\)|\(\d{1,2}\)|(?:[a-z]|[ivx]{2,4})\.)$/i.test(
    trimmed,
  );
}
