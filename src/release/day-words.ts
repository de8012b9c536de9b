// Days and times as they are written for people. All take what a `ReleaseDate` holds: Sydney's day, Sydney's clock.

/** `30 July 2020`, of `2020-07-30`. */
export function longDay(day: string): string {
  return `${Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`;
}

/** `30 Jul 2020`. */
export function shortDay(day: string): string {
  return `${Number(day.slice(8))} ${monthName(day).slice(0, 3)} ${day.slice(0, 4)}`;
}

/** `30 Jul`, for lists under a heading that names the year. */
export function dayAndMonth(day: string): string {
  return `${Number(day.slice(8))} ${monthName(day).slice(0, 3)}`;
}

/** `July`, of a day or a month (`2020-07-30`, `2020-07`). */
export function monthName(day: string): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? day;
}

/** `Thursday`. */
export function weekday(day: string): string {
  return WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()] ?? '';
}

/** `9:15 am`, in the way Australian notices write it. */
export function clockTime(time: string): string {
  const hour = Number(time.slice(0, 2));
  const rest = time.slice(2);
  return `${hour % 12 === 0 ? 12 : hour % 12}${rest} ${hour < 12 ? 'am' : 'pm'}`;
}

/** The months' names, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
