import { isWebAddress } from '../../release/field-kinds.ts';
import type { Writable } from '../../release/format.ts';
import { knownType, nearestType } from '../../release/types.ts';
import { aliasFinding, codeFinding } from '../../release/value-findings.ts';
import { quote } from '../../text/quote.ts';
import { readCsvDate } from '../csv/csv-date.ts';

/** What the front matter of another generator (Hugo, Jekyll, Eleventy) states of a release, and what of it was left out. */
export function statedFields(frontMatter: Readonly<Record<string, unknown>>): {
  fields: Partial<Writable>;
  notes: string[];
} {
  const { params, extra, ...own } = frontMatter;
  // In these Hugo and Zola keep the fields that a site has made up for itself.
  const data: Readonly<Record<string, unknown>> = { ...fieldsOf(params), ...fieldsOf(extra), ...own };
  const notes: string[] = [];
  const used = new Set<string>();
  const take = (...names: string[]): unknown => {
    const name = Object.keys(data).find((key) => names.includes(key.toLowerCase().replace(/[_-]/g, '')));
    if (name !== undefined) used.add(name);
    return name === undefined ? undefined : data[name];
  };
  const text = (...names: string[]) => {
    const value = take(...names);
    const [own = '', ...others] = list(value);
    if (others.length > 0 || (own === '' && typeof value === 'object' && value !== null))
      notes.push(`The field ${names[0]} of its front matter is no single text; it was left out.`);
    return others.length > 0 ? '' : own;
  };
  const title = text('title', 'headline');
  const written = text('date', 'publishdate', 'publishedat', 'pubdate', 'datepublished');
  // A generator writes midnight where only the day is known.
  const midnight = /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?$/.exec(written)?.[1];
  if (midnight !== undefined) notes.push(`The date ${quote(written)} is midnight; its day was taken, without a time.`);
  const read = written === '' ? undefined : readCsvDate(midnight ?? written, false);
  const wrongDate = read && ('finding' in read ? read.finding : read.doubt);
  if (wrongDate) notes.push(`${wrongDate.message} ${wrongDate.hint}`);
  const codes = list(take('code', 'ticker', 'asxcode', 'asx')).map((code) =>
    code.replace(/^ASX:\s*/i, '').toUpperCase(),
  );
  const wrong = codes.find((code) => codeFinding(code) !== undefined);
  if (wrong !== undefined) notes.push(`${quote(wrong)} is not an ASX code; it was left out.`);
  const names = [...list(take('types', 'type')), ...list(take('categories', 'category')), ...list(take('tags'))];
  const slugs = names.flatMap((name) => typeOf(name) ?? []);
  const others = names.filter((name) => typeOf(name) === undefined);
  if (others.length > 0)
    notes.push(`Types, categories and tags that are no announcement types were left out: ${others.join(', ')}.`);
  const summary = text('summary', 'description', 'excerpt');
  const addresses = [
    ...list(take('aliases', 'alias')),
    ...list(take('redirectfrom')),
    ...list(take('permalink')),
    ...list(take('url')),
  ];
  const aliases = addresses.flatMap((address) => {
    const path = address.startsWith('/') ? address : `/${address}`;
    if (aliasFinding(path) === undefined && !path.includes(':')) return [path];
    notes.push(`The old address ${quote(address)} cannot lead to the release; set up a redirect at the host.`);
    return [];
  });
  const source = text('source', 'canonicalurl', 'canonical');
  const sensitive = text('pricesensitive', 'marketsensitive');
  const isYesOrNo = /^(?:true|false|yes|no)$/i.test(sensitive);
  if (sensitive !== '' && !isYesOrNo)
    notes.push(`${quote(sensitive)} does not say whether it is price sensitive; it was left out.`);
  if (source !== '' && !isWebAddress(source))
    notes.push(`The source ${quote(source)} is no web address; it was left out.`);
  const authorisedBy = text('authorisedby', 'authorizedby');
  if (text('draft') === 'true' || text('published') === 'false') notes.push('It was a draft on the old site, too.');
  const left = Object.keys(data).filter((name) => !used.has(name));
  if (left.length > 0)
    notes.push(`Fields of its front matter that a release does not have were left out: ${left.join(', ')}.`);
  return {
    fields: {
      ...(title === '' ? {} : { title }),
      ...(wrong !== undefined || codes.length === 0 ? {} : { code: [...new Set(codes)] }),
      ...(read && 'date' in read ? { date: read.date } : {}),
      ...(slugs.length > 0 ? { types: [...new Set(slugs)], typedBy: 'archive' as const } : {}),
      ...(isYesOrNo ? { priceSensitive: /^(?:true|yes)$/i.test(sensitive) } : {}),
      ...(summary === '' ? {} : { summary }),
      ...(authorisedBy === '' ? {} : { authorisedBy }),
      ...(isWebAddress(source) ? { source: { url: source } } : {}),
      ...(aliases.length > 0 ? { aliases: [...new Set(aliases)] } : {}),
    },
    notes,
  };
}

function typeOf(name: string): string | undefined {
  if (knownType(name)) return name;
  const near = nearestType(name);
  return near?.name.toLowerCase() === name.toLowerCase() ? near.slug : undefined;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

function list(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(textOf).filter((entry) => entry !== '');
}
