import type { ShardEntry } from '../record/shard-list.ts';
import type { Search } from './address.ts';
import type { Match, Matches } from './matches.ts';
import type { Query, Term } from './terms.ts';
import type { Shard } from './shard.ts';

/** What a shard has answered. */
export interface ShardAnswer {
  readonly shard: Shard;
  readonly headlines: readonly number[];
  readonly lengths: readonly number[];
  /** Of each term, in their order. */
  readonly matches: readonly Matches[];
  /** True for pages that no filter, phrase or excluded word keeps out. */
  readonly allows: (page: number) => boolean;
}

/** A release that was found. */
export interface Hit {
  readonly shard: Shard;
  readonly page: number;
  readonly score: number;
  /** The numbers of the terms that it lacks. */
  readonly lacking: readonly number[];
}

/**
 * The releases that hold any of what is asked for, in the order asked for. Best matches are first those that hold all of it, then the
 * others without a cut: by the rarity of what they hold, by where they hold it, and by how near together; of equal ones the newest
 * first. By date, those that hold all of it, or where none does, all.
 * `entries` are the shards, newest first.
 */
export function rank(
  query: Query,
  answers: readonly ShardAnswer[],
  entries: readonly ShardEntry[],
  search: Search,
): readonly Hit[] {
  const order = orderOf(query, search);
  const age = new Map(entries.map((entry, at) => [entry.name, at]));
  const newer = (a: Hit, b: Hit) =>
    (age.get(a.shard.entry.name) ?? 0) - (age.get(b.shard.entry.name) ?? 0) || a.page - b.page;
  const needed = neededTerms(query);
  const hits = needed.length === 0 ? answers.flatMap(allOf) : scored(query, answers, needed);
  if (order !== 'best') {
    const full = hits.filter(({ lacking }) => lacking.length === 0);
    const chosen = (full.length > 0 ? full : hits).toSorted(newer);
    return order === 'newest' ? chosen : chosen.toReversed();
  }
  const better = (a: Hit, b: Hit) =>
    Math.min(a.lacking.length, 1) - Math.min(b.lacking.length, 1) || b.score - a.score || newer(a, b);
  return hits.toSorted(better);
}

/** The order in which results are shown: without words there is no best match. */
function orderOf(query: Query, search: Search): Search['order'] {
  return search.order === 'best' && query.terms.length === 0 ? 'newest' : search.order;
}

/** The numbers of the terms that are not common words. */
export function neededTerms({ terms }: Query): readonly number[] {
  return terms.flatMap(({ isCommon }, at) => (isCommon ? [] : [at]));
}

function allOf({ shard, lengths, allows }: ShardAnswer): readonly Hit[] {
  return lengths.flatMap((_, page) => (allows(page) ? [{ shard, page, score: 0, lacking: [] }] : []));
}

function scored(query: Query, answers: readonly ShardAnswer[], needed: readonly number[]): readonly Hit[] {
  const count = answers.reduce((sum, { lengths }) => sum + lengths.length, 0);
  const rarity = query.terms.map((_, term) => {
    const holding = answers.reduce((sum, { matches }) => sum + (matches[term]?.size ?? 0), 0);
    return Math.log((count - holding + 0.5) / (holding + 0.5) + 1);
  });
  const total = needed.reduce((sum, term) => sum + (rarity[term] ?? 0), 0) || 1;
  return answers.flatMap((answer) => {
    const pages = new Set(needed.flatMap((term) => [...(answer.matches[term]?.keys() ?? [])]));
    return [...pages].filter(answer.allows).map((page): Hit => {
      const lacking = needed.filter((term) => !answer.matches[term]?.has(page));
      const share = (term: number) => (rarity[term] ?? 0) / total;
      const score = heldScore(answer, page, needed, share) + headlineScore(query, answer, page, needed, share);
      return { shard: answer.shard, page, score: Math.round(score / STEP) * STEP, lacking };
    });
  });
}

