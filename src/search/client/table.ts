import type { ResultRow } from '../query/messages.ts';

/** What was found as CSV (RFC 4180), one release a line. `page` is the address from which releases' addresses count. */
export function tableOf(
  rows: readonly ResultRow[],
  nameOf: (field: string, value: string) => string,
  page: string,
): string {
  const lines = rows.map(({ day, time, codes, headline, types, url }) => [
    day,
    time ?? '',
    codes.join(' '),
    headline,
    types.map((type) => nameOf('type', type)).join('; '),
    new URL(url, page).href,
  ]);
  return [['date', 'time', 'codes', 'headline', 'types', 'address'], ...lines]
    .map((line) => `${line.map(field).join(',')}\r\n`)
    .join('');
}

/** A spreadsheet would take a text that begins so for a formula. */
function field(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
