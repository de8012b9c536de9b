import { readDayIn } from '../guess/dates-in-text.ts';

/** True for a text that is a date, with a word or two such as the weekday or the city. */
export function isDay(text: string): boolean {
  const found = readDayIn(text);
  return found !== undefined && text.length - found.evidence.length < 8;
}

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}';
const DAY = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s)?\\d{1,2}(?:st|nd|rd|th)?[\\s-]${MONTH}(?:,?[\\s-]\\d{2,4})?`;
const TIME = '(?:\\d{1,2}(?:[.:]\\d\\d)?\\s?[ap]\\.?m\\.?|noon|midday)';
const KEY_DATE = new RegExp(
  `^(?:(?:on or )?(?:about|around|by|from|before|until|on)\\s)?(?:${TIME}(?:\\s?\\([^)]{1,30}\\))?,?\\s(?:on\\s)?)?${DAY}(?:,?\\s\\(?${TIME}.{0,24})?$|^(?:(?:early|mid|late)[\\s-])?${MONTH}(?:\\s(?:quarter|half))?,?\\s\\d{4}$`,
  'i',
);

/** True for a date as a timetable gives it, with a time, a weekday or without the year: `7.00pm (AEST), Tuesday, 2 October`. */
export function isKeyDate(text: string): boolean {
  return text.length < 70 && KEY_DATE.test(text.trim());
}
