import type { SearchRecord } from '../../src/search/record/search-record.ts';

/** A release as search knows it, with what a test says of it. */
export function record(values: Partial<SearchRecord> & { readonly id: string }): SearchRecord {
  return {
    url: `/releases/${values.id}/`,
    title: 'Drilling begins',
    html: '<p>Drilling has begun.</p>',
    codes: ['XMX'],
    otherCodes: [],
    companies: ['Example Minerals Limited'],
    types: [],
    date: { day: '2020-07-30' },
    correctedBy: [],
    corrects: [],
    hasAttachment: false,
    language: 'en-AU',
    ...values,
  };
}
