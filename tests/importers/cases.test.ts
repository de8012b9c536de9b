import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importDocument } from '../../src/importers/import-document.ts';
import { formatRelease } from '../../src/release/format.ts';
import { parseRelease } from '../../src/release/parse.ts';
import { makePdf } from './make-pdf.ts';
import { pdfCases } from './pdf-cases.ts';

const folder = path.join(import.meta.dirname, 'cases');
const names = readdirSync(folder).toSorted();

/** The input of a case: a file of its folder, or a PDF of which only the layout is kept. */
function inputOf(name: string): { file: string; bytes: Uint8Array } {
  const plan = pdfCases[name];
  if (plan) return { file: 'input.pdf', bytes: makePdf(plan) };
  const file = readdirSync(path.join(folder, name)).find((one) => one.startsWith('input.')) ?? '';
  return { file, bytes: readFileSync(path.join(folder, name, file)) };
}

/** Cases of a PDF's layout, of which only the text counts, whatever facts are guessed from it. */
const layouts = names.filter((name) => existsSync(path.join(folder, name, 'input.pdf')));

test.each(names.filter((name) => !layouts.includes(name)))(
  'the case %s becomes what stands in its expected.md',
  async (name) => {
    const { file, bytes } = inputOf(name);
    const { draft } = await importDocument(file, bytes, {}, { today: '2026-11-23' });
    // What was guessed, and from what, has tests of its own.
    expect(formatRelease({ ...draft, review: undefined })).toBe(
      readFileSync(path.join(folder, name, 'expected.md'), 'utf8'),
    );
  },
);

test.each(layouts)('the text of the case %s becomes that of its expected.md', async (name) => {
  const expected = readFileSync(path.join(folder, name, 'expected.md'), 'utf8');
  const { release } = parseRelease(`${name}.md`, expected);
  const given = { title: release?.title ?? '', code: ['XMX'] };
  const { draft, notes } = await importDocument('input.pdf', inputOf(name).bytes, given, { today: '2026-11-23' });
  expect(draft.body.trim()).toBe(expected.replace(/^---\n.*?\n---\n/s, '').trim());
  // Every word arrives once, and nothing is doubled.
  expect(notes.filter((note) => /^The draft (?:does not show|shows)/.test(note))).toEqual([]);
});

test.each(names)('what the case %s becomes has no error', (name) => {
  const { problems } = parseRelease(`${name}.md`, readFileSync(path.join(folder, name, 'expected.md'), 'utf8'));
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
});

test('every PDF case has its folder', () => {
  expect(Object.keys(pdfCases).filter((name) => !existsSync(path.join(folder, name, 'expected.md')))).toEqual([]);
});
