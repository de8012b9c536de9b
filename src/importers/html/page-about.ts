import { isWebAddress } from '../../release/field-kinds.ts';
import { isDay, sydneyDate } from '../../release/sydney-time.ts';
import { readDayIn } from '../guess/dates-in-text.ts';
import { isHeadOnly } from '../guess/head-lines.ts';
import type { About } from '../model/extract.ts';
import { nameOf } from './elements.ts';

/** What a page says of itself: its heading or title, its address, and the day on which it was published. */
export function pageAbout(document: Document): About {
  const content = (selector: string) => document.querySelector(selector)?.getAttribute('content')?.trim();
  const canonical =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim() ?? content('meta[property="og:url"]');
  const title = titleOf(document, content('meta[property="og:title"]'));
  const published =
    content('meta[property="article:published_time"]') ??
    content(
      'meta[name="date"], meta[name="DC.date.issued"], meta[name="dcterms.issued"], meta[itemprop="datePublished"]',
    ) ??
    document
      .querySelector('time[datetime][pubdate], article time[datetime], [itemprop="datePublished"]')
      ?.getAttribute('datetime') ??
    linkedDataDate(document) ??
    onlyTime(document);
  const day = published === undefined ? undefined : publishedDay(published);
  return {
    ...(title ? { title } : {}),
    ...(canonical && isWebAddress(canonical) ? { url: canonical } : {}),
    ...(day === undefined ? {} : { published: day }),
  };
}

/** The date of publication in the page's data for search engines (JSON-LD), where it names one. */
function linkedDataDate(document: Document): string | undefined {
  const dates = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) =>
    [...textContent.matchAll(/"datePublished"\s*:\s*"([^"]{1,40})"/g)].map(([, date]) => date),
  );
  return new Set(dates).size === 1 ? dates[0] : undefined;
}

/** The moment of a page's only time, where it stands in a line of its own, with no more than a label or the company beside it. */
function onlyTime(document: Document): string | undefined {
  const [time, ...others] = document.querySelectorAll('time[datetime]');
  if (!time || others.length > 0 || time.closest('footer, aside, nav')) return undefined;
  const line = time.closest('p, li, td, div, header, section, body')?.textContent ?? '';
  const beside = line.replace(time.textContent, ' ').replace(/\b(?:published|posted)(?: on)?\b/i, ' ');
  return line.length <= LONGEST_DATE_LINE && isHeadOnly(beside)
    ? (time.getAttribute('datetime') ?? undefined)
    : undefined;
}

const LONGEST_DATE_LINE = 160;

/** The headline of a page that has it as a heading of the second level in its header, where that names a day, too, and has no other heading. */
export function headlineBesideDay(header: Element): string | undefined {
  const [heading, ...others] = header.querySelectorAll('h1, h2, h3, h4, h5, h6');
  if (!heading || others.length > 0 || nameOf(heading) !== 'H2' || nameOf(header) !== 'HEADER') return undefined;
  const text = textOf(header);
  return text.length <= LONGEST_HEADER && readDayIn(text) ? textOf(heading) : undefined;
}

const LONGEST_HEADER = 1000;

/** The page's one heading of the first level; else what it calls itself for others; else the part of its title that stands in it as a heading. */
function titleOf(document: Document, shared: string | undefined): string | undefined {
  const headings = [...document.querySelectorAll('h1')].map(textOf).filter((text) => text !== '');
  if (headings.length === 1) return headings[0];
  const inHeader =
    headings.length === 0
      ? [...document.querySelectorAll('header')].flatMap((one) => headlineBesideDay(one) ?? [])
      : [];
  if (inHeader.length === 1) return inHeader[0];
  if (shared) return shared;
  const title = document.querySelector('title');
  const whole = title ? textOf(title) : '';
  const names = [whole, ...whole.split(/\s+[|–—·»:-]\s+/)].filter((name) => name.length > 5);
  const shown = new Set([...document.querySelectorAll('h1, h2, h3, h4, b, strong')].slice(0, 200).map(textOf));
  return names.find((name) => shown.has(name));
}

/** The Sydney day of `2020-07-30` or of a moment with its zone; a time without one is not believed. */
function publishedDay(text: string): string | undefined {
  if (isDay(text)) return text;
  // A moment in the form of ISO 8601 has some thirty signs.
  if (text.length > 40) return undefined;
  const moment = Date.parse(text);
  return /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) && !Number.isNaN(moment) ? sydneyDate(moment).day : undefined;
}

function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}
