/** A form of the exchange or the regulator: how its title reads, and the announcement type that it is. */
interface Form {
  /** Matches the line of the form's title. */
  readonly title: RegExp;
  readonly types?: readonly string[];
}

/**
 * Forms whose own title is the headline of the announcement, as companies lodge them.
 * A plus sign marks the exchange's defined terms.
 */
export const forms: readonly Form[] = [
  { title: /^initial director.?s.? interest notice$/i, types: ['initial-directors-interest-notice'] },
  { title: /^change of director.?s.? interest notice$/i, types: ['change-of-directors-interest-notice'] },
  { title: /^final director.?s.? interest notice$/i, types: ['final-directors-interest-notice'] },
  { title: /^notice of initial substantial holder$/i, types: ['becoming-a-substantial-holder'] },
  { title: /^notice of change of interests of substantial holder$/i, types: ['change-in-substantial-holding'] },
  { title: /^notice of ceasing to be a substantial holder$/i, types: ['ceasing-to-be-a-substantial-holder'] },
  { title: /^notification of dividend ?\/ ?distribution$/i, types: ['distribution-announcement'] },
  // Appendix 3H, 3G and 2A, and the former 3B.
  {
    title: /^notification of (?:cessation|issue, conversion or payment up) of .*securities$/i,
    types: ['issued-capital'],
  },
  { title: /^notification (?:regarding|of) unquoted .*securities$/i, types: ['issued-capital'] },
  { title: /^application for quotation of \+?(?:additional )?\+?securities$/i, types: ['issued-capital'] },
  { title: /^proposed issue of \+?securities$/i, types: ['appendix-3b'] },
  { title: /^new issue announcement(?:,.*)?$/i, types: ['appendix-3b'] },
  { title: /^notification of buy-?back$/i, types: ['issued-capital'] },
  { title: /^key to disclosures(?:,? corporate governance council.*)?$/i, types: ['appendix-4g'] },
  {
    title:
      /^(?:mining exploration entity (?:and|or) oil and gas exploration entity )?quarterly cash ?flow report(?: for entities .*)?$/i,
    types: ['quarterly-cash-flow-report'],
  },
  { title: /^update - notification of .*$/i },
];

/** The form that a line is the title of, if any. */
export function formOf(line: string): Form | undefined {
  const text = line.replace(/^appendix \w+\s*[-–—:]?\s*/i, '').trim();
  return forms.find((form) => form.title.test(text));
}
