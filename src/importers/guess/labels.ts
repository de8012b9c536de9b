import { isAddress } from './addresses.ts';
import { readDayIn } from './dates-in-text.ts';
import { isHeadOnly } from './head-lines.ts';
import { hasSmallWords } from './names.ts';

/** A longer line is part of the text; patterns that look ahead would keep the guess busy. */
const LONGEST_LABEL = 400;

const LABELS =
  /^(?:(?:asx(?: and(?= media))?|nzx|market|media|press|news|stock exchange|company|investor)[\s:/&-]*)+(?:announcements?|releases?|statement|update|news)?$|^(?:for )?immediate release$|^(?:news|announcement|release)$|^for personal use only$|^not for (?:release|distribution)\b.*|^page \d+.*|^(?:asx|nyse|lse|otcqx)\s*(?:code)?\s*[:-].*|^(?:abn|acn|arbn|arsn)\b.*|^appendix \w{1,3}$|^form \d+$|^rule \d.*|^corporations act.*|^section \d.*|^to:?$/i;

/** Headings that stand in every document, captions, entries of a table of contents, and lines of voting and proxy forms. */
const NO_HEADLINE =
  /^(?:disclaimer|important (?:notice|information)|contents|table of contents|(?:(?:key|quarter(?:ly)?|half[- ]year|annual|corporate|company|operational|operating|financial|project|drilling|exploration|investment|result|meeting)s? )?highlights:?|key (?:points|takeaways):?|(?:fig(?:ure)?|table|photo(?:graph)?|image|chart|plate|map|diagram)\.?\s?\d+.*|.*(?:\.{3,}|…|\t)\s*\d+|overview|introduction|summary|executive summary|dear\b.*|yours (?:sincerely|faithfully).*|need assistance\b.*|lodge your (?:vote|proxy|form)\b.*|vote online\b.*|your (?:proxy )?vote (?:is important|must be received)\b.*|your vote is important|how to vote\b.*|online:?|by (?:mail|phone|fax):?|step \d+\b.*|return (?:your )?completed form.*|all correspondence to:?)$/i;

/** Lines that stand above a headline in many announcements, and are not it: labels, dates, company names, addresses. */
export function isLabel(text: string): boolean {
  const line = text.trim();
  if (line.length > LONGEST_LABEL) return false;
  return (
    LABELS.test(line) ||
    NO_HEADLINE.test(line) ||
    isAddress(line) ||
    /@|https?:|^www\./.test(line) ||
    (/\b(?:limited|ltd|plc|inc|n\.v\.|pty)\.?(?:\s*\([^)]*\))?(?:\s+(?:abn|acn)\b.*)?$/i.test(line) &&
      !hasSmallWords(line.replace(/\([^()]*\)/g, ''))) ||
    /^[\d\s+()./-]+$/.test(line) ||
    isDateLine(line)
  );
}

/** True for a line that holds no more than a date and what stands beside one: `ASX ANNOUNCEMENT | 12 March 2026`. */
export function isDateLine(line: string): boolean {
  const day = line.length < 120 ? readDayIn(line) : undefined;
  return day !== undefined && isHeadOnly(line.slice(0, day.index) + line.slice(day.index + day.evidence.length));
}
