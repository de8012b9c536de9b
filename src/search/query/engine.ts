import type { ShardEntry, ShardList } from '../record/shard-list.ts';
import type { Search } from './address.ts';
import { askShard } from './ask-shard.ts';
import type { Correction, Meant } from './corrections.ts';
import type { FilterCounts } from './filter-counts.ts';
import { mayHold } from './filtering.ts';
import type { IndexFiles } from './index-files.ts';
import { narrowed } from './narrow-shards.ts';
import type { Names } from './names.ts';
import { PATIENCE, soon, within } from './patience.ts';
import { rank, type Hit, type ShardAnswer } from './rank.ts';
import { readQuery } from './read-query.ts';
import { openShard, type Shard } from './shard.ts';
import { openWords } from './archive-words.ts';
import type { Query } from './terms.ts';
import { unknownTerms } from './unknown-terms.ts';

/** Where a search stands: what has been found in the shards that have answered. */
export interface Progress {
  readonly query: Query;
  /** In the order asked for. By date it is final as far as it goes; best matches may still be joined by better ones. */
  readonly hits: readonly Hit[];
  /** How many of them hold all that is asked for; they come first. */
  readonly full: number;
  /** Shards that were asked, and whether a company or day that is named left others out. */
  readonly searched: readonly ShardEntry[];
  readonly isNarrowed: boolean;
  /** Shards that have not answered, newest first. */
  readonly waiting: readonly ShardEntry[];
  /** Shards that could not be loaded. */
  readonly failed: readonly ShardEntry[];
  /** The archive's words did not load: neither longer words nor other spellings were searched. */
  readonly lacksWords: boolean;
  /** Words that no release holds; empty where a shard failed, since nobody knows then. */
  readonly unknown: readonly string[];
  /** What was searched instead of words that no release holds. */
  readonly corrected: readonly Correction[];
  /** How many releases among the hits answer each term. */
  readonly counts: readonly number[];
  /** What the shards have answered, for the counts of filters. */
  readonly answers: readonly ShardAnswer[];
}

/**
 * Searches an archive's shards. Yields when the first has found something, when some take longer than others are to wait for them,
 * and at the end (the last value has nobody waiting). What is loaded is kept; what fails is named, and tried again next time.
 * The same search finds the same, whatever was searched before.
 */
