import type { Urls } from '../archive/urls.ts';
import { nameAt } from '../archive/company-names.ts';
import { mediaType } from '../release/file-name.ts';
import { machineDate } from '../release/sydney-time.ts';
import type { Correction, Release } from '../release/schema.ts';
import { correctionWords } from '../release/correction-words.ts';
import { cardOf } from './cards.ts';
import type { DataSource } from './columns/column.ts';
import { dataFiles } from './data-files.ts';
import { extentOf } from './extent.ts';
import { documentsOf, type DocumentFacts } from './documents.ts';

/**
 * A release as schema.org `NewsArticle` in JSON-LD, safe inside a `<script>` element:
 * `<` stands as an escape, so that no text can end the element. What is not recorded is left out.
 */
export function newsArticle(release: Release, source: DataSource): string {
  return inScript(articleOf(release, source));
}

/** The open data of an archive as schema.org `Dataset`, in the same way. */
export function dataset(source: DataSource & { readonly title: string }): string {
  const { archive, urls, title } = source;
  const { whole, years } = dataFiles(source);
  const [newest, oldest] = [archive.releases[0]?.date.day, archive.releases.at(-1)?.date.day];
  const files = [whole.json, whole.csv, ...[...years.values()].flatMap(({ json, csv }) => [json, csv])];
  return inScript({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${title}: open data`,
    description: `${extentOf(archive)}: the metadata of every release, its type, company, Sydney time and documents, as JSON and CSV.`,
    url: urls.absolute(urls.data()),
    isAccessibleForFree: true,
    temporalCoverage: newest && oldest ? `${oldest}/${newest}` : undefined,
    distribution: files.flatMap((file) =>
      file
        ? [
            {
              '@type': 'DataDownload',
              name: file.name,
              contentUrl: urls.absolute(urls.data(file.name)),
              encodingFormat: file.name.endsWith('csv') ? 'text/csv' : 'application/json',
              contentSize: String(file.bytes),
            },
          ]
        : [],
    ),
  });
}

/** The site as schema.org `WebSite`, with the search that it offers, in the same way. */
export function webSite({ urls, title }: Pick<DataSource, 'urls'> & { readonly title: string }): string {
  return inScript({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: title,
    url: urls.absolute(urls.home()),
    inLanguage: 'en-AU',
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${urls.absolute(urls.search())}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  });
}

function inScript(value: object): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function articleOf(release: Release, source: DataSource) {
  const { archive, urls } = source;
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
  const last = later.at(-1);
  const media = documentsOf(release, source).map((document) => mediaObject(document, urls));
  const exchangeId = release.source?.exchangeId;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: cut(release.title),
    name: cut(release.title) === release.title ? undefined : release.title,
    mainEntityOfPage: urls.absolute(urls.release(release.id)),
    image: urls.absolute(cardOf(release, archive, urls)),
    datePublished: machineDate(release.date),
    dateModified: last && machineDate(last.release.date),
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

/** A headline within the 110 characters that search engines read, cut between words. */
function cut(title: string): string {
  if (title.length <= 110) return title;
  return `${title
    .slice(0, 109)
    .replace(/\s+\S*$/, '')
    .toWellFormed()}…`;
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
