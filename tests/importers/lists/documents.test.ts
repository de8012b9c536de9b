import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { planList } from '../../../src/importers/lists/plan-list.ts';

test('the list in docs/importing.md is read as the document says', async () => {
  const text = readFileSync(path.join(import.meta.dirname, '../../../docs/importing.md'), 'utf8');
  const csv = /```csv\n([^]*?)```/.exec(text)?.[1] ?? '';
  const { releases, findings, columns } = await planList('list.csv', Buffer.from(csv), undefined, '2026-11-29');
  expect(findings).toEqual([]);
  expect(columns).toHaveLength(11);
  expect(releases).toMatchObject([
    {
      date: { day: '2020-07-30', time: '09:15' },
      fields: { priceSensitive: true, authorisedBy: 'the Board' },
      file: 'first-metal.pdf',
    },
    {
      date: { day: '2020-07-31', time: '08:31' },
      code: ['XMX'],
      types: ['trading-halt'],
      file: 'halts/trading-halt.pdf',
    },
  ]);
});
