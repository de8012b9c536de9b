import { NOT_RECORDED, orNull, type Column } from './column.ts';

/** What the exchange or the company said of it. */
export const statementColumns: readonly Column[] = [
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
];
