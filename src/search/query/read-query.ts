import { findAmounts, plainNumber, unscaledWord } from '../record/amounts.ts';
import { foldWord, otherSpellings, tokenize, withJoinedLetters, wordsOf } from '../record/words.ts';
import { findCodes } from './codes.ts';
import { commonWords } from './common-words.ts';
import { groupWords } from './group-words.ts';
import { companyOfCode, noNames, type Names } from './names.ts';
import { apartMeasure, findMeasures } from './measures.ts';
import { findPeriods, type Span } from './periods.ts';
import { phrasesOf } from './phrases.ts';
import { regionalSpellings } from './regional.ts';
import { way, type Query, type Term } from './terms.ts';

/**
 * Understands what was typed or pasted: words, "exact phrases", `-excluded` ones, `this OR that`, numbers with their signs and units,
 * amounts, codes, days and periods, companies, and what the market calls a thing.
 * Nothing that is typed is an error; without a letter or digit there are no words, and every release is meant.
 */
export function readQuery(typed: string, names: Names = noNames): Query {
  const { kept, cut } = limited(withJoinedLetters(withoutAddresses(typed).replace(FORM, '$1 $2$3')));
  const { quoted, refused, plain } = splitQuotes(kept);
  const { excluded, rest } = splitExcluded(plain, quoted.length > 0);
  const terms = [
    ...quoted.flatMap((phrase) => readTerms(phrase, noNames)),
    ...joinAlternatives(readTerms(rest, names)),
  ];
  const isTyping = /[\p{L}\p{N}]$/u.test(rest) || /\*\s*$/.test(rest);
  return {
    terms: markCommon(
      unique(terms).map((term, at, all) => (isTyping && at === all.length - 1 ? withBeginning(term) : term)),
    ),
    phrases: quoted.flatMap(phrasesOf),
    excluded: excluded.map(wordsOf).filter((words) => words.length > 0),
    excludedPhrases: refused.flatMap(phrasesOf),
    length: terms.reduce((sum, term) => sum + tokenize(term.typed).length, 0),
    cut,
  };
}

/** A form and its number in one word or in three: `appendix3y`, `app. 4 g`. */
const FORM = /\b(appendix|appx|apdx|app|form)[\s.-]*(\d+)(?:\s?([a-z](?:\.\d)?)\b|\b)/gi;

/** Longer texts than a headline or a sentence are cut: each word costs a part of the index. */
const MAX_LENGTH = 400;
const MAX_WORDS = 24;

function limited(typed: string): { readonly kept: string; readonly cut: string } {
  const whole = typed.length <= MAX_LENGTH ? typed : typed.slice(0, MAX_LENGTH).replace(/\S*$/, '');
  const ends = [...whole.matchAll(/\S+/g)].map((word) => word.index + word[0].length);
  const kept = ends.length > MAX_WORDS ? whole.slice(0, ends[MAX_WORDS - 1]) : whole;
  return { kept, cut: typed.slice(kept.length).trim() };
}

/** `2020-07-22-quarterly`, with the folder of its year or without. */
const ID = /(?<!\S)(?:\d{4}\/)?((?:19|20)\d\d-\d\d-\d\d-\p{L}\S*)/gu;

