import { z } from 'zod';
import { choice, count, releaseId, text, webAddress, wholeDay } from './field-kinds.ts';
import { fileNameFinding } from './file-name.ts';
import { FILE_NAME } from './patterns.ts';
import { quote } from '../text/quote.ts';
import { exchangeIdFinding } from './value-findings.ts';

// The fields of a release that hold fields themselves.

// A type, because an interface cannot be written out field by field.
type AttachedFile = {
  file: string;
  title?: string | undefined;
  pages?: number | undefined;
};

/** A document: a file beside the release by its name, the same with facts of it, or one that is kept elsewhere. */
export const attachment = z.union([
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

/** What a release corrects in another. */
export const correction = z.strictObject({
  /** Id of the release that is corrected, for example `2024/2024-05-01-quarterly`. */
  release: releaseId,
  /** `correction`, `clarification`, `replacement`, `retraction` or `cancellation`. */
  kind: choice(correctionKinds),
  /** Each change: where it stands, what was written and what is right now. */
  changes: z
    .array(z.strictObject({ where: text().optional(), was: text(), now: text() }))
    .min(1)
    .optional(),
});

/** Somebody whom readers may ask. */
export const contact = z
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
  });

/** Where a text came from. */
export const source = z
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
  .transform((source) => (Object.keys(source).length === 0 ? undefined : source));

/** What an import has guessed and nobody has confirmed yet. */
export const guess = z.strictObject({
  /** The field that was guessed, for example `date`. */
  field: text(),
  /** What was guessed, as text. */
  value: text(),
  /** The words of the document that led to it, or what else did. */
  evidence: text(),
  /** How sure it is: `certain`, stated by the document; `likely`, read from it; `stand-in` where nothing was found and something had to stand there. */
  confidence: choice(['certain', 'likely', 'stand-in']),
});
