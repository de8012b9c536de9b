import { expect, test } from 'vitest';
import { checkArchive } from '../../../src/archive/check/check-archive.ts';
import { readReleases } from '../../../src/archive/read/read-releases.ts';
import { formatProblems } from '../../../src/release/report-problems.ts';
import { folderWith, NOW, release } from '../../support/releases-folder.ts';

const SILENT = {
  checkAuthoriserFrom: undefined,
  checkContactFrom: undefined,
  checkOfficeHours: false,
  checkSecurityContactDays: undefined,
  switchedOff: ['release-twice', 'file-unused'],
};

/** What a person would read of these files, without the last line. */
function told(files: Readonly<Record<string, string>>): string[] {
  const problems = checkArchive(readReleases(folderWith(files), ''), NOW, SILENT);
  return problems.length === 0 ? [] : formatProblems(problems).split('\n').slice(0, -2);
}

test('checkArchive() tells of an attachment that is not there, and which one is perhaps meant', () => {
  expect(told({ 'a.md': release({ attachments: 'reslts.pdf' }), 'results.pdf': '' })).toEqual([
    'a.md:5  attachments.0  There is no file "reslts.pdf" beside the release.',
    '    Did you mean results.pdf? Otherwise put the file there. (attachment-missing)',
  ]);
});

test('checkArchive() looks for attachments beside the release alone', () => {
  expect(
    told({ '2020/a.md': release({ attachments: 'results.pdf' }), 'results.pdf': '', 'b/results.pdf': '' }),
  ).toEqual([
    '2020/a.md:5  attachments.0  There is no file "results.pdf" beside the release.',
    '    Put the file beside the release, or take the line out. (attachment-missing)',
  ]);
});

test('checkArchive() tells of an attachment whose letter case differs, since servers tell it apart', () => {
  expect(told({ 'a.md': release({ attachments: 'results.pdf' }), 'Results.PDF': '' })).toEqual([
    'a.md:5  attachments.0  "results.pdf" is written "Results.PDF" on the disk; most servers tell the two apart.',
    '    Write Results.PDF, or rename the file. (attachment-case)',
  ]);
});

test('checkArchive() tells of a file that would have the address of another release', () => {
  expect(
    told({
      'a.md': release({ attachments: 'b.pdf' }),
      'b.pdf': '%PDF-1.4 %%EOF',
      'A/B.pdf.md': release(),
      'a/c.md': release(),
    }),
  ).toEqual([
    'a.md:5  attachments.0  "b.pdf" would have the address of the release "A/B.pdf".',
    '    Rename the file, or the other release. (attachment-address-taken)',
  ]);
});

test('checkArchive() names the release that is perhaps meant by a correction', () => {
  const corrects = '\n  - release: 2020/2020-07-29-frist-metal\n    kind: correction';
  expect(
    told({
      '2020/2020-07-29-first-metal.md': release({ date: '2020-07-29' }),
      'b.md': release({ date: '2020-08-03', corrects }),
    }),
  ).toEqual([
    'b.md:6  corrects.0.release  There is no release "2020/2020-07-29-frist-metal" in the archive.',
    '    Did you mean 2020/2020-07-29-first-metal? (correction-target-missing)',
  ]);
});

test('checkArchive() tells of a fault in a release once, not again where another names it', () => {
  expect(told({ 'a.md': release({ related: 'b' }, 'See [b](b.md).'), 'b.md': release({ code: 'xmx' }) })).toEqual([
    'b.md:3  code  "xmx" is not an ASX code.',
    '    Write the code in capitals: XMX. (code-malformed)',
  ]);
});

test('checkArchive() tells of a correction that is older than what it corrects', () => {
  const corrects = '\n  - release: a\n    kind: correction';
  expect(told({ 'a.md': release({ date: '2020-08-03' }), 'b.md': release({ corrects }) })).toEqual([
    'b.md:6  corrects.0.release  This release is older than "a", which it is said to correct.',
    '    Correct one of the two dates, or name the right release. (correction-older)',
  ]);
});

test('checkArchive() lets a correction be of the same day where a time is not recorded', () => {
  const corrects = '\n  - release: b\n    kind: correction';
  expect(told({ 'a.md': release({ corrects }), 'b.md': release({ date: '2020-07-30 09:15' }) })).toEqual([]);
  expect(told({ 'a.md': release({ date: '2020-07-30 09:14', corrects }), 'b.md': release() })).toEqual([]);
});

test('checkArchive() tells of each circle of corrections once', () => {
  const corrects = (id: string): string => release({ corrects: `\n  - release: ${id}\n    kind: correction` });
  expect(
    told({
      'a.md': corrects('d'),
      'b.md': corrects('c'),
      'c.md': corrects('d'),
      'd.md': corrects('b'),
      'e.md': corrects('e'),
    }),
  ).toEqual([
    'b.md:5  corrects  These releases correct each other in a circle: b, c, d.',
    '    A correction names an earlier release; take one of the lines out. (correction-circle)',
    'e.md:5  corrects  The release is said to correct itself.',
    '    A correction names an earlier release; take one of the lines out. (correction-circle)',
  ]);
});

test('checkArchive() follows a chain of corrections as long as an archive', () => {
  const ids = Array.from({ length: 3000 }, (_, index) => `r${String(index).padStart(4, '0')}`);
  const files = ids.map((id, index) => {
    const next = ids[index + 1];
    return [`${id}.md`, release(next ? { corrects: `\n  - release: ${next}\n    kind: correction` } : {})];
  });
  const problems = checkArchive(
    readReleases(folderWith(Object.fromEntries(files) as Record<string, string>), ''),
    NOW,
    SILENT,
  );
  expect(problems).toEqual([]);
});

