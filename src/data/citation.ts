import { nameAt } from '../archive/company-names.ts';
import type { Archive } from '../archive/archive.ts';
import type { Urls } from '../archive/urls.ts';
import { clockTime, longDay } from '../release/day-words.ts';
import { zoneName } from '../release/sydney-time.ts';
import { lodgingCode, type Release } from '../release/schema.ts';

interface Context {
  readonly archive: Archive;
  readonly urls: Urls;
}

/**
 * A release as a sentence for a footnote: company with its code at that time, headline, Sydney day and time with
 * AEST or AEDT, address. A time that is not recorded is left out.
 */
export function plainCitation(release: Release, context: Context): string {
  const { company, code, when, address } = factsOf(release, context);
  return `${company} (ASX:${code}), “${release.title}”, announcement to the Australian Securities Exchange, ${when}, ${address}`;
}

/** A release as an entry of BibTeX. Signs that TeX would obey are escaped; the key is made from code and id. */
export function bibTeX(release: Release, context: Context): string {
  const { company, code, when, address } = factsOf(release, context);
  const { day } = release.date;
  const fields = {
    author: `{${texText(company)}}`,
    // A second pair of braces keeps the headline's capitals.
    title: `{${texText(release.title)}}`,
    howpublished: `Announcement to the Australian Securities Exchange, ASX:${texText(code)}`,
    year: day.slice(0, 4),
    date: day,
    note: texText(when),
    url: address.replace(/[{}\\]/g, encodeURIComponent),
    language: texText(release.language ?? 'en-AU'),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@misc{${code}:${release.id.replaceAll('/', ':')},\n${lines.join('')}}\n`;
}

/** A release as a record of RIS, with the line ends that the format asks for (CR LF). */
export function ris(release: Release, context: Context): string {
  const { company, code, when, address } = factsOf(release, context);
  const { day, time } = release.date;
  const fields: readonly (readonly [string, string])[] = [
    ['TY', 'ELEC'],
    ['AU', company],
    ['TI', release.title],
    ['T2', `Announcement to the Australian Securities Exchange, ASX:${code}`],
    ['PY', day.slice(0, 4)],
    ['DA', `${day.replaceAll('-', '/')}/${time === undefined ? '' : `${time} ${zoneName(release.date)}`}`],
    ['N1', when],
    ['LA', release.language ?? 'en-AU'],
    ['UR', address],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}

/** The Sydney day and time of a release as people write it: `30 July 2020, 9:15 am AEST (Sydney)`. */
export function whenLodged({ date }: Pick<Release, 'date'>): string {
  const day = longDay(date.day);
  return date.time === undefined ? day : `${day}, ${clockTime(date.time)} ${zoneName(date)} (Sydney)`;
}

function factsOf(release: Release, { archive, urls }: Context) {
  const code = lodgingCode(release);
  return {
    code,
    company: nameAt(archive.companyOf(release), release.date.day),
    when: whenLodged(release),
    address: urls.absolute(urls.release(release.id)),
  };
}

/** Text for TeX: its ten special signs escaped. */
function texText(text: string): string {
  return text.replace(/[\\{}$&#^_~%]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};
