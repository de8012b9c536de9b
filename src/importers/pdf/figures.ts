import { isKeyDate } from './day.ts';
import type { Segment } from './segments.ts';

/** A value in figures, as tables have: an amount, a share, a range, a date, `Nil`, a dash. */
export function isFigure({ text }: Pick<Segment, 'text'>): boolean {
  if (/^(?:nil|n\/a|–|-|—|nm)$/i.test(text) || isKeyDate(text)) return true;
  const bare = text.replace(/^[(~<>≤≥+–—-]*\s?(?:[A-Z]{0,3}\$|€|£)?\s?/, '');
  if (!/^\d/.test(bare) || text.length > 28) return false;
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  return letters <= 0.45 * text.replace(/\s/g, '').length;
}

/** True for a telephone number, and for no figure whose thousands are parted by spaces. */
export function isNumberToCall(text: string): boolean {
  return /^[+(]?\d[\d ()]{8,}$/.test(text) && !/^\d{1,3}(?: \d{3})+$/.test(text);
}
