import { stem } from '../../text/stem.ts';
import type { Posting, ShardMeta } from '../../pagefind-index/read-shard.ts';
import { ABOUT, ALIASES, FACTS, FIELDS, HEADLINE } from '../record/filters.ts';
import type { Shard } from './shard.ts';
import type { Term, Way } from './terms.ts';

/** How well a release answers a term. */
export interface Match {
  /** From 0 to 1: how often it holds it, more so in the headline, as BM25 has it; among its facts a number of its own. */
  readonly level: number;
  /** The same where its headline or facts answer, whatever the text holds; absent where the text alone does. */
  readonly beside?: number;
  /** Its first place in the headline. */
  readonly headline?: number;
  /** Its places in the text. */
  readonly text: readonly number[];
}

/** By page. */
export type Matches = ReadonlyMap<number, Match>;

/** The releases of a shard that answer a term in any of its ways, each by the best. */
export async function matchTerm(shard: Shard, term: Pick<Term, 'ways'>): Promise<Matches> {
  const meta = await shard.meta();
  const average = meta.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, meta.lengths.length);
  const found = new Map<number, Match>();
  for (const matches of await Promise.all(term.ways.map((way) => matchWay(shard, way, meta, average))))
    for (const [page, match] of matches) {
      const known = found.get(page);
      if (known === undefined) found.set(page, match);
      else found.set(page, better(known, match));
    }
  return found;
}

function better(one: Match, other: Match): Match {
  const headline = one.headline ?? other.headline;
  const beside = Math.max(one.beside ?? 0, other.beside ?? 0);
  return {
    level: Math.max(one.level, other.level),
    ...(beside > 0 && { beside }),
    ...(headline !== undefined && { headline }),
    text: one.text.length > 0 ? one.text : other.text,
  };
}

async function matchWay(shard: Shard, way: Way, meta: ShardMeta, average: number): Promise<Matches> {
  const lists = await Promise.all(way.words.map((word) => shard.postings(stem(word))));
  const [first = [], ...rest] = lists;
  const found = new Map<number, Match>();
  const others = rest.map((list) => new Map(list.map((posting) => [posting.page, posting])));
  for (const posting of first) {
    const next = others.map((list) => list.get(posting.page));
    if (next.includes(undefined)) continue;
    // None lacks.
    const all = [posting, ...next] as readonly Posting[];
    const level = levelOf(all, way, meta.fields, (meta.lengths[posting.page] ?? 0) / average);
    if (level === undefined) continue;
    found.set(posting.page, {
      ...level,
      level: level.level * way.weight,
      ...(level.beside !== undefined && { beside: level.beside * way.weight }),
    });
  }
  return found;
}

function levelOf(all: readonly Posting[], way: Way, fields: readonly string[], length: number): Match | undefined {
  const [first] = all;
  const inField = (name: string) => first?.fields[fields.indexOf(name)];
  if (way.isFact) {
    if (inField(FACTS) !== undefined) return { level: IN_FACTS, beside: IN_FACTS, text: [] };
    return inField(ABOUT) === undefined ? undefined : { level: IN_ABOUT, beside: IN_ABOUT, text: [] };
  }
  const text = together(all.map(({ text }) => text));
  const headline = together(all.map((posting) => posting.fields[fields.indexOf(HEADLINE)] ?? []))[0];
  const often = all.length === 1 ? (first?.weight ?? 0) : text.length;
  const saturated = (weight: number) => weight / (weight + SATURATION * (1 - LENGTH + LENGTH * length));
  if (headline !== undefined) return { level: saturated(often + IN_HEADLINE), beside: 1, headline, text };
  if (all.length === 1) {
    if (inField(FACTS) !== undefined) return { level: IN_FACTS, beside: IN_FACTS, text };
    if (inField(ABOUT) !== undefined) return { level: IN_ABOUT, beside: IN_ABOUT, text };
  }
  if (text.length === 0)
    return all.length === 1 && inField(ALIASES) !== undefined ? { level: IN_ALIASES, text } : undefined;
  return { level: saturated(often), text };
}

/** The places at which words stand one behind the other, by the first of them. */
function together(places: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...rest] = places;
  if (rest.length === 0) return first;
  const sets = rest.map((list) => new Set(list));
  // Two words of one token have one place.
  return first.filter((place) => {
    let at = place;
    return sets.every((set) => {
      if (set.has(at + 1)) at += 1;
      else if (!set.has(at)) return false;
      return true;
    });
  });
}

/** The pages of a shard that hold a phrase in one of its forms, in the text or in a field. Common words take up their places unasked. */
export async function pagesOfPhrase(shard: Shard, forms: readonly (readonly string[])[]): Promise<ReadonlySet<number>> {
  const pages = new Set<number>();
  for (const form of forms) {
    const lists = await Promise.all(form.map((word) => shard.postings(stem(word))));
    const [first = [], ...rest] = lists;
    const others = rest.map((list) => new Map(list.map((posting) => [posting.page, posting])));
    for (const posting of first) {
      const all = [posting, ...others.map((list) => list.get(posting.page))];
      if (all.includes(undefined)) continue;
      const stands =
        inOrder(all.map((one) => one?.text ?? [])) ||
        FIELDS.some((_, field) => inOrder(all.map((one) => one?.fields[field] ?? [])));
      if (stands) pages.add(posting.page);
    }
  }
  return pages;
}

function inOrder(places: readonly (readonly number[])[]): boolean {
  const [first = [], ...rest] = places;
  const sets = rest.map((list) => new Set(list));
  return first.some((place) => sets.every((set, at) => set.has(place + at + 1)));
}

const IN_FACTS = 0.9;
const IN_ABOUT = 0.85;
const IN_ALIASES = 0.3;
/** So many places in a text is one in the headline worth. */
const IN_HEADLINE = 3;
/** As BM25 has them: how soon more places of a word add no more, and how much a long text counts for less. */
const SATURATION = 1.2;
const LENGTH = 0.75;
