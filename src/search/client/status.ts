import { counted, grouped } from '../../text/counted.ts';
import type { Search } from '../query/address.ts';
import type { FailureCause, Results } from '../query/messages.ts';

/** What is said of results once all shards have answered, in one or two sentences. */
export function statusOf(results: Results, search: Search): string {
  const { full, partly, unknown, failed, cut, within } = results;
  const lacking = unknown.length > 0 ? `No release that is searched holds ${list(unknown.map(quoted), 'or')}.` : '';
  const beyond = cut === '' ? '' : `Not searched, because the search is too long: ${quoted(shortened(cut))}.`;
  const said = (sentence: string) => [sentence, lacking, beyond].filter(Boolean).join(' ');
  if (full + partly === 0) {
    // What could not be searched may hold it.
    if (failed !== '') return said('Nothing was found in what could be searched.');
    return said('No releases found.');
  }
  const some = `${grouped(partly)} ${partly === 1 ? 'holds' : 'hold'} some of them.`;
  if (full === 0)
    return said(`${failed === '' ? 'No release holds' : 'None of those searched holds'} all the words. ${some}`);
  const span = within === '' ? '' : ` in ${within}`;
  const found = `${counted(full, 'release')}${search.q.trim() === '' ? '' : ' found'}${span}.`;
  return said(
    partly > 0 ? `${found} ${grouped(partly)} more ${partly === 1 ? 'holds' : 'hold'} some of the words.` : found,
  );
}

/** What is said while shards have not answered. */
export function searchingOf(waiting: string): string {
  return waiting === '' ? 'Searching …' : `Searching ${waiting} …`;
}

/** What is missing from the results, and what to do; empty where all is there. */
export function troubleOf({ full, partly, failed, lost, lacksWords, lacksNames, outdated }: Results): string {
  if (outdated)
    return 'The archive was built anew since this page was opened. Load the page again to search all of it.';
  const shards =
    failed === ''
      ? ''
      : `The releases of ${failed} could not be searched: their part of the index did not load.${
          full + partly > 0 ? ' What is shown is from the rest.' : ''
        }`;
  const texts = lost > 0 ? `${lost} of the results could not be loaded.` : '';
  const words = lacksWords
    ? 'Longer words that begin like the last one, and other spellings, were not searched: the list of words did not load.'
    : '';
  const names = lacksNames ? 'Companies’ names and codes were searched as words alone: their list did not load.' : '';
  return [shards, texts, words, names].filter(Boolean).join(' ');
}

/** Why there is no search at all. */
export function failureOf(cause: FailureCause): string {
  return cause === 'no-worker'
    ? 'This browser cannot run the search: it has no web workers.'
    : 'The search index could not be loaded. The search tries again as soon as the network is back.';
}

/** A word in quotation marks. */
export function quoted(word: string): string {
  return `“${word}”`;
}

/** Names in a row: `a, b and c`. */
export function list(names: readonly string[], last = 'and'): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}` : (names[0] ?? '');
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trim()}…` : text;
}
