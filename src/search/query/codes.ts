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
    if (groups['bare'] !== undefined && mayBeWord(groups['bare'], text.trim())) return [];
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

/** True for what may as well be a word or a number: `gold` and, beside others, `360` are no codes, `GOLD` and `xmx` are. */
function mayBeWord(code: string, text: string): boolean {
  return /^\d+$/.test(code) ? text !== code : code !== code.toUpperCase() && ORDINARY.has(code.toLowerCase());
}

/** In small letters these are words before they are codes. */
const ORDINARY: ReadonlySet<string> = new Set(
  (
    'age aid aim air all and any arc are area art asset bank base bay best big bit boost bore box bus can cap car cash cat city clean clear ' +
    'coal coke core cost cup data day deep digital dig drill dry due dual early east egg eight end energy eye fair farm fast fat feed fin find ' +
    'fire first fit five flag fly focus food for four fox free frontier fuel fund gas gem get global gold good grand green grid group grow half ' +
    'hard has health her high his hit home hot how hub ice impact ink ion iron job jet key kid lab lake land large law lead led level life light ' +
    'line link lit live loan long loop low main man map mark max may media men met metal mid mill mine mix money more moon net new next nick nine ' +
    'north not now off oil old one open ore our out own pay peak per pet pilot pit plan play power pre pro pure race rail range rare rate raw red ' +
    'reef rent rex rich ridge rise river road rock run sale sand sea see self sell set seven shares ship shop show silver site six sky smart soil ' +
    'solar sol south spy star steel stone store sub sun super tax tea team tech ten test three time tin tip top total tour town toy trade tree tri ' +
    'true two unit use van via view vital voice wall war was water wave way wealth web well west who why wide win wind wine wire wood work world ' +
    'yes you zero zinc zip beat'
  ).split(' '),
);

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
