import { knownType } from '../release/types.ts';
import type { Line } from './document.ts';
import { formOf } from './forms.ts';
import type { Guess } from './guess.ts';

/**
 * The announcement types that a headline gives away. Where it names one of several that a headline could mean
 * the same (the first or the third quarter), the group stands. `undefined` when no pattern fits.
 */
export function guessTypes(title: string | undefined, lines: readonly Line[]): Guess<string[]> | undefined {
  if (title === undefined) return undefined;
  const form = formOf(title) ?? lines.map((line) => (line.page === 1 ? formOf(line.text) : undefined)).find(Boolean);
  if (form?.types && formOf(title)) return { value: [...form.types], evidence: title, confidence: 'likely' };
  const found = PATTERNS.filter(([pattern]) => pattern.test(title)).flatMap(([, types]) => types);
  const types = [...new Set(found)].filter((slug) => knownType(slug));
  return types.length > 0 ? { value: types, evidence: title, confidence: 'likely' } : undefined;
}

const PATTERNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bappendix 3x\b|\binitial director.?s.? interest/i, ['initial-directors-interest-notice']],
  [/\bappendix 3y\b|\bchange of director.?s.? interest/i, ['change-of-directors-interest-notice']],
  [/\bappendix 3z\b|\bfinal director.?s.? interest/i, ['final-directors-interest-notice']],
  [/\bbecoming a substantial (?:share)?holder/i, ['becoming-a-substantial-holder']],
  [/\bchange in substantial holding/i, ['change-in-substantial-holding']],
  [/\bceasing to be a substantial (?:share)?holder/i, ['ceasing-to-be-a-substantial-holder']],
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
  [/^(?:\d{4} )?annual report(?: to shareholders)?(?: \d{4})?$/i, ['annual-report']],
  [/\bappendix 3b\b/i, ['appendix-3b']],
  [/\bcleansing (?:notice|statement)\b/i, ['cleansing-notice']],
  [/\b(?:completion of|completes|successful|oversubscribed|settlement of) .{0,30}\bplacement\b/i, ['placement']],
  [/\b(?:share|security) purchase plan\b/i, ['security-purchase-plan']],
  [/\bnotice of annual general meeting\b/i, ['notice-of-annual-general-meeting']],
  [/^notice of (?:extraordinary )general meeting\b/i, ['notice-of-extraordinary-general-meeting']],
  [/\bresults of (?:annual |extraordinary )?(?:general )?meeting\b/i, ['results-of-meeting']],
  [/\bresponse to asx (?:price |aware |share price )?(?:query|letter)\b/i, ['response-to-asx-query']],
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
