import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compareArchives, isLoss, releaseFiles, type ReleaseFiles } from '../../../src/archive/seal/compare.ts';
import { lockHistory, type Change } from '../../../src/archive/seal/lock-history.ts';
import { declare, type Declaration } from '../../../src/archive/seal/seal.ts';
import type { Digests, LockEntry } from '../../../src/archive/seal/lock.ts';

/** Stands for the content's digest. */
const d = (content: string): string => createHash('sha256').update(content).digest('hex');
const files = (entries: Readonly<Record<string, Readonly<Record<string, string>>>>): ReleaseFiles =>
  new Map(
    Object.entries(entries).map(([id, names]) => [
      id,
      Object.fromEntries(Object.entries(names).map(([name, content]) => [name, d(content)])),
    ]),
  );

/** What the seals declare after these changes, each with the files of then. */
function declaredAfter(
  sealed: ReleaseFiles,
  ...steps: readonly (readonly [Declaration, Readonly<Record<string, string>>])[]
): Change[] {
  const entry = (id: string, digests: Digests): [string, LockEntry] => [id, { id, files: digests, amendments: [] }];
  let entries: ReadonlyMap<string, LockEntry> = new Map([...sealed].map(([id, digests]) => entry(id, digests)));
  for (const [declaration, now] of steps)
    entries = declare(
      entries,
      declaration,
      { date: '2026-11-23', reason: 'A reason.' },
      files({ x: now }).get('x') ?? {},
    );
  return lockHistory(entries).changes.toReversed();
}

const BEFORE = files({ 'y/a': { 'a.md': 'A', 'a.pdf': 'PDF' }, 'y/b': { 'b.md': 'B' } });
const plain = ({ declared, ...rest }: ReturnType<typeof compareArchives>) => ({
  ...rest,
  declared: declared.map(({ id, change }) => `${id} ${change.kind}`),
});
const NOTHING = { added: [], declared: [], undeclared: [], gone: [] };

test('an archive compared with itself has nothing but what it had', () => {
  expect(compareArchives(BEFORE, BEFORE, [])).toEqual({ ...NOTHING, same: 2 });
});

test('additions and losses are named, and a file that moved without a word', () => {
  const now = files({ 'y/a': { 'a.md': 'A', 'a.pdf': 'PDF' }, 'y/c': { 'c.md': 'B' }, 'y/d': { 'd.md': 'D' } });
  const found = compareArchives(BEFORE, now, []);
  expect(found).toEqual({ ...NOTHING, same: 1, added: ['y/c', 'y/d'], gone: [{ id: 'y/b', movedTo: 'y/c' }] });
  expect(isLoss(found)).toBe(true);
});

test.each([
  ['its text', { 'a.md': 'changed', 'a.pdf': 'PDF' }, ['a.md']],
  ['its document', { 'a.md': 'A', 'a.pdf': 'changed' }, ['a.pdf']],
  ['a document less', { 'a.md': 'A' }, ['a.pdf']],
  ['a document more', { 'a.md': 'A', 'a.pdf': 'PDF', 'b.pdf': 'B' }, ['b.pdf']],
  ['all of it', { 'a.md': 'changed', 'b.pdf': 'B' }, ['a.md', 'a.pdf', 'b.pdf']],
])('a change of %s without a declared one is named, and with it is declared', (_, changed, names) => {
  const now = new Map([...BEFORE, ...files({ 'y/a': changed })]);
  expect(compareArchives(BEFORE, now, [])).toEqual({ ...NOTHING, same: 1, undeclared: [{ id: 'y/a', files: names }] });
  const changes = declaredAfter(BEFORE, [{ kind: 'amended', id: 'y/a' }, changed]);
  expect(plain(compareArchives(BEFORE, now, changes))).toEqual({ ...NOTHING, same: 1, declared: ['y/a amended'] });
  expect(isLoss(compareArchives(BEFORE, now, changes))).toBe(false);
});

test('a declared change does not cover another one before or after it', () => {
  const changes = declaredAfter(BEFORE, [{ kind: 'amended', id: 'y/b' }, { 'b.md': 'B2' }]);
  const with_ = (content: string) => new Map([...BEFORE, ...files({ 'y/b': { 'b.md': content } })]);
  expect(compareArchives(BEFORE, with_('B3'), changes).undeclared).toEqual([{ id: 'y/b', files: ['b.md'] }]);
  expect(compareArchives(with_('B0'), with_('B2'), changes).undeclared).toEqual([{ id: 'y/b', files: ['b.md'] }]);
  expect(compareArchives(with_('B2'), with_('B'), changes).undeclared).toEqual([{ id: 'y/b', files: ['b.md'] }]);
  expect(compareArchives(with_('B2'), with_('B2'), changes)).toEqual({ ...NOTHING, same: 2 });
});

