import { counted, grouped } from '../../text/counted.ts';
import type { Search } from '../query/address.ts';
import type { FailureCause, Results } from '../query/messages.ts';

/** What is said of results once all shards have answered, in one or two sentences. */
export function statusOf(results: Results, search: Search): string {
  const { full, partly, unknown, failed, cut, within } = results;
  const lacking = unknown.length > 0 ? nothingMatches(unknown, search) : '';
  const beyond = cut === '' ? '' : `Your search is too long: ${quoted(shortened(cut))} was left out.`;
  const said = (sentence: string) => [sentence, lacking, beyond].filter(Boolean).join(' ');
  if (full + partly === 0) {
    // What could not be searched may match.
    return said(failed === '' ? 'No releases found.' : 'No releases found in what could be searched.');
  }
  const some = partly === 1 ? 'matches some' : 'match some';
  if (full === 0) {
    const none = failed === '' ? 'No releases match' : 'No releases that could be searched match';
    return said(`${none} all your search terms. ${grouped(partly)} ${some}.`);
  }
  const span = within === '' ? '' : ` from ${within}`;
  const found = `${counted(full, 'release')}${search.q.trim() === '' ? '' : ' found'}${span}.`;
  return said(partly > 0 ? `${found} ${grouped(partly)} more ${some} of your search terms.` : found);
}

/** That no release has any of some words; filters may have left out those that have. */
export function nothingMatches(words: readonly string[], search: Search): string {
  const { company, type, from, to, flags } = search;
  const isFiltered = [company, type, from, to].some((value) => value !== undefined) || flags.length > 0;
  return `${isFiltered ? 'With these filters, nothing' : 'Nothing'} matches ${list(words.map(quoted), 'or')}.`;
}

/** What is said while shards have not answered. */
export function searchingOf(waiting: string): string {
  return waiting === '' ? 'Searching …' : `Searching ${waiting} …`;
}

/** What is missing from the results, and what to do; empty where all is there. */
export function troubleOf({ full, partly, failed, lost, lacksWords, lacksNames, outdated }: Results): string {
  if (outdated) return 'The archive has been updated since you opened this page. Reload the page to search all of it.';
  const shards =
    failed === ''
      ? ''
      : `Releases from ${failed} could not be searched because part of the search index did not load.${
          full + partly > 0 ? ' The results are from the rest of the archive.' : ''
        }`;
  const texts = lost > 0 ? `${counted(lost, 'result')} could not be loaded.` : '';
  const words = lacksWords
    ? 'Other spellings and unfinished words were not searched because the list of words did not load.'
    : '';
  const names = lacksNames
    ? 'Company names and codes were searched as ordinary words because the list of companies did not load.'
    : '';
  return [shards, texts, words, names].filter(Boolean).join(' ');
}

/** Why there is no search at all. */
export function failureOf(cause: FailureCause): string {
  return cause === 'no-worker'
    ? 'This browser cannot run the search because it has no web workers.'
    : 'The search index could not be loaded. The search will keep trying.';
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
