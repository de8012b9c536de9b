import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importDocument } from '../../src/importers/import-document.ts';
import { importText } from '../../src/importers/import-text.ts';
import { makeDraft } from '../../src/importers/draft.ts';
import { writeMarkdown } from '../../src/importers/model/blocks.ts';
import { parseRelease } from '../../src/release/parse.ts';

const real = '2020/2020-07-30-high-quality-neodymium-metal-produced';

test('importText() gives a real release back from its text as a person would send it', () => {
  const file = readFileSync(path.join(import.meta.dirname, `../fixtures/seed/${real}.md`), 'utf8');
  const { release } = parseRelease(`${real}.md`, file);
  expect(release).toBeDefined();
  // The text as it stood on the page: bullets as signs, the quotation between its marks, the headline above.
  const body = (release?.body ?? '').replace(/^- /gm, '  • ').replace(/^> ?/gm, '');
  const { draft } = makeDraft(importText(`${release?.title}\n\n\n${body}`), 'seed.txt', {}, { today: '2026-11-23' });
  expect(draft).toMatchObject({ title: release?.title, code: ['ASM'], body: release?.body, draft: true });
});

const markdown = (text: string) => writeMarkdown(importText(text).blocks);

test('importText() joins lines that were wrapped at one width, and keeps apart those that were not', () => {
  expect(markdown('Example Minerals Limited\n1 Example Street\nExampleton')).toBe(
    'Example Minerals Limited\\\n1 Example Street\\\nExampleton',
  );
});

test('importText() takes a sentence with a number before it for a sentence', () => {
  expect(markdown('2. February was dry.')).toBe('2\\. February was dry.');
});

test('importText() takes numbered lines for a list, with the numbers that they have', () => {
  expect(markdown('3) Third\n4) Fourth')).toBe('3) Third\n4) Fourth');
});

test('importText() makes no quotation of a paragraph that goes on after its closing mark', () => {
  expect(markdown('“Metal” means metal.')).toBe('“Metal” means metal.');
  expect(markdown('“Good,” she said. “Very good.”')).toBe('“Good,” she said. “Very good.”');
});

test('importText() leaves quoted-printable signs alone where no head names them', () => {
  expect(markdown('The ratio a=3D was measured.')).toBe('The ratio a=3D was measured.');
});

test('importText() makes a table of lines with tabs', () => {
  expect(markdown('Metal\tkg\nNeodymium\t7.6')).toBe('| Metal | kg |\n| --- | --- |\n| Neodymium | 7.6 |');
});

test.each([
  ['•\tOne\n\to\tinner\n•\tTwo', '- One\n  - inner\n- Two'],
  ['• One\no  inner\n• Two', '- One\n  - inner\n- Two'],
  ['1. One\n   - inner\n   - other\n2. Two', '1. One\n   - inner\n   - other\n2. Two'],
  ['  - One\n - Two\n  - Three', '- One\n- Two\n- Three'],
  ['1. One\n2. Two\n    (a) inner\n    (b) other\n3. Three', '1. One\n2. Two\n\n(a) inner\n\n(b) other\n\n3\\. Three'],
])('importText() keeps points below the one that they belong to: %j', (text, written) =>
  expect(markdown(text)).toBe(written),
);

test('importText() keeps the asterisk of a note, and takes those of several points for bullets', () => {
  expect(markdown('Earnings* rose.\n\n* Excludes one-off items.')).toBe(
    'Earnings\\* rose.\n\n\\* Excludes one-off items.',
  );
  expect(markdown('* One\n* Two')).toBe('- One\n- Two');
});

test('importText() keeps the heads of a table with its rows where a line of dashes parts them', () => {
  expect(
    markdown(
      'Item          2026     2025\n---------------------------\nGold           1.2      1.1\n\nText.\n----\nMore.',
    ),
  ).toBe('```text\nItem          2026     2025\nGold           1.2      1.1\n```\n\nText.\n\nMore.');
});

test('importDocument() refuses rich text that is named as a text, in words', async () => {
  await expect(
    importDocument('a.txt', Buffer.from('{\\rtf1\\ansi Metal was poured.}'), {}, { today: '2026-11-23' }),
  ).rejects.toThrow('The text of rich text files (.rtf) is not read.');
});
