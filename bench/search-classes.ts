import type { SearchRecord } from '../src/search/record/search-record.ts';
import { foldWord, tokenize } from '../src/search/record/words.ts';
import { marketTerms } from '../src/search/query/market-terms.ts';
import { MONTHS } from '../src/release/day-words.ts';
import { knownItems, randomNumbers, type KnownItem } from './search-queries.ts';

/** Queries as people type them, each class by one rule out of the headlines of any archive. */
export const queryClasses = [
  'typo in one word',
  'typo in a word alone',
  "typo in a company's name",
  'wrong number',
  'half-typed word',
  'joined words',
  'split word',
  'short or long form',
  'question',
  'code and words',
  'date and words',
  'accents',
] as const;
type QueryClass = (typeof queryClasses)[number];

/** Queries of one class for releases that are known. The same seed gives the same queries; some archives have none of a class. */
export function classItems(
  records: readonly SearchRecord[],
  count: number,
  seed: number,
  kind: QueryClass,
): readonly KnownItem[] {
  const random = randomNumbers(seed);
  const byId = new Map(records.map((record) => [record.id, record]));
  const base = knownItems(
    records,
    count * MORE[kind],
    seed,
    kind === 'typo in a word alone' ? 'rarest words' : 'rarer words',
  );
  return base
    .flatMap((item): readonly KnownItem[] => {
      const [id = ''] = item.wanted;
      const record = byId.get(id);
      const query = record && RULES[kind](item.query.split(' '), record, random);
      return query === undefined ? [] : [{ ...item, query }];
    })
    .slice(0, count);
}

type Rule = (words: readonly string[], record: SearchRecord, random: () => number) => string | undefined;

/** Of how many known items about one is right for a class. */
const MORE: Readonly<Record<QueryClass, number>> = {
  'typo in one word': 2,
  'typo in a word alone': 3,
  "typo in a company's name": 12,
  'wrong number': 3,
  'half-typed word': 2,
  'joined words': 3,
  'split word': 3,
  'short or long form': 12,
  question: 1,
  'code and words': 1,
  'date and words': 1,
  accents: 20,
};

const RULES: Readonly<Record<QueryClass, Rule>> = {
  'typo in one word': (words, _, random) =>
    withOne(words, random, (word) => (word.length > 5 ? typo(word, random) : undefined)),
  'typo in a word alone': (words, _, random) => {
    const long = words.find((word) => word.length > 6 && /^[A-Za-z]+$/.test(word));
    return long === undefined ? undefined : typo(long, random);
  },
  "typo in a company's name": (words, { title }, random) => {
    const name = NAMED.exec(title)?.[1]?.trim().split(' ') ?? [];
    const wrong = withOne(name, random, (word) => (word.length > 5 ? typo(word, random) : undefined));
    const own = new Set(name.map(foldWord));
    return wrong === undefined
      ? undefined
      : [wrong, ...words.filter((word) => !own.has(foldWord(word))).slice(0, 1)].join(' ');
  },
  'wrong number': (words, _, random) =>
    withOne(words, random, (word) =>
      /^[A-Za-z]{4,}[^s]s$/.test(word) ? word.slice(0, -1) : /^[A-Za-z]{4,}[^sy]$/.test(word) ? `${word}s` : undefined,
    ),
  'half-typed word': (words) => {
    const last = words.at(-1) ?? '';
    return /^\p{L}{7,}$/u.test(last)
      ? [...words.slice(0, -1), last.slice(0, Math.ceil(last.length / 2) + 1)].join(' ')
      : undefined;
  },
  'joined words': (_, { title }, random) => {
    const tokens = tokenize(title).filter((token) => /^[A-Za-z]{4,}$/.test(token));
    const at = Math.floor(random() * (tokens.length - 1));
    const [one, other] = [tokens[at], tokens[at + 1]];
    if (one === undefined || other === undefined || !title.includes(`${one} ${other}`)) return undefined;
    return [
      `${one}${other}`.toLowerCase(),
      ...tokens.filter((token) => token !== one && token !== other).slice(0, 2),
    ].join(' ');
  },
  'split word': (words, _, random) =>
    withOne(words, random, (word) => {
      const hump = /^([A-Z][a-z]{2,})([A-Z][a-z]{2,})$/.exec(word);
      return hump ? `${hump[1]} ${hump[2]}` : undefined;
    }),
  'short or long form': (words, { title }) => {
    const folded = ` ${tokenize(title).map(foldWord).join(' ')} `;
    for (const { names } of marketTerms)
      for (const name of names) {
        const own = tokenize(name).map(foldWord);
        const other = names.find((one) => one !== name);
        if (other === undefined || !folded.includes(` ${own.join(' ')} `)) continue;
        return [other, ...words.filter((word) => !own.includes(foldWord(word))).slice(0, 2)].join(' ');
      }
    return undefined;
  },
  question: (words, _, random) =>
    `${['when did they announce', 'what is the', 'how do I find the release about', 'who does'][Math.floor(random() * 4)]} ${words.join(' ')}`,
  'code and words': (words, { codes: [code = ''] }, random) =>
    `${[code, code.toLowerCase(), `${code}.AX`, `ASX:${code}`, `$${code}`, `${code}.ASX`][Math.floor(random() * 6)]} ${words.slice(0, 2).join(' ')}`,
  'date and words': (words, { date: { day } }, random) => {
    const [year = '', month = '', date = ''] = day.split('-');
    const name = MONTHS[Number(month) - 1] ?? '';
    const forms = [
      `${date}/${month}/${year}`,
      `${Number(date)} ${name} ${year}`,
      `${name} ${year}`,
      `${name.slice(0, 3)} ${year}`,
      `${Number(date)}.${Number(month)}.${year}`,
      day,
    ];
    return `${words.slice(0, 2).join(' ')} ${forms[Math.floor(random() * forms.length)]}`;
  },
  accents: (words) => {
    const plain = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''));
    return plain.join(' ') === words.join(' ') ? undefined : plain.join(' ');
  },
};

/** A name in a headline, as its code behind it tells: `Example Minerals Inc. (NASDAQ: XMX)`. */
const NAMED =
  /((?:\p{Lu}[\p{L}\p{N}&'’-]+ ){1,3})(?:Inc\.?|Ltd\.?|Limited|Corp\.?|Corporation|PLC)?,? ?\((?:[\p{L} ]+: ?)?[A-Z]{2,5}/u;

function withOne(
  words: readonly string[],
  random: () => number,
  change: (word: string) => string | undefined,
): string | undefined {
  const possible = words.flatMap((word, at) => {
    const other = /^[\p{L}]+$/u.test(word) ? change(word) : undefined;
    return other === undefined ? [] : [words.with(at, other).join(' ')];
  });
  return possible[Math.floor(random() * possible.length)];
}

/** One letter left out, doubled, replaced or two swapped; anywhere but at the very beginning, where people rarely err. */
function typo(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = 'abcdefghijklmnopqrstuvwxyz'.charAt(Math.floor(random() * 26));
  const kinds = [
    `${word.slice(0, at)}${word.slice(at + 1)}`,
    `${word.slice(0, at)}${word.charAt(at)}${word.slice(at)}`,
    `${word.slice(0, at)}${letter}${word.slice(at + 1)}`,
    `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`,
  ];
  return kinds[Math.floor(random() * kinds.length)] ?? word;
}
