import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';

const release = 'Example Minerals Limited (ASX: XMX) poured first metal. It was pure.';
const importOf = (content: string) =>
  importDocument('a.eml', Buffer.from(content), { code: ['XMX'] }, { today: '2026-11-23' });
const head = (type: string, more = '') =>
  `From: Jo Bloggs <jo@example.com>\nTo: investors@example.com\nSubject: First metal poured\nDate: Mon, 14 Oct 2024 09:00:58 +1100\nMIME-Version: 1.0\nContent-Type: ${type}\n${more}\n`;
const parts = (kind: string, ...contents: string[]) =>
  `${head(`multipart/${kind}; boundary=b`)}${contents.map((content) => `--b\n${content}\n`).join('')}--b--\n`;
const plain = (text: string) => `Content-Type: text/plain\n\n${text}`;
const page = (name: string, html: string) =>
  `Content-Type: text/html; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\n<html><body>${html}</body></html>`;

test('importDocument() takes a line of an e-mail that a mailbox has escaped as it was written, and no quotation', async () => {
  const { draft } = await importOf(
    `${head('text/plain')}${release}\n\n>From the pit came ore.\n\n>From the mill\n>came metal.\n\n> From there it went.\n`,
  );
  expect(draft.body).toBe(
    `${release}\n\nFrom the pit came ore.\n\n> From the mill came metal.\n\n> From there it went.`,
  );
});

test('importDocument() says of an e-mail that is wrapped into its signature that it is signed, and what to do', async () => {
  const signedData = Buffer.from('308006092a864886f70d010702a0803080', 'hex').toString('base64');
  const type = 'application/pkcs7-mime; smime-type=signed-data; name=smime.p7m';
  await expect(importOf(`${head(type, 'Content-Transfer-Encoding: base64\n')}${signedData}\n`)).rejects.toThrow(
    'The e-mail is not encrypted, but signed in such a way that its text lies inside the signature (S/MIME), where it is not read. Open it in the mail program, copy its text into a new .txt file or print it to PDF, and import that.',
  );
});

test('importDocument() names the other messages of a digest as messages, by their subjects', async () => {
  const second = `${head('text/plain').replace('First metal', '=?utf-8?Q?Second_metal_=E2=80=93?=')}Second.\n`;
  const { draft, notes } = await importOf(parts('digest', `\n${head('text/plain')}${release}\n`, `\n${second}`));
  expect(draft.body).toBe(release);
  expect(notes).toContain(
    'Left out the attached message "Second metal – poured"; where it is a release of its own, save it by itself and import that.',
  );
});

test('importDocument() takes a page that is attached to a covering note where it is the announcement', async () => {
  const { draft, document, notes } = await importOf(
    parts('mixed', plain('Please put this up.'), page('metal.html', `<h1>Metal at last</h1><p>${release}</p>`)),
  );
  expect(draft).toMatchObject({ title: 'Metal at last', body: release });
  expect(document).toBeUndefined();
  expect(notes).toEqual([
    'The release is "metal.html", which was attached to the e-mail "First metal poured" of 14 October 2024.',
    'Left out the covering note of the e-mail: “Please put this up.”',
  ]);
});

test.each([
  ['whose own text is the announcement', plain(release), page('form.html', `<p>${release}</p>`)],
  [
    'with a page that has no mark of one',
    plain(release.replace('(ASX: XMX) ', '')),
    page('terms.html', '<p>Our terms of use.</p>'),
  ],
])('importDocument() keeps the text of an e-mail %s', async (_, text, attached) => {
  const { draft, notes } = await importOf(parts('mixed', text, attached));
  expect(draft.body).toContain('poured first metal');
  expect(notes.join()).toContain('which is of a kind that is not published.');
});
