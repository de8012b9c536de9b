import { writeFacts } from './facts.ts';
import { ABOUT, ALIASES, FACTS, filterValues, HEADLINE } from './filters.ts';
import { aboutWords, flattenHtml, plainText, searchAliases, tokenAliases, type SearchRecord } from './search-record.ts';
import type { Heading, IndexPage } from '../../pagefind-index/index-page.ts';
import { spacedWords, type Tokens } from '../../pagefind-index/tokens.ts';

/** Prepares releases for an index whose tokens have these numbers. */
export function pageMaker(numbers: Pick<Tokens, 'cut' | 'token'>): (record: SearchRecord) => IndexPage {
  // Tokens are the same in thousands of releases; what is made of them is kept, by their numbers. Most have no alias, which a
  // byte each tells: that much stays in the processor's own memory.
  const known = new Map<number, readonly string[]>();
  let states = new Uint8Array(1 << 16);
  return (record) => {
    const { text, headings } = readText(flattenHtml(record.html));
    const tokens = numbers.cut(text);
    const aliases = new Set<string>();
    for (const number of tokens) {
      if (number >= states.length) states = twiceAsMany(states);
      const state = states[number];
      if (state === WITHOUT) continue;
      if (state === UNKNOWN) {
        const own = tokenAliases(numbers.token(number));
        states[number] = own.length === 0 ? WITHOUT : WITH;
        if (own.length > 0) known.set(number, own);
      }
      for (const alias of known.get(number) ?? []) aliases.add(alias);
    }
    return {
      url: record.url,
      text,
      tokens,
      headings,
      meta: {
        [ABOUT]: aboutWords(record),
        [ALIASES]: searchAliases(text, aliases),
        [FACTS]: writeFacts(record),
        [HEADLINE]: record.title.trim().replace(/\s+/g, ' '),
      },
      filters: heldFilters(filterValues(record)),
    };
  };
}

/** What is known of a token's aliases. */
const [UNKNOWN, WITHOUT, WITH] = [0, 1, 2];

function twiceAsMany(values: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(values.length * 2);
  more.set(values);
  return more;
}

/** Without the filters of which a release has no value. */
function heldFilters(filters: IndexPage['filters']): IndexPage['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
}

/** The words of flattened HTML, whose only tags are those of headings. */
function readText(html: string): Pick<IndexPage, 'text' | 'headings'> {
  const texts: string[] = [];
  const headings: Heading[] = [];
  let count = 0;
  let at = 0;
  const take = (end: number): string => {
    const words = spacedWords(plainText(html.slice(at, end)));
    if (words === '') return words;
    texts.push(words);
    count += countWords(words);
    return words;
  };
  for (const { 0: tag, 1: level, 2: attributes = '', index } of html.matchAll(OPENING)) {
    const end = html.indexOf(`</h${level}>`, index);
    take(index);
    const start = count;
    at = index + tag.length;
    const text = take(end);
    at = end + CLOSING;
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1]?.replace(/\s/g, '');
    headings.push({ level: Number(level), ...(id && { id: plainText(id) }), text, start, end: count });
  }
  take(html.length);
  return { text: texts.join(' '), headings };
}

const OPENING = /<h([1-6])(\s[^>]*)?>/gi;
const CLOSING = '</h2>'.length;

/** How many words stand in a text that has some, with single spaces between them. */
function countWords(words: string): number {
  let count = 1;
  for (let at = words.indexOf(' '); at !== -1; at = words.indexOf(' ', at + 1)) count++;
  return count;
}
