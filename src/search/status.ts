import { counted } from '../release/amounts.ts';
import type { Search } from './address.ts';
import type { FailureCause, Results } from './messages.ts';

/** What is said of the results, in one or two sentences. */
export function statusOf(results: Results, search: Search): string {
  const { total, waiting, unknown, loose } = results;
  const searching = waiting.length > 0 ? `Searching ${list(waiting)} …` : '';
  if (total === 0 && searching) return searching;
  const lacking = unknown.length > 0 ? `No release that is searched holds ${list(unknown.map(quoted))}.` : '';
  if (total === 0) return `No releases found.${lacking && ` ${lacking}`} ${ADVICE}`;
  const count = counted(total, 'release');
  const found = loose
    ? `No release holds all the words. ${count} ${total === 1 ? 'holds' : 'hold'} most of them.`
    : `${count}${search.q.trim() === '' ? '' : ' found'}.`;
  return [found, lacking, searching].filter(Boolean).join(' ');
}

/** What is missing from the results, and what to do; empty where all is there. */
export function troubleOf({ failed, lost, outdated }: Results): string {
  if (outdated)
    return 'The archive was built anew since this page was opened. Load the page again to search all of it.';
  const shards =
    failed.length > 0
      ? `The releases of ${list(failed)} could not be searched: their part of the index did not load. What is shown is from the rest.`
      : '';
  const texts = lost > 0 ? `${lost} of the results could not be loaded.` : '';
  return [shards, texts].filter(Boolean).join(' ');
}

/** Why there is no search at all. */
export function failureOf(cause: FailureCause): string {
  return cause === 'no-wasm'
    ? 'This browser cannot run the search: it has no WebAssembly.'
    : 'The search index could not be loaded.';
}

const ADVICE = 'Try fewer or other words, or remove what narrows the search.';

function quoted(word: string): string {
  return `“${word}”`;
}

function list(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
