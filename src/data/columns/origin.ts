import { documentsOf } from '../documents.ts';
import type { Release } from '../../release/schema.ts';
import { NOT_RECORDED, orNull, type Column, type DataSource } from './column.ts';

/** Where its text came from, and its documents. */
export const originColumns: readonly Column[] = [
  {
    name: 'sourceAddress',
    type: 'address',
    missing: NOT_RECORDED,
    meaning: 'The page from which the text was taken.',
    value: ({ source }) => orNull(source?.url),
  },
  {
    name: 'exchangeAddress',
    type: 'address',
    missing: NOT_RECORDED,
    meaning: 'The exchange’s own address of the document.',
    value: ({ source }) => orNull(source?.exchangeUrl),
  },
  {
    name: 'exchangeId',
    type: 'text',
    missing: NOT_RECORDED,
    meaning: 'The exchange’s document id. Text: leading zeros belong to it.',
    value: ({ source }) => orNull(source?.exchangeId),
  },
  {
    name: 'retrieved',
    type: 'day',
    missing: NOT_RECORDED,
    meaning: 'The day on which the text was taken.',
    value: ({ source }) => orNull(source?.retrieved),
  },
  {
    name: 'attachments',
    type: 'list of objects',
    missing: 'the release has none',
    meaning: 'Its documents: address, title, pages, bytes, sha256; in CSV their addresses.',
    value: (release, source) => (release.attachments === undefined ? null : attachments(release, source)),
    inCsv: (release, source) => attachments(release, source).map(({ address }) => address),
  },
];

function attachments(release: Release, source: DataSource) {
  return documentsOf(release, source).map(({ address, elsewhere, title, pages, bytes, sha256 }) => ({
    address: elsewhere === undefined ? source.urls.absolute(address) : address,
    title: orNull(title),
    pages: orNull(pages),
    bytes: orNull(bytes),
    sha256: orNull(sha256),
  }));
}
