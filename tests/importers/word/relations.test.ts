import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { readZip, writeZip } from '../../../src/importers/zip.ts';
import { makeDocx, p, t } from './make-docx.ts';

const importOf = (bytes: Uint8Array) => importDocument('a.docx', bytes, { code: ['XMX'] }, { today: '2026-11-23' });
const TEXT = 'Example Minerals Limited (ASX: XMX) poured metal.';
const picture = (id: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const withFile = (bytes: Uint8Array, name: string, xml: string) =>
  writeZip(new Map([...readZip(bytes), [name, new TextEncoder().encode(xml)]]));
const relations = (more: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${more}</Relationships>`;
const image = (id: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"/>`;

test('importDocument() reads a Word file that lacks a picture or the address of a link, and names both', async () => {
  const { draft, notes } = await importOf(
    makeDocx(
      p(t(TEXT)) +
        p(`${t('See ')}<w:hyperlink r:id="gone">${t('the plan')}</w:hyperlink>${t('.')}`) +
        p(`<w:hyperlink r:id="link">${t('Our site')}</w:hyperlink>${picture('gone')}`) +
        p('<w:r><w:pict><v:shape><v:imagedata r:id="lost"/></v:shape></w:pict></w:r>'),
    ),
  );
  expect(draft.body).toBe(`${TEXT}\n\nSee the plan.\n\n[Our site](https://example.com/x)`);
  expect(notes).toEqual([
    'Left out 2 pictures that the Word file does not hold.',
    '1 link became plain text, since the Word file does not say where it leads: “the plan”.',
  ]);
});

test('importDocument() reads a Word file whose picture is named and not there', async () => {
  const { draft, notes } = await importOf(
    withFile(
      makeDocx(p(t(TEXT)) + p(picture('i1'))),
      'word/_rels/document.xml.rels',
      relations(image('i1', 'media/image1.png')),
    ),
  );
  expect(draft.body).toBe(TEXT);
  expect(notes).toEqual(['Left out 1 picture that the Word file does not hold.']);
});

test('importDocument() counts a picture once that the header and the footer show', async () => {
  const both = makeDocx(p(t(TEXT)), { header1: p(picture('i1')), footer1: p(picture('i1')) });
  const logo = relations(image('i1', 'media/logo.png'));
  const bytes = withFile(withFile(both, 'word/_rels/header1.xml.rels', logo), 'word/_rels/footer1.xml.rels', logo);
  const { notes } = await importOf(bytes);
  expect(notes).toEqual(['Left out 1 picture in the header or footer of the pages.']);
});

test('importDocument() names the pictures in the header and the footer of a Word file', async () => {
  const bytes = makeDocx(p(t(TEXT)), { header1: p(picture('i1')), footer1: p(t('Page')) });
  const { notes } = await importOf(
    withFile(bytes, 'word/_rels/header1.xml.rels', relations(image('i1', 'media/logo.png'))),
  );
  expect(notes).toEqual([
    'Left out the footer of the pages: “Page”',
    'Left out 1 picture in the header or footer of the pages.',
  ]);
});
