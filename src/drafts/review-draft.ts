import { longDay, clockTime } from '../release/day-words.ts';
import type { DraftFields, ReviewItem, WholeDraft } from '../release/schema.ts';
import { typeOf } from '../release/types.ts';
import { zoneName } from '../release/sydney-time.ts';

/** A line of what a person looks at before a draft is published. */
interface ReviewLine {
  readonly label: string;
  /** `not known` where the draft has none. */
  readonly value: string;
  /** The guess that nobody has confirmed yet. */
  readonly guess?: ReviewItem;
}

/** What a person looks at before a draft is published: headline, date, code, types, and whatever else it states. */
export function reviewLines(draft: WholeDraft): readonly ReviewLine[] {
  const line = (label: string, field: string, value: string | undefined): ReviewLine => {
    const guess = draft.review?.find((item) => item.field === field);
    return { label, value: value ?? 'not known', ...(guess ? { guess } : {}) };
  };
  const { priceSensitive } = draft;
  return [
    line('Headline', 'title', draft.title),
    line('Date', 'date', draft.date && dateInWords(draft.date)),
    line('Code', 'code', draft.code?.join(', ')),
    line('Types', 'types', draft.types?.map((slug) => typeOf(slug).name).join(', ')),
    line('Price sensitive', 'priceSensitive', priceSensitive === undefined ? undefined : priceSensitive ? 'yes' : 'no'),
    line('Authorised by', 'authorisedBy', draft.authorisedBy),
    ...(draft.contacts
      ? [
          line(
            'Contacts',
            'contacts',
            draft.contacts.map(({ name, phone, email }) => [name, phone, email].filter(Boolean).join(', ')).join('; '),
          ),
        ]
      : []),
    ...(draft.attachments
      ? [
          line(
            'Document',
            'attachments',
            draft.attachments.map((entry) => ('file' in entry ? entry.file : entry.url)).join(', '),
          ),
        ]
      : []),
  ];
}

/** How an importer came to a fact, as terminals show it behind its value. */
export function sourceNote({ confidence, evidence }: ReviewItem): string {
  const how = { certain: 'stated', likely: 'guessed', 'stand-in': 'NOT FOUND' }[confidence];
  return `  [${how}, from: ${evidence}]`;
}

function dateInWords(date: NonNullable<DraftFields['date']>): string {
  return `${longDay(date.day)}${date.time === undefined ? ', time not recorded' : `, ${clockTime(date.time)} ${zoneName(date)}`}`;
}

/**
 * Why a draft cannot be published without anybody looking at it, in the words of an editor: what is missing, and which of the
 * facts that make its address are guesses.
 */
export function openFacts(draft: WholeDraft): readonly string[] {
  const guessed = [...new Set((draft.review ?? []).map(({ field }) => field))];
  const open = guessed.filter((field) => ['title', 'date', 'code', 'types'].includes(field));
  return [
    ...(draft.code === undefined ? ['no code'] : []),
    ...(draft.date === undefined ? ['no date'] : []),
    ...(open.length > 0 ? [`guessed, not confirmed: ${open.join(', ')}`] : []),
  ];
}
