import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { readZip, writeZip } from '../../../src/importers/zip.ts';
import { usualPrefixes } from '../../../src/importers/word/prefixes.ts';
import { makeDocx, p, t } from './make-docx.ts';

test('usualPrefixes() names elements and attributes as Word does, and leaves what Word has named', () => {
  const address = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const word = `<w:p xmlns:w="${address}" xmlns:x="urn:x"><w:r w:id="1 w:a" x:y=""><w:t xml:space="preserve">a: b</w:t><w:tab/><x:y/></w:r></w:p>`;
  expect(usualPrefixes(word)).toBe(word);
  expect(usualPrefixes(word.replaceAll('w:', 'ns0:').replaceAll('xmlns:w=', 'xmlns:ns0='))).toBe(
    word.replace('1 w:a', '1 ns0:a'),
  );
  expect(usualPrefixes(`<p xmlns="${address}"><t/></p>`)).toBe(`<w:p xmlns:w="${address}"><w:t/></w:p>`);
});

test('importDocument() leaves hidden text of a Word file out that another program has written with its own prefixes', async () => {
  const written = readZip(makeDocx(p(t('Metal was poured.') + t(' For the Board only.', '<w:vanish/>'))));
  const renamed = [...written].map(([name, content]) => {
    const xml = new TextDecoder().decode(content);
    const own = xml.replace(/(<\/?|\s)w:/g, '$1ns0:').replaceAll('xmlns:w=', 'xmlns:ns0=');
    return [name, new TextEncoder().encode(own)] as const;
  });
  const { draft, notes } = await importDocument('a.docx', writeZip(new Map(renamed)), {}, { today: '2026-11-23' });
  expect(draft.body).toBe('Metal was poured.');
  expect(notes).toEqual(['Left out hidden text: “For the Board only.”']);
});
