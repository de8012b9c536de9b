import { passagesOf } from './excerpt.ts';
import { readFacts } from './facts.ts';
import { FACTS, filterNames, flags } from './filters.ts';
import { inPieces, markedPlaces } from './marks.ts';
import type { ResultView } from './messages.ts';
import type { Fragment } from './pagefind.ts';
import type { Query } from './query.ts';
import { tokenize } from './words.ts';

/** A release of the index as a result of a query. */
export function resultView(fragment: Fragment, query: Query): ResultView {
  const headline = tokenize(fragment.meta['title'] ?? '');
  const marked = markedPlaces(headline, query);
  return {
    ...readFacts(fragment.meta[FACTS] ?? ''),
    url: fragment.raw_url,
    headline: inPieces(headline, (place) => marked.has(place)),
    flags: flags.filter((flag) => fragment.filters[filterNames.flag]?.includes(flag)),
    passages: passagesOf(fragment, query),
  };
}
