import matter from 'gray-matter';
import { lineAt } from '../text/line-at.ts';
import { quote } from '../text/quote.ts';
import { FrontMatterFault, type PlacedFinding } from './yaml-fault.ts';
import { readYaml } from './yaml.ts';

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
  const head = text.slice(0, endOfFrontMatter(text));
  try {
    // gray-matter caches by content when it gets no options, and a broken file would pass on its second read.
    const file = matter(head, {
      engines: {
        ...refusedLanguages,
        yaml: (yaml: string) => {
          const read = readYaml(yaml, 'the front matter');
          lines = read.lines;
          return read.data;
        },
      },
    });
    const lastLine = file.matter.split('\n').length + 1;
    return { data: file.data, body: bodyOf(text), lines, lastLine };
  } catch (error) {
    if (error instanceof FrontMatterFault) return { findings: [error.finding] };
    throw error;
  }
}

/** What follows the front matter of a text that `readFrontMatter` takes, without the empty lines around it. */
export function bodyOf(text: string): string {
  return trimEmptyLines(text.slice(endOfFrontMatter(text) + 1));
}

/** The end of the closing line. */
function endOfFrontMatter(text: string): number {
  const end = text.indexOf('\n', text.indexOf('\n---', 3) + 1);
  return end === -1 ? text.length : end;
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
      : { line: 1, rule: 'front-matter-missing', ...withoutBeginning(text, first) };
  }
  const rest = firstEnd === -1 ? '' : text.slice(firstEnd);
  const close = rest.indexOf('\n---');
  if (close === -1) {
    return {
      line: 1,
      rule: 'front-matter-open',
      message: 'The front matter is never closed.',
      hint: likeHyphens(rest) ?? 'Write a line --- after the last field.',
    };
  }
  const line = lineAt(rest, close) + 1;
  const [closing = ''] = rest.slice(close + 1).split('\n', 1);
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

/** A file without front matter, by what it begins with instead. */
function withoutBeginning(text: string, first: string): Pick<PlacedFinding, 'message' | 'hint'> {
  const message = 'The file does not begin with front matter.';
  if (/^\s*\n---\s*$/m.test(text.slice(0, 200)) && first.trim() === '') {
    return { message, hint: 'Delete the empty lines before the first line ---.' };
  }
  if (text.startsWith('{\\rtf')) {
    return {
      message: 'This is an RTF document, not a plain text.',
      hint: 'Save it as plain text in UTF-8, or make a release of it with npm run import.',
    };
  }
  if (text.startsWith('%PDF')) {
    return { message: 'This is a PDF document, not a release.', hint: 'Make a release of it with npm run import.' };
  }
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(first)) {
    return { message: 'This is a web page, not a release.', hint: 'Make a release of it with npm run import.' };
  }
  if (/^[ \t]+---\s*$/.test(first)) {
    return { message: 'The first line has a space or a tab before its three hyphens.', hint: 'Delete it.' };
  }
  const dashes = /^\s*(?:[-‐-―─_*=−]\s*)+$/.test(first);
  return dashes
    ? {
        message: `The first line is ${quote(first.trim())}, not three hyphens.`,
        hint: 'Type ---; a word processor may have made something else of it.',
      }
    : { message, hint: EXAMPLE };
}

/** What to write where the closing line is there but for its signs. */
function likeHyphens(text: string): string | undefined {
  const line = /^[ \t]*([‐-―─−_*=-]{1,}|[ \t]+---)\s*$/m.exec(text.slice(0, MAX_FRONT_MATTER));
  if (!line) return undefined;
  return `Line ${lineAt(text, line.index)} is ${quote(line[0].trim())}; write three hyphens there, ---, at its very beginning.`;
}

function trimEmptyLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