/**
 * How much of what is asked for a release holds, how often, and how near together. Where its headline and facts answer all of it, what
 * the text holds makes no difference: five notices of one headline are equal, however long they are.
 */
function heldScore(
  answer: ShardAnswer,
  page: number,
  needed: readonly number[],
  share: (term: number) => number,
): number {
  const matches = needed.map((term) => ({ term, match: answer.matches[term]?.get(page) }));
  const sum = (level: (match: Match | undefined) => number | undefined) =>
    matches.reduce((all, { term, match }) => all + share(term) * (level(match) ?? 0), 0);
  if (matches.every(({ match }) => match?.beside !== undefined)) return sum((match) => match?.beside) + NEARNESS;
  return sum((match) => match?.level) + nearness(answer, page, needed);
}

/**
 * How well a headline answers: how much of what is asked for it holds, how much of it is asked for, how early it begins
 * to answer, and whether the words stand in the order of typing.
 */
function headlineScore(
  { length, terms }: Query,
  { headlines, matches }: ShardAnswer,
  page: number,
  needed: readonly number[],
  share: (term: number) => number,
): number {
  const places = needed.map((term) => (isCompany(terms[term]) ? undefined : matches[term]?.get(page)?.headline));
  const found = places.filter((place) => place !== undefined);
  if (found.length === 0) return 0;
  const whole = needed.reduce((sum, term, at) => sum + (places[at] === undefined ? 0 : share(term)), 0);
  const asked = Math.min(1, length / Math.max(1, headlines[page] ?? 1));
  const start = 1 / (1 + Math.min(...found));
  let ordered = 0;
  for (let at = 1; at < places.length; at++) {
    const [before, place] = [places[at - 1], places[at]];
    if (before !== undefined && place !== undefined && place >= before) ordered += place - before <= 2 ? 1 : 0.5;
  }
  const order = places.length > 1 ? ordered / (places.length - 1) : 0;
  // Of a long question a headline holds some words by chance, and little of the question.
  return (
    whole *
    (HEADLINE.whole * whole + HEADLINE.asked * asked * whole + HEADLINE.start * start * whole + HEADLINE.order * order)
  );
}

/** A release of a company answers it whether or not its headline names it. */
function isCompany(term: Term | undefined): boolean {
  return term?.kind === 'company' && term.meaning !== undefined;
}

/** How many of the words that were typed side by side stand so in the text, from 0 to a small number. */
function nearness({ matches }: ShardAnswer, page: number, needed: readonly number[]): number {
  if (needed.length < 2) return 0;
  let near = 0;
  for (let at = 1; at < needed.length; at++) {
    const [before, own] = [needed[at - 1], needed[at]].map((term) => matches[term ?? -1]?.get(page)?.text ?? []);
    if (before === undefined || own === undefined || before.length === 0 || own.length === 0) continue;
    const distance = closest(before, own);
    if (distance <= NEAR) near += distance <= 2 ? 1 : 0.5;
  }
  return (NEARNESS * near) / (needed.length - 1);
}

/** The least distance from a place of the first list to a later or the same one of the second; both ascending. */
function closest(before: readonly number[], own: readonly number[]): number {
  let best = Infinity;
  for (let at = 0, to = 0; at < before.length && best > 1; at++) {
    while (to < own.length && (own[to] ?? 0) < (before[at] ?? 0)) to++;
    if (to < own.length) best = Math.min(best, (own[to] ?? 0) - (before[at] ?? 0));
  }
  return best;
}

// Chosen by hand, like the numbers in matches.ts; bench/search.ts says how they do.
const HEADLINE = { whole: 0.6, asked: 0.5, start: 0.1, order: 0.1 } as const;
const NEARNESS = 0.3;
const NEAR = 8;
/** Scores that differ by less are equal, and the newest release comes first. */
const STEP = 0.01;
