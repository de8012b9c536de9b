import { expect, test } from 'vitest';
import type { Built } from '../../src/build/build-site.ts';
import { builtWords, reportBuild } from '../../src/build/report.ts';

const small: Built = {
  releases: 78,
  drafts: 0,
  address: { origin: 'https://archive.example', base: '/', placeholder: false },
  files: 250,
  bytes: 954_000,
  largest: { name: 'releases/a/index.html', bytes: 67_000 },
  large: [],
  redirects: 2,
  phases: [
    { name: 'reading', seconds: 0.24 },
    { name: 'rendering', seconds: 3.06 },
  ],
  inWorker: [
    { name: 'search index', seconds: 1.26 },
    { name: 'feeds', seconds: 0.31 },
  ],
  indexed: 78,
  cacheFault: undefined,
  since: undefined,
  signedBy: undefined,
  namesKeys: false,
  seconds: 3.72,
};

test('reportBuild() says in one line what was built, and that all limits are far', () => {
  const first =
    'Built dist: 78 releases, 250 files, 954 KB, the largest file 67 KB, in 3.7 s; well within the free plans of common hosts.';
  expect(reportBuild(small, 'dist', { verbose: false })).toEqual([first]);
  expect(reportBuild(small, 'dist', { verbose: true })).toEqual([
    first,
    'Time: reading 0.2 s, rendering 3.1 s; in the worker search index 1.3 s, feeds 0.3 s; 78 releases indexed.',
  ]);
});

test('builtWords() says what was built, and nothing of hosts', () => {
  expect(builtWords(small, 'dist')).toBe(
    'Built dist: 78 releases, 250 files, 954 KB, the largest file 67 KB, in 3.7 s',
  );
});

test('reportBuild() says how much of the search index was kept from an earlier build', () => {
  const timeOf = (releases: number) => reportBuild({ ...small, indexed: releases }, 'dist', { verbose: true })[1];
  expect(timeOf(2)).toMatch(/feeds 0\.3 s; 2 releases indexed, 76 others kept\.$/);
  expect(timeOf(0)).toMatch(/feeds 0\.3 s; the search index was kept from an earlier build\.$/);
});

test('reportBuild() says nothing of a search index where there is no release to find', () => {
  const built = { ...small, releases: 0, indexed: 0 };
  expect(reportBuild(built, 'dist', { verbose: true })[1]).toMatch(/feeds 0\.3 s\.$/);
});

test.each<[string, Partial<Built>, string]>([
  [
    'four fifths of the files',
    { files: 16_000 },
    'Warning: 16,000 files, near the 20,000 files that the free plan of Cloudflare Pages takes. Publish on a plan or host that takes more, or keep attachments elsewhere and name them by url.',
  ],
  [
    'too many files',
    { files: 20_001 },
    'Warning: 20,001 files, more than the 20,000 files that the free plan of Cloudflare Pages takes. Publish on a plan or host that takes more, or keep attachments elsewhere and name them by url.',
  ],
  [
    'a large file',
    { largest: { name: 'releases/a/annual-report.pdf', bytes: 27_000_000 } },
    'Warning: releases/a/annual-report.pdf with 27.0 MB, more than the 25 MiB a file that the free plan of Cloudflare Pages takes. Keep that file elsewhere and name it by url, with its bytes and sha256.',
  ],
  [
    'a large site',
    { bytes: 900_000_000 },
    'Warning: 900.0 MB in all, near the 1 GB in all that the free plan of GitHub Pages takes. Keep the largest attachments elsewhere and name them by url, or publish on another host.',
  ],
  [
    'a long build',
    { seconds: 540 },
    'Warning: 9 minutes of building, near the 10 minutes a deployment that the free plan of GitHub Pages takes. Keep the folder .cache/search from build to build, so that only a part of the search index is made again.',
  ],
  [
    'many redirects',
    { redirects: 2_400 },
    'Warning: 2,400 lines in _redirects, more than the 2,000 lines that the free plan of Cloudflare Pages takes. Nothing breaks past it: the pages at the other old addresses lead on, instead of the host.',
  ],
])('reportBuild() warns of %s and says what to do', (_, change, warning) => {
  expect(reportBuild({ ...small, ...change }, 'dist', { verbose: false }).slice(1)).toEqual([warning]);
});

test('reportBuild() is quiet just below four fifths of every limit', () => {
  const much = {
    files: 15_999,
    bytes: 799_000_000,
    largest: { name: 'a.pdf', bytes: 20_900_000 },
    seconds: 479,
    redirects: 1_599,
  };
  expect(reportBuild({ ...small, ...much }, 'dist', { verbose: false }).length).toBe(1);
});

test('reportBuild() says where the search index could not be kept', () => {
  const lines = reportBuild({ ...small, cacheFault: "EACCES: permission denied, mkdir '/cache'" }, 'dist', {
    verbose: false,
  });
  expect(lines.at(-1)).toBe(
    "Warning: the search index could not be kept for the next build (EACCES: permission denied, mkdir '/cache'). See to CACHE_DIR.",
  );
});

test('reportBuild() warns of every file over 5 MB, and names the three largest', () => {
  const warningsOf = (...sizes: number[]) =>
    reportBuild({ ...small, large: sizes.map((bytes, index) => ({ name: `${index}.pdf`, bytes })) }, 'dist', {
      verbose: false,
    }).slice(1);
  expect(warningsOf()).toEqual([]);
  expect(warningsOf(5_100_000)).toEqual([
    'Warning: 1 file of more than 5 MB: 0.pdf with 5.1 MB. Such a file loads slowly on a phone, and some programs refuse it; a document may lie elsewhere, named by url with its bytes and sha256.',
  ]);
  expect(warningsOf(9_000_000, 8_000_000, 7_000_000, 6_000_000, 6_000_000)[0]).toMatch(
    /^Warning: 5 files of more than 5 MB: 0\.pdf with 9\.0 MB, 1\.pdf with 8\.0 MB, 2\.pdf with 7\.0 MB and 2 others\. /,
  );
});
