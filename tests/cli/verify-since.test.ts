import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/build/failure.ts';
import { verify } from '../../src/cli/verify.ts';
import { formatChecksums } from '../../src/data/checksums.ts';
import { folderWith } from '../support/releases-folder.ts';
import { serveFolder } from '../support/serve.ts';
import { testContext } from './test-context.ts';

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

/** A built site of these releases' files with what it declares. */
function siteOf(files: Readonly<Record<string, string>>, data: object = { version: 1, releases: [] }): string {
  const all = { ...files, 'releases/index.html': 'a page', 'data/releases.json': JSON.stringify(data) };
  const sums = Object.entries(all).map(([name, content]) => ({ path: name, digest: sha256(content) }));
  return folderWith({ ...all, SHA256SUMS: formatChecksums(sums) });
}

/** Exit status and what is said of former releases. */
async function since(former: string, site: string) {
  const world = testContext('/');
  const exit = await verify(['--since', former, site], world, { pause: 1 });
  const [checked, signed, ...lines] = world.read().out.trimEnd().split('\n');
  expect(checked).toMatch(/: all as listed\./);
  expect(signed).toBe('Not signed.');
  return { exit, lines };
}

const FORMER = {
  'releases/2020/a.md': 'A',
  'releases/2020/a/a.pdf': 'PDF of A',
  'releases/2020/b.md': 'B',
  'releases/2020/c.md': 'C',
  'releases/2020/d.md': 'D',
  'releases/2020/e.md': 'E',
};
const change = (id: string, kind: string, was: object, now: object, more: object = {}) => {
  return { id, kind, date: '2026-11-23', reason: 'A reason.', was, now, ...more };
};
const NOW = {
  'releases/2020/a.md': 'A',
  'releases/2020/a/a.pdf': 'another PDF',
  'releases/2020/b.md': 'B amended',
  'releases/2020/c2.md': 'C',
  'releases/2021/f.md': 'F',
};
const DATA = {
  version: 1,
  releases: [
    {
      id: '2020/b',
      address: 'https://example.com/releases/2020/b/',
      sha256: sha256('B amended'),
      declaredChanges: [change('2020/b', 'amended', { 'b.md': sha256('B') }, { 'b.md': sha256('B amended') })],
    },
    {
      id: '2020/c2',
      address: 'https://example.com/releases/2020/c2/',
      sha256: sha256('C'),
      declaredChanges: [
        change('2020/c', 'renamed', { 'c.md': sha256('C') }, { 'c2.md': sha256('C') }, { renamedTo: '2020/c2' }),
      ],
    },
  ],
  withdrawn: [{ id: '2020/d', changes: [change('2020/d', 'withdrawn', { 'd.md': sha256('D') }, {})] }],
};
const EVERYTHING = [
  '2020/b: amended, as declared on 23 November 2026: A reason.',
  '2020/c: renamed to 2020/c2, as declared on 23 November 2026: A reason.',
  '2020/d: withdrawn, as declared on 23 November 2026: A reason.',
  '2021/f: added',
  '2020/e: gone',
  '2020/a: changed without a declared amendment (a.pdf)',
];
const SUMMARY =
  '0 releases as they were, 1 added, 3 changed as declared, 1 changed without a declared amendment, 1 gone.';

test('verify --since tells what was added, changed as declared, changed without, and lost, of a folder, a list and an address', async () => {
  const former = siteOf(FORMER);
  const site = siteOf(NOW, DATA);
  const [formerServer, server] = await Promise.all([serveFolder(former), serveFolder(site, { base: '/archive/' })]);
  onTestFinished(() => Promise.all([formerServer.close(), server.close()]).then(() => undefined));
  for (const given of [former, path.join(former, 'SHA256SUMS'), formerServer.url, `${formerServer.url}SHA256SUMS`])
    expect(await since(given, site)).toEqual({ exit: 1, lines: [...EVERYTHING, `Since ${given}: ${SUMMARY}`] });
  expect(await since(former, server.url)).toEqual({ exit: 1, lines: [...EVERYTHING, `Since ${former}: ${SUMMARY}`] });
});

test('verify --since takes a former releases.json, of a folder and of an address, which names no pictures', async () => {
  const former = {
    version: 1,
    releases: [
      {
        id: '2020/a',
        address: 'https://example.com/x/releases/2020/a/',
        sha256: sha256('A'),
        attachments: [
          { address: 'https://example.com/x/releases/2020/a/a%20b.pdf', sha256: sha256('PDF') },
          { address: 'https://elsewhere.example/report.pdf', sha256: sha256('elsewhere') },
        ],
      },
    ],
  };
  const folder = folderWith({ 'data/releases.json': JSON.stringify(former) });
  const server = await serveFolder(folder);
  onTestFinished(() => server.close());
  const same = siteOf({
    'releases/2020/a.md': 'A',
    'releases/2020/a/a b.pdf': 'PDF',
    'releases/2020/a/map.png': 'map',
  });
  const changed = siteOf({ 'releases/2020/a.md': 'A', 'releases/2020/a/a b.pdf': 'other' });
  for (const given of [path.join(folder, 'data/releases.json'), `${server.url}data/releases.json`]) {
    expect(await since(given, same)).toEqual({ exit: 0, lines: [`Since ${given}: 1 release as it was.`] });
    expect((await since(given, changed)).lines[0]).toBe('2020/a: changed without a declared amendment (a b.pdf)');
  }
});

test('verify --since names at most 20 additions, and every loss', async () => {
  const files = (from: number, to: number) =>
    Object.fromEntries(
      Array.from({ length: to - from }, (_, n) => [`releases/2020/r${String(from + n)}.md`, String(n)]),
    );
  const { exit, lines } = await since(siteOf(files(100, 150)), siteOf(files(200, 223)));
  expect(exit).toBe(1);
  expect(lines.filter((line) => line.endsWith(': added'))).toHaveLength(20);
  expect(lines).toContain('and 3 more releases added');
  expect(lines.filter((line) => /: gone/.test(line))).toHaveLength(50);
});

test('verify --since refuses what is no former state', async () => {
  const site = siteOf(NOW);
  const folder = folderWith({ words: 'words\n', 'other.json': '{"releases": 3}' });
  await expect(since('/nowhere/list', site)).rejects.toThrow(
    new UsageError('There is no file or folder "/nowhere/list" to compare with.'),
  );
  for (const name of ['words', 'other.json'])
    await expect(since(path.join(folder, name), site)).rejects.toThrow(
      new UsageError(`${folder}/${name} is neither a SHA256SUMS nor a releases.json of an archive.`),
    );
  await expect(since(folder, site)).rejects.toThrow(
    new UsageError(`There is no ${folder}/SHA256SUMS to compare with.`),
  );
  const server = await serveFolder(folder);
  onTestFinished(() => server.close());
  await expect(since(server.url, site)).rejects.toThrow(
    new UsageError(`There is no ${server.url}SHA256SUMS to compare with.`),
  );
});

test('verify --since shows no sign of a former list that would command the terminal', async () => {
  const former = siteOf({ 'releases/a\u001b[31m.md': 'A' });
  const world = testContext('/');
  await verify(['--since', former, siteOf({ 'releases/b.md': 'B' })], world);
  expect(world.read().out).not.toContain('\u001b');
  expect(world.read().out).toContain(': gone');
});
