import { z } from 'zod';
import { frontMatterSchema, type FrontMatter } from '../release/schema.ts';
import { DATA_VERSION } from './columns.ts';

/**
 * `/data/release.schema.json`: the front matter of a release as JSON Schema (draft 7, which editors read).
 * Every scalar may be a text, as this program reads it; what other readers of YAML give as booleans and numbers is taken too.
 * It holds the form alone: which days exist, and what lies beside a release, `npm run check` tells.
 */
export function releaseJsonSchema(address: string): string {
  const generated = z.toJSONSchema(frontMatterSchema, { io: 'input', target: 'draft-7' }) as unknown as Node;
  const properties = Object.entries(generated.properties ?? {}).map(([name, node]) => {
    const description = descriptions[name as keyof FrontMatter]; // the schema's own names
    return [name, { description, ...withInner(node, name) }] as const;
  });
  const schema = {
    $schema: generated.$schema,
    $id: address,
    title: 'Front matter of a release',
    description: 'The lines between --- and --- at the beginning of a release’s file.',
    version: DATA_VERSION,
    ...generated,
    properties: Object.fromEntries(properties),
    // A draft may lack its code and date.
    required: ['title'],
    if: { properties: { draft: { enum: ['true', true] } }, required: ['draft'] },
    then: {},
    else: { required: ['title', 'code', 'date'] },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** What each field means, in the words of an editor. */
export const descriptions: Readonly<Record<keyof FrontMatter, string>> = {
  title: 'The headline exactly as lodged.',
  code: 'ASX code, or a list of them: the first is the lodging company, others share the release.',
  date: 'Sydney day, 2020-07-30, or with the Sydney time, 2020-07-30 09:15; an offset or Z is honoured.',
  types: 'Short names of announcement types, for example trading-halt.',
  typedBy: 'Who classified the release: exchange or archive.',
  priceSensitive: 'Whether the exchange marked it as price sensitive; left out when that is not recorded.',
  summary: 'One plain sentence for lists, feeds and link previews.',
  authorisedBy: 'Who authorised the release (Listing Rule 15.5).',
  contacts: 'Whom readers may ask.',
  source: 'Where the text came from.',
  attachments: 'Names of files beside the release, or documents kept elsewhere.',
  corrects: 'What this release corrects, and how.',
  related: 'Ids of other releases on the same matter.',
  aliases: 'Old addresses on this site that lead here now, for example /news/first-metal/.',
  language: 'Language of the text as a BCP 47 tag; en-AU when it is left out.',
  textFrom: 'scan where a machine has recognised the text in a scanned document.',
  review: 'In drafts only: what an import has guessed and nobody has confirmed yet.',
  draft: 'true keeps the release and its attachments off the site.',
};

/** What a field means, by its path without numbers, `contacts.email`; `undefined` for one that needs no words. */
export function describeField(path: string): string | undefined {
  return { ...inner, ...descriptions }[path];
}

const inner: Readonly<Record<string, string>> = {
  'contacts.name': 'Name of the person.',
  'contacts.title': 'Office of the person.',
  'contacts.phone': 'Telephone number.',
  'contacts.email': 'E-mail address.',
  'source.url': 'The page from which the text was taken.',
  'source.exchangeUrl': 'The exchange’s own address of the document.',
  'source.exchangeId': 'The exchange’s document id, leading zeros kept, for example 02257543.',
  'source.retrieved': 'The day on which it was taken.',
  'attachments.file': 'Name of a file beside the release.',
  'attachments.url': 'Address of a document that is kept elsewhere.',
  'attachments.title': 'What the document is called.',
  'attachments.pages': 'Number of pages.',
  'attachments.bytes': 'Size in bytes.',
  'attachments.sha256': 'SHA-256 of the document in 64 hexadecimal digits.',
  'corrects.release': 'Id of the release that is corrected, for example 2024/2024-05-01-quarterly.',
  'corrects.kind': 'How it is corrected.',
  'corrects.changes': 'Each change: where it stands, what was written and what is right now.',
  'corrects.changes.where': 'Where the change stands.',
  'corrects.changes.was': 'What was written.',
  'corrects.changes.now': 'What is right.',
  'review.field': 'The field that was guessed.',
  'review.value': 'What was guessed.',
  'review.evidence': 'The words of the document that led to it.',
  'review.confidence': 'How sure it is: certain, likely, or stand-in where nothing was found.',
};

interface Node {
  readonly $schema?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

/** The node with descriptions on the fields inside it, through lists and variants. */
function withInner(node: Node, path: string): Node {
  const { properties, items, anyOf } = node;
  const described = Object.entries(properties ?? {}).map(([name, field]) => {
    const place = `${path}.${name}`;
    return [name, { description: inner[place], ...withInner(field, place) }] as const;
  });
  return {
    ...node,
    ...(properties ? { properties: Object.fromEntries(described) } : {}),
    ...(items ? { items: withInner(items, path) } : {}),
    ...(anyOf ? { anyOf: anyOf.map((variant) => withInner(variant, path)) } : {}),
  };
}
