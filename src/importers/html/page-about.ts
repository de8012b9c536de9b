import { isWebAddress } from '../../release/field-kinds.ts';
import { isDay, sydneyDate } from '../../release/sydney-time.ts';
import type { About } from '../model/extract.ts';

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
    linkedDataDate(document);
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

/** The page's one heading of the first level; else what it calls itself for others; else the part of its title that stands in it as a heading. */
function titleOf(document: Document, shared: string | undefined): string | undefined {
  const textOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
  const headings = [...document.querySelectorAll('h1')].map(textOf).filter((text) => text !== '');
  if (headings.length === 1) return headings[0];
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
