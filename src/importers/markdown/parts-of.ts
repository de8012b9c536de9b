import { readFrontMatter } from '../../release/front-matter.ts';
import { ImportRefusal } from '../model/refusal.ts';
import { readToml } from './toml.ts';

interface Parts {
  /** The fields of the front matter, each value as text, a list of texts or further fields. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Splits a page of another generator into front matter and text: YAML, TOML or JSON, as Hugo, Jekyll and Eleventy have them. */
export function partsOf(whole: string): Parts {
  // Editors leave empty lines above the front matter.
  const text = /^\s*\n(?:---[a-z]*|\+\+\+)[ \t]*\n\s*["']?[\w-]+["']?\s*[:=]/.test(whole) ? whole.trimStart() : whole;
  const toml = /^(?:\+\+\+|---toml)[ \t]*\n([^]*?)\n(?:\+\+\+|---)[ \t]*(?:\n|$)/.exec(text);
  if (toml) return { data: readToml(toml[1] ?? ''), body: text.slice(toml[0].length) };
  const json =
    /^(?:---json|;;;)[ \t]*\n([^]*?)\n(?:---|;;;)[ \t]*(?:\n|$)/.exec(text) ??
    /^(\{[ \t]*\n[^]*?\n\})[ \t]*(?:\n|$)/.exec(text);
  const fields = json && readJson(json[1] ?? '');
  if (fields) return { data: fields, body: text.slice(json[0].length) };
  const language = /^---[ \t]*([a-z]+)[ \t]*\n[^]*?\n---[ \t]*(?:\n|$)/.exec(text)?.[1];
  if (language !== undefined && language !== 'yaml')
    throw new ImportRefusal(
      `The front matter of the page is ${language === 'json' ? 'JSON that cannot be read' : `a program (${language})`}. Write its fields as YAML between lines of ---, and import that.`,
    );
  const yaml = endedByHyphens(text.replace(/^---[ \t]*yaml[ \t]*\n/, '---\n'));
  if (!yaml.startsWith('---\n')) return { data: {}, body: text };
  const read = readFrontMatter(yaml);
  if (!('findings' in read)) return read;
  const [first] = read.findings;
  throw new ImportRefusal(`Line ${first?.line ?? 1}: ${first?.message ?? ''} ${first?.hint ?? ''}`);
}

/** The same with a line of hyphens behind the front matter, where it ends in one of three dots, as YAML and Pandoc have it, too. */
function endedByHyphens(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  return lines[end]?.startsWith('.') ? lines.with(end, '---').join('\n') : text;
}

function readJson(json: string): Record<string, unknown> | undefined {
  try {
    // Numbers and yes or no become text, as other front matter is read.
    const read: unknown = JSON.parse(json, (_, value: unknown) =>
      typeof value === 'number' || typeof value === 'boolean' ? String(value) : value,
    );
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined; // a text that begins with a brace
  }
}
