import { z } from 'zod';
import { fileNameFinding } from './file-name.ts';
import { ALIAS, DAY, FILE_NAME, FILLED, ID, ONE_LINE, TIME, WEB_ADDRESS } from './patterns.ts';
import { quote, type Finding } from './problem.ts';
import { readSydneyDate } from './sydney-time.ts';

/**
 * A scalar with a rule of its own beside that of all. Every scalar of the front matter arrives as text; YAML never guesses.
 * `published` is what the JSON Schema says of it: a pattern, or the values that it takes.
 */
export function text(check: (value: string) => Finding | undefined = () => undefined, published: Published = {}) {
  const rule = 'enum' in published ? published : { pattern: FILLED, ...published };
  return z
    .string()
    .superRefine((value, context) => {
      const finding = controlFinding(value) ?? (value.trim() === '' ? emptyFinding : check(value));
      if (finding) addFinding(context, finding);
    })
    .meta(rule);
}

type Published =
  | { readonly pattern?: string }
  // Other readers of YAML give these as they type them.
  | { readonly pattern: string; readonly type: readonly ['string', 'integer']; readonly minimum: number }
  | { readonly enum: readonly (string | boolean)[]; readonly type?: readonly ['string', 'boolean'] };

function addFinding(context: z.RefinementCtx, { message, ...params }: Finding): void {
  context.addIssue({ code: 'custom', message, params });
}

/** One value or a list of them; a list comes back. */
function oneOrMore<T extends z.ZodType>(item: T) {
  return z
    .union([item, z.array(item).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]); // the union holds these two alone
}

/** A code or type that stands twice in one list is a slip: perhaps another one was meant. */
function eachOnce(values: readonly string[], context: z.RefinementCtx): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) === index) return;
    const message = `${quote(value)} stands twice in the list.`;
    const params = { rule: 'value-twice', hint: 'Keep it once, or write the one that is meant.' };
    context.addIssue({ code: 'custom', message, params, path: [index] });
  });
}

/** `true` or `false`. */
const flag = text(oneOf(['true', 'false']), {
  type: ['string', 'boolean'],
  enum: ['true', 'false', true, false],
}).transform((value) => value === 'true');
/** A Sydney day without a time, for example `2020-07-30`. */
export const wholeDay = text(
  (value) => {
    const read = readSydneyDate(value);
    if ('finding' in read) return read.finding;
    if (read.date.time === undefined) return undefined;
    return {
      rule: 'day-with-time',
      message: `${quote(value)} holds a time of day.`,
      hint: 'Write the day alone, for example 2020-07-30.',
    };
  },
  { pattern: `^${DAY}$` },
);
const count = text(
  (value) =>
    /^[1-9]\d{0,14}$/.test(value)
      ? undefined
      : {
          rule: 'number-malformed',
          message: `${quote(value)} is not a whole number above zero.`,
          hint: 'Write digits only, for example 12.',
        },
  { type: ['string', 'integer'], pattern: '^[1-9][0-9]{0,14}$', minimum: 1 },
).transform(Number);

/** ASX code of a company, in capitals, for example `BHP` or `360`. */
export const asxCode = text(
  (value) =>
    /^[A-Z0-9]{3,6}$/.test(value)
      ? undefined
      : {
          rule: 'code-malformed',
          message: `${quote(value)} is not an ASX code.`,
          hint: /^[A-Za-z0-9]{3,6}$/.test(value)
            ? `Write the code in capitals: ${value.toUpperCase()}.`
            : 'Write three to six capitals and digits, for example BHP or 360.',
        },
  { pattern: '^[A-Z0-9]{3,6}$' },
);

/** Web address with http or https, for example `https://example.com/investors/`. */
export const webAddress = text(
  (value) =>
    isWebAddress(value)
      ? undefined
      : {
          rule: 'url-malformed',
          message: `${quote(value)} is not a web address.`,
          hint: 'Write it in full, with https:// before it and without spaces, for example https://example.com/investors/.',
        },
  { pattern: WEB_ADDRESS },
);

const releaseId = text(
  (value) =>
    /^[^\s/\\]+(\/[^\s/\\]+)*$/.test(value) && !value.endsWith('.md')
      ? undefined
      : {
          rule: 'id-malformed',
          message: `${quote(value)} is not the id of a release.`,
          hint: 'Write the path of its file below the releases folder, without .md, for example 2020/2020-07-30-first-metal.',
        },
  { pattern: ID },
);

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

/** One announcement: what its front matter says, and its text. */
export interface Release extends FrontMatter {
  /** The file's path below the releases folder without `.md`: `2020/2020-07-30-first-metal`. */
  readonly id: string;
  /** The text after the front matter, as Markdown, with `\n` as line end. */
  readonly body: string;
}

/** The lodging company's code. */
export function lodgingCode(release: FrontMatter): string {
  return release.code[0] ?? '';
}

/** True for an absolute http or https address without spaces. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(value) && URL.canParse(value);
}

function oneOf(allowed: readonly string[]) {
  return (value: string): Finding | undefined =>
    allowed.includes(value)
      ? undefined
      : {
          rule: 'value-not-allowed',
          message: `${quote(value)} is not one of the values that this field takes.`,
          hint: `Write ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}.`,
        };
}

const emptyFinding: Finding = {
  rule: 'value-empty',
  message: 'The value is empty.',
  hint: 'Write the value, or take the line out.',
};

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;

/** YAML's escapes can write what no file can hold: a control character, or half of a character beyond U+FFFF. */
function controlFinding(value: string): Finding | undefined {
  if (!CONTROLS.test(value) && value.isWellFormed()) return undefined;
  return {
    rule: 'control-character',
    message: `${quote(value)} holds a control character, which no reader can see.`,
    hint: 'Type the value again instead of pasting it.',
  };
}

// Direction marks, zero-width characters, soft hyphen, line and paragraph separators, and the byte order mark.
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

function headlineFinding(value: string): Finding | undefined {
  if (/[\n\t]/.test(value)) {
    return {
      rule: 'title-not-one-line',
      message: 'The headline runs over several lines or holds a tab.',
      hint: 'Write it on one line, in quotation marks.',
    };
  }
  const hidden = INVISIBLE.exec(value);
  return hidden
    ? {
        rule: 'title-invisible-character',
        message: `The headline ${quote(value)} holds an invisible or direction-changing character.`,
        hint: 'Delete the character shown as \\u and a number, or type the headline again.',
      }
    : undefined;
}

function exchangeIdFinding(value: string): Finding | undefined {
  if (/^\d{8}$/.test(value) || /^\d{1,6}-\d{8}-[0-9A-Z]{4,}$/i.test(value)) return undefined;
  return {
    rule: 'exchange-id-mangled',
    message: `${quote(value)} is not a document id of the exchange.`,
    hint: /^\d{5,7}$/.test(value)
      ? `The id has eight digits; a spreadsheet may have dropped its leading zeros: ${value.padStart(8, '0')}.`
      : 'Write its eight digits with leading zeros, for example 02257543, or leave it out.',
  };
}

function aliasFinding(value: string): Finding | undefined {
  const plain = /^\/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|\/(?!\/))*$/.test(value) && !value.startsWith('//');
  const climbs = /(^|\/)\.{1,2}(\/|$)|%2f|%5c|%2e|%00/i.test(value);
  return plain && !climbs && value !== '/'
    ? undefined
    : {
        rule: 'alias-malformed',
        message: `${quote(value)} is not an old address on this site.`,
        hint: 'Write the path alone, with / first and without .. or a question mark, for example /news/first-metal/.',
      };
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
