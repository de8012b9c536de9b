import { constructFromEvents, FAILSAFE_SCHEMA, parseEvents, YAMLException } from 'js-yaml';
import {
  atStart,
  closedUpField,
  dashedEntry,
  explainYaml,
  foreignColon,
  FrontMatterFault,
  MAX_DEPTH,
  type YamlHolder,
} from './yaml-fault.ts';
import { locate, refuseControls, refuseDocumentEnd, refuseSecondDocument } from './yaml-places.ts';
import { hasOddEntry, oddSpaceFinding, oddSpaceIn } from './yaml-spaces.ts';

interface YamlFields {
  /** Fields with texts, lists and further fields as values; nothing is typed yet. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Line of each value, counted from 1, by its path: `title`, `source.url`, `attachments.0.file`. */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Reads fields written as YAML. Every scalar stays the text that was written.
 * Anything that YAML would guess, expand or drop throws a `FrontMatterFault`, and so does what it cannot read.
 */
export function readYaml(yaml: string, holder: YamlHolder): YamlFields {
  refuseControls(yaml, holder);
  refuseDocumentEnd(yaml, holder);
  refuseSecondDocument(yaml, holder);
  try {
    const events = parseEvents(yaml, { maxDepth: MAX_DEPTH });
    const lines = locate(yaml, events);
    // Such a sign before a name would be part of the name.
    const hasOdd = hasOddEntry(yaml) || [...lines.keys()].some((name) => oddSpaceIn(name) !== undefined);
    const odd = (hasOdd ? oddSpaceFinding(yaml) : undefined) ?? dashedEntry(yaml);
    if (odd) throw new FrontMatterFault(odd);
    // Without a schema that guesses, `360`, `1E5` and `9:30` stay what the editor wrote.
    const [data] = constructFromEvents(events, { source: yaml, schema: FAILSAFE_SCHEMA });
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) {
      return { data: data as Record<string, unknown>, lines }; // the schema makes plain objects with names as keys
    }
  } catch (error) {
    if (error instanceof YAMLException) {
      throw new FrontMatterFault(oddSpaceFinding(yaml) ?? foreignColon(yaml) ?? explainYaml(yaml, error, holder));
    }
    throw error;
  }
  const odd = oddSpaceFinding(yaml) ?? foreignColon(yaml) ?? closedUpField(yaml);
  if (odd) throw new FrontMatterFault(odd);
  throw new FrontMatterFault({
    line: holder === 'archive.yml' ? 1 : 2,
    rule: 'front-matter-fields',
    message: `${atStart(holder)} does not consist of fields.`,
    hint: 'Write each field on its line with a colon after its name: title: "…".',
  });
}
