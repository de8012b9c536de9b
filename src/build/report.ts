import { byteSize, counted } from '../text/counted.ts';
import { listed } from '../text/listed.ts';
import type { Built } from './build-site.ts';
import type { Phase } from './stopwatch.ts';

/**
 * What a build says at its end, line by line: what it wrote into `out`, and a warning for every limit of the common
 * free plans that the site is near to (from four fifths of it) or has passed and for files over 5 MB, with what to do. With `verbose` the second line says
 * where the time went.
 */
export function reportBuild(built: Built, out: string, { verbose }: { readonly verbose: boolean }): string[] {
  const warnings = [...LIMITS.flatMap((limit) => warningOf(limit, built)), ...largeFiles(built)];
  const cache =
    built.cacheFault === undefined
      ? []
      : [`Warning: the search index could not be kept for the next build (${built.cacheFault}). See to CACHE_DIR.`];
  return [
    `${builtWords(built, out)}${warnings.length === 0 ? '; well within the free plans of common hosts' : ''}.`,
    ...(verbose ? [timeLine(built)] : []),
    ...warnings,
    ...cache,
  ];
}

/** What was built and how long it took, without a full stop. */
export function builtWords({ releases, files, bytes, largest, seconds }: Built, out: string): string {
  const sizes = `${counted(files, 'file')}, ${byteSize(bytes)}, the largest file ${byteSize(largest.bytes)}`;
  return `Built ${out}: ${counted(releases, 'release')}, ${sizes}, in ${seconds.toFixed(1)} s`;
}

/** Names files of more than 5 MB, three at most. */
function largeFiles({ large }: Built): string[] {
  if (large.length === 0) return [];
  const named = large.slice(0, 3).map(({ name, bytes }) => `${name} with ${byteSize(bytes)}`);
  const more = large.length > named.length ? [counted(large.length - named.length, 'other')] : [];
  return [
    `Warning: ${counted(large.length, 'file')} of more than 5 MB: ${listed([...named, ...more], 'and')}. Such a file loads slowly on a phone, and some programs refuse it; a document may lie elsewhere, named by url with its bytes and sha256.`,
  ];
}

function timeLine({ phases, inWorker, indexed, releases }: Built): string {
  const times = (list: readonly Phase[]): string =>
    list.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ');
  const kept = releases - indexed;
  const index =
    releases === 0
      ? ''
      : indexed === 0
        ? '; the search index was kept from an earlier build'
        : `; ${counted(indexed, 'release')} indexed${kept === 0 ? '' : `, ${counted(kept, 'other')} kept`}`;
  return `Time: ${times(phases)}; in the worker ${times(inWorker)}${index}.`;
}

interface Limit {
  readonly value: number;
  readonly words: string;
  readonly host: string;
  readonly of: (built: Built) => number;
  readonly found: (built: Built) => string;
  readonly advice: string;
}

/**
 * As the hosts' own documents give them: https://developers.cloudflare.com/pages/platform/limits/ and
 * https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits.
 */
const LIMITS: readonly Limit[] = [
  {
    value: 20_000,
    words: '20,000 files',
    host: 'Cloudflare Pages',
    of: ({ files }) => files,
    found: ({ files }) => counted(files, 'file'),
    advice: 'Publish on a plan or host that takes more, or keep attachments elsewhere and name them by url.',
  },
  {
    value: 25 * 1024 * 1024,
    words: '25 MiB a file',
    host: 'Cloudflare Pages',
    of: ({ largest }) => largest.bytes,
    found: ({ largest }) => `${largest.name} with ${byteSize(largest.bytes)}`,
    advice: 'Keep that file elsewhere and name it by url, with its bytes and sha256.',
  },
  {
    value: 1_000_000_000,
    words: '1 GB in all',
    host: 'GitHub Pages',
    of: ({ bytes }) => bytes,
    found: ({ bytes }) => `${byteSize(bytes)} in all`,
    advice: 'Keep the largest attachments elsewhere and name them by url, or publish on another host.',
  },
  {
    value: 600,
    words: '10 minutes a deployment',
    host: 'GitHub Pages',
    of: ({ seconds }) => seconds,
    found: ({ seconds }) => `${counted(Math.round(seconds / 60), 'minute')} of building`,
    advice: 'Keep the folder .cache/search from build to build, so that only a part of the search index is made again.',
  },
  {
    value: 2_000,
    words: '2,000 lines',
    host: 'Cloudflare Pages',
    of: ({ redirects }) => redirects,
    found: ({ redirects }) => `${counted(redirects, 'line')} in _redirects`,
    advice: 'Nothing breaks past it: the pages at the other old addresses lead on, instead of the host.',
  },
];

function warningOf(limit: Limit, built: Built): string[] {
  const amount = limit.of(built);
  if (amount < 0.8 * limit.value) return [];
  const past = amount > limit.value ? 'more than' : 'near';
  return [
    `Warning: ${limit.found(built)}, ${past} the ${limit.words} that the free plan of ${limit.host} takes. ${limit.advice}`,
  ];
}
