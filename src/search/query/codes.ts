import { companyOfCode, type Names } from './names.ts';
import type { Span } from './periods.ts';
import { way, type Term } from './terms.ts';

/** The companies' codes in a text, in every form in which people write them: `XMX.AX`, `ASX:XMX`, `$XMX`, `XMX AU`, and `XMX` where it is known. */
export function findCodes(text: string, names: Names): readonly Span[] {
  return [...text.matchAll(CODE)].flatMap((match) => {
    const groups = match.groups as Partial<Record<string, string>>; // named in the pattern
    const bare = groups['bare'] ?? groups['country'];
    const code = groups['behind'] ?? groups['dollar'] ?? groups['before'] ?? bare ?? '';
    const company = companyOfCode(names, code);
    // Any short word could be a code: only what is known as one is.
    if (bare !== undefined && (company === undefined || (groups['bare'] === undefined && company.code === '')))
      return [];
    if (bare !== undefined && bare !== bare.toUpperCase() && ORDINARY.test(bare)) return [];
    return [
      { start: match.index, end: match.index + match[0].length, terms: [codeTerm(match[0].trim(), code, names)] },
    ];
  });
}

const EDGE = '(?<![\\p{L}\\p{N}.:$])';
const END = '(?![\\p{L}\\p{N}])';
const CODE = new RegExp(
  [
    `${EDGE}asx\\s?[:.]\\s?(?<behind>[a-z0-9]{3,6})${END}`,
    `${EDGE}\\$(?<dollar>[a-z][a-z0-9]{2,5})${END}`,
    `${EDGE}(?<before>[a-z0-9]{3,6})(?:[.-]|\\s?:\\s?)(?:asx|ax|au)${END}`,
    `${EDGE}(?<country>[a-z0-9]{3,6}) au(?: equity)?${END}`,
    `${EDGE}(?<bare>[a-z0-9]{3,6})(?![\\p{L}\\p{N}.:'’%]|-)`,
  ].join('|'),
  'giu',
);

/** In small letters these are words before they are codes. */
const ORDINARY =
  /^(?:all|and|are|big|can|car|day|for|how|new|not|now|one|our|out|own|per|six|sky|ten|the|two|was|who|why|you)$/i;

function codeTerm(typed: string, code: string, names: Names): Term {
  const company = companyOfCode(names, code);
  const word = code.toLowerCase();
  return {
    typed,
    kind: 'company',
    ...(company && { meaning: company.name }),
    ways: [{ ...way(word), isFact: true }, way(word, 0.9)],
  };
}