export function createEngine(list: ShardList, files: IndexFiles, names: Names, patience = PATIENCE) {
  const shards = new Map(list.shards.map((entry) => [entry.name, openShard(files, entry)]));
  const words = openWords(files, list);
  const shardOf = (entry: ShardEntry): Shard => shards.get(entry.name) ?? openShard(files, entry);
  const entriesOf = (search: Search) => list.shards.filter((entry) => mayHold(entry, search));

  return {
    async *search(search: Search): AsyncGenerator<Progress> {
      const query = readQuery(search.q, names);
      const all = search.order === 'oldest' ? entriesOf(search).toReversed() : entriesOf(search);
      const chosen = narrowed(all, query);
      let round: Round = { query, corrected: [], searched: chosen };
      const answers = new Map<string, ShardAnswer>();
      const failed = new Set<ShardEntry>();
      const waiting = new Set<ShardEntry>(chosen);
      /** What did not load of what helps to understand the search. */
      const lacks = { words: false };
      /** What takes the archive's words; without them, a search goes on. */
      const withWords = async <Value>(value: Promise<readonly Value[]>): Promise<readonly Value[]> =>
        soon(value, patience).catch(() => {
          lacks.words = true;
          return [];
        });
      const longer = withWords(longerWords(query));
      const ask = async (entry: ShardEntry) => {
        waiting.add(entry);
        try {
          answers.set(entry.name, await askShard(shardOf(entry), round.query, search, longer));
        } catch {
          failed.add(entry);
        }
        waiting.delete(entry);
      };
      const progress = (): Progress => {
        const { query, searched } = round;
        const done = all.flatMap((entry) => answers.get(entry.name) ?? []);
        const hits = rank(query, done, list.shards, search);
        return {
          ...round,
          hits,
          full: hits.filter(({ lacking }) => lacking.length === 0).length,
          isNarrowed: searched.length < all.length,
          waiting: searched.filter((entry) => waiting.has(entry)),
          failed: [...failed],
          lacksWords: lacks.words,
          unknown: failed.size > 0 ? [] : unknownTerms(query, done).map(({ typed }) => typed),
          answers: done,
          counts: query.terms.map((_, term) => hits.filter(({ lacking }) => !lacking.includes(term)).length),
        };
      };
      /** Waits for shards; where one hangs, what others have found since is shown until it is given up. */
      const settled = async function* (asked: Promise<unknown>): AsyncGenerator<Progress> {
        for (let told = -1; !(await within(patience, asked)); told = answers.size)
          if (answers.size !== told) yield progress();
      };

      // The newest are asked at once, the first of them first; it answers before those beyond them take of the line.
      const [firstAnswer = Promise.resolve(), ...near] = chosen.slice(0, AT_ONCE).map(ask);
      const isPrompt = await within(patience, firstAnswer);
      if (isPrompt && chosen.length > 1) {
        const early = progress();
        if (early.full > 0) yield early;
      }
      const others = Promise.all([...near, ...chosen.slice(AT_ONCE).map(ask)]);
      // Where the first hangs, others need not hang too for what they found to be shown.
      if (!isPrompt && (await within(patience, others))) yield progress();
      yield* settled(Promise.all([firstAnswer, others]));
      if (chosen.length < all.length && progress().full === 0) {
        round = { ...round, searched: all };
        yield* settled(Promise.all(all.filter((entry) => !chosen.includes(entry)).map(ask)));
      }
      const isWhole = failed.size === 0 && !lacks.words;
      if (isWhole && search.exact !== true && unknownTerms(query, [...answers.values()]).length > 0) {
        // Most searches find all their words, and what nobody has typed yet should load little.
        const [spelling] = await withWords(import('./corrections.ts').then((program) => [program]));
        if (spelling) {
          const searchMeant = (meant: readonly Meant[]) => {
            round = { ...round, ...spelling.withMeant(query, meant) };
            return settled(Promise.all(round.searched.map(ask)));
          };
          const meant = await withWords(spelling.findCorrections(words, query, [...answers.values()]));
          if (meant.length > 0) yield* searchMeant(meant);
          // Of what was meant nothing is said where it finds nothing.
          const held = meant.filter((one) => spelling.isAnswered(one, [...answers.values()]));
          if (held.length < meant.length) yield* searchMeant(held);
        }
      }
      yield progress();
    },

    /** Loads what every search asks of the newest shards first, and what helps mistyped words before a newer site takes it away. */
    async prepare(): Promise<void> {
      void import('./corrections.ts').catch(() => undefined);
      await Promise.all(list.shards.slice(0, AT_ONCE).map((entry) => shardOf(entry).meta()));
    },

    /** Counts of every filter's values among what a search has found. */
    async counts(search: Search, { query, answers }: Progress): Promise<FilterCounts> {
      // They come behind the results: before anything is typed, their program need not be there.
      const { countFilters } = await import('./filter-counts.ts');
      return countFilters(list, search, query, answers);
    },

    /** How many releases another search would find that hold all that it asks for. */
    async total(search: Search): Promise<number> {
      const query = readQuery(search.q, names);
      const found = await Promise.all(entriesOf(search).map((entry) => askShard(shardOf(entry), query, search)));
      return rank(query, found, list.shards, search).filter(({ lacking }) => lacking.length === 0).length;
    },

    /** Words of the archive that begin with a text, the most frequent first. */
    complete: (beginning: string) => words.beginning(beginning),
  };

  /** The words that the last one may still become, the most frequent first. */
  async function longerWords({ terms }: Query): Promise<readonly string[]> {
    const beginning = terms.find((term) => term.beginning !== undefined)?.beginning;
    return beginning === undefined ? [] : words.beginning(beginning);
  }
}

/** What is searched: a later round searches more shards, or what was probably meant. */
type Round = Pick<Progress, 'query' | 'corrected' | 'searched'>;

/** So many shards are opened before anything is typed, and asked at once: those of ten thousand releases. */
const AT_ONCE = 4;
