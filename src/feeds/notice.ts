import type { CorrectedBy } from '../archive/archive.ts';
import { escapeMarkup } from '../text/markup.ts';
import { correctionWords } from '../release/correction-words.ts';
import type { Release } from '../release/schema.ts';
import { clockTime, longDay } from '../release/day-words.ts';
import { zoneName } from '../release/sydney-time.ts';
import { byteSize } from '../text/counted.ts';
import { decodeWhole } from '../text/decode-escapes.ts';
import type { Enclosure } from './enclosures.ts';
import type { FeedSource } from './source.ts';

/**
 * What stands before a release's text in a feed, as HTML: its Sydney date and time, whether it was price sensitive,
 * what it corrects and what corrects it. What is not recorded is said to be so.
 */
export function noticeOf(
  release: Release,
  later: readonly CorrectedBy[],
  { archive, urls }: Pick<FeedSource, 'archive' | 'urls'>,
): string {
  const link = (other: Release): string =>
    `<a href="${escapeMarkup(urls.absolute(urls.release(other.id)))}">${escapeMarkup(other.title)}</a>`;
  const past = later.map(
    ({ release: other, correction }) =>
      `<strong>This release was ${correctionWords[correction.kind].past} on ${longDay(other.date.day)} by ${link(other)}.</strong>`,
  );
  const present = (release.corrects ?? []).flatMap((correction) => {
    const other = archive.byId.get(correction.release);
    return other
      ? [`This release ${correctionWords[correction.kind].present} that of ${longDay(other.date.day)}, ${link(other)}.`]
      : [];
  });
  const known = sensitivity(release);
  const sentences = [
    dateline(release),
    release.priceSensitive ? `<strong>${known}</strong>` : known,
    ...past,
    ...present,
  ];
  return `<p>${sentences.join(' ')}</p>\n${changesOf(release)}`;
}

/** The same of its date and price sensitivity alone, as plain text. */
export function plainNotice(release: Release): string {
  return `${dateline(release)} ${sensitivity(release)}`;
}

/**
 * A link to each document of a release, as HTML to stand behind its text: RSS names but one of them as an enclosure, and
 * many readers show none. Empty where there is none.
 */
export function documentLinks(enclosures: readonly Enclosure[]): string {
  const items = enclosures.map(({ url, title, bytes }) => {
    const size = bytes === undefined ? '' : ` (${byteSize(bytes)})`;
    return `<li><a href="${escapeMarkup(url)}">${escapeMarkup(title ?? fileName(url))}</a>${size}</li>\n`;
  });
  return items.length === 0 ? '' : `\n<p>Documents of this release:</p>\n<ul>\n${items.join('')}</ul>\n`;
}

/** The name at the end of an address as people read it; the whole address where it ends otherwise. */
function fileName(url: string): string {
  return decodeWhole(new URL(url).pathname.split('/').at(-1) ?? '') || url;
}

function dateline({ date }: Release): string {
  const time = date.time === undefined ? 'time not recorded' : `${clockTime(date.time)} ${zoneName(date)}`;
  return `${longDay(date.day)}, ${time}.`;
}

function sensitivity({ priceSensitive }: Release): string {
  if (priceSensitive === undefined) return 'Price sensitivity not recorded.';
  return priceSensitive ? 'Price sensitive.' : 'Not price sensitive.';
}

/** What a correcting release changes, where its front matter says it. */
function changesOf(release: Release): string {
  const items = (release.corrects ?? [])
    .flatMap((correction) => correction.changes ?? [])
    .map(({ where, was, now }) => {
      const place = where === undefined ? '' : `${escapeMarkup(where)}: `;
      return `<li>${place}<del>${escapeMarkup(was)}</del> is now <ins>${escapeMarkup(now)}</ins></li>\n`;
    });
  return items.length === 0 ? '' : `<ul>\n${items.join('')}</ul>\n`;
}
