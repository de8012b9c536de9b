import { globSync, lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv from 'ajv';
import { afterAll, expect, test } from 'vitest';
import { descriptions, releaseJsonSchema } from '../../src/data/json-schema.ts';
import { readFrontMatter } from '../../src/release/front-matter.ts';
import { frontMatterSchema } from '../../src/release/schema.ts';
import { makeBrokenCases } from '../fixtures/broken/cases.ts';
import { sampleArchive } from '../support/sample-archive.ts';

const schema = JSON.parse(releaseJsonSchema('https://archive.example/data/release.schema.json')) as Schema;
const validate = new Ajv().compile(schema);
const archive = sampleArchive();
const into = mkdtempSync(path.join(tmpdir(), 'broken-schema-'));
afterAll(() => rmSync(into, { recursive: true }));

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** The front matter of a file as texts, or `undefined` where it cannot be read at all. */
function frontMatterOf(file: string): object | undefined {
  const text = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const block = readFrontMatter(text);
  return 'data' in block ? block.data : undefined;
}

test.each(globSync('**/[!_]*.md', { cwd: archive }).filter((file) => !file.endsWith('README.md')))(
  'the JSON Schema accepts the front matter of %s',
  (file) => {
    validate(frontMatterOf(path.join(archive, file)));
    expect(validate.errors ?? []).toEqual([]);
  },
);

/** Rules of form, which a JSON Schema can tell; the others are of the text, of other files, of the calendar, or advice. */
const FORM = new Set(
  `alias-malformed attachment-name attachment-outside attachment-type code-malformed contact-empty control-character
   date-malformed date-no-such-day date-no-such-time date-without-day day-with-time email-malformed
   exchange-id-mangled field-form field-missing field-spelling field-unknown id-malformed language-malformed
   not-published number-malformed sha256-malformed title-invisible-character title-not-one-line type-malformed
   url-malformed value-empty value-not-allowed`.split(/\s+/),
);

const cases = makeBrokenCases(into).flatMap(({ name, folder, expected }) => {
  if (!expected?.file.endsWith('.md')) return [];
  // Of a pipe there is nothing to read.
  if (!lstatSync(path.join(folder, expected.file), { throwIfNoEntry: false })?.isFile()) return [];
  const data = frontMatterOf(path.join(folder, expected.file));
  // A control character in the text is not in the front matter.
  return data && name !== 'nul' ? [{ name, rule: expected.rule, data }] : [];
});

test('there are broken front matters of many rules of form', () => {
  expect(new Set(cases.map(({ rule }) => rule).filter((rule) => FORM.has(rule))).size).toBe(FORM.size);
});

test.each(cases)('the JSON Schema judges the form of $name ($rule)', ({ rule, data }) => {
  expect(validate(data)).toBe(!FORM.has(rule));
});

test('the JSON Schema takes booleans and numbers as other readers of YAML give them', () => {
  const fields = { title: 'T', code: ['XMX'], date: '2020-07-30', priceSensitive: true, draft: false };
  expect(validate({ ...fields, attachments: { file: 'a.pdf', pages: 12 } })).toBe(true);
  expect(validate({ ...fields, attachments: { file: 'a.pdf', pages: 0 } })).toBe(false);
  expect(validate({ ...fields, priceSensitive: 'yes' })).toBe(false);
});

test('the JSON Schema explains every field, also within fields', () => {
  expect(Object.keys(descriptions)).toEqual(Object.keys(frontMatterSchema.shape));
  const silent = (node: Schema, place: string): string[] => [
    ...Object.entries(node.properties ?? {}).flatMap(([name, field]) => [
      ...(field.description === undefined ? [`${place}.${name}`] : []),
      ...silent(field, `${place}.${name}`),
    ]),
    ...(node.items ? silent(node.items, place) : []),
    ...(node.anyOf ?? []).flatMap((variant) => silent(variant, place)),
  ];
  expect(silent(schema, 'release')).toEqual([]);
});

test('the JSON Schema says of fields within fields what an editor shows', () => {
  const within = (node: Schema, place: string): string[] => [
    ...Object.entries(node.properties ?? {}).flatMap(([name, field]) => [
      ...(place === '' ? [] : [`${place}.${name}: ${field.description ?? ''}`]),
      ...within(field, place === '' ? name : `${place}.${name}`),
    ]),
    ...(node.items ? within(node.items, place) : []),
    ...(node.anyOf ?? []).flatMap((variant) => within(variant, place)),
  ];
  expect([...new Set(within(schema, ''))].join('\n')).toMatchInlineSnapshot(`
    "contacts.name: Name of the person.
    contacts.title: Office of the person.
    contacts.phone: Telephone number.
    contacts.email: E-mail address.
    source.url: The page from which the text was taken.
    source.exchangeUrl: The exchange’s own address of the document.
    source.exchangeId: The exchange’s document id, leading zeros kept, for example 02257543.
    source.retrieved: The day on which it was taken.
    attachments.file: Name of a file beside the release.
    attachments.title: What the document is called.
    attachments.pages: Number of pages.
    attachments.url: Address of a document that is kept elsewhere.
    attachments.bytes: Size in bytes.
    attachments.sha256: SHA-256 of the document in 64 hexadecimal digits.
    corrects.release: Id of the release that is corrected, for example 2024/2024-05-01-quarterly.
    corrects.kind: How it is corrected.
    corrects.changes: Each change: where it stands, what was written and what is right now.
    corrects.changes.where: Where the change stands.
    corrects.changes.was: What was written.
    corrects.changes.now: What is right.
    review.field: The field that was guessed.
    review.value: What was guessed.
    review.evidence: The words of the document that led to it.
    review.confidence: How sure it is: certain, likely, or stand-in where nothing was found."
  `);
});
