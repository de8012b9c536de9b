import type { Archive } from '../archive/archive.ts';
import type { Urls } from '../archive/urls.ts';
import { nameAt } from '../archive/settings.ts';
import { machineDate } from '../release/sydney-time.ts';
import type { Release } from '../release/schema.ts';

interface Context {
  readonly archive: Archive;
  readonly urls: Urls;
  readonly summary: (release: Release) => string;
}

/**
 * A release as schema.org `NewsArticle` in JSON-LD, safe inside a `<script>` element:
 * `<` stands as an escape, so that no text can end the element.
 */
export function newsArticle(release: Release, { archive, urls, summary }: Context): string {
  const [publisher] = release.code.map((code) => {
    const company = archive.companyOf(release, code);
    return { '@type': 'Corporation', name: nameAt(company, release.date.day), tickerSymbol: `ASX:${code}` };
  });
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: release.title,
    description: summary(release) || undefined,
    datePublished: machineDate(release.date),
    inLanguage: release.language ?? 'en-AU',
    url: urls.absolute(urls.release(release.id)),
    publisher,
    author: publisher,
  };
  return JSON.stringify(article)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
