import type { YAMLException } from 'js-yaml';
import { fieldExamples } from './field-examples.ts';
import { quote } from '../text/quote.ts';
import type { Finding } from './problem.ts';

/** A finding with its place: the line in the file, and the field where there is one. */
export type PlacedFinding = Finding & { readonly line: number; readonly field?: string };

/** What holds the fields, as it stands within a sentence. */
export type YamlHolder = 'the front matter' | 'archive.yml';

/** The same at the beginning of a sentence. */
export function atStart(holder: YamlHolder): string {
  return holder === 'archive.yml' ? holder : 'The front matter';
}

/** Thrown and caught while one front matter is read: nothing after it is looked at. */
export class FrontMatterFault extends Error {
  readonly finding: PlacedFinding;
  constructor(finding: PlacedFinding) {
    super(finding.message);
    this.finding = finding;
  }
}

/** Front matter that is nested deeper is refused. */
export const MAX_DEPTH = 10;

/** Turns the parser's error into the editor's words; the usual cause is a value that needs quotation marks. */
export function explainYaml(text: string, error: YAMLException, holder: YamlHolder): PlacedFinding {
  const line = (error.mark?.line ?? 0) + 1;
  const lines = text.split('\n');
  const [written = '', before = ''] = [lines[line - 1], lines[line - 2]];
  if (error.reason.includes('duplicated mapping key')) {
    const field = /^\s*([^:]+):/.exec(written)?.[1]?.trim();
    return {
      line,
      ...(field ? { field } : {}),
      rule: 'yaml-duplicate',
      message: `The field ${quote(field ?? written)} stands twice.`,
      hint: 'Keep one of the two lines.',
    };
  }
  if (error.reason.includes('maxDepth')) {
    return {
      line,
      rule: 'yaml-depth',
      message: `${atStart(holder)} is nested more than ${MAX_DEPTH} levels deep.`,
      hint: 'Write the value in quotation marks if it is text.',
    };
  }
  if (error.reason.includes('alias') && DASH.test(written)) return dashFinding(written, line);
  if (error.reason.includes('alias')) {
    return {
      line,
      rule: 'yaml-alias',
      message: 'A value begins with & or *, which YAML takes for a reference.',
      hint: 'Put the value in quotation marks.',
    };
  }
  if (error.reason.startsWith('tab characters')) {
    return {
      line,
      rule: 'yaml-tab',
      message: 'The line begins with a tab, which YAML does not take.',
      hint: 'Indent the line with spaces.',
    };
  }
  // In double marks \x, \u and \U ask for digits.
  if (error.reason.includes('escape') || error.reason.includes('hexadecimal')) {
    return {
      line,
      rule: 'yaml-escape',
      message: 'A backslash inside double quotation marks stands before a sign that it cannot change.',
      hint: 'Write \\\\ for a backslash.',
    };
  }
  const here = { text: written, line };
  const above = { text: before, line: line - 1 };
  const dash = [here, above].find((one) => DASH.test(one.text));
  if (dash) return dashFinding(dash.text, dash.line);
  const open = [here, above].find((one) => /^\s*(?:- )?\w+:\s+(?:"(?:[^"\\]|\\.)*|'[^']*)$/.test(one.text));
  if (open) {
    return {
      line: open.line,
      rule: 'yaml-quote-open',
      message: 'A quotation mark is opened on this line and never closed.',
      hint: /[”“’‘]\s*$/.test(open.text)
        ? 'The mark at its end is a curly one of a word processor; type a straight one there.'
        : 'Write the same mark at the end of the value; a mark inside double quotation marks is written \\".',
    };
  }
  const foreign = [above, here].find((one) => FOREIGN_COLON.test(one.text));
  if (foreign) return foreignColonFinding(foreign.text, foreign.line);
  const close = [above, here].find((one) => isWithoutSpace(one.text));
  if (close) return spaceFinding(close.text, close.line);
  if (/^[^\s:#-][^:]*$/.test(before) && before !== '---') {
    return {
      line: line - 1,
      rule: 'yaml-colon-missing',
      message: `The line ${quote(before.trim())} has no colon, so it names no field.`,
      hint: 'Write the name of the field, a colon, a space and the value, or take the line out.',
    };
  }
  const pair = /^(\s*(?:- )?)([A-Za-z]\w*):\s+(.*)$/.exec(written);
  const [, indent = '', field, value = ''] = pair ?? [];
  if (field !== undefined && /^\[[^\]]*$/.test(value) && fieldExamples[field]?.includes(': [')) {
    return {
      line,
      field,
      rule: 'yaml-malformed',
      message: `A bracket is opened in the value of ${field} and never closed.`,
      hint: `Write ] after the last entry: ${field}: ${value.trim()}]`,
    };
  }
  if (field !== undefined && !/^["']/.test(value) && /^[-?:,[\]{}#&*!|>%@`]|:(?:\s|$)/.test(value)) {
    return {
      line,
      field,
      rule: 'yaml-needs-quotes',
      message: `The value of ${field} holds signs that have a meaning in YAML, such as a colon with a space after it.`,
      hint: `Put it in quotation marks: ${indent.trim() ? '- ' : ''}${field}: ${JSON.stringify(value.replace(/^[“„](.*)[”“]$/, '$1'))}`,
    };
  }
  const mark = value.charAt(0);
  if (field !== undefined && /["']/.test(mark) && value.indexOf(mark, 1) !== -1) {
    const isClosed = value.length > 1 && value.endsWith(mark);
    // Where all the others are apostrophes within words, the first is a mark that was never closed.
    const isOpen = mark === "'" && !/'(?!\p{L})|(?<!\p{L})'/u.test(value.slice(1));
    const whole = isClosed ? value.slice(1, -1) : isOpen ? value.slice(1) : value;
    return {
      line,
      field,
      rule: 'yaml-quote-inside',
      message: `A quotation mark inside the value of ${field} ends it too early.`,
      hint: `Write \\" for each mark inside: ${indent.trim() ? '- ' : ''}${field}: ${JSON.stringify(whole.replaceAll('\\"', '"'))}`,
    };
  }
  return {
    line,
    rule: 'yaml-malformed',
    message: `${atStart(holder)} cannot be read from this line on: ${quote(written.trim())}.`,
    hint: 'Look for a missing quotation mark, a tab, or a line that is indented too far.',
  };
}

/** A field's name with a sign behind it that only looks like a colon, as keyboards for Chinese and Japanese type it. */
const FOREIGN_COLON = /^\s*(?:- )?[A-Za-z]\w*\s*([：﹕∶꞉])/;

/** The first field at the left margin that has such a sign, as the finding for it; what is further in may be text. */
export function foreignColon(yaml: string): PlacedFinding | undefined {
  const lines = yaml.split('\n');
  const at = lines.findIndex((line) => /^\S/.test(line) && FOREIGN_COLON.test(line));
  return at === -1 ? undefined : foreignColonFinding(lines[at] ?? '', at + 1);
}

function foreignColonFinding(written: string, line: number): PlacedFinding {
  const plain = written.trim();
  const sign = FOREIGN_COLON.exec(plain)?.[1] ?? '';
  return {
    line,
    rule: 'yaml-colon-missing',
    message: `The line ${quote(plain)} has another sign (${quote(sign)}) in the place of its colon, so it names no field.`,
    hint: `Type a plain colon and a space: ${plain.replace(new RegExp(`\\s*${sign}\\s*`), ': ').trim()}`,
  };
}

/** A field's name with its value right behind the colon, which YAML takes for one word. */
function isWithoutSpace(line: string): boolean {
  return /^\s*(?:- )?[A-Za-z]\w*:(?!\/\/)\S/.test(line);
}

/** The first such line of a text, as the finding for it. */
export function closedUpField(yaml: string): PlacedFinding | undefined {
  const lines = yaml.split('\n');
  const at = lines.findIndex(isWithoutSpace);
  return at === -1 ? undefined : spaceFinding(lines[at] ?? '', at + 1);
}

function spaceFinding(written: string, line: number): PlacedFinding {
  const plain = written.trim();
  return {
    line,
    rule: 'yaml-colon-missing',
    message: `The line ${quote(plain)} has no space after its colon, so it names no field.`,
    hint: `Write a space after the colon: ${plain.replace(':', ': ')}`,
  };
}

const DASH = /^\s*(?:[–—−•·]\s*|\*[ \t]+)\S/;

/** The first entry of a list that begins with another sign than a hyphen and a space; YAML takes such entries together for one text. */
export function dashedEntry(yaml: string): PlacedFinding | undefined {
  const at = DASHED_ENTRY.exec(yaml)?.index;
  if (at === undefined) return undefined;
  const line = yaml.slice(0, at + 1).split('\n').length + 1;
  return dashFinding(yaml.split('\n')[line - 1] ?? '', line);
}

/** Below a field's name alone: nobody begins a value there with such a sign. */
const DASHED_ENTRY = /(?:^|\n)[ \t]*(?:- )?\w+:[ \t]*\n[ \t]*(?:[–—−•·][ \t\u00a0]*\S|-[^\s\d-])/;

function dashFinding(written: string, line: number): PlacedFinding {
  const sign = written.trim().charAt(0);
  const why: Readonly<Record<string, string>> = {
    '-': ' without a space behind it, so it is no entry of a list',
    '*': ', which is not the sign for an entry of a list',
  };
  return {
    line,
    rule: 'yaml-dash',
    message: `The line begins with ${quote(sign)}${why[sign] ?? ', which a word processor has put in the place of a hyphen'}.`,
    hint: 'Type a hyphen and a space before each entry of a list.',
  };
}
