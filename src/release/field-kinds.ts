import { z } from 'zod';
import { DAY, FILLED, ID, WEB_ADDRESS } from './patterns.ts';
import { listed } from '../text/listed.ts';
import { quote } from '../text/quote.ts';
import type { Finding } from './problem.ts';
import { readSydneyDate } from './sydney-time.ts';
import { codeFinding, controlFinding, emptyFinding } from './value-findings.ts';

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

/** Makes a finding an issue of the schema, with its rule and its hint. */
export function addFinding(context: z.RefinementCtx, { message, ...params }: Finding): void {
  context.addIssue({ code: 'custom', message, params });
}

/** One value or a list of them; a list comes back. */
export function oneOrMore<T extends z.ZodType>(item: T) {
  return z
    .union([item, z.array(item).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]); // the union holds these two alone
}

/** A code or type that stands twice in one list is a slip: perhaps another one was meant. */
export function eachOnce(values: readonly string[], context: z.RefinementCtx): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) === index) return;
    const message = `${quote(value)} stands twice in the list.`;
    const params = { rule: 'value-twice', hint: 'Keep it once, or write the one that you meant.' };
    context.addIssue({ code: 'custom', message, params, path: [index] });
  });
}

/** One of some words. */
export function choice<const Word extends string>(words: readonly Word[]) {
  return text(oneOf(words), { enum: words }).transform((value) => value as Word); // checked just before
}

/** `true` or `false`. */
export const flag = text(oneOf(['true', 'false']), {
  type: ['string', 'boolean'],
  enum: ['true', 'false', true, false],
}).transform((value) => value === 'true');

/** What a hint shows of a time, where a day alone is wanted. */
const DAY_WITH_TIME = /(\d{4}-\d\d-\d\d)(?:, or with the Sydney time [\d: -]+| \d\d:\d\d(?::\d\d)?)/;

/** A Sydney day without a time, for example `2020-07-30`. */
export const wholeDay = text(
  (value) => {
    const read = readSydneyDate(value);
    if ('finding' in read) return { ...read.finding, hint: read.finding.hint.replace(DAY_WITH_TIME, '$1') };
    if (read.date.time === undefined) return undefined;
    return {
      rule: 'day-with-time',
      message: `${quote(value)} holds a time of day.`,
      hint: 'Write the day alone, for example 2020-07-30.',
    };
  },
  { pattern: `^${DAY}$` },
);

/** A whole number above zero. */
export const count = text(
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
export const asxCode = text(codeFinding, { pattern: '^[A-Z0-9]{3,6}$' });

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

/** Id of a release, for example `2020/2020-07-30-first-metal`. */
export const releaseId = text(
  (value) =>
    /^[^\s/\\]+(\/[^\s/\\]+)*$/.test(value) && !value.endsWith('.md')
      ? undefined
      : {
          rule: 'id-malformed',
          message: `${quote(value)} is not the id of a release.`,
          hint: idHint(value),
        },
  { pattern: ID },
);

/** `releases/2020/first-metal.md` and the page's address name the release too, as do several in one text. */
function idHint(value: string): string {
  const bare = (written: string): string =>
    written.replaceAll('\\', '/').replace(/^(?:https?:\/\/[^/]+)?\/?(?:.*\/)?releases\/|^\/|\.md$|\/$/gi, '');
  const isId = (written: string): boolean => /^[\w.-]+(?:\/[\w.-]+)+$/.test(written);
  const parts = value.split(/\s*[,;]\s*|\s+/).map(bare);
  if (parts.every(isId))
    return parts.length === 1 ? `Write ${parts[0]}.` : `Write several as a list: [${parts.join(', ')}].`;
  return 'Write the path of its file below the releases folder, without .md, for example 2020/2020-07-30-first-metal.';
}

/** True for an absolute http or https address without spaces. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(value) && URL.canParse(value);
}

/** A check that takes only the given values. */
function oneOf(allowed: readonly string[]) {
  return (value: string): Finding | undefined =>
    allowed.includes(value)
      ? undefined
      : {
          rule: 'value-not-allowed',
          message: `${quote(value)} is not one of the values that this field takes.`,
          hint: `Write ${listed(allowed, 'or')}.`,
        };
}
