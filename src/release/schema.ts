import { z } from 'zod';
import { fileNameFinding } from './file-name.ts';
import {
  addFinding,
  asxCode,
  count,
  eachOnce,
  flag,
  oneOf,
  oneOrMore,
  releaseId,
  text,
  webAddress,
  wholeDay,
} from './field-kinds.ts';
import { ALIAS, DAY, FILE_NAME, ONE_LINE, TIME } from './patterns.ts';
import { quote } from './problem.ts';
import { readSydneyDate } from './sydney-time.ts';
import { aliasFinding, exchangeIdFinding, headlineFinding, isLanguage } from './value-findings.ts';

// A type, because an interface cannot be written out field by field.
type AttachedFile = {
  file: string;
  title?: string | undefined;
  pages?: number | undefined;
};

const attachment = z.union([
  text(fileNameFinding, { pattern: FILE_NAME }).transform((file): AttachedFile => ({ file })),
  z.strictObject({
    /** Name of a file beside the release, for example `2020-07-30-metal.pdf`. */
    file: text(fileNameFinding, { pattern: FILE_NAME }),
    /** What the file is called, for example `Investor presentation`. */
    title: text().optional(),
    /** Number of pages, for example `12`. */
    pages: count.optional(),
  }),
  z.strictObject({
    /** Address of a document that is kept elsewhere, for example `https://example.com/annual-report.pdf`. */
    url: webAddress,
    /** What the document is called. */
    title: text().optional(),
    /** Number of pages. */
    pages: count.optional(),
    /** Size in bytes. */
    bytes: count.optional(),
    /** SHA-256 of the document, 64 hexadecimal digits. */
    sha256: text(
      (value) =>
        /^[0-9a-f]{64}$/.test(value)
          ? undefined
          : {
              rule: 'sha256-malformed',
              message: `${quote(value)} is not a SHA-256 digest.`,
              hint: 'Write the 64 digits, 0 to 9 and a to f, that sha256sum prints for the file.',
            },
      { pattern: '^[0-9a-f]{64}$' },
    ).optional(),
  }),
]);

/** How one release corrects another. */
export const correctionKinds = ['correction', 'clarification', 'replacement', 'retraction', 'cancellation'] as const;

const correction = z.strictObject({
  /** Id of the release that is corrected, for example `2024/2024-05-01-quarterly`. */
  release: releaseId,
  /** `correction`, `clarification`, `replacement`, `retraction` or `cancellation`. */
  kind: text(oneOf(correctionKinds), { enum: correctionKinds }).transform(
    (kind) => kind as (typeof correctionKinds)[number],
  ), // checked just before
  /** Each change: where it stands, what was written and what is right now. */
  changes: z
    .array(z.strictObject({ where: text().optional(), was: text(), now: text() }))
    .min(1)
    .optional(),
});

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
  types: oneOrMore(
    text(
      (value) =>
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
          ? undefined
          : {
              rule: 'type-malformed',
              message: `${quote(value)} is not the short name of an announcement type.`,
              hint: 'Write lower-case letters, digits and hyphens, for example trading-halt; docs/release-format.md lists them all.',
            },
      { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    ),
  )
    .superRefine(eachOnce)
    .optional(),
  /** Who classified the release: `exchange` or `archive`. */
  typedBy: text(oneOf(['exchange', 'archive']), { enum: ['exchange', 'archive'] })
    .transform((value) => value as 'exchange' | 'archive') // checked just before
    .optional(),
  /** Whether the exchange marked it as price sensitive: `true` or `false`; left out when that is not recorded. */
  priceSensitive: flag.optional(),
  /** One plain sentence for lists, feeds and link previews. */
  summary: text().optional(),
  /** Who authorised the release, for example `the Board of Example Minerals Limited` (Listing Rule 15.5). */
  authorisedBy: text().optional(),
  /** Whom readers may ask (Listing Rule 3.1's guidance asks for one). */
  contacts: z
    .array(
      z
        .strictObject({
          name: text().optional(),
          title: text().optional(),
          phone: text().optional(),
          email: text(
            (value) =>
              /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value)
                ? undefined
                : {
                    rule: 'email-malformed',
                    message: `${quote(value)} is not an e-mail address.`,
                    hint: 'Write it with an @ and without spaces, for example investors@example.com.',
                  },
            { pattern: '^[^\\s@<>"]+@[^\\s@<>"]+\\.[^\\s@<>"]+$' },
          ).optional(),
        })
        .meta({ minProperties: 1 })
        .refine((contact) => Object.keys(contact).length > 0, {
          message: 'This contact holds nothing.',
          params: {
            rule: 'contact-empty',
            hint: 'Write at least one of name, title, phone and email, or leave the contact out.',
          },
        }),
    )
    .min(1)
    .optional(),
  /** Where the text came from. */
  source: z
    .strictObject({
      /** The page from which it was taken. */
      url: webAddress.optional(),
      /** The exchange's own address of the document. */
      exchangeUrl: webAddress.optional(),
      /** The exchange's document id as text, leading zeros kept, for example `02257543`. */
      exchangeId: text(exchangeIdFinding, { pattern: '^([0-9]{8}|[0-9]{1,6}-[0-9]{8}-[0-9A-Za-z]{4,})$' }).optional(),
      /** The day on which it was taken. */
      retrieved: wholeDay.optional(),
    })
    // Nothing may be left of it, where all its fields were unknown.
    .transform((source) => (Object.keys(source).length === 0 ? undefined : source))
    .optional(),
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
    { pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
  ).optional(),
  /** `true` keeps the release and its attachments off the site. */
  draft: flag.optional(),
});

export type FrontMatter = z.output<typeof frontMatterSchema>;
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

/** The lodging company's code. */
export function lodgingCode(release: FrontMatter): string {
  return release.code[0] ?? '';
}
