/**
 * True where nothing is left of a line but what stands beside a date at the head or foot of a page: labels such as
 * "ASX announcement", a place, the company's name and code, a page number.
 */
export function isHeadOnly(rest: string): boolean {
  return BESIDE_A_DATE.reduce((text, form) => text.replace(form, ' '), rest).replace(/[\s,:;|.()–—-]+/g, '') === '';
}

const BESIDE_A_DATE: readonly RegExp[] = [
  /\(?\b(?:ASX|NZX)\s*(?:code)?\s*[:–-]\s*[A-Z0-9]{3,6}\b\)?/gi,
  // The company's name, with what stands between two bars or at the beginning.
  /(?:^|[|–—])[^|–—]{0,60}\b(?:limited|ltd|plc)\b\.?/gi,
  /\b(?:abn|acn)\b[\d\s]*/gi,
  /\b(?:(?:asx|nzx|market|media|press|news|stock exchange|company|investor|quarterly)\s*[&/]?\s*)*(?:announcements?|releases?|statement)\b/gi,
  /\bfor immediate release\b|\b(?:date|dated(?: this)?|released|lodged|issued)\b|\basx\b/gi,
  /\b(?:sydney|melbourne|brisbane|perth|adelaide|hobart|canberra|darwin|auckland|wellington|london|singapore|new south wales|victoria|queensland|(?:western |south )?australia|tasmania|nsw|vic|qld|wa|sa|tas|act|nt)\b/gi,
  /\bpage \d+(?: of \d+)?\b|^\s*\d{1,3}\b|\b\d{1,3}\s*$/gi,
];
