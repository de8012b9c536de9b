import { z } from 'zod';
import { frontMatterSchema } from '../../release/schema.ts';

/** How a field is filled in. It follows from the schema alone, so that a new field of it needs nothing here. */
export type Control =
  | { readonly kind: 'text' }
  /** A Sydney day, with or without the time. */
  | { readonly kind: 'date' }
  /** One of some values, or none. */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly item: Control }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  /** One of several groups, told apart by the field that each must have. */
  | { readonly kind: 'variants'; readonly groups: readonly Group[] };

export interface Field {
  readonly name: string;
  readonly control: Control;
}

type Group = Extract<Control, { kind: 'group' }> & { readonly key: string };

/** What of JSON Schema the fields of a release are written in. */
interface Node {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
}

/** The fields of a release in the order of the schema, each with its control. */
export const releaseFields: readonly Field[] = fieldsOf(
  z.toJSONSchema(frontMatterSchema, { io: 'input', target: 'draft-7' }) as unknown as Node, // the part of it named above
);

function fieldsOf(node: Node): Field[] {
  return Object.entries(node.properties ?? {}).map(([name, inner]) => ({ name, control: controlOf(inner, name) }));
}

function controlOf(node: Node, name: string): Control {
  if (name === 'date') return { kind: 'date' };
  if (node.enum) return { kind: 'choice', options: node.enum.filter((value) => typeof value === 'string') };
  if (node.type === 'array') return { kind: 'list', item: controlOf(node.items ?? {}, name) };
  if (node.type === 'object') return { kind: 'group', fields: fieldsOf(node) };
  if (node.anyOf) {
    const [single = {}] = node.anyOf;
    return node.anyOf.some(({ type }) => type === 'array')
      ? { kind: 'list', item: controlOf(single, name) }
      : { kind: 'variants', groups: node.anyOf.filter(({ properties }) => properties).map(groupOf) };
  }
  return { kind: 'text' };
}

function groupOf(node: Node): Group {
  return { kind: 'group', fields: fieldsOf(node), key: node.required?.[0] ?? '' };
}