test('checkArchive() keeps public releases from leading to drafts', () => {
  expect(
    told({
      'a.md': release({ related: 'b' }),
      'b.md': release({ draft: 'true', related: 'c' }),
      'c.md': release({ draft: 'true' }),
    }),
  ).toEqual([
    'a.md:5  related.0  "b" is a draft, so readers would be led to a page that is not there.',
    '    Publish the other release first, or mark this one as draft: true too. (relation-to-draft)',
  ]);
});

test('checkArchive() refuses a date to come, today excepted, and lets drafts have it', () => {
  expect(
    told({
      'a.md': release({ date: '2026-11-23' }),
      'b.md': release({ date: '2026-11-23 12:01' }),
      'c.md': release({ date: '2026-11-24', draft: 'true' }),
    }),
  ).toEqual([
    'b.md:4  date  The release is dated 23 November 2026 12:01, which is still to come.',
    '    Correct the date, or mark the release as draft: true until it is announced. (date-future)',
  ]);
});

test('checkArchive() refuses an alias that hides a page, in any writing', () => {
  const hides = (alias: string): string | undefined =>
    told({ '2020/a.md': release({ aliases: alias }), '2020/b.md': release() })[0]
      ?.split('  ')
      .at(-1);
  expect(hides('/releases/2020/b')).toBe(
    'The old address "/releases/2020/b" would hide the release "2020/b" of this site.',
  );
  expect(hides('/Releases/2020/B/index.html')).toBe(
    'The old address "/Releases/2020/B/index.html" would hide the release "2020/b" of this site.',
  );
  expect(hides('/releases/2020/%62.md')).toContain('would hide the source of the release "2020/b"');
  expect(hides('/releases/2020/a/x.pdf')).toContain('would hide the release "2020/a"');
  expect(hides('/releases/2019/')).toContain('would hide a list');
  expect(hides('/releases/2019/2/atom.xml')).toContain('would hide a list');
  expect(hides('/search/old')).toContain('would hide the folder /search/');
  expect(hides('/rss.xml')).toContain('would hide the file /rss.xml');
  expect(hides('/SHA256SUMS')).toContain('would hide the file /SHA256SUMS');
  expect(hides('/index.html')).toContain('would hide the home page');
  expect(hides('/404.html')).toContain('would hide the file /404.html');
  expect(hides('/news/metal.html')).toBeUndefined();
  expect(hides('/releases/2019/old-name/')).toBeUndefined();
});

test.each(['/all*/', '/a:b/', '/%2A', '/news/%2a/x', '/%3Aany/'])(
  'checkArchive() refuses the alias %s, which hosts take for a pattern',
  (alias) => {
    expect(told({ 'a.md': release({ aliases: alias }), 'b.md': release({ aliases: '/10:30/' }) })).toEqual([
      `a.md:5  aliases.0  Hosts take the old address "${alias}" for a pattern, because of its * or of a colon before a letter.`,
      '    Take it out, and set up this one redirect at the host. (alias-pattern)',
    ]);
  },
);

test('checkArchive() tells of an alias that two releases give, however it is written', () => {
  expect(
    told({ 'a.md': release({ aliases: '/News/A/' }), 'b.md': release({ aliases: '/news/a/index.html' }) }),
  ).toEqual([
    'b.md:5  aliases.0  The old address "/news/a/index.html" is also given by "a".',
    '    Keep it in the release to which it led. (alias-duplicate)',
  ]);
});

test('checkArchive() names the line of each dead link, once, and says what the page shows', () => {
  const body =
    'See [b](b.md).\n\nOr [b][1], [all](/releases/), [old](/news/), [here](#top),\n[it](/nothing/here) and\n[b](b.md)\n\n[1]: c.md';
  expect(told({ 'a.md': release({ aliases: '/news/' }, body) })).toEqual([
    'a.md:8  warning: The link to "b.md" leads nowhere; the page shows its words without a link.',
    '    Link to a whole address with https://, to a file beside the release, or to another release by its file name. (link-dead)',
    'a.md:10  warning: The link to "c.md" leads nowhere; the page shows its words without a link.',
    '    Link to a whole address with https://, to a file beside the release, or to another release by its file name. (link-dead)',
    'a.md:11  warning: The link to "/nothing/here" leads to a page that this site does not have.',
    '    Link to a whole address with https://, to a file beside the release, or to another release by its file name. (link-dead)',
  ]);
});

test('checkArchive() finds what is meant among thousands of releases in no time worth naming', () => {
  const ids = Array.from({ length: 1200 }, (_, index) => `2020/2020-07-30-report-${index}`);
  const files = Object.fromEntries(ids.map((id) => [`${id}.md`, release()]));
  const related = '\n  - 2019/2020-07-30-report-7\n  - 2020/2020-07-31-report-8\n  - 2020/2021-01-01-nothing-like-it';
  const lines = told({ ...files, 'z.md': release({ related }) });
  expect(lines.filter((line) => line.startsWith('    '))).toEqual([
    '    Did you mean 2020/2020-07-30-report-7? (related-missing)',
    '    Did you mean 2020/2020-07-30-report-8? (related-missing)',
    '    Write the path of its file below the releases folder, without .md, for example 2020/2020-07-30-first-metal. (related-missing)',
  ]);
});
