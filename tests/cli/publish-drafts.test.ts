import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/build/failure.ts';
import { check } from '../../src/cli/check.ts';
import { publishDrafts } from '../../src/cli/publish-drafts.ts';
import { config } from '../../src/config.ts';
import { folderWith } from '../support/releases-folder.ts';
import { DOWN, ENTER, testContext, typist, type Keys } from './test-context.ts';

/** A draft as an import leaves it. */
function draft(fields: readonly string[], guessed: readonly string[] = []): string {
  const review = guessed.flatMap((field) => [
    `  - field: ${field}`,
    '    value: "x"',
    '    evidence: "The words"',
    '    confidence: likely',
  ]);
  const lines = [...fields, ...(review.length > 0 ? ['review:', ...review] : []), 'draft: true'];
  return `---\ntitle: "First metal"\n${lines.join('\n')}\n---\n\nThe [text](first-metal.pdf).\n`;
}

async function run(folder: string, args: readonly string[], keys?: Keys) {
  const world = testContext(folder);
  const terminal = keys && typist(keys);
  const exit = await publishDrafts(args, { ...world, terminal }, config.advice);
  if (terminal) expect(terminal.left()).toEqual([]);
  const files = readdirSync(path.join(folder, 'releases'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(path.join(folder, 'releases'), path.join(parentPath, name)))
    .toSorted();
  return { exit, files, ...world.read() };
}

const UNDATED = {
  'releases/undated/first-metal.md': draft(['attachments: first-metal.pdf'], ['title', 'contacts']),
  'releases/undated/first-metal.pdf': '%PDF-1.4',
  'releases/undated/_first-metal.import.txt': 'The report.',
};

test('publish-drafts asks for what a draft lacks, and publishes it with its files under date and headline', async () => {
  const folder = folderWith(UNDATED);
  const { exit, files, out, said } = await run(
    folder,
    [],
    [
      ['needed before', ENTER],
      ['Headline', ENTER],
      ['ASX code', 'xmx', ENTER],
      ['Day on which', '30 July 2020 9:15', ENTER],
      ['Types', ENTER],
      ['price sensitive', DOWN, ENTER],
      ['Who authorised', 'the Board', ENTER],
      ['Is all of this right?', ENTER],
    ],
  );
  expect(exit).toBe(0);
  expect(files).toEqual([
    '2020/2020-07-30-first-metal.md',
    '2020/2020-07-30-first-metal.pdf',
    '2020/_2020-07-30-first-metal.import.txt',
  ]);
  expect(readFileSync(path.join(folder, 'releases/2020/2020-07-30-first-metal.md'), 'utf8')).toBe(
    `---
title: "First metal"
code: XMX
date: 2020-07-30 09:15
priceSensitive: true
authorisedBy: "the Board"
attachments: 2020-07-30-first-metal.pdf
---

The [text](2020-07-30-first-metal.pdf).
`.replace('attachments: 2020-07-30-first-metal.pdf', 'attachments:\n  - 2020-07-30-first-metal.pdf'),
  );
  expect(said).toContain('[1/1] releases/undated/first-metal.md');
  expect(said).toContain('Headline:        First metal  [guessed, from: The words]');
  expect(said).toContain('Date:            not known');
  expect(out).toBe('Published releases/2020/2020-07-30-first-metal.md\n1 draft published, 0 left as they are.\n');
  expect(check([], testContext(folder), config.advice)).toBe(0);
});

test('publish-drafts writes that the exchange did not mark a release as price sensitive', async () => {
  const folder = folderWith(UNDATED);
  await run(
    folder,
    [],
    [
      ['needed before', ENTER],
      ['Headline', ENTER],
      ['ASX code', 'xmx', ENTER],
      ['Day on which', '30 July 2020', ENTER],
      ['Types', ENTER],
      ['price sensitive', DOWN, DOWN, ENTER],
      ['Who authorised', ENTER],
      ['Is all of this right?', ENTER],
    ],
  );
  expect(readFileSync(path.join(folder, 'releases/2020/2020-07-30-first-metal.md'), 'utf8')).toContain(
    '\npriceSensitive: false\n',
  );
}, 20_000);

test('publish-drafts leaves what is skipped as it is', async () => {
  const folder = folderWith(UNDATED);
  const { files, out } = await run(folder, [], [['needed before', DOWN, ENTER]]);
  expect(files).toHaveLength(3);
  expect(out).toBe('0 drafts published, 1 left as they are.\n');
});

test('publish-drafts --all publishes what states every fact, and names what is open of the others', async () => {
  const folder = folderWith({
    'releases/2020/2020-07-30-first-metal.md': draft(['code: XMX', 'date: 2020-07-30'], ['authorisedBy']),
    'releases/2020/2020-07-31-first-metal.md': draft(['code: XMX', 'date: 2020-07-31'], ['date']),
    'releases/2020/2020-08-03-first-metal.md': draft(['code: XMX', 'date: 2020-08-03', 'attachments: gone.pdf']),
    'releases/undated/first-metal.md': draft([]),
  });
  const { exit, out } = await run(folder, ['--all']);
  expect(exit).toBe(1);
  expect(out).toBe(`Published releases/2020/2020-07-30-first-metal.md
1 draft published, 3 left.

Left:
  releases/2020/2020-07-31-first-metal.md: guessed, not confirmed: date
  releases/2020/2020-08-03-first-metal.md: There is no file "gone.pdf" beside the release. Put the file beside the release, or take the line out.
  releases/undated/first-metal.md: no code; no date
npm run publish-drafts asks about each.
`);
  const published = readFileSync(path.join(folder, 'releases/2020/2020-07-30-first-metal.md'), 'utf8');
  expect(published).not.toMatch(/review|draft/);
});

test('publish-drafts --rename names drafts and their files by date and headline, and keeps what is to be reviewed', async () => {
  const folder = folderWith({
    ...UNDATED,
    'releases/undated/first-metal.md': draft(
      ['code: XMX', 'date: 2020-07-30', 'attachments: first-metal.pdf'],
      ['contacts'],
    ),
    'releases/2020/2020-07-30-first-metal.md': draft(['code: XMX', 'date: 2020-07-30']),
  });
  const { files, out } = await run(folder, ['--rename']);
  expect(out).toBe(
    'releases/undated/first-metal.md is releases/2020/2020-07-30-first-metal-2.md now\n1 draft renamed; 1 bore their names already.\n',
  );
  expect(files).toContain('2020/2020-07-30-first-metal-2.pdf');
  const text = readFileSync(path.join(folder, 'releases/2020/2020-07-30-first-metal-2.md'), 'utf8');
  expect(text).toContain('review:\n  - field: contacts');
  expect(text).toContain('draft: true');
});

test('publish-drafts overwrites nothing, and takes only the drafts that are named', async () => {
  const folder = folderWith({
    ...UNDATED,
    'releases/undated/first-metal.md': draft(['code: XMX', 'date: 2020-07-30', 'attachments: first-metal.pdf']),
    'releases/2020/2020-07-30-first-metal.pdf': '%PDF-1.5',
    'releases/undated/other.md': draft(['code: XMX', 'date: 2020-07-31']),
  });
  const { exit, out } = await run(folder, ['--all', 'releases/undated/first-metal.md']);
  expect(exit).toBe(1);
  expect(out).toContain('2020-07-30-first-metal.pdf is in the way');
  expect(readFileSync(path.join(folder, 'releases/2020/2020-07-30-first-metal.pdf'), 'utf8')).toBe('%PDF-1.5');
  expect(existsSync(path.join(folder, 'releases/undated/first-metal.md'))).toBe(true);
  expect(existsSync(path.join(folder, 'releases/undated/other.md'))).toBe(true);
});

test('publish-drafts counts on where another file bears the name already', async () => {
  const folder = folderWith({
    ...UNDATED,
    'releases/undated/first-metal.md': draft(['code: XMX', 'date: 2020-07-30', 'attachments: first-metal.pdf']),
    'releases/2020/2020-07-30-first-metal.pdf': 'Another file.',
  });
  const { out, files } = await run(folder, ['--all']);
  expect(out).toContain('Published releases/2020/2020-07-30-first-metal-2.md');
  expect(files).toContain('2020/2020-07-30-first-metal-2.pdf');
});

test('publish-drafts says what it needs without a terminal', async () => {
  await expect(run(folderWith(UNDATED), [])).rejects.toThrow(UsageError);
  expect((await run(folderWith({ 'releases/archive.yml': '' }), ['--all'])).out).toBe('No drafts found.\n');
});

test('publish-drafts says which FILE is not there or lies elsewhere, and publishes nothing', async () => {
  const folder = folderWith({ ...UNDATED, 'README.md': '' });
  const of = (name: string) => run(folder, ['--all', name]);
  await expect(of('releases/undated/first-metl.md')).rejects.toThrow(
    new UsageError('There is no file "releases/undated/first-metl.md".'),
  );
  await expect(of('README.md')).rejects.toThrow(
    new UsageError('"README.md" is not in the releases folder "releases".'),
  );
});