test('several declared changes in a row lead from the first digest to the last', () => {
  const changes = declaredAfter(
    BEFORE,
    [{ kind: 'amended', id: 'y/b' }, { 'b.md': 'B2' }],
    [{ kind: 'renamed', id: 'y/b', to: 'y/c' }, { 'c.md': 'B2' }],
    [
      { kind: 'amended', id: 'y/c' },
      { 'c.md': 'B3', 'c.pdf': 'C' },
    ],
  );
  const now = files({ 'y/a': { 'a.md': 'A', 'a.pdf': 'PDF' }, 'y/c': { 'c.md': 'B3', 'c.pdf': 'C' } });
  expect(plain(compareArchives(BEFORE, now, changes))).toEqual({ ...NOTHING, same: 1, declared: ['y/b amended'] });
  const silent = files({ 'y/a': { 'a.md': 'A', 'a.pdf': 'PDF' }, 'y/c': { 'c.md': 'B4', 'c.pdf': 'C' } });
  expect(compareArchives(BEFORE, silent, changes).undeclared).toEqual([{ id: 'y/b', files: ['c.md'] }]);
});

test('a release that was withdrawn or renamed as declared is not lost, and one that is gone after a rename is', () => {
  const withdrawn = declaredAfter(BEFORE, [{ kind: 'withdrawn', id: 'y/b' }, {}]);
  const rest = files({ 'y/a': { 'a.md': 'A', 'a.pdf': 'PDF' } });
  expect(plain(compareArchives(BEFORE, rest, withdrawn))).toEqual({ ...NOTHING, same: 1, declared: ['y/b withdrawn'] });
  const renamed = declaredAfter(BEFORE, [{ kind: 'renamed', id: 'y/b', to: 'y/c' }, { 'c.md': 'B' }]);
  const there = files({ 'y/a': { 'a.md': 'A', 'a.pdf': 'PDF' }, 'y/c': { 'c.md': 'B' } });
  expect(plain(compareArchives(BEFORE, there, renamed))).toEqual({ ...NOTHING, same: 1, declared: ['y/b renamed'] });
  expect(compareArchives(BEFORE, rest, renamed).gone).toEqual([{ id: 'y/b', movedTo: undefined }]);
});

test('an incomplete former list says nothing of files that it does not name', () => {
  const former = files({ 'y/a': { 'a.md': 'A' }, 'y/b': { 'b.md': 'B' } });
  expect(compareArchives(former, BEFORE, [], false)).toEqual({ ...NOTHING, same: 2 });
  expect(compareArchives(former, BEFORE, []).undeclared).toEqual([{ id: 'y/a', files: ['a.pdf'] }]);
});

test('releaseFiles() finds releases and what is published with them among the files of a site', () => {
  const sums = [
    'SHA256SUMS',
    'index.html',
    'releases/index.html',
    'releases/2020/1/atom.xml',
    'releases/2020/1/feed.json',
    'releases/a.md',
    'releases/a/index.html',
    'releases/2020/b.md',
    'releases/2020/b.md.gz',
    'releases/2020/b/index.html',
    'releases/2020/b/a.pdf',
    'releases/2020/b/index.html.br',
    'releases/2020/b/c.md',
    'data/releases.csv',
    'releases/old/x.pdf',
  ].map((name) => ({ path: name, digest: d(name) }));
  expect(Object.fromEntries(releaseFiles(sums))).toEqual({
    a: { 'a.md': d('releases/a.md') },
    '2020/b': { 'b.md': d('releases/2020/b.md'), 'a.pdf': d('releases/2020/b/a.pdf') },
    '2020/b/c': { 'c.md': d('releases/2020/b/c.md') },
  });
});

test('of 20 states of a growing archive compared in order, one silent change and one lost release are found, and no other', () => {
  const states = Array.from({ length: 20 }, (_, build) => {
    const ids = Array.from({ length: 10 + build }, (_, n) => `2026/${String(n).padStart(3, '0')}`);
    return files(
      Object.fromEntries(
        ids.flatMap((id) => {
          // In the 8th state the file of one release is another, in the 14th one release is not there any more.
          if (id === '2026/003' && build >= 13) return [];
          const text = id === '2026/005' && build >= 7 ? 'silently changed' : `text of ${id}`;
          return [[id, { [`${id.slice(5)}.md`]: text, 'report.pdf': `document of ${id}` }]];
        }),
      ),
    );
  });
  const found = states.slice(1).map((state, index) => compareArchives(states[index] ?? new Map(), state, []));
  expect(found.flatMap(({ undeclared }, index) => undeclared.map((one) => [index + 2, one]))).toEqual([
    [8, { id: '2026/005', files: ['005.md'] }],
  ]);
  expect(found.flatMap(({ gone }, index) => gone.map((one) => [index + 2, one]))).toEqual([
    [14, { id: '2026/003', movedTo: undefined }],
  ]);
  expect(found.flatMap(({ added }) => added)).toHaveLength(19);
  expect(found.filter(isLoss)).toHaveLength(2);
  // Whoever compares the last with the first alone finds both too.
  const all = compareArchives(states[0] ?? new Map(), states.at(-1) ?? new Map(), []);
  expect([all.added.length, all.undeclared.length, all.gone.length, all.same]).toEqual([19, 1, 1, 8]);
});
