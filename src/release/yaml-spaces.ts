import { ODD_SPACES } from '../text/characters.ts';
import { listed } from '../text/listed.ts';
import { quote } from '../text/quote.ts';
import type { PlacedFinding } from './yaml-fault.ts';

/** Spaces of word processors and web pages that look like one and are none for YAML, and signs of no width at all. */
const ODD = `${ODD_SPACES}\\u00ad\\u200b-\\u200d\\u2060\\ufeff`;
const IN_PLACE = new RegExp(
  `^[ \\t]*(?:- ?)?[${ODD}]|^[ \\t]*-[${ODD}]|^[ \\t]*(?:- +)?["']?\\w+["']?[ \\t]*(?:[${ODD}]+:|:[ \\t]*[${ODD}])`,
);
const ANY = new RegExp(`[${ODD}]`);

/**
 * Lines of YAML in which an odd space stands where only a plain one separates: before a field's name, behind its colon, behind
 * the hyphen of a list. Nobody can see it, so the message names the lines. Asked where YAML could not be read as meant.
 */
export function oddSpaceFinding(yaml: string): PlacedFinding | undefined {
  if (!ANY.test(yaml)) return undefined;
  const lines = yaml.split('\n');
  const wrong = lines.flatMap((written, index) => (IN_PLACE.test(written) ? [index + 1] : []));
  const [line, ...others] = wrong;
  if (line === undefined) return undefined;
  const found = ANY.exec(lines[line - 1] ?? '')?.[0] ?? '';
  const more =
    others.length === 0 ? '' : ` Such signs are also on ${others.length === 1 ? 'line' : 'lines'} ${list(others)}.`;
  return {
    line,
    rule: 'yaml-odd-space',
    message: `This line holds ${nameOf(found)} (${quote(found).slice(1, -1)}) where a plain space belongs; the two look alike.${more}`,
    hint: 'Delete the spaces there and type them again; text pasted from Word, Outlook, Teams or a web page often holds such signs.',
  };
}

/** True where the entries of a list have such a space behind their hyphens: YAML takes them together for one text. */
export function hasOddEntry(yaml: string): boolean {
  return ODD_ENTRY.test(yaml);
}

const ODD_ENTRY = new RegExp(`(?:^|\\n)[ \\t]*(?:- )?\\w+:[ \\t]*\\n[ \\t]*-[${ODD}]`);

/** What people call a space that is none of the keyboard's, as a message names it; `undefined` where a text holds none. */
export function oddSpaceIn(text: string): string | undefined {
  const found = ANY.exec(text)?.[0];
  return found === undefined ? undefined : nameOf(found);
}

function nameOf(character: string): string {
  if (character === '\u00a0' || character === '\u202f') return 'a no-break space';
  return /[\u00ad\u200b-\u200d\u2060\ufeff]/.test(character) ? 'an invisible character' : 'a wide or narrow space';
}

function list(lines: readonly number[]): string {
  if (lines.length > 10) return `${lines.slice(0, 10).join(', ')} and ${lines.length - 10} more`;
  return listed(lines.map(String), 'and');
}
