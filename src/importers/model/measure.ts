import { alignWords } from './align.ts';
import { wordsOf } from './words.ts';
import { doubtfulWords } from './doubtful.ts';
import type { SeenPage } from './seen.ts';

/** Words in a row, and the page where they stand. */
export interface Found {
  readonly page?: number;
  readonly words: string;
}

/** How well a release's page shows what a person sees in the source, counted in words. */
export interface Measure {
  /** Words that a person sees in the source. */
  readonly seen: number;
  /** Those of them that the release's page shows, and that can be read. */
  readonly shown: number;
  /** `shown` of `seen`, 0 to 1; 1 where there is nothing to see. */
  readonly share: number;
  /** Words that are left out on purpose, such as running heads. */
  readonly leftOut: readonly Found[];
  /** Words that the release's page does not show. */
  readonly lost: readonly Found[];
  /** Words that the release's page shows, and the source does not or not as often. */
  readonly added: readonly Found[];
  /** Words that stand in another order than in the file and than from top to bottom. */
  readonly moved: readonly Found[];
  /** Words that are hardly any, such as single letters: the file may name its letters wrongly. */
  readonly doubtful: readonly Found[];
}

/**
 * Compares what a person sees in the source with the text of the release's page, word for word and in order. The page
 * shows the headline too, above the text, and may show it there once more.
 */
export function measure(source: readonly SeenPage[], text: string, headline = ''): Measure {
  const title = wordsOf(headline);
  const target = [...title, ...wordsOf(text)];
  const units = source.flatMap((page) =>
    page.texts.map(({ text, leftOut = false }, place) => ({
      page,
      place,
      words: wordsOf(text),
      isCut: /[-‐‑\u00ad]\s*$/.test(text),
      leftOut,
    })),
  );
  const kept = units.filter((unit) => !unit.leftOut && unit.words.length > 0);
  const { matches, lost, unused } = alignWords(kept, target);
  const doubtful = source.flatMap((page): Found[] => {
    const words = doubtfulWords(kept.filter((unit) => unit.page === page).flatMap((unit) => unit.words));
    return words.length > 0 ? [found(page, words)] : [];
  });
  const leftOut = units.filter((unit) => unit.leftOut && unit.words.length > 0);
  const seen = units.reduce((sum, unit) => sum + unit.words.length, 0);
  const unread = doubtful.reduce((sum, { words }) => sum + words.split(' ').length, 0);
  const missing = leftOut.reduce((sum, unit) => sum + unit.words.length, 0) + lost.length;
  const shown = Math.max(0, seen - missing - unread);
  return {
    seen,
    shown,
    share: seen === 0 ? 1 : shown / seen,
    leftOut: leftOut.map((unit) => found(unit.page, unit.words)),
    lost: stretches(lost, (a, b) => a.run === b.run && a.word + 1 === b.word).map((run) => {
      const unit = kept[run[0]?.run ?? 0];
      return found(
        unit?.page,
        run.map(({ word }) => unit?.words[word] ?? ''),
      );
    }),
    added: stretches(
      unused.filter((at) => at >= title.length),
      (a, b) => a + 1 === b,
    )
      .map((run) =>
        found(
          undefined,
          run.map((at) => target[at] ?? ''),
        ),
      )
      .filter(({ words }) => !` ${title.join(' ')} `.includes(` ${words} `)),
    moved: source.flatMap((page) => {
      const own = matches.flatMap(({ run, from, length, at }) => {
        const unit = kept[run];
        // The headline stands above the text, wherever the source has it.
        return unit?.page === page && at >= title.length
          ? [{ place: unit.place, from, at, words: unit.words.slice(from, from + length) }]
          : [];
      });
      const height = new Map(page.byHeight?.map((place, rank) => [place, rank]));
      const byFile = outOfOrder(own, ({ place }) => place);
      const byHeight = page.byHeight ? outOfOrder(own, ({ place }) => height.get(place) ?? 0) : byFile;
      const fewer = wordsIn(byHeight) < wordsIn(byFile) ? byHeight : byFile;
      return fewer.map(({ words }) => found(page, words));
    }),
    doubtful,
  };
}

interface Placed {
  readonly place: number;
  readonly from: number;
  readonly at: number;
  readonly words: readonly string[];
}

function wordsIn(all: readonly Placed[]): number {
  return all.reduce((sum, { words }) => sum + words.length, 0);
}

/** The fewest words without which all others stand in the order that `rank` says. */
function outOfOrder(all: readonly Placed[], rank: (placed: Placed) => number): Placed[] {
  const ordered = all.toSorted((a, b) => rank(a) - rank(b) || a.from - b.from);
  // The heaviest rising row of places; a page has some hundred.
  const weights: number[] = [];
  const before: number[] = [];
  let heaviest = -1;
  ordered.forEach((one, index) => {
    let from = -1;
    for (let other = index - 1; other >= Math.max(0, index - REACH); other--)
      if ((ordered[other]?.at ?? 0) < one.at && (from === -1 || (weights[other] ?? 0) > (weights[from] ?? 0)))
        from = other;
    weights.push((from === -1 ? 0 : (weights[from] ?? 0)) + one.words.length);
    before.push(from);
    if (heaviest === -1 || (weights[index] ?? 0) > (weights[heaviest] ?? 0)) heaviest = index;
  });
  const inOrder = new Set<number>();
  for (let index = heaviest; index !== -1; index = before[index] ?? -1) inOrder.add(index);
  return ordered.filter((_, index) => !inOrder.has(index));
}

/** How far back the row of places is looked for on pages of thousands of cells. */
const REACH = 400;

function found(page: SeenPage | undefined, words: readonly string[]): Found {
  return { ...(page?.page === undefined ? {} : { page: page.page }), words: words.join(' ') };
}

/** Neighbours that go on one from the other, together. */
function stretches<T>(all: readonly T[], goesOn: (a: T, b: T) => boolean): T[][] {
  const runs: T[][] = [];
  for (const one of all) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && goesOn(last, one)) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs;
}
