import { expect, test } from 'vitest';
import { plainText } from '../../../src/importers/model/blocks.ts';
import { joinColumns } from '../../../src/importers/pdf/join-pages.ts';
import type { PdfBlock } from '../../../src/importers/pdf/page-blocks.ts';

const paragraph = (...lines: string[]): PdfBlock => ({
  kind: 'paragraph',
  lines: lines.map((text) => [{ text }]),
});
const shown = (blocks: readonly PdfBlock[]) =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.lines.map(plainText) : []));

test('joinColumns() makes one sentence of two that a column’s end cut, and keeps the lines behind it', () => {
  const columns = [[paragraph('Level 12', 'The company has')], [paragraph('sold its mine,', 'and all of its land.')]];
  expect(shown(joinColumns(columns, new Set()))).toEqual([
    ['Level 12', 'The company has sold its mine,', 'and all of its land.'],
  ]);
});

test('joinColumns() leaves a sentence that has its end, and one that begins, as they are', () => {
  const columns = [[paragraph('The company has sold its mine.')], [paragraph('Costs fell.')]];
  expect(shown(joinColumns(columns, new Set()))).toEqual([['The company has sold its mine.'], ['Costs fell.']]);
});
