import { EVENT_ID, getScalarValue, SCALAR_STYLE, type Event } from 'js-yaml';
import { lineAt, lineCounter } from '../text/line-at.ts';
import { quote } from '../text/quote.ts';
import { atStart, FrontMatterFault, type YamlHolder } from './yaml-fault.ts';
import { CONTROLS } from '../text/characters.ts';

/** Walks YAML's events: notes the line of each value, and refuses what could explode, hide or vanish. */
export function locate(yaml: string, events: readonly Event[]): Map<string, number> {
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
        const end = event.valueStart >= 0 ? event.valueEnd : colonEnd(yaml, keyEnd);
        if (event.style === SCALAR_STYLE.PLAIN) refuseLostComment(yaml, end, path, lineOf);
      }
    } else if (event.type === EVENT_ID.POP) stack.pop();
  }
  return lines;
}

const CONTROL = new RegExp(`[${CONTROLS}]`);

/** Looked for before YAML is read, whose own words for it differ from place to place. */
export function refuseControls(yaml: string, holder: YamlHolder): void {
  const control = CONTROL.exec(yaml);
  if (!control) return;
  throw new FrontMatterFault({
    line: lineAt(yaml, control.index),
    rule: 'control-character',
    message: `${atStart(holder)} holds a control character, which no reader can see.`,
    hint: 'Type the line again instead of pasting it.',
  });
}

/** A line `...` ends YAML's document: every field after it, `draft: true` too, would be dropped without a word. */
export function refuseDocumentEnd(yaml: string, holder: YamlHolder): void {
  const end = /^\.\.\.(?=\s|$)/m.exec(yaml);
  if (!end) return;
  throw new FrontMatterFault({
    line: lineAt(yaml, end.index),
    rule: 'yaml-document-end',
    message: `A line that begins with ... ends ${holder} for YAML, and the fields after it would be lost.`,
    hint: 'Take the line out, or put the text in quotation marks on the line of its field.',
  });
}

/** A line `---` below fields begins another document of YAML, which nobody would read. One at the very end loses nothing. */
export function refuseSecondDocument(yaml: string, holder: YamlHolder): void {
  const lines = yaml.split('\n');
  const isFilled = (line: string): boolean => !/^\s*(?:#|$)/.test(line);
  const first = lines.findIndex((line) => isFilled(line) && !line.startsWith('%'));
  const second = lines.findIndex((line, at) => at > first && /^---(?:\s|$)/.test(line));
  if (second === -1 || !lines.slice(second).some((line, at) => isFilled(at === 0 ? line.slice(3) : line))) return;
  throw new FrontMatterFault({
    line: second + 1,
    rule: 'yaml-second-document',
    message: `A line that begins with --- ends ${holder} for YAML, and everything below it would be lost.`,
    hint: 'Take the line out, or indent it if it belongs to a text of several lines.',
  });
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

/** Where a value would stand that is not written: behind the colon of its key, or right behind a key that has none. */
function colonEnd(yaml: string, keyEnd: number): number {
  const colon = /["']?\s*:/y;
  colon.lastIndex = keyEnd;
  return colon.test(yaml) ? colon.lastIndex : keyEnd;
}

/** `title: Drilling # 3` and `title: #3 drilled` would lose everything from the mark on. */
function refuseLostComment(yaml: string, end: number, field: string, lineOf: (position: number) => number): void {
  // The rest of a line is looked at only where it matters: one line may hold a hundred thousand values.
  const comment = /[ \t]+#/y;
  comment.lastIndex = end;
  if (!comment.test(yaml)) return;
  const lineEnd = yaml.indexOf('\n', end);
  const tail = yaml.slice(end, lineEnd === -1 ? undefined : lineEnd);
  throw new FrontMatterFault({
    line: lineOf(end),
    field,
    rule: 'yaml-comment',
    message: `YAML takes ${quote(tail.trim())} for a comment, and the text would be lost.`,
    hint: 'Put the whole value in quotation marks; a comment of your own goes on a line of its own.',
  });
}
