import { expect, test } from 'vitest';
import { importDocument } from '../../src/importers/import-document.ts';
import { writeReport } from '../../src/importers/import-report.ts';

const importOf = async (text: string) =>
  importDocument('a.eml', Buffer.from(text), { code: ['XMX'] }, { today: '2026-11-23' });
const forwarded = (note: string) =>
  `From: Jo <jo@example.com>\nSubject: FW: Metal\nDate: Mon, 14 Oct 2024 09:00:58 +1100\nContent-Type: text/plain\n\n${note}\n\nFrom: Sam\nSent: 11 October 2024\nTo: Jo\nSubject: Metal\n\nExample Minerals Limited (ASX: XMX) poured metal.\n`;

test('writeReport() has the whole of a covering note that is too long for the terminal', async () => {
  const note = `${'Please put this up on the page of releases. '.repeat(30)}Thank you.`;
  expect(writeReport('a.eml', await importOf(forwarded(note)))).toContain(`“${note}”`);
});

test('writeReport() writes nothing of a source that is not measured where the terminal says all', async () => {
  expect(writeReport('a.eml', await importOf(forwarded('Please put this up.')))).toBeUndefined();
});
