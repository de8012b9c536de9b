import { knownType } from '../../release/types.ts';
import type { Line } from '../model/extract.ts';
import { formOf } from './forms.ts';
import type { Guess } from './guess.ts';

/**
 * The announcement types that a headline gives away. Where it names one of several that a headline could mean
 * the same (the first or the third quarter), the group stands. `undefined` when no pattern fits.
 */
export function guessTypes(title: string | undefined, lines: readonly Line[]): Guess<string[]> | undefined {
  if (title === undefined) return namedForm(lines);
  const form = formOf(title);
  if (form?.types) return { value: [...form.types], evidence: title, confidence: 'likely' };
  const found = typesIn(title);
  if (found.length > 0) return { value: found, evidence: title, confidence: 'likely' };
  return namedForm(lines);
}

/** The form that names itself in a line of its own at the top of the first page; one form only. */
function namedForm(lines: readonly Line[]): Guess<string[]> | undefined {
  const top = lines.filter((line) => line.page === 1).slice(0, 25);
  const named = top.flatMap(({ text }) => {
    const line = text.trim();
    if (!/^(?:ASX )?(?:listing rules? )?(?:appendix \d\w|form 60[345])\b/i.test(line) || line.length > 100) return [];
    const types = typesIn(line);
    return types.length > 0 ? [{ types, line }] : [];
  });
  const [first] = named;
  const isOne = new Set(named.map(({ types }) => types.join())).size === 1;
  return first && isOne ? { value: first.types, evidence: first.line, confidence: 'likely' } : undefined;
}

function typesIn(text: string): string[] {
  const found = PATTERNS.filter(([pattern]) => pattern.test(text)).flatMap(([, types]) => types);
  return [...new Set(found)].filter((slug) => knownType(slug));
}

const PATTERNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bappendix 3x\b|\binitial director.?s.? interest/i, ['initial-directors-interest-notice']],
  [/\bappendix 3y\b|\bchange of director.?s.? interest/i, ['change-of-directors-interest-notice']],
  [/\bappendix 3z\b|\bfinal director.?s.? interest/i, ['final-directors-interest-notice']],
  [
    /\bform 603\b|\b(?:becoming|notice of initial) (?:a )?substantial (?:share|security)?holder/i,
    ['becoming-a-substantial-holder'],
  ],
  [
    /\bform 604\b|\bchange (?:in|of) (?:interests of )?substantial (?:share|security)?hold(?:ing|er)s?\b/i,
    ['change-in-substantial-holding'],
  ],
  [/\bform 605\b|\bceasing to be a? ?substantial (?:share|security)?holder/i, ['ceasing-to-be-a-substantial-holder']],
  [/\btrading halt (?:lifted|removed)|\blifting of trading halt/i, ['trading-halt-lifted']],
  [/^(?:request for )?(?:a )?trading halt(?: request)?$/i, ['trading-halt']],
  [
    /^(?:request for )?(?:voluntary )?suspension(?: from (?:official )?quotation)?$/i,
    ['suspension-from-official-quotation'],
  ],
  [/^reinstatement to (?:official )?quotation$/i, ['reinstatement-to-official-quotation']],
  [/\bappendix (?:4c|5b)\b|\bquarterly cash ?flow report/i, ['quarterly-cash-flow-report']],
  [
    /\bquarterly (?:activities|operations?|operational|production)\b|\b(?:operational|operations|activities|production) (?:review|report)\b.*\bquarter ended\b|\bquarterly report\b/i,
    ['quarterly-activities-report'],
  ],
  [/\bappendix 4d\b|\bhalf[- ]?year(?:ly)? (?:financial )?(?:report|results?)\b/i, ['half-yearly-report']],
  [/\bappendix 4e\b|\bpreliminary final report/i, ['preliminary-final-report']],
  [/\bappendix 4g\b/i, ['appendix-4g']],
  [/\bappendix (?:2a|3g|3h)\b|\bapplication for quotation of securities\b/i, ['issued-capital']],
  [/\b(?:securities|share|security)? ?(?:trading|dealing) policy\b/i, ['trading-policy']],
  [/^(?:\d{4} )?annual report(?: to shareholders)?(?: \d{4})?$/i, ['annual-report']],
  [/\bappendix 3b\b/i, ['appendix-3b']],
  [/\bcleansing (?:notice|statement)\b/i, ['cleansing-notice']],
  [/\b(?:completion of|completes|successful|oversubscribed|settlement of) .{0,30}\bplacement\b/i, ['placement']],
  [/\b(?:share|security) purchase plan\b/i, ['security-purchase-plan']],
  [
    /\bnotice of (?:\d{4} )?annual general meeting\b|\bnotice of (?:\d{4} )?agm\b/i,
    ['notice-of-annual-general-meeting'],
  ],
  [/\bnotice of (?:extraordinary general meeting|egm)\b/i, ['notice-of-extraordinary-general-meeting']],
  [/^notice of general meeting\b/i, ['notice-of-general-meeting']],
  [/^notice of meeting\b/i, ['notice-of-meeting']],
  [
    /\bresults? of (?:the )?(?:\d{4} )?(?:annual |extraordinary )?(?:general )?meeting\b|\bresults? of (?:the )?(?:\d{4} )?(?:agm|egm)\b|\b(?:agm|egm|(?:annual |extraordinary )?general meeting) (?:voting )?results\b/i,
    ['results-of-meeting'],
  ],
  [
    /\bresponse to (?:asx )?(?:(?:share )?price(?: and volume)?|aware|asx) (?:query|letter)\b|\bresponse to asx query\b/i,
    ['response-to-asx-query'],
  ],
  [/^(?:asx )?(?:share )?price(?: and volume)? query$|^asx (?:aware )?query$/i, ['asx-query']],
  [/^(?:investor|company|corporate) presentation\b/i, ['company-presentation']],
  [/^change of company name\b/i, ['change-of-company-name']],
  [/^change of registered office(?: address)?\b/i, ['details-of-registered-office-address']],
  [/^change of (?:share )?registry\b/i, ['details-of-share-registry-address']],
  [
    /\b(?:appointment|resignation|retirement) of (?:.{0,40}\b)?(?:independent |non-executive |executive )*director$/i,
    ['director-appointment-resignation'],
  ],
  [
    /\b(?:appointment|resignation|retirement|change) of (?:joint )?company secretary\b/i,
    ['company-secretary-appointment-resignation'],
  ],
  [/^chair(?:man|woman|person)?['’]?s address\b/i, ['chairmans-address']],
];
