/** Two to four capitalised words that are no company, place or office. */
export function isName(text: string): boolean {
  return (
    /^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?(?:\p{Lu}[\p{Ll}\p{Lu}'’-]*\.?)(?: (?:\p{Lu}[\p{L}'’-]*\.?|de|van|von|der|la|le)){1,3}$/u.test(
      text,
    ) &&
    !isOffice(text) &&
    !/\b(?:limited|ltd|plc|inc|australia|asia|europe|america|africa|sydney|melbourne|perth|brisbane|street|road|group|bank|email|phone|mobile|office|registered|further|contact|contacts|media|investors?|enquiries|the)\b/i.test(
      text,
    )
  );
}

/** A short line that names what somebody does. */
export function isOffice(text: string): boolean {
  return (
    text.length <= 90 &&
    /\b(?:director|officer|chair|chairman|chairwoman|chairperson|secretary|manager|relations|counsel|president|executive|treasurer|ceo|cfo|coo|head of|communications|affairs|advisor|adviser)\b/i.test(
      text,
    ) &&
    !/[.!?]$/.test(text)
  );
}

/** True for words of a sentence or a headline, where a name has capitals: `agreement with Sample Metals Limited`. */
export function hasSmallWords(text: string): boolean {
  return /(?<![\p{L}’'.-])(?!(?:of|the|and)\b)\p{Ll}{2}/u.test(text) && /\p{Lu}/u.test(text);
}
