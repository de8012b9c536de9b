import type { SearchRecord } from './search-record.ts';

/** The names by which the index knows what releases are narrowed by; nowhere else are they written. */
export const filterNames = {
  company: 'company',
  /** Slugs of types and of their groups alike. */
  type: 'type',
  year: 'year',
  /** Flags that hold for a release, see `flags`. */
  flag: 'is',
} as const;

/** What may be true of a release, as it stands in the address. */
export const flags = ['price-sensitive', 'corrected', 'attachment'] as const;
export type Flag = (typeof flags)[number];

/** The orders of results. Without words there is nothing to match, and `best` means `newest`. */
export const orders = ['best', 'newest', 'oldest'] as const;
export type Order = (typeof orders)[number];

/** Of a release what it is narrowed by. */
export type Filtered = Pick<
  SearchRecord,
  'codes' | 'otherCodes' | 'types' | 'date' | 'priceSensitive' | 'correctedBy' | 'hasAttachment'
>;

/** The values by which a release is found under each filter. */
export function filterValues(record: Filtered): Readonly<Record<string, readonly string[]>> {
  const held: Readonly<Record<Flag, boolean>> = {
    'price-sensitive': record.priceSensitive === true,
    corrected: record.correctedBy.length > 0,
    attachment: record.hasAttachment,
  };
  return {
    [filterNames.company]: [...new Set([...record.codes, ...record.otherCodes])],
    [filterNames.type]: [...new Set(record.types.flatMap((type) => [type.slug, type.group]))],
    [filterNames.year]: [record.date.day.slice(0, 4)],
    [filterNames.flag]: flags.filter((flag) => held[flag]),
  };
}

/** The field of the index that holds what is known of a release beside its text, see `aboutWords`. */
export const ABOUT = 'about';
/** The field that is searched for other forms of the text's words, see `searchAliases`. */
export const ALIASES = 'also';
/** The field that holds what a result shows, see `writeFacts`; one, since each field is a list of words of its own. */
export const FACTS = 'facts';
/** The field that holds the headline, as Pagefind names it. */
export const HEADLINE = 'title';
/** What is searched beside the text, in the order of the names. */
export const FIELDS: readonly string[] = [ABOUT, ALIASES, FACTS, HEADLINE];
