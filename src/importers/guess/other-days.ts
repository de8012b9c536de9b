import type { Line } from '../model/extract.ts';

/** The lines without those whose day is known to be another than the release's: the day of a form's print, and that of a meeting. */
export function withoutOtherDays(lines: readonly Line[]): readonly Line[] {
  const isOfMeetings = lines.some(({ text, page }) => page === 1 && /\bmeeting\b/i.test(text.slice(0, 1000)));
  return lines.filter(({ text }, index) => {
    const beside = [-2, -1, 1, 2].map((step) => lines[index + step]?.text ?? '');
    const isMeeting =
      (LABELLED.test(text) && beside.some((other) => PLACE_OR_TIME.test(other))) ||
      (isOfMeetings && [beside[1], beside[2]].some((other) => TIME_OF_DAY.test(other ?? '')));
    return !isMeeting && !PRINT_OF_FORM.test(text);
  });
}

/** `604 page 1/2 15 July 2001`: the number of a form of the regulator, and when it was printed. */
const PRINT_OF_FORM = /^\W*60[345]\b/;
const LABELLED = /^(?:date|when)\b/i;
const PLACE_OR_TIME = /^(?:time|place|venue|location|where)\b\s*(?::|$|of\b|\()/i;
/** A line that begins with the time at which something begins. */
const TIME_OF_DAY = /^(?:at )?\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\b|noon)/i;
