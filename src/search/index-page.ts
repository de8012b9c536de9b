import { writeFacts } from './facts.ts';
import { ALIASES, FACTS, filterNames, filterValues } from './filters.ts';
import { flattenHtml, plainText, searchAliases, type SearchRecord } from './text.ts';

/** A release as the index takes it: what is searched, what it is narrowed by, and what a result shows. */
export interface IndexPage {
  readonly url: string;
  /** The text's words as they stand there, punctuation and all; places are counted in them. */
  readonly tokens: readonly string[];
  readonly headings: readonly Heading[];
  /** What is searched beside the text, by field. */
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

interface Heading {
  /** 1 to 6, as in `h2`. */
  readonly level: number;
  /** Absent where nothing can lead to it. */
  readonly id?: string;
  /** The place of its first word, and the one behind its last. */
  readonly start: number;
  readonly end: number;
}

/** Prepares a release for the index. The first of a shard carries the shard's probe. */
export function indexPage(record: SearchRecord, first = false): IndexPage {
  const { tokens, headings } = readText(flattenHtml(record.html));
  return {
    url: record.url,
    tokens,
    headings,
    meta: {
      [ALIASES]: searchAliases(record, tokens),
      [FACTS]: writeFacts(record),
      title: record.title.trim().replace(/\s+/g, ' '),
    },
    filters: heldFilters({ ...filterValues(record), ...(first && { [filterNames.probe]: ['first'] }) }),
  };
}

/** Without the filters of which a release has no value. */
function heldFilters(filters: IndexPage['filters']): IndexPage['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
}

/** Cuts a text at white space as Unicode defines it, which is where the index counts words. */
export function cutTokens(text: string): string[] {
  return text.replaceAll('\u200B', '').split(SPACES).filter(Boolean);
}

// JavaScript's own \s has a zero-width no-break space and lacks the next line.
const SPACES = /(?:[^\S\uFEFF]|\u0085)+/;

/** The words of flattened HTML, whose only tags are those of headings. */
function readText(html: string): Pick<IndexPage, 'tokens' | 'headings'> {
  const tokens: string[] = [];
  const headings: Heading[] = [];
  let at = 0;
  const take = (end: number): void => {
    for (const token of cutTokens(plainText(html.slice(at, end)))) tokens.push(token);
  };
  for (const { 0: tag, 1: level, 2: attributes = '', index } of html.matchAll(OPENING)) {
    const end = html.indexOf(`</h${level}>`, index);
    take(index);
    const start = tokens.length;
    at = index + tag.length;
    take(end);
    at = end + CLOSING;
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1]?.replace(/\s/g, '');
    headings.push({ level: Number(level), ...(id && { id: plainText(id) }), start, end: tokens.length });
  }
  take(html.length);
  return { tokens, headings };
}

const OPENING = /<h([1-6])(\s[^>]*)?>/gi;
const CLOSING = '</h2>'.length;
