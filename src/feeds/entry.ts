import { beginningOf } from '../release/beginning.ts';
import { entryId } from '../release/entry-id.ts';
import { escapeMarkup, stripInvalidXml } from '../text/markup.ts';
import { createLru } from '../text/lru.ts';
import { lodgingCode, type Release } from '../release/schema.ts';
import { feedInstant, sydneyDate } from '../release/sydney-time.ts';
import { typeOf } from '../release/types.ts';
import type { CorrectedBy } from '../archive/archive.ts';
import { feedIdentity } from '../archive/seal/lock-history.ts';
import { nameAt } from '../archive/company-names.ts';
import { enclosuresOf, type Enclosure } from './enclosures.ts';
import type { FeedSource } from './source.ts';
import { documentLinks, noticeOf, plainNotice } from './notice.ts';

/** A release as a feed tells of it. All three formats are written from this, so that they say the same. */
export interface Entry {
  /** `urn:uuid:…`, for ever the same. */
  readonly id: string;
  /** Whole address of its page. */
  readonly url: string;
  /** Plain text, as every text here but `html`. No text holds a character that XML cannot. */
  readonly title: string;
  /** Milliseconds since 1970 UTC; 12:00 in Sydney where no time is recorded. */
  readonly published: number;
  /** The same, or the time of its latest correction that is known in the feed. */
  readonly updated: number;
  /** Name that the lodging company bore on that day. */
  readonly author: string;
  /** One sentence: where the release has none and no text either, its date and whether it was price sensitive. */
  readonly summary: string;
  /**
   * A paragraph on date, price sensitivity and corrections, then the text, then a link to each document: safe HTML with
   * whole addresses.
   */
  readonly html: string;
  /** Announcement types, as the release names them. */
  readonly categories: readonly { readonly slug: string; readonly name: string }[];
  /** BCP 47. */
  readonly language: string;
  /** PDFs first, else in the release's order. */
  readonly enclosures: readonly Enclosure[];
}

/** One release's entry in two lengths; where its text is short, both are the same. */
export interface EntryTexts {
  /** With the whole text. */
  readonly whole: Entry;
  /** With the beginning of the text and the address where the whole of it is. */
  readonly beginning: Entry;
}

/** Gives the entry of a release, telling of those of its corrections for which `known` is true. */
export type EntryOf = (release: Release, known: (correction: Release) => boolean) => EntryTexts;

/**
 * Makes entries, and keeps those that were asked for lately, since a release stands in up to a dozen documents:
 * texts of `memory` characters at most, forgetting first what was not asked for longest.
 */
export function entryMaker(source: FeedSource, memory: number): EntryOf {
  const remember = createLru<EntryTexts>(memory, ({ whole }) => whole.html.length);
  return (release, known) => {
    const later = (source.archive.correctedBy.get(release.id) ?? []).filter((correction) => known(correction.release));
    // Corrections become known one after the other, so their number says which they are.
    return remember(`${release.id} ${later.length}`, () => makeEntry(release, later, source));
  };
}

/** A moment as RFC 3339 writes it, in Sydney's own time: `2020-07-30T09:15:00+10:00`. */
export function feedDate(instant: number): string {
  const { day, time, offset } = sydneyDate(instant, true);
  return `${day}T${time}${offset}`;
}

function makeEntry(release: Release, later: readonly CorrectedBy[], source: FeedSource): EntryTexts {
  const { archive, urls } = source;
  const url = urls.absolute(urls.release(release.id));
  const published = feedInstant(release.date);
  const body = wholeAddresses(source.renderForFeed(release), url);
  const enclosures = enclosuresOf(release, source);
  const documents = documentLinks(enclosures);
  const notice = noticeOf(release, later, source);
  const whole: Entry = {
    id: entryId(lodgingCode(release), feedIdentity(archive.history, release)),
    url,
    title: forXml(release.title),
    published,
    updated: Math.max(published, ...later.map((correction) => feedInstant(correction.release.date))),
    author: forXml(nameAt(archive.companyOf(release), release.date.day)),
    summary: forXml(source.summary(release)) || plainNotice(release),
    html: forXml(notice + inLanguage(body, release.language) + documents),
    categories: (release.types ?? []).map((slug) => ({ slug, name: typeOf(slug).name })),
    language: release.language ?? 'en-AU',
    enclosures,
  };
  if (body.length <= SHORT) return { whole, beginning: whole };
  const start = `<p>${escapeMarkup(beginningOf(body, SHORT))}</p>\n`;
  const rest = `<p><a href="${escapeMarkup(url)}">Read the whole release</a>: ${escapeMarkup(url)}</p>\n`;
  return {
    whole,
    beginning: { ...whole, html: forXml(notice + inLanguage(start, release.language) + rest + documents) },
  };
}

/** Characters of a text's beginning; a text of no more HTML than this stands there as a whole. */
const SHORT = 300;

/** Links to places in the text itself, such as footnotes, lead to the release's page: a feed has no places. */
function wholeAddresses(html: string, url: string): string {
  return html.replace(/(<a\b[^>]*?\shref=")#/g, (_, before: string) => `${before}${url}#`);
}

function inLanguage(html: string, language: string | undefined): string {
  return language === undefined || html === '' ? html : `<div lang="${language}" dir="auto">${html}</div>`;
}

/** What XML readers would take away or change is so in the JSON Feed too: white space at the ends, carriage returns. */
function forXml(text: string): string {
  return stripInvalidXml(text).replace(/\r\n?/g, '\n').trim();
}
