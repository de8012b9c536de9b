import { isAddress } from '../guess/addresses.ts';
import { isDay } from './day.ts';
import type { Page } from './page.ts';
import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';

/** The letterhead of an announcement at the top of the first page, which says no more than what it is; a date beside it stays. */
export function letterheadIn({ segments }: Row, page: Page): readonly Segment[] {
  const isHead = ({ text }: Segment) => LETTERHEAD.test(text.trim());
  const others = segments.filter((segment) => !isHead(segment));
  return page.number === 1 && others.every(({ text }) => isDay(text)) ? segments.filter(isHead) : [];
}

const LETTERHEAD =
  /^(?:for immediate release|(?:asx|nzx|media|market|news|press|company|stock exchange)(?:\s*(?:[/&|+–-]|and)\s*(?:asx|nzx|media|market|news|press))?[\s:]*(?:announcements?|releases?|statements?|update)(?:\s*(?:to the market|\/ media release))?)$/i;

/**
 * True for a foot that stands on one page alone: the lowest row, far below the text, with the page's number beside words,
 * or in small type, or far below all else, with an address or numbers to call.
 */
export function isLoneFoot(row: Row, next: Row | undefined, page: Page, body: number): boolean {
  const text = row.segments.map((segment) => segment.text).join(' ');
  const distance = next ? row.y - next.y : Infinity;
  if (row.y < 0.88 * page.height || /[.;]$/.test(text) || text.length > 160) return false;
  if (row.segments[0]?.runs[0]?.script === 'sup') return false;
  const isNumbered = new RegExp(`^${page.number}\\s+\\S|\\s${page.number}$|\\bpage ${page.number}\\b`, 'i').test(text);
  const isPrinted = row.segments.length === 2 && row.segments.some((segment) => /^\d{1,3}$/.test(segment.text.trim()));
  const isNamed = /\||\b(?:limited|ltd|asx|page|release|announcement|report)\b/i.test(text);
  if ((isNumbered || isPrinted) && isNamed && distance > 2.2 * row.size) return true;
  const signs = [
    /\bA[BC]N\b/,
    /\bwww\.|https?:/i,
    /\S@\S/,
    /(?:\+\d{2}|\(0\d\)|\b0\d\b)[\d ]{6,}/,
    /\b[A-Z]{2,3} \d{4}\b/,
    /\b(?:limited|ltd)\b\.? *(?:\||A[BC]N\b|$)/i,
  ];
  const isApart = row.size < 0.95 * body ? distance > 1.1 * row.size : distance > 4 * row.size;
  const found = signs.filter((sign) => sign.test(text)).length + (text.split(/[|,•] */).some(isAddress) ? 1 : 0);
  return isApart && found >= 2;
}
