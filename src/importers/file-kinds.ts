import { ending, mediaType } from '../release/file-name.ts';

/** Larger files are not opened: the largest PDFs of the exchange have some 60 MB. */
export const MAX_BYTES = 100 * 1024 * 1024;

/** A plain text longer than this is no release. */
export const MAX_TEXT_BYTES = 5 * 1024 * 1024;

/** True when the original may lie beside the release: web pages and e-mails may not. */
export function isAttachable(fileName: string): boolean {
  return mediaType(fileName) !== undefined;
}

/** True for a file that an import of a folder takes up. */
export function isImportable(fileName: string): boolean {
  return ['pdf', 'htm', 'html', 'xhtml', 'txt', 'text', 'eml'].includes(ending(fileName));
}
