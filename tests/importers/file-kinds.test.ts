import { expect, test } from 'vitest';
import { documentName } from '../../src/importers/file-kinds.ts';
import { importDocument } from '../../src/importers/import-document.ts';
import { makeDocx, p, t } from './word/make-docx.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const word = makeDocx(p(t('Example Minerals Limited (ASX: XMX) poured metal.')));
const release = '---\r\ntitle: Trading halt\ncode: XMX\n---\n\nText.\n';

test.each<[string, Uint8Array, string]>([
  ['a.docx', bytes('%PDF-1.7'), 'a.pdf'],
  ['a', bytes('%PDF-1.7'), 'a.pdf'],
  ['a.doc', word, 'a.docx'],
  ['a', word, 'a.docx'],
  ['a.docm', word, 'a.docm'],
  ['a.doc', bytes('<html><body>Text'), 'a.html'],
  ['a.xls', bytes('<!DOCTYPE html><html><body>Text'), 'a.html'],
  ['a.pdf', bytes('<html><body>Text'), 'a.pdf'],
  ['a.md.txt', bytes(release), 'a.md'],
  ['a.txt', bytes(release), 'a.md'],
  ['a.txt', bytes('---\nA text.\n---\ntitle: none\n'), 'a.txt'],
  ['a.txt', bytes('Text.'), 'a.txt'],
])('documentName() of %s is by what the file holds (%#)', (name, content, wanted) =>
  expect(documentName(name, content)).toBe(wanted),
);

test.each([
  [
    '<html>Sign in',
    '"a.pdf" is a web page, not a PDF. The download brought a page, perhaps one that asks to sign in or to agree; open the address in a browser, save the document itself, and put it in the place of this one.',
  ],
  [
    'Just text',
    '"a.pdf" is a text ("Just text"), not a PDF. Put the document itself in its place, or give the file the ending of what it is.',
  ],
])('importDocument() says what a file is that is named .pdf and is none: %s', async (content, message) => {
  await expect(importDocument('a.pdf', bytes(content), {}, { today: '2026-11-23' })).rejects.toThrow(message);
});
