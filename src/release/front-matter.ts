import matter from 'gray-matter';
import {
  constructFromEvents,
  EVENT_ID,
  FAILSAFE_SCHEMA,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
} from 'js-yaml';
import { quote } from './problem.ts';
import { explainYaml, MAX_DEPTH, type PlacedFinding } from './yaml-fault.ts';

/** Front matter longer than this is refused; a real one has less than 4 KB. */
const MAX_FRONT_MATTER = 64 * 1024;

export interface FrontMatterBlock {
  /** Fields with texts, lists and further fields as values; nothing is typed yet. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Everything after the closing line, without the empty lines around it. */
  readonly body: string;
  /** Line in the file of each value, by its path: `title`, `source.url`, `attachments.0.file`. */
  readonly lines: ReadonlyMap<string, number>;
  /** Line of the closing `---`, where a missing field would be written. */
  readonly lastLine: number;
}

/**
 * Splits a file into front matter and body. Every scalar stays the text that was written.
 * Anything that YAML or gray-matter would run, guess, expand or drop is a finding.
 * The text has `\n` as line end and no byte order mark.
 */
export function readFrontMatter(text: string): FrontMatterBlock | { readonly findings: readonly PlacedFinding[] } {
  const fault = delimiterFault(text);
  if (fault) return { findings: [fault] };
  let lines: ReadonlyMap<string, number> = new Map();
  // delimiterFault() has found the closing line. The text below it can be long, and gray-matter would copy and hash it.
  const close = text.indexOf('\n---', 3) + 1;
  const end = text.indexOf('\n', close);
  const [head, rest] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
  try {
    // gray-matter caches by content when it gets no options, and a broken file would pass on its second read.
    const file = matter(head, {
      engines: {
        ...refusedLanguages,
        yaml: (yaml: string) => {
          refuseControls(yaml);
          refuseDocumentEnd(yaml);
          const events = parseEvents(yaml, { maxDepth: MAX_DEPTH });
          lines = locate(yaml, events);
          // Without a schema that guesses, `360`, `1E5` and `9:30` stay what the editor wrote.
          const [data] = constructFromEvents(events, { source: yaml, schema: FAILSAFE_SCHEMA });
          if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new FrontMatterFault(notFields);
          return data;
        },
      },
    });
    const lastLine = file.matter.split('\n').length + 1;
    return { data: file.data, body: trimEmptyLines(rest), lines, lastLine };
  } catch (error) {
    if (error instanceof FrontMatterFault) return { findings: [error.finding] };
    if (error instanceof YAMLException) return { findings: [explainYaml(text, error)] };
    throw error;
  }
}

class FrontMatterFault extends Error {
  readonly finding: PlacedFinding;
  constructor(finding: PlacedFinding) {
    super(finding.message);
    this.finding = finding;
  }
}

function refuseLanguage(): never {
  throw new Error('Only YAML front matter is read; delimiterFault() lets no other language through.');
}

// gray-matter's own engines run JavaScript; delimiterFault() refuses them by name, and these make sure.
const refusedLanguages = Object.fromEntries(
  ['js', 'javascript', 'json', 'coffee', 'coffeescript', 'cson', 'toml'].map((name) => [name, refuseLanguage]),
);

const EXAMPLE = 'Begin the file with a line ---, then the fields, then another line ---.';

function delimiterFault(text: string): PlacedFinding | undefined {
  const firstEnd = text.indexOf('\n');
  const first = firstEnd === -1 ? text : text.slice(0, firstEnd);
  if (first.trimEnd() !== '---') {
    const language = /^---\s*([A-Za-z]\w*)\s*$/.exec(first)?.[1];
    return language
      ? {
          line: 1,
          rule: 'front-matter-language',
          message: `The front matter is marked as ${quote(language)}; only YAML is read, and nothing in a release is ever run.`,
          hint: 'Make the first line --- and write the fields as YAML: title: "…".',
        }
      : { line: 1, rule: 'front-matter-missing', message: 'The file does not begin with front matter.', hint: EXAMPLE };
  }
  const rest = firstEnd === -1 ? '' : text.slice(firstEnd);
  const close = rest.indexOf('\n---');
  if (close === -1) {
    return {
      line: 1,
      rule: 'front-matter-open',
      message: 'The front matter is never closed.',
      hint: 'Write a line --- after the last field.',
    };
  }
  const line = lineAt(rest, close) + 1;
  const closing = rest.slice(close + 1, (rest.indexOf('\n', close + 1) + 1 || rest.length + 1) - 1);
  if (closing.trimEnd() !== '---') {
    return {
      line,
      rule: 'front-matter-close',
      message: `The line ${quote(closing)} would close the front matter in the middle.`,
      hint: 'Close it with --- alone on its line, or put the text in quotation marks on the line of its field.',
    };
  }
  if (close > MAX_FRONT_MATTER) {
    return {
      line: 1,
      rule: 'front-matter-size',
      message: `The front matter is longer than ${MAX_FRONT_MATTER / 1024} KB.`,
      hint: 'Move long text below the second --- line; front matter holds short facts.',
    };
  }
  return undefined;
}

