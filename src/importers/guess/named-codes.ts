import type { Line } from '../model/extract.ts';
import { isAddress } from './addresses.ts';
import type { Mention } from './code-mentions.ts';

const COMPANY = "(?:\\p{Lu}[\\p{L}\\d&’'.-]*\\s){1,6}(?:Limited|LIMITED|Ltd|LTD|NL|plc)\\b\\.?";

/**
 * True where a name stands before each mention of a code, and never the company's that heads the document:
 * `a royalty of Sample Metals Limited (ASX: QQX)` below the letterhead of Example Minerals Limited. `head` are the lines
 * above the text, and the running heads.
 */
export function isOfAnotherName(
  head: readonly Line[],
  lines: readonly Line[],
  mentions: readonly Mention[],
  code: string,
): boolean {
  const heads = head
    .filter(({ text }) => !isAddress(text) && !/^ASX\b/.test(text))
    .map(({ text }) => fold(ALONE.exec(text.slice(0, 200))?.[1] ?? ''))
    .filter((name) => name !== '');
  const names = mentions.filter((mention) => mention.code === code).map((mention) => nameBefore(mention, lines));
  return heads.length > 0 && names.every((name) => name !== undefined && !heads.some((one) => name.endsWith(one)));
}

/** A company's name that is all of a line but its numbers and code. */
const ALONE = new RegExp(`^(${COMPANY})\\s*(?:$|[|(–—]|A[BC]N\\b)`, 'u');
const BEFORE = new RegExp(`(${COMPANY})\\W*$`, 'u');

function nameBefore({ line, evidence }: Mention, lines: readonly Line[]): string | undefined {
  const above = lines[lines.indexOf(line) - 1]?.text.slice(-100) ?? '';
  const whole = line.text.indexOf(evidence);
  // The code may stand on the next line.
  const at = whole === -1 ? line.text.lastIndexOf(evidence.slice(0, 3)) : whole;
  const name = BEFORE.exec(`${above} ${line.text.slice(Math.max(0, at - 120), at)}`)?.[1];
  return name === undefined ? undefined : fold(name);
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/\bltd\b/, 'limited')
    .replace(/[^\p{L}\d ]/gu, '')
    .trim();
}
