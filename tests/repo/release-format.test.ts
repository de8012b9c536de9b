import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseRelease } from '../../src/release/parse.ts';
import { frontMatterSchema } from '../../src/release/schema.ts';
import { typeGroups } from '../../src/release/types.ts';
import { settingsSchema } from '../../src/archive/settings-schema.ts';
import { parseSettings } from '../../src/archive/settings.ts';

const root = path.join(import.meta.dirname, '../..');
const document = readFileSync(path.join(root, 'docs/release-format.md'), 'utf8');
const section = (heading: string): string => document.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
/** The cells of each row of a section's table. */
const rows = (heading: string): string[][] =>
  section(heading)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const inCode = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
/** What stands in code marks in the first column of a section's table. */
const named = (heading: string): string[] => rows(heading).flatMap(([first = '']) => inCode(first));

interface Definition {
  innerType?: Schema;
  in?: Schema;
  element?: Schema;
  options?: Schema[];
  shape?: Record<string, Schema>;
}
interface Schema {
  def: unknown;
}

/** The paths of all fields of a schema: `source`, `source.url`. */
function fieldsOf(schema: Schema, before = ''): string[] {
  const definition = schema.def as Definition; // zod's description of itself
  const inner = [definition.innerType, definition.in, definition.element, ...(definition.options ?? [])];
  const here = Object.entries(definition.shape ?? {}).flatMap(([name, field]) => [
    before + name,
    ...fieldsOf(field, `${before}${name}.`),
  ]);
  return [...here, ...inner.flatMap((one) => (one ? fieldsOf(one, before) : []))];
}

test('docs/release-format.md names every field of a release and no other', () => {
  expect(new Set(named('Fields'))).toEqual(new Set(fieldsOf(frontMatterSchema)));
});

test('docs/release-format.md names every field of archive.yml and no other', () => {
  expect(new Set(named('The archive'))).toEqual(new Set(fieldsOf(settingsSchema)));
});

test('docs/release-format.md names every rule with its cure and no other', () => {
  const files = globSync(['src/release/**/*.ts', 'src/archive/**/*.ts'], { cwd: root });
  const rules = files.flatMap((file) => {
    const code = readFileSync(path.join(root, file), 'utf8');
    return [...code.matchAll(/(?:rule: |(?:notThere|missing)\((?:[^'\n]*, )?)'([a-z0-9-]+)'/g)].map(
      ([, rule = '']) => rule,
    );
  });
  expect(new Set(named('What `npm run check`'))).toEqual(new Set(rules));
});

test('docs/release-format.md has an example and a meaning for every field, and a cure for every rule, in order', () => {
  const tables = [...rows('Fields'), ...rows('The archive'), ...rows('What `npm run check`')];
  expect(tables.length).toBeGreaterThan(100);
  expect(tables.filter((cells) => cells.includes(''))).toEqual([]);
  const rules = rows('What `npm run check`').flatMap(([first = '']) => inCode(first).slice(0, 1));
  expect(rules).toEqual(rules.toSorted());
});

test.each(
  rows('Fields').flatMap(([field = '', example = '']) =>
    inCode(example).map((value) => [field.replaceAll('`', ''), value] as const),
  ),
)('docs/release-format.md gives an example of %s that is taken: %s', (field, value) => {
  const [outer = '', inner, innermost] = field.split('.');
  const others = Object.entries({ title: 'A', code: 'XMX', date: '2020-07-30' }).filter(([name]) => name !== outer);
  const text = value.replace(/^"(.*)"$/, '$1');
  const inside = innermost ? { changes: [{ was: 'a', now: 'b', [innermost]: text }] } : { [inner ?? '']: text };
  const group = { ...(outer === 'attachments' ? besides(inner) : WHOLE[outer]), ...inside };
  const written =
    inner === undefined ? value : JSON.stringify(['contacts', 'review'].includes(outer) ? [group] : group);
  const lines = [...others.map((entry) => entry.join(': ')), `${outer}: ${written}`];
  expect(parseRelease('a.md', `---\n${lines.join('\n')}\n---\n`).problems).toEqual([]);
});

/** What a group needs beside the field that is tried. */
const WHOLE: Readonly<Record<string, object>> = {
  corrects: { release: '2023/a', kind: 'correction' },
  review: { field: 'date', value: '2020-07-30', evidence: '30 July 2020', confidence: 'likely' },
};

function besides(field = ''): object {
  return ['url', 'bytes', 'sha256'].includes(field) ? { url: 'https://example.com/a.pdf' } : { file: 'a.pdf' };
}

test('the example of archive.yml in docs/release-format.md has no problem', () => {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(document) ?? [];
  expect(parseSettings('archive.yml', example)).toMatchObject({
    problems: [],
    settings: { companies: [{ code: 'XMX' }] },
  });
});

test('docs/release-format.md names every announcement type', () => {
  const slugs = typeGroups.flatMap((group) => [group.slug, ...group.types.map((type) => type.slug)]);
  const missing = slugs.filter((slug) => !section('Announcement types').includes(`\`${slug}\``));
  expect(missing).toEqual([]);
});

test('the examples of docs/release-format.md and README.md are releases without a problem', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const examples = [...`${document}\n${readme}`.matchAll(/```markdown\n(.*?)```/gs)].map(([, text = '']) => text);
  expect(examples.length).toBe(3);
  for (const example of examples) expect(parseRelease('example.md', example).problems).toEqual([]);
});