/** Looked for before YAML is read, whose own words for it differ from place to place. */
function refuseControls(yaml: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/.exec(yaml);
  if (!control) return;
  throw new FrontMatterFault({
    line: lineAt(yaml, control.index),
    rule: 'control-character',
    message: 'The front matter holds a control character, which no reader can see.',
    hint: 'Type the line again instead of pasting it.',
  });
}

/** A line `...` ends YAML's document: every field after it, `draft: true` too, would be dropped without a word. */
function refuseDocumentEnd(yaml: string): void {
  const end = /^\.\.\.(?=\s|$)/m.exec(yaml);
  if (!end) return;
  throw new FrontMatterFault({
    line: lineAt(yaml, end.index),
    rule: 'yaml-document-end',
    message: 'A line that begins with ... ends the front matter for YAML, and the fields after it would be lost.',
    hint: 'Take the line out, or put the text in quotation marks on the line of its field.',
  });
}

/** Walks YAML's events: notes the line of each value, and refuses what could explode, hide or vanish. */
function locate(yaml: string, events: readonly Event[]): Map<string, number> {
  // The block that gray-matter hands over begins with the end of the opening line, so its first line is the file's.
  const lineOf = lineCounter(yaml);
  const lines = new Map<string, number>();
  type Frame = { path: string; kind: 'list' | 'fields'; index: number; key: string | undefined };
  const stack: Frame[] = [];
  let keyEnd = 0;
  const enter = (start: number): string => {
    const frame = stack.at(-1);
    if (!frame) return '';
    const name = frame.kind === 'list' ? String(frame.index++) : (frame.key ?? '');
    if (frame.kind === 'fields') frame.key = undefined;
    const path = frame.path ? `${frame.path}.${name}` : name;
    // A value that is not written has no place of its own (-1).
    if (start >= 0 && !lines.has(path)) lines.set(path, lineOf(start));
    return path;
  };
  for (const event of events) {
    refuseTricks(event, lineOf);
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      const path = enter(event.start);
      stack.push({ path, kind: event.type === EVENT_ID.SEQUENCE ? 'list' : 'fields', index: 0, key: undefined });
    } else if (event.type === EVENT_ID.SCALAR) {
      const frame = stack.at(-1);
      if (frame?.kind === 'fields' && frame.key === undefined) {
        frame.key = getScalarValue(yaml, event);
        lines.set(frame.path ? `${frame.path}.${frame.key}` : frame.key, lineOf(event.valueStart));
        keyEnd = event.valueEnd;
      } else {
        const path = enter(event.valueStart);
        const end = event.valueStart >= 0 ? event.valueEnd : yaml.indexOf(':', keyEnd) + 1;
        if (event.style === SCALAR_STYLE.PLAIN) refuseLostComment(yaml, end, path, lineOf(end));
      }
    } else if (event.type === EVENT_ID.POP) stack.pop();
  }
  return lines;
}

function refuseTricks(event: Event, lineOf: (position: number) => number): void {
  const anchored = 'anchorStart' in event && event.anchorStart >= 0;
  const tagged = 'tagStart' in event && event.tagStart >= 0;
  if (!anchored && !tagged) return;
  const line = lineOf(anchored ? event.anchorStart : (event as { tagStart: number }).tagStart); // one of the two holds
  throw new FrontMatterFault(
    tagged
      ? {
          line,
          rule: 'yaml-tag',
          message: 'A value begins with an exclamation mark, which YAML takes for a tag.',
          hint: 'Put the value in quotation marks.',
        }
      : {
          line,
          rule: 'yaml-alias',
          message: 'A value begins with & or *, which YAML takes for a reference.',
          hint: 'Put the value in quotation marks.',
        },
  );
}

/** `title: Drilling # 3` and `title: #3 drilled` would lose everything from the mark on. */
function refuseLostComment(yaml: string, end: number, field: string, line: number): void {
  const lineEnd = yaml.indexOf('\n', end);
  const tail = yaml.slice(end, lineEnd === -1 ? undefined : lineEnd);
  if (!/^[ \t]+#/.test(tail)) return;
  throw new FrontMatterFault({
    line,
    field,
    rule: 'yaml-comment',
    message: `YAML takes ${quote(tail.trim())} for a comment, and the text would be lost.`,
    hint: 'Put the whole value in quotation marks; a comment of your own goes on a line of its own.',
  });
}

const notFields: PlacedFinding = {
  line: 2,
  rule: 'front-matter-fields',
  message: 'The front matter does not consist of fields.',
  hint: 'Write each field on its line with a colon after its name: title: "…".',
};

function lineCounter(text: string): (position: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (position) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

function lineAt(text: string, position: number): number {
  return lineCounter(text.slice(0, position + 1))(position);
}

function trimEmptyLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
