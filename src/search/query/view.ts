import { readFacts } from '../record/facts.ts';
import { FACTS, filterNames, flags, HEADLINE } from '../record/filters.ts';
import { tokenize } from '../record/words.ts';
import { passagesOf } from './excerpt.ts';
import { inSegments, markedPlaces } from './marks.ts';
import type { ResultView } from './messages.ts';
import type { IndexedPage } from './shard.ts';
import type { Query } from './terms.ts';

/** A release of the index as a result of a query; `lacking` are the numbers of the terms that it lacks. */
export function resultView(page: IndexedPage, query: Query, lacking: readonly number[]): ResultView {
  const headline = tokenize(page.meta[HEADLINE] ?? '');
  const marked = markedPlaces(headline, query);
  return {
    ...readFacts(page.meta[FACTS] ?? ''),
    url: page.url,
    headline: inSegments(headline, (place) => marked.has(place)),
    flags: flags.filter((flag) => page.filters[filterNames.flag]?.includes(flag)),
    passages: passagesOf(page, query),
    lacking: [...new Set(lacking.flatMap((at) => query.terms[at]?.typed ?? []))],
  };
}
