import { z } from 'zod';
import { attachment, contact, correction, guess, source } from './field-groups.ts';
import { addFinding, asxCode, choice, eachOnce, flag, oneOrMore, releaseId, text } from './field-kinds.ts';
import { ALIAS, DAY, ONE_LINE, TIME } from './patterns.ts';
import { quote } from '../text/quote.ts';
import { readSydneyDate } from './sydney-time.ts';
import { typeFinding } from './type-finding.ts';
import { aliasFinding, headlineFinding, isLanguage } from './value-findings.ts';

/** The front matter of a release, field by field in the order in which `formatRelease` writes them. */
export const frontMatterSchema = z.strictObject({
  /** The headline exactly as lodged, for example `High-quality neodymium metal produced`. */
  title: text(headlineFinding, { pattern: ONE_LINE }),
  /** ASX code, or a list of them: the first is the lodging company, others share the release. */
  code: oneOrMore(asxCode).superRefine(eachOnce),
  /** Sydney day, `2020-07-30`, or with the Sydney time, `2020-07-30 09:15`. */
  date: z
    .string()
    .transform((value, context) => {
      const read = readSydneyDate(value);
      if ('date' in read) return read.date;
      addFinding(context, read.finding);
      return z.NEVER;
    })
    .meta({ pattern: `^${DAY}([T ]${TIME})?$` }),
  /** Slugs of announcement types, for example `trading-halt`. */
  types: oneOrMore(text(typeFinding, { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }))
    .superRefine(eachOnce)
    .optional(),
  /** Who classified the release: `exchange` or `archive`. */
  typedBy: choice(['exchange', 'archive']).optional(),
  /** Whether the exchange marked it as price sensitive: `true` or `false`; left out when that is not recorded. */
  priceSensitive: flag.optional(),
  /** One plain sentence for lists, feeds and link previews. */
  summary: text().optional(),
  /** Who authorised the release, for example `the Board of Example Minerals Limited` (Listing Rule 15.5). */
  authorisedBy: text().optional(),
  /** Whom readers may ask (Listing Rule 3.1's guidance asks for one). */
  contacts: z.array(contact).min(1).optional(),
  /** Where the text came from. */
  source: source.optional(),
  /** Files beside the release, or documents kept elsewhere. */
  attachments: oneOrMore(attachment).optional(),
  /** What this release corrects. */
  corrects: oneOrMore(correction).optional(),
  /** Ids of other releases on the same matter. */
  related: oneOrMore(releaseId).optional(),
  /** Old addresses on this site that lead here now, for example `/news/first-metal/`. */
  aliases: oneOrMore(text(aliasFinding, { pattern: ALIAS })).optional(),
  /** Language of the text as a BCP 47 tag; `en-AU` when it is left out. */
  language: text(
    (value) =>
      isLanguage(value)
        ? undefined
        : {
            rule: 'language-malformed',
            message: `${quote(value)} is not a language tag.`,
            hint: 'Write a BCP 47 tag, for example en-AU, de or zh-Hant.',
          },
    { pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' },
  ).optional(),
  /** `scan` where a machine has recognised the text in a scanned document; the page says that the document counts. */
  textFrom: choice(['scan']).optional(),
  /** In drafts only: what an import has guessed and nobody has confirmed yet. */
  review: z.array(guess).min(1).optional(),
  /** `true` keeps the release and its attachments off the site. */
  draft: flag.optional(),
});

/** The same of a draft, which may lack its code and its date. */
export const draftSchema = frontMatterSchema.partial({ code: true, date: true });

export type FrontMatter = z.output<typeof frontMatterSchema>;
export type DraftFields = z.output<typeof draftSchema>;
export type ReviewItem = NonNullable<FrontMatter['review']>[number];
export type Attachment = NonNullable<FrontMatter['attachments']>[number];
export type Correction = NonNullable<FrontMatter['corrects']>[number];
export type Contact = NonNullable<FrontMatter['contacts']>[number];

/** One announcement: what its front matter says. Lists of thousands hold these; the texts stay on the disk. */
export interface Release extends FrontMatter {
  /** The file's path below the releases folder without `.md`: `2020/2020-07-30-first-metal`. */
  readonly id: string;
}

/** One announcement with its text. */
export interface WholeRelease extends Release {
  /** The text after the front matter, as Markdown, with `\n` as line end. */
  readonly body: string;
}

/** A draft with its text; it may lack its code, its date, or both. */
export interface WholeDraft extends DraftFields {
  /** The file's path below the releases folder without `.md`: `undated/first-metal`. */
  readonly id: string;
  readonly body: string;
}

/** The lodging company's code. */
export function lodgingCode(release: FrontMatter): string {
  return release.code[0] ?? '';
}
