import type { Archive } from '../archive/archive.ts';
import type { PublishedFile } from '../archive/files.ts';
import type { Urls } from '../archive/urls.ts';
import { nameAt } from '../archive/settings.ts';
import { mediaType } from '../release/file-name.ts';
import { machineDate } from '../release/sydney-time.ts';
import type { Correction, Release } from '../release/schema.ts';
import { correctionWords } from '../release/correction-words.ts';
import { documentsOf, type DocumentFacts } from './documents.ts';

interface Context {
  readonly archive: Archive;
  readonly urls: Urls;
  readonly summary: (release: Release) => string;
  readonly filesOf: (release: Release) => readonly PublishedFile[];
  readonly digestOf: (below: string) => string;
}

/**
 * A release as schema.org `NewsArticle` in JSON-LD, safe inside a `<script>` element:
 * `<` stands as an escape, so that no text can end the element. What is not recorded is left out.
 */
export function newsArticle(release: Release, context: Context): string {
  return JSON.stringify(articleOf(release, context))
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function articleOf(release: Release, context: Context) {
  const { archive, urls, summary } = context;
  const [publisher, ...others] = release.code.map((code) => {
    const company = archive.companyOf(release, code);
    return {
      '@type': 'Corporation',
      name: nameAt(company, release.date.day),
      tickerSymbol: `ASX:${code}`,
      url: company.website,
    };
  });
  const later = archive.correctedBy.get(release.id) ?? [];
  const media = documentsOf(release, context).map((document) => mediaObject(document, urls));
  const exchangeId = release.source?.exchangeId;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': urls.absolute(urls.release(release.id)),
    headline: release.title,
    description: summary(release) || undefined,
    datePublished: machineDate(release.date),
    inLanguage: release.language ?? 'en-AU',
    url: urls.absolute(urls.release(release.id)),
    publisher,
    author: publisher,
    about: others.length > 0 ? others : undefined,
    identifier: exchangeId && { '@type': 'PropertyValue', propertyID: 'ASX document id', value: exchangeId },
    associatedMedia: media.length > 0 ? media : undefined,
    correction: later.length > 0 ? later.map((one) => correctionComment(one, urls)) : undefined,
  };
}

function correctionComment(later: { readonly release: Release; readonly correction: Correction }, urls: Urls) {
  const { release, correction } = later;
  const changes = (correction.changes ?? []).map(
    ({ where, was, now }) => `${where ? `${where}: ` : ''}“${was}” is now “${now}”.`,
  );
  const words = correctionWords[correction.kind];
  return {
    '@type': 'CorrectionComment',
    headline: release.title,
    text: [`${words.correcting} of this release.`, ...changes].join(' '),
    datePublished: machineDate(release.date),
    url: urls.absolute(urls.release(release.id)),
  };
}

function mediaObject(document: DocumentFacts, urls: Urls) {
  return {
    '@type': 'MediaObject',
    name: document.title,
    contentUrl: document.elsewhere === undefined ? urls.absolute(document.address) : document.address,
    encodingFormat: mediaType(document.name),
    contentSize: document.bytes === undefined ? undefined : String(document.bytes),
    sha256: document.sha256,
  };
}
