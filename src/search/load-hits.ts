import type { Search } from './address.ts';
import type { Progress } from './engine.ts';
import type { Fragment } from './pagefind.ts';
import { HEADLINE_WEIGHT, headlineScore, IN_HEADLINE } from './rank.ts';
import { orderOf } from './shard-search.ts';

/**
 * Loads the texts of the first hits, `count` of them, the best matches in the order of their headlines too.
 * A text that cannot be loaded is left out.
 */
export async function loadHits(progress: Progress, search: Search, count: number): Promise<readonly Fragment[]> {
  const { query, hits } = progress;
  const best = orderOf(query, search) === 'best' ? compared(progress) : 0;
  const settled = await Promise.allSettled(
    hits.slice(0, Math.max(count, best)).map(async (hit) => ({ score: hit.score, fragment: await hit.data() })),
  );
  const loaded = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  const first = loaded.slice(0, best).map(({ score, fragment }) => ({
    fragment,
    score: score + HEADLINE_WEIGHT * headlineScore(query, fragment.meta['title'] ?? ''),
  }));
  return [...first.toSorted((a, b) => b.score - a.score), ...loaded.slice(best)]
    .slice(0, count)
    .map(({ fragment }) => fragment);
}

/** As many as are shown first are ordered by their headlines; more, since each costs a file, only where more headlines hold all words. */
const FEWEST = 10;
const MOST = 20;

function compared({ hits, loose }: Progress): number {
  const full = loose ? 0 : hits.filter((hit) => hit.score >= IN_HEADLINE).length;
  return Math.max(FEWEST, Math.min(MOST, full));
}
