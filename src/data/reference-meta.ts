import type { Archive } from '../archive/archive.ts';
import { nameAt } from '../archive/company-names.ts';
import type { Urls } from '../archive/urls.ts';
import { lodgingCode, type Release } from '../release/schema.ts';

/**
 * What reference managers such as Zotero read from a release's page beside its headline and address, as names and contents of
 * `<meta>` in their order: the lodging company is the author and the institution of a report.
 */
export function referenceMeta(
  release: Release,
  { archive, urls }: { readonly archive: Archive; readonly urls: Urls },
): (readonly [name: string, content: string])[] {
  const company = nameAt(archive.companyOf(release), release.date.day);
  const number = release.source?.exchangeId ?? `ASX:${lodgingCode(release)}`;
  const pdf = (release.attachments ?? []).flatMap((entry) => {
    if ('url' in entry) return /\.pdf$/i.test(new URL(entry.url).pathname) ? [entry.url] : [];
    return /\.pdf$/i.test(entry.file) ? [urls.absolute(urls.file(release.id, entry.file))] : [];
  })[0];
  return [
    ['citation_author', company],
    ['citation_publication_date', release.date.day.replaceAll('-', '/')],
    ['citation_technical_report_institution', company],
    ['citation_technical_report_number', number],
    ['citation_language', release.language ?? 'en-AU'],
    ...(pdf === undefined ? [] : [['citation_pdf_url', pdf] as const]),
  ];
}
