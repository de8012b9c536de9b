/** True for a line of a postal address or of a mailing's head, which is never a headline. */
export function isAddress(text: string): boolean {
  return text.length <= 120 && ADDRESS.some((form) => form.test(text.trim()));
}

const ADDRESS: readonly RegExp[] = [
  // PERTH WA 6000, Sydney, NSW 2000, Perth Western Australia 6000; an Act of 2001 is no postcode of the ACT
  /\b(?:(?:NSW|N\.S\.W\.|VIC|QLD|WA|W\.A\.|SA|S\.A\.|TAS|NT|New South Wales|Victoria|Queensland|(?:Western|South) Australia|Tasmania)\.?,?\s+\d{4}|ACT\.?,?\s+(?:02|2[69])\d\d)(?:\s*,?\s*Australia)?$/i,
  /^(?:g\.?p\.?o\.?|p\.?o\.?) box\b|^(?:locked|private|mail) bag\b|^reply paid\b|^c\/[-o]\b/i,
  /^(?:level|suite|unit|shop|floor|ground floor|lower ground)\s*\d*\w?\s*(?:,|\/|$)|^\d+(?:st|nd|rd|th) floor\b/i,
  /^\d+[a-z]?(?:\s?[-–/]\s?\d+[a-z]?)?\s+[\p{L}.'’ -]{2,40}\b(?:street|st|road|rd|avenue|ave|terrace|tce|drive|dr|highway|hwy|lane|place|parade|pde|boulevard|crescent|cres|court|way|quay|square|esplanade|circuit)\b\.?(?:,.*|\s.*\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT|\d{4})\b.*)?$/iu,
  /^(?:exchange centre|central park|exchange plaza|australian securities exchange|asx (?:limited|compliance|market announcements?.*|online)|(?:asx )?(?:company|market) announcements? (?:office|platform)|the manager\b.*|by e-?lodge?ment|via (?:asx )?(?:online|e-?lodge?ment).*|by (?:electronic lodge?ment|facsimile|e-?mail).*|company announcements|attention:?.*)$/i,
  /^(?:tel|telephone|phone|ph|fax|facsimile|email|e-mail|web|website|www|mobile|t|f|e|p|w)\b\s*[:.+(]/i,
  /^(?:srn\/hin|hin|srn|securityholder reference|entitlement number)\b/i,
];
