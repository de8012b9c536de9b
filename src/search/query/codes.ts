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
    `${EDGE}asx(?: (?:code|ticker))?\\s?[:.]\\s?(?<behind>[a-z0-9]{3,6})${END}`,
    `${EDGE}\\$(?<dollar>[a-z][a-z0-9]{2,5})${END}`,
    `${EDGE}(?<before>[a-z0-9]{3,6})(?:[.-]|\\s?:\\s?)(?:asx|ax|au)${END}`,
    `${EDGE}(?<country>[a-z0-9]{3,6}) au(?: equity)?${END}`,
    `${EDGE}(?<bare>[a-z0-9]{3,6})(?![\\p{L}\\p{N}.:'’%]|-)`,
  ].join('|'),
  'giu',
);

/** True for what may as well be a word or a number: `gold`, `silver` and, beside others, `360` are no codes, `GOLD` and `xmx` are. */
function mayBeWord(code: string, text: string): boolean {
  if (/^\d+$/.test(code)) return text !== code;
  if (code === code.toUpperCase()) return false;
  // Companies have codes of three characters, and what was quoted beside their shares one of four.
  return /^[a-z]{5,}$/i.test(code) || ORDINARY.has(code.toLowerCase());
}

/** In small letters these are words before they are codes. */
const ORDINARY: ReadonlySet<string> = new Set(
  (
    'age aid aim air all and any arc are area art bank base bay beat best big bit bore box bus can cap car cash cat ' +
    'city coal coke core cost cup data day deep dig dry dual due east egg end eye fair farm fast fat feed fin find ' +
    'fire fit five flag fly food for four fox free fuel fund gas gem get gold good grid grow half hard has her high ' +
    'his hit home hot how hub ice ink ion iron jet job key kid lab lake land law lead led life line link lit live ' +
    'loan long loop low main man map mark max may men met mid mill mine mix moon more net new next nick nine not now ' +
    'off oil old one open ore our out own pay peak per pet pit plan play pre pro pure race rail rare rate raw red ' +
    'reef rent rex rich rise road rock run sale sand sea see self sell set ship shop show site six sky soil sol spy ' +
    'star sub sun tax tea team tech ten test time tin tip top tour town toy tree tri true two unit use van via view ' +
    'wall war was wave way web well west who why wide win wind wine wire wood work yes you zero zinc zip'
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
