import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { lockedPdf } from '../locked-pdf.ts';

const importOf = (bytes: Uint8Array, password?: string) =>
  importDocument(
    'a.pdf',
    bytes,
    { code: ['XMX'], title: 'Metal', ...(password === undefined ? {} : { password }) },
    { today: '2026-11-23' },
  );

test('importDocument() says nothing of a password that a PDF does not need', async () => {
  expect((await importOf(lockedPdf(''), 'metal')).notes.join()).not.toContain('locked');
});

test('importDocument() opens a PDF that is locked with an empty password without one', async () => {
  expect((await importOf(lockedPdf(''))).draft.body).toBe('The plant poured its first metal.');
});

test('importDocument() opens a locked PDF with its password alone, and says how to give it', async () => {
  const locked = lockedPdf('metal');
  const { draft, notes } = await importOf(locked, 'metal');
  expect(draft.body).toBe('The plant poured its first metal.');
  expect(notes[0]).toMatch(/^The PDF is locked, and readers of the release will need its password, too/);
  await expect(importOf(locked)).rejects.toThrow('The PDF is locked with a password. Give it with --password.');
  await expect(importOf(locked, 'ore')).rejects.toThrow('The PDF is locked with another password.');
});
