import type { Archive } from '../archive/archive.ts';
import type { PublishedFile } from '../archive/files.ts';
import type { Urls } from '../archive/urls.ts';
import { feedIdentity } from '../archive/lock-history.ts';
import { nameAt } from '../archive/settings.ts';
import { entryId } from '../release/entry-id.ts';
import { lodgingCode, type Release } from '../release/schema.ts';
import { machineDate, zoneName } from '../release/sydney-time.ts';
import { documentsOf } from './documents.ts';

/** Raised when a column changes its meaning or goes; a new column at the end raises nothing. */
export const DATA_VERSION = 1;

/** What open data is made from. */
export interface DataSource {
  readonly archive: Archive;
  readonly urls: Urls;
  readonly filesOf: (release: Release) => readonly PublishedFile[];
  readonly digestOf: (below: string) => string;
}

/** One column of the open data, for the files and for the page that explains them alike. */
export interface Column {
  readonly name: string;
  readonly type: 'text' | 'day' | 'time' | 'moment' | 'boolean' | 'address' | 'list of texts' | 'list of objects';
  /** What it means that there is no value; absent for a column that always has one. */
  readonly missing?: string;
  readonly meaning: string;
  /** The value in JSON; `null` where there is none. */
  readonly value: (release: Release, source: DataSource) => unknown;
  /** For a list of objects: what stands in a CSV cell; `false` where CSV leaves the column out. */
  readonly inCsv?: ((release: Release, source: DataSource) => readonly string[]) | false;
}

const NOT_RECORDED = 'not recorded';
const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** All columns in their order, which is that of the files too. */
export const columns: readonly Column[] = [
  {
    name: 'id',
    type: 'text',
    meaning: 'The release’s own name in this archive: the path of its file below the releases folder without .md.',
    value: ({ id }) => id,
  },
  {
    name: 'address',
    type: 'address',
    meaning: 'Its page.',
    value: ({ id }, { urls }) => urls.absolute(urls.release(id)),
  },
  {
    name: 'file',
    type: 'address',
    meaning: 'The very file from which the page was made: Markdown with front matter.',
    value: ({ id }, { urls }) => urls.absolute(urls.source(id)),
  },
  {
    name: 'sha256',
    type: 'text',
    meaning: 'SHA-256 of that file in 64 hexadecimal digits.',
    value: ({ id }, { digestOf }) => digestOf(`${id}.md`),
  },
  {
    name: 'feedId',
    type: 'text',
    meaning: 'The id of its entry in feeds, which stays the same when its file is renamed.',
    value: (release, { archive }) => entryId(lodgingCode(release), feedIdentity(archive.history, release)),
  },
  { name: 'title', type: 'text', meaning: 'The headline exactly as lodged.', value: ({ title }) => title },
  {
    name: 'code',
    type: 'text',
    meaning: 'ASX code of the lodging company. Text: some codes look like numbers.',
    value: lodgingCode,
  },
  {
    name: 'codes',
    type: 'list of texts',
    meaning: 'The codes of all companies of the release, the lodging one first.',
    value: ({ code }) => code,
  },
  {
    name: 'company',
    type: 'text',
    meaning: 'Name of the lodging company on that day; its code where the archive knows no name.',
    value: (release, { archive }) => nameAt(archive.companyOf(release), release.date.day),
  },
  {
    name: 'date',
    type: 'day',
    meaning: 'The day in Sydney, YYYY-MM-DD.',
    value: ({ date }) => date.day,
  },
  {
    name: 'time',
    type: 'time',
    missing: NOT_RECORDED,
    meaning: 'The time in Sydney, HH:mm or HH:mm:ss.',
    value: ({ date }) => orNull(date.time),
  },
  {
    name: 'zone',
    type: 'text',
    missing: 'no time is recorded',
    meaning: 'AEST (UTC+10:00) or AEDT (UTC+11:00).',
    value: ({ date }) => (date.time === undefined ? null : zoneName(date)),
  },
  {
    name: 'moment',
    type: 'moment',
    missing: 'no time is recorded',
    meaning: 'Day, time and offset in one (ISO 8601).',
    value: ({ date }) => (date.time === undefined ? null : machineDate(date)),
  },
  {
    name: 'types',
    type: 'list of texts',
    missing: NOT_RECORDED,
    meaning: 'Announcement types by their short names, as on the pages below /types/.',
    value: ({ types }) => orNull(types),
  },
  {
    name: 'typedBy',
    type: 'text',
    missing: NOT_RECORDED,
    meaning: 'Who classified it: exchange or archive.',
    value: ({ typedBy }) => orNull(typedBy),
  },
  {
    name: 'priceSensitive',
    type: 'boolean',
    missing: NOT_RECORDED,
    meaning: 'Whether the exchange marked it as price sensitive.',
    value: ({ priceSensitive }) => orNull(priceSensitive),
  },
  {
    name: 'summary',
    type: 'text',
    missing: 'the release has none of its own',
    meaning: 'One sentence.',
    value: ({ summary }) => orNull(summary),
  },
  {
    name: 'authorisedBy',
    type: 'text',
    missing: NOT_RECORDED,
    meaning: 'Who authorised the release (Listing Rule 15.5, since 1 December 2019).',
    value: ({ authorisedBy }) => orNull(authorisedBy),
  },
  {
    name: 'contacts',
    type: 'list of objects',
    missing: NOT_RECORDED,
    meaning: 'Whom readers may ask: name, title, phone, email.',
    value: ({ contacts }) => orNull(contacts),
    inCsv: false,
  },
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
  {
    name: 'corrects',
    type: 'list of objects',
    missing: 'it corrects no other release',
    meaning: 'What it corrects: release, kind, changes (where, was, now); in CSV the ids of the releases.',
    value: ({ corrects }) =>
      orNull(corrects?.map(({ release, kind, changes }) => ({ release, kind, changes: orNull(changes) }))),
    inCsv: ({ corrects }) => (corrects ?? []).map(({ release }) => release),
  },
  {
    name: 'correctedBy',
    type: 'list of objects',
    missing: 'no release of this archive corrects it',
    meaning: 'The releases that correct it, oldest first: release, kind; in CSV their ids.',
    value: ({ id }, { archive }) =>
      orNull(archive.correctedBy.get(id)?.map((one) => ({ release: one.release.id, kind: one.correction.kind }))),
    inCsv: ({ id }, { archive }) => (archive.correctedBy.get(id) ?? []).map((one) => one.release.id),
  },
  {
    name: 'related',
    type: 'list of texts',
    missing: 'no other release on the same matter is named',
    meaning: 'Ids of the other releases on one matter, oldest first, whichever of them names the others.',
    value: ({ id }, { archive }) =>
      orNull(
        archive.related
          .get(id)
          ?.filter((other) => other.id !== id)
          .map((other) => other.id),
      ),
  },
  {
    name: 'language',
    type: 'text',
    meaning: 'Language of the text as a BCP 47 tag.',
    value: ({ language }) => language ?? 'en-AU',
  },
  {
    name: 'declaredChanges',
    type: 'list of objects',
    missing: 'none was declared',
    meaning:
      'Changes of the archive’s own files after they were sealed, oldest first: kind, date, reason, and the files’ digests before (was) and after (now).',
    value: ({ id }, { archive }) => {
      const changes = archive.history.changesOf(id);
      return changes.length === 0
        ? null
        : changes.map(({ kind, date, reason, was, now }) => ({ kind, date, reason, was, now }));
    },
    inCsv: false,
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
