import { z } from 'zod';
import { longDay } from '../release/day-words.ts';
import { addFinding, asxCode, flag, isWebAddress, text, webAddress, wholeDay } from '../release/field-kinds.ts';
import type { Finding } from '../release/problem.ts';
import { quote } from '../text/quote.ts';
import { accentFinding, logoName } from './look.ts';
import { KEY_TYPE, readSshKey } from './seal/ssh-key.ts';
import { readSiteAddress } from './site-address.ts';

/** What belongs to one archive, in `archive.yml` beside its releases. Every field may be left out. */
export const settingsSchema = z.strictObject({
  /** Name of the site, for example `Example Minerals announcements`. */
  title: text().optional(),
  /** One sentence about the archive, for search engines and the home page. */
  description: text().optional(),
  /** Shown on every page, for example `Example Minerals Limited is fictional.` */
  notice: text().optional(),
  /** The company's logo beside `archive.yml`, an SVG or PNG: `logo.svg`. */
  logo: text((value) =>
    /^[\w-][\w.-]*$/.test(value) && logoName(value) !== undefined
      ? undefined
      : {
          rule: 'logo-name',
          message: `${quote(value)} is not the name of a logo.`,
          hint: 'Put an SVG or PNG beside archive.yml, and write its name alone, for example logo.svg.',
        },
  ).optional(),
  /** The colour of links, for example `"#0b4a78"`. */
  accent: text(accentFinding).optional(),
  /** The company's own site, to which the header leads back. */
  homepage: webAddress.optional(),
  /** Sites that may show `/embed/latest/` in a frame, each by its origin: `https://www.example.com`. */
  embedOn: z
    .array(
      text((value) =>
        /^https?:\/\/[a-z0-9.-]+(?::\d+)?$/i.test(value)
          ? undefined
          : {
              rule: 'embed-origin',
              message: `${quote(value)} is not the origin of a site.`,
              hint: 'Write https:// and the name alone, without a path: https://www.example.com.',
            },
      ),
    )
    .min(1)
    .optional(),
  /** One sentence in the footer of every page. */
  footer: text().optional(),
  /** Address at which the site is published, for example `https://announcements.example.com/`. */
  site: webAddress
    .superRefine((value, context) => {
      const read = readSiteAddress(value);
      if ('finding' in read && isWebAddress(value)) addFinding(context, read.finding);
    })
    .optional(),
  /** What the archive covers. */
  coverage: z
    .strictObject({
      /** The day on which the company was listed, for example `2020-07-30`. */
      listedSince: wholeDay.optional(),
      /** The day on which it was removed from the official list. */
      delisted: wholeDay.optional(),
      /** Where the releases were taken from, each in a sentence. */
      sources: z.array(text()).min(1).optional(),
    })
    .superRefine(({ listedSince, delisted }, context) => {
      if (listedSince === undefined || delisted === undefined || listedSince <= delisted) return;
      context.addIssue({
        code: 'custom',
        path: ['delisted'],
        message: `The company cannot have been removed from the list on ${longDay(delisted)}, before it was listed.`,
        params: { rule: 'coverage-order', hint: 'Correct one of the two days.' },
      });
    })
    .optional(),
  /** Contact for questions about the archive. */
  contact: z
    .strictObject({
      name: text().optional(),
      phone: text().optional(),
      email: text().optional(),
      url: webAddress.optional(),
    })
    .optional(),
  /** For `/.well-known/security.txt` (RFC 9116). */
  security: z
    .strictObject({
      /** `mailto:` or `https:` address for reports. */
      contact: text((value) =>
        /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/.test(value)
          ? undefined
          : {
              rule: 'security-contact',
              message: 'The security contact is not an address that security.txt may hold.',
              hint: 'Write mailto: with an e-mail address, or an https:// address.',
            },
      ),
      /** The day after which the contact may be out of date. */
      expires: wholeDay,
    })
    .optional(),
  /** For search: names of one thing, any of which finds the others, for example `[Boundary Bore, BB]`. */
  synonyms: z.array(z.array(text()).min(2)).optional(),
  /** The companies of the archive. Without them codes stand in for names. */
  companies: z
    .array(
      z.strictObject({
        /** The code under which it is or was last listed. */
        code: asxCode,
        /** Its name, for example `Example Minerals Limited`. */
        name: text(),
        website: webAddress.optional(),
        /** Former names and codes, each with the last day on which it was in use. */
        former: z
          .array(
            z
              .strictObject({ name: text().optional(), code: asxCode.optional(), until: wholeDay })
              .refine((former) => former.name !== undefined || former.code !== undefined, {
                message: 'This entry holds neither a former name nor a former code.',
                params: { rule: 'former-empty', hint: 'Write name: or code: above until:.' },
              }),
          )
          .min(1)
          .optional(),
      }),
    )
    .optional(),
  /** The company's keys that sign the site, also those that it used before. */
  keys: z
    .array(
      z
        .strictObject({
          /** The line of its `.pub` file, for example `ssh-ed25519 AAAA… archive`. */
          key: text(keyFinding),
          /** The day since which it signs. */
          from: wholeDay,
          /** The last day: newer releases are signed by another key. */
          until: wholeDay.optional(),
          /** `true` for a key that was lost or stolen: nothing that it signed counts. */
          revoked: flag.optional(),
        })
        .refine(({ from, until }) => until === undefined || from <= until, {
          message: 'This key ends before it begins.',
          path: ['until'],
          params: {
            rule: 'key-until',
            hint: 'Write the last day on which the key signs, or take until: out while it is in use.',
          },
        }),
    )
    .min(1)
    .optional(),
});

export type Settings = z.output<typeof settingsSchema>;
export type CompanySettings = NonNullable<Settings['companies']>[number];

function keyFinding(value: string): Finding | undefined {
  if (readSshKey(value)) return undefined;
  // A private key is not repeated here: messages end in logs.
  if (/PRIVATE KEY/.test(value))
    return {
      rule: 'key-malformed',
      message: 'This is a private key, which nobody but its owner may ever read.',
      hint: 'Delete it here and from the history, make a new pair with ssh-keygen -t ed25519, and write the line of its .pub file.',
    };
  const type = /^(?:sk-)?(?:ssh|ecdsa)-\S+(?= )/.exec(value)?.[0];
  if (type !== undefined && type !== KEY_TYPE)
    return {
      rule: 'key-type',
      message: `A key of the type ${type} cannot sign an archive: only ${KEY_TYPE} makes the same signature each time.`,
      hint: 'Make one with ssh-keygen -t ed25519, and write the line of its .pub file.',
    };
  return {
    rule: 'key-malformed',
    message: `${quote(value)} is not a whole public key.`,
    hint: `Write the line of the key's .pub file, which begins with ${KEY_TYPE} AAAA.`,
  };
}
