import { columns, DATA_VERSION } from './columns.ts';
import type { Column } from './columns/column.ts';

/** `/data/releases.schema.json`: the form of `releases.json` and its parts by year as JSON Schema (draft 7). */
export function dataJsonSchema(address: string): string {
  const properties = columns.map((column) => [
    column.name,
    {
      description: column.missing === undefined ? column.meaning : `${column.meaning} null: ${column.missing}.`,
      ...orNull(TYPES[column.type], column),
    },
  ]);
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: address,
    title: 'Releases of an archive',
    type: 'object',
    required: ['version', 'releases'],
    properties: {
      version: { const: DATA_VERSION },
      releases: {
        description: 'Newest first.',
        type: 'array',
        items: {
          type: 'object',
          required: columns.map(({ name }) => name),
          properties: Object.fromEntries(properties) as object,
        },
      },
      withdrawn: {
        description: 'Releases that were withdrawn, oldest first.',
        type: 'array',
        items: { type: 'object' },
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function orNull(type: Readonly<Record<string, unknown>>, { missing }: Column): Readonly<Record<string, unknown>> {
  return missing === undefined ? type : { ...type, type: [type['type'], 'null'] };
}

const TYPES: Readonly<Record<Column['type'], Readonly<Record<string, unknown>>>> = {
  text: { type: 'string' },
  day: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
  time: { type: 'string', pattern: '^\\d\\d:\\d\\d(:\\d\\d)?$' },
  // The format date-time asks for seconds (RFC 3339), which are seldom recorded.
  moment: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?[+-]\\d\\d:\\d\\d$' },
  boolean: { type: 'boolean' },
  address: { type: 'string', format: 'uri' },
  'list of texts': { type: 'array', items: { type: 'string' } },
  'list of objects': { type: 'array', items: { type: 'object' } },
};
