import { listed } from '../text/listed.ts';
import { quote } from '../text/quote.ts';
import type { Finding } from './problem.ts';
import { typeWords } from './type-words.ts';
import { knownType, nearestType, typeGroups } from './types.ts';

/** The short name of a type is lower-case letters, digits and hyphens; the exchange's names and numbers of forms lead to it. */
export function typeFinding(value: string): Finding | undefined {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return undefined;
  return {
    rule: 'type-malformed',
    message: `${quote(value)} is not the short name of an announcement type.`,
    hint: typeHint(value),
  };
}

/** What to write in the place of a word that is no type: what it may mean, or where all types are listed. */
export function typeHint(value: string): string {
  const meant = meantTypes(value);
  if (meant.length > 0) return `Write ${listed(meant, 'or')}.`;
  const parts = value.split(/\s*[,;]\s*/).map(meantTypes);
  if (parts.length > 1 && parts.every((types) => types.length === 1))
    return `Write several as a list: [${parts.flat().join(', ')}].`;
  return `Choose one of the list at the end of docs/release-format.md, which comes with the program, and write its short name, for example trading-halt.`;
}

/** The slug of the one type that a slug, the exchange's name or the number of a form means; what fits none or several comes back as it was. */
export function plainType(written: string): string {
  const near = nearestType(written);
  if (near?.name.toLowerCase() === written.trim().toLowerCase()) return near.slug;
  const [first, ...others] = formNumber(written) === undefined ? [] : meantTypes(written);
  return first !== undefined && others.length === 0 ? first : written;
}

/** More names than these help nobody to choose. */
const MANY = 8;

function meantTypes(value: string): string[] {
  const words = plainWords(value);
  const own = knownType(words.replaceAll(' ', '-'));
  if (own) return [own.slug];
  // `appendix 3y` is no slip for `appendix 3b`.
  const number = formNumber(value);
  const near = number === undefined ? nearestType(value) : undefined;
  if (near) return [near.slug];
  const wanted = number ?? words;
  const found = typeGroups
    .flatMap((group) => [group, ...group.types])
    .filter(
      ({ slug }) =>
        (typeWords[slug] ?? '').split(' ').includes(wanted) || slug.startsWith(`${wanted.replaceAll(' ', '-')}-`),
    );
  // A group stands for its types.
  const slugs = new Set(found.map(({ slug }) => slug));
  const first = found.filter(({ slug, group }) => slug === group || !slugs.has(group));
  return first.length <= MANY ? first.map(({ slug }) => slug) : [];
}

/** `3y` of `Appendix 3Y`, `603` of `ASIC Form 603`. */
function formNumber(value: string): string | undefined {
  return /^(?:(?:asic )?(?:appendix|app|form) )?(\d{1,3}[a-z]{0,2}(?:\.\d)?)$/.exec(plainWords(value))?.[1];
}

function plainWords(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