/** Of a release's address, its id or the name of its file only what names it: the last part of the path. */
function withoutAddresses(typed: string): string {
  return typed
    .replace(ID, (_, name: string) => wordsOfName(name))
    .replace(
      /\b(?:https?:\/\/|www\.|(?=(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,24}\/\S))[^\s/]+((?:\/[^\s?#]*)?)\S*/gi,
      (address, path: string) => {
        const last = path.split('/').filter(Boolean).at(-1) ?? '';
        return last === '' ? address.replace(/^https?:\/\//i, '') : wordsOfName(last);
      },
    );
}

function wordsOfName(name: string): string {
  return name.replace(/\.\w{2,4}$/, '').replace(/[-_](?=\D)/g, ' ');
}

/** Quotation marks of all kinds, around whole words; one that is never closed means nothing. */
function splitQuotes(typed: string): { quoted: string[]; refused: string[]; plain: string } {
  const quoted: string[] = [];
  const refused: string[] = [];
  const plain = typed.replace(QUOTED, (whole: string, minus: string, phrase: string, at: number) => {
    const isChoice = /(?:^|\s)OR\s+$/.test(typed.slice(0, at)) || /^[^\s]*\s+OR\s/.test(typed.slice(at + whole.length));
    // One of several things is not needed: it stands among the words, as one of them.
    if (minus === '' && isChoice) return ` ${phrase.trim().replace(/\s+/g, TOGETHER)} `;
    if (minus === '') quoted.push(phrase);
    // Of one word it is a word that is excluded.
    else if (phrasesOf(phrase).length === 0) return ` -${phrase.trim()} `;
    else refused.push(phrase);
    return ' ';
  });
  return { quoted, refused, plain };
}

const TOGETHER = '_';
const QUOTED = /(?<=^|[\s(])(-?)["“”„‟«»]([^"“”„‟«»]+)["“”„‟«»](?=[.,;:!?)]*(?:\s|$))/gu;

/** Words behind a hyphen, where other words or phrases stand beside them. */
function splitExcluded(plain: string, hasPhrase: boolean): { excluded: string[]; rest: string } {
  const excluded: string[] = [];
  const rest = plain.replace(/(?<=^|\s)-(\p{L}\S*|(?:19|20)\d\d)(?=\s|$)/gu, (_, word: string) => {
    excluded.push(word);
    return ' ';
  });
  return hasPhrase || /[\p{L}\p{N}]/u.test(rest) || excluded.length === 0
    ? { excluded, rest }
    : { excluded: [], rest: plain };
}

/** What stands in a text, in order: first what is more than a word, then the words between. */
function readTerms(text: string, names: Names): readonly Term[] {
  const spans: Span[] = [];
  const take = (found: readonly Span[]) => {
    for (const span of found)
      if (!spans.some(({ start, end }) => span.start < end && span.end > start)) spans.push(span);
  };
  take(findCodes(text, names));
  take(findPeriods(text));
  const amounts = findAmounts(text).map(({ start, end, word }): Span => ({
    start,
    end,
    terms: [
      {
        typed: text.slice(start, end).trim(),
        kind: 'amount',
        ways: [
          way(word),
          ...[plainNumber(word) ?? []].flat().map((number) => way(number, 0.95)),
          ...apartMeasure(text.slice(start, end)),
        ],
      },
    ],
  }));
  // Of two that overlap the longer is meant: `18.4 million tonnes`, `AUD 5 m`.
  take([...amounts, ...findMeasures(text)].toSorted((a, b) => b.end - b.start - (a.end - a.start)));
  let at = 0;
  const terms: Term[] = [];
  for (const { start, end, terms: own } of spans.toSorted((a, b) => a.start - b.start)) {
    terms.push(...groupWords(plainTerms(text.slice(at, start), names), names), ...own);
    at = end;
  }
  return [...terms, ...groupWords(plainTerms(text.slice(at), names), names)];
}

function plainTerms(text: string, names: Names): readonly Term[] {
  // The sign and the words mean one thing, and the index holds the number alone.
  const bare = text.replace(/(?<=\d\s?)(?:%|per\s?cent|pct)(?![\p{L}\p{N}])/giu, ' ');
  return tokenize(bare).flatMap((token, at, all) => {
    if (token === 'OR') return [{ typed: token, kind: 'word', ways: [] } satisfies Term];
    const words = wordsOf(token);
    // What may be chosen is one thing: `placement OR buy-back`.
    if (words.length > 1 && (all[at - 1] === 'OR' || all[at + 1] === 'OR'))
      return [{ typed: token.replaceAll(TOGETHER, ' '), kind: 'word', ways: [{ words, weight: 1 }] } satisfies Term];
    const [, number] = /^(\d+(?:\.\d+)?)c(?:ps)?$/i.exec(token) ?? [];
    // `non-profit` is also written in one word.
    const joined = words.length > 1 && /^\p{L}+(?:\p{Pd}\p{L}+)+$/u.test(token) ? [foldWord(token)] : [];
    return words.map((word): Term => ({
      typed: words.length === 1 ? token.replace(EDGES, '') : word,
      kind: 'word',
      ways: [
        way(word),
        ...arabicStep(all[at - 1], word).map((figure) => way(figure, 0.95)),
        ...(words.length === 1 ? otherSpellings(token).map((other) => way(other, 0.95)) : []),
        ...regionalSpellings(word).map((other) => way(other, 0.95)),
        ...[unscaledWord(token) ?? []].flat().map((other) => way(other, 0.95)),
        ...apartMeasure(word),
        ...joined.map((whole) => way(whole, 0.95)),
        ...(companyOfCode(names, word) ? [{ ...way(word, 0.9), isFact: true as const }] : []),
        ...(number === undefined
          ? []
          : ['cent', 'cents', 'cps'].map((unit) => ({ words: [foldWord(number), unit], weight: 0.95 }))),
      ],
      ...(token.endsWith('*') && { beginning: word }),
    }));
  });
}

/** The number of a step in Arabic figures where it is typed in Roman ones: `2b` for `phase IIb`. */
function arabicStep(before: string | undefined, word: string): readonly string[] {
  const [, roman, letter = ''] = /^(i{1,3}|iv)([ab]?)$/.exec(word) ?? [];
  if (roman === undefined || !/^(?:phase|stage|type|tier)$/i.test(before ?? '')) return [];
  return [`${['i', 'ii', 'iii', 'iv'].indexOf(roman) + 1}${letter}`];
}

const EDGES = /^[^\p{L}\p{N}$€£¥]+|[^\p{L}\p{N}]+$/gu;

/** Puts what stands on both sides of OR into one. */
function joinAlternatives(terms: readonly Term[]): readonly Term[] {
  const joined: Term[] = [];
  for (const [at, term] of terms.entries()) {
    const before = joined.at(-1);
    if (term.ways.length === 0) {
      if (before === undefined || at === terms.length - 1) joined.push({ ...term, ways: [way('or')] });
    } else if (terms[at - 1]?.ways.length === 0 && before !== undefined && before.ways[0]?.words[0] !== 'or')
      joined.splice(-1, 1, either(before, term));
    else joined.push(term);
  }
  return joined;
}

function either(one: Term, other: Term): Term {
  const isUnderstood = one.meaning !== undefined || other.meaning !== undefined;
  return {
    typed: `${one.typed} OR ${other.typed}`,
    // What is one of two kinds is neither a company nor a day, by which shards could be left out.
    kind: one.kind === other.kind ? one.kind : 'word',
    ...(isUnderstood && { meaning: `${one.meaning ?? one.typed} or ${other.meaning ?? other.typed}` }),
    ways: [...one.ways, ...other.ways],
  };
}

function withBeginning(term: Term): Term {
  const [word] = term.ways[0]?.words ?? [];
  return term.kind === 'word' && word !== undefined && /^\p{L}[\p{L}\p{N}]{2}/u.test(word)
    ? { ...term, beginning: word }
    : term;
}

/** Says when, as in `last year's dividend`. */
const SPAN = /^(?:year|quarter|month|week)['’]s$/i;

/** Common words and single characters are not needed where others are. */
function markCommon(terms: readonly Term[]): readonly Term[] {
  const isCommon = ({ typed, kind, ways, beginning }: Term) => {
    const [word = ''] = ways[0]?.words ?? [];
    return (
      kind === 'word' &&
      beginning !== word &&
      ((word.length < 2 && ways.length < 2) || commonWords.has(word) || SPAN.test(typed))
    );
  };
  const common = terms.map((term) => isCommon({ ...term, beginning: '' }));
  return common.every(Boolean) ? terms : terms.map((term, at) => (common[at] ? { ...term, isCommon: true } : term));
}

function unique(terms: readonly Term[]): readonly Term[] {
  const seen = new Set<string>();
  return terms.filter(({ ways, meaning }) => {
    const key = JSON.stringify([meaning, ways]);
    return !seen.has(key) && seen.add(key);
  });
}
