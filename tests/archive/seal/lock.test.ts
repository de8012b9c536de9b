import { expect, test } from 'vitest';
import { changedFiles, feedIdentity, lockHistory } from '../../../src/archive/seal/lock-history.ts';
import { formatLock, parseLock, type LockEntry } from '../../../src/archive/seal/lock.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const C = 'c'.repeat(64);
const told = (date: string) => ({ date, reason: 'A misprint.' });

const entries: LockEntry[] = [
  { id: '2020/third', files: { 'third.md': B }, amendments: [{ ...told('2024-05-01'), was: { 'third.md': A } }] },
  {
    id: '2020/first',
    files: {},
    amendments: [{ ...told('2021-01-01'), was: { 'first.md': A }, renamedTo: '2020/second' }],
  },
  {
    id: '2020/second',
    files: {},
    amendments: [{ ...told('2022-01-01'), was: { 'second.md': A }, renamedTo: '2020/third' }],
  },
  { id: '2020/gone', files: {}, amendments: [{ ...told('2023-01-01'), was: { 'x.pdf': C, 'gone.md': B } }] },
];
const lockOf = (all: readonly LockEntry[]) => parseLock('releases.lock', formatLock(all));

test('formatLock() writes one line an entry, sorted by id and by file name', () => {
  expect(formatLock(entries)).toBe(
    [
      `{"id":"2020/first","files":{},"amendments":[{"date":"2021-01-01","reason":"A misprint.","was":{"first.md":"${A}"},"renamedTo":"2020/second"}]}`,
      `{"id":"2020/gone","files":{},"amendments":[{"date":"2023-01-01","reason":"A misprint.","was":{"gone.md":"${B}","x.pdf":"${C}"}}]}`,
      `{"id":"2020/second","files":{},"amendments":[{"date":"2022-01-01","reason":"A misprint.","was":{"second.md":"${A}"},"renamedTo":"2020/third"}]}`,
      `{"id":"2020/third","files":{"third.md":"${B}"},"amendments":[{"date":"2024-05-01","reason":"A misprint.","was":{"third.md":"${A}"}}]}`,
      '',
    ].join('\n'),
  );
});

test('parseLock() gives back what formatLock() wrote, with lines', () => {
  const { lock, findings } = lockOf(entries);
  expect(findings).toEqual([]);
  expect(formatLock(lock.entries.values())).toBe(formatLock(entries));
  expect(lock.lineOf('2020/second')).toBe(3);
});

test.each([
  ['text', 'x', 'This line is not a seal, so it is not known what it sealed.'],
  [
    'an unknown field',
    '{"id":"a","files":{},"amendments":[],"more":1}',
    'This line is not a seal, so it is not known what it sealed.',
  ],
  [
    'a digest cut short',
    `{"id":"a","files":{"a.md":"${A.slice(1)}"},"amendments":[]}`,
    'This line is not a seal, so it is not known what it sealed.',
  ],
  [
    'an entry that seals nothing',
    '{"id":"a","files":{},"amendments":[]}',
    'This line is not a seal, so it is not known what it sealed.',
  ],
  ['a mark of git', '<<<<<<< HEAD', 'This line is a mark that git left where two changes meet.'],
])('parseLock() names the line of %s', (_, line, message) => {
  const { findings } = parseLock('releases.lock', `\n${line}\n`);
  expect(findings.map((finding) => [finding.line, finding.rule, finding.message])).toEqual([
    [2, 'lock-malformed', message],
  ]);
});

test('parseLock() refuses a release that is sealed twice, and renames that lead nowhere or in a circle', () => {
  const twice = parseLock('l', formatLock([...entries.slice(0, 1), ...entries.slice(0, 1)]));
  expect(twice.findings.map(({ message }) => message)).toEqual(['The release "2020/third" is sealed twice.']);
  const nowhere = lockOf(entries.slice(1));
  expect(nowhere.findings.map(({ line, message }) => [line, message])).toEqual([
    [
      3,
      'The release "2020/second" is said to have been renamed to "2020/third", which is not sealed as its continuation.',
    ],
  ]);
  const circle = lockOf(
    [
      ['a', 'b'],
      ['b', 'a'],
    ].map(([id = '', to = '']) => {
      return { id, files: {}, amendments: [{ ...told('2021-01-01'), was: { 'x.md': A }, renamedTo: to }] };
    }),
  );
  expect(circle.findings.length).toBe(2);
});

test('lockHistory() follows a release through its names, with the files before and after each change', () => {
  const history = lockHistory(lockOf(entries).lock.entries);
  expect(history.formerIds('2020/third')).toEqual(['2020/first', '2020/second']);
  expect(history.changesOf('2020/third').map(({ kind, date, was, now }) => [kind, date, was, now])).toEqual([
    ['renamed', '2021-01-01', { 'first.md': A }, { 'second.md': A }],
    ['renamed', '2022-01-01', { 'second.md': A }, { 'third.md': A }],
    ['amended', '2024-05-01', { 'third.md': A }, { 'third.md': B }],
  ]);
  expect(history.withdrawn.map(({ id, changes }) => [id, changes.map(({ kind }) => kind)])).toEqual([
    ['2020/gone', ['withdrawn']],
  ]);
  expect(history.changes.map(({ date }) => date)).toEqual(['2024-05-01', '2023-01-01', '2022-01-01', '2021-01-01']);
});

test('lockHistory() tells of a release that was put back', () => {
  const back: LockEntry = {
    id: 'a',
    files: { 'a.md': B },
    amendments: [
      { ...told('2021-01-01'), was: { 'a.md': A } },
      { ...told('2021-01-02'), was: {} },
    ],
  };
  const { changesOf, withdrawn } = lockHistory(lockOf([back]).lock.entries);
  expect(changesOf('a').map(({ kind }) => kind)).toEqual(['withdrawn', 'restored']);
  expect(withdrawn).toEqual([]);
});

test('changedFiles() names what was altered, added or taken away, and nothing else', () => {
  const was = { 'same.pdf': A, 'b.md': A, 'gone.pdf': C };
  expect(changedFiles({ was, now: { 'b.md': B, 'a.pdf': C, 'same.pdf': A } })).toEqual([
    { name: 'a.pdf', was: undefined, now: C },
    { name: 'b.md', was: A, now: B },
    { name: 'gone.pdf', was: C, now: undefined },
  ]);
});

test('feedIdentity() is the first name of a release, or its id where it has no other', () => {
  const history = lockHistory(lockOf(entries).lock.entries);
  expect(feedIdentity(history, { id: '2020/third' })).toBe('2020/first');
  expect(feedIdentity(history, { id: '2020/other' })).toBe('2020/other');
  expect(feedIdentity(lockHistory(), { id: '2020/third' })).toBe('2020/third');
});
