import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { makePdf } from '../make-pdf.ts';

const words = 'Example Minerals Limited (ASX: XMX) poured first metal.';
const importOf = (name: string, content: string | Uint8Array) =>
  importDocument(name, Buffer.from(content), { code: ['XMX'] }, { today: '2026-11-23' });
const head = (type: string, more = '') =>
  `From: Jo Bloggs <jo@example.com>\nTo: investors@example.com\nSubject: First metal poured\nDate: Mon, 14 Oct 2024 09:00:58 +1100\nMIME-Version: 1.0\n${type === '' ? '' : `Content-Type: ${type}\n`}${more}\n`;
const part = (type: string, content: string, more = '') => `--b\nContent-Type: ${type}\n${more}\n${content}\n`;
const multipart = (kind: string, ...parts: string[]) =>
  `${head(`multipart/${kind}; boundary=b`)}${parts.join('')}--b--\n`;
const base64 = (content: string | Uint8Array) =>
  `${Buffer.from(content)
    .toString('base64')
    .replace(/(.{76})/g, '$1\n')}\n`;
const BASE64 = 'Content-Transfer-Encoding: base64\n';
const attached = (type: string, name: string, content: string | Uint8Array) =>
  part(type, base64(content), `${BASE64}Content-Disposition: attachment; filename="${name}"\n`);
const pdf = makePdf({ pages: [[{ text: 'The plant poured metal in July.', x: 60, y: 60 }]] });
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

test.each<[string, string | Uint8Array, string]>([
  ['without MIME', `${head('')}${words}\n`, words],
  [
    'whose head begins with other fields',
    `Received: by mx\n from there\nX-Odd_Name: 1\nDKIM-Signature: a=b;\n\tc=d\n${head('text/plain')}${words}\n`,
    words,
  ],
  [
    'with its fields in another order and folded',
    `Subject:\n First metal\n poured\nMessage-ID: <1@x>\nFrom: jo@example.com\n\n${words}\n`,
    words,
  ],
  ['of a mailbox', `From jo@example.com Mon Oct 14 09:00:58 2024\n${head('text/plain')}${words}\n`, words],
  [
    'with the line ends of Windows',
    `${head('text/plain')}${words}\n\nIt was pure.\n`.replaceAll('\n', '\r\n'),
    `${words}\n\nIt was pure.`,
  ],
  [
    'in quoted-printable',
    `${head('text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable\n')}The company=E2=80=99s first met=\nal.\n`,
    'The company’s first metal.',
  ],
  [
    'in Base64',
    `${head('text/plain; charset=utf-8', BASE64)}${base64('The company’s first metal.')}`,
    'The company’s first metal.',
  ],
  [
    'in Windows-1252',
    Buffer.from(
      `${head('text/plain; charset=windows-1252', 'Content-Transfer-Encoding: 8bit\n')}The company\u0092s first metal.\n`,
      'latin1',
    ),
    'The company’s first metal.',
  ],
  [
    'that names its encoding in its page alone',
    `${head('text/html', BASE64)}${Buffer.from('<meta charset="windows-1252"><p>The company\u0092s first metal.', 'latin1').toString('base64')}\n`,
    'The company’s first metal.',
  ],
  [
    'in Windows-1252 that names no encoding',
    Buffer.from(`${head('text/plain', 'Content-Transfer-Encoding: quoted-printable\n')}The company=92s first metal.\n`),
    'The company’s first metal.',
  ],
  ['that is HTML and does not say so', `${head('')}<html><body><p>${words}</p></body></html>`, words],
  [
    'with lines that flow',
    `${head('text/plain; format=flowed')}Example Minerals Limited \npoured metal.\n`,
    'Example Minerals Limited poured metal.',
  ],
  ['that is HTML', `${head('text/html; charset=utf-8')}<p>${words}</p><p>It was pure.</p>`, `${words}\n\nIt was pure.`],
  [
    'that is plain and HTML',
    multipart(
      'alternative',
      part('text/plain', words),
      part('text/html', `<p>${words}</p><table><tr><th>Hole</th><th>Cu</th></tr><tr><td>1</td><td>2</td></tr></table>`),
    ),
    `${words}\n\n| Hole | Cu |\n| --- | --- |\n| 1 | 2 |`,
  ],
  [
    'whose HTML only says that it is not shown',
    multipart(
      'alternative',
      part('text/plain', `${words} It was pure, and weighed seven kilograms.`),
      part('text/html', '<p>Your program shows no HTML.</p>'),
    ),
    `${words} It was pure, and weighed seven kilograms.`,
  ],
  [
    'with a picture in its text',
    multipart(
      'related',
      part('text/html', `<p>${words}</p><img src="cid:p1" alt="Plant">`),
      part('image/png', PNG, `${BASE64}Content-ID: <p1>\nContent-Disposition: inline; filename=a.png\n`),
    ),
    `${words}\n\n![Plant](picture-1.png)`,
  ],
  [
    'with parts in parts',
    multipart(
      'mixed',
      `--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\n${words}\n--c--\n`,
    ),
    words,
  ],
  [
    'with another message attached',
    multipart(
      'mixed',
      part('text/plain', 'Please put this up.'),
      part('message/rfc822', `${head('text/plain')}${words}\n`),
    ),
    words,
  ],
  [
    'that forwards a message in its text',
    `${head('text/plain').replace('Subject: ', 'Subject: FW: ')}Please put this up.\n\n-----Original Message-----\nFrom: ASX Online\nSent: Monday, 14 October 2024 8:31 AM\nTo: Jo Bloggs\nSubject: First metal\n\n${words}\n`,
    words,
  ],
  [
    'that Gmail has forwarded',
    `${head('text/plain').replace('Subject: ', 'Subject: Fwd: ')}---------- Forwarded message ---------\nFrom: Jo <jo@example.com>\nDate: Mon, 14 Oct 2024 at 08:31\nSubject: First metal\nTo: <web@example.com>\n\n\n${words}\n`,
    words,
  ],
  [
    'with a PDF',
    multipart('mixed', part('text/plain', 'Please find attached.'), attached('application/pdf', 'metal.pdf', pdf)),
    'The plant poured metal in July.',
  ],
  [
    'with a PDF of no media type',
    multipart('mixed', part('text/html', '<p>Attached.</p>'), attached('application/octet-stream', 'metal.PDF', pdf)),
    'The plant poured metal in July.',
  ],
  [
    'with a spreadsheet beside its text',
    multipart('mixed', part('text/plain', words), attached('application/vnd.ms-excel', 'table.xls', 'x')),
    words,
  ],
  [
    'with lines that are quoted',
    `${head('text/plain')}Approved.\n\n> ${words}\n>\n> It was\n> pure.\n\nRegards\n`,
    `Approved.\n\n> ${words}\n>\n> It was pure.\n\nRegards`,
  ],
  [
    'with lines that are quoted twice',
    `${head('text/plain')}> ${words}\n>> It was pure.\n> Yes.\n`,
    `> ${words}\n\n> It was pure.\n\n> Yes.`,
  ],
  [
    'with quoted lines that flow',
    `${head('text/plain; format=flowed')}Example Minerals \npoured metal.\n\n> It was \n> pure, \n> all of it.\n From there.\n`,
    'Example Minerals poured metal.\n\n> It was pure, all of it.\n\nFrom there.',
  ],
  [
    'with lines that flow and lose their spaces',
    `${head('text/plain; format=flowed;\n delsp=yes')}Example Minerals Limi \nted poured  \nmetal.\n`,
    'Example Minerals Limited poured metal.',
  ],
  ['without a last boundary', multipart('mixed', part('text/plain', words)).replace('--b--\n', ''), words],
])('an e-mail %s becomes its text', async (_, content, body) => {
  expect((await importOf('a.eml', content)).draft.body).toBe(body);
});

test('importDocument() reads the day and the subject of an e-mail, whatever its encoding', async () => {
  const subject = '=?utf-8?Q?FW:_First_metal_=E2=80=93?=\n =?utf-8?B?IHBvdXJlZA==?=';
  const { draft } = await importOf(
    'a.eml',
    `${head('text/plain').replace('First metal poured', subject).replace('09:00:58 +1100', '22:30:00 +0000')}${words}\n`,
  );
  expect(draft).toMatchObject({ title: 'First metal – poured', date: { day: '2024-10-15' } });
});

test('importDocument() takes the subject of an e-mail before the name of its file, also where it is a label elsewhere', async () => {
  const { draft } = await importOf(
    'a.eml',
    `${head('text/html').replace('First metal poured', 'Market update')}<h1>Market update</h1><p>${words}</p>`,
  );
  expect(draft).toMatchObject({ title: 'Market update', body: words });
});

test('importDocument() puts the PDF of an e-mail beside the release, and names all else', async () => {
  const { document, files, notes } = await importOf(
    'a.eml',
    multipart(
      'mixed',
      part('text/plain', 'Please find attached.'),
      attached('application/pdf', 'metal.pdf', pdf),
      attached('text/csv', 'assays.csv', 'a,b'),
      attached('application/ms-tnef', 'winmail.dat', 'x'),
      attached('text/calendar', 'invite.ics', 'x'),
    ),
  );
  expect(document?.name).toBe('metal.pdf');
  expect(files?.map(({ name, title }) => [name, title])).toEqual([['attached-1.csv', 'assays.csv']]);
  expect(notes).toEqual([
    'The release is "metal.pdf", which was attached to the e-mail "First metal poured" of 14 October 2024.',
    'Left out the covering note of the e-mail: “Please find attached.”',
    'The attached "assays.csv" goes beside the release.',
    'Left out winmail.dat, in which Outlook wraps formatting and attachments for itself; ask the sender to send the message as HTML or plain text, with its files attached.',
    'Left out the attached "invite.ics", which is of a kind that is not published.',
  ]);
});

test.each([
  ['Sent: Friday, 11 October 2024 5:05 PM', '2024-10-11'],
  ['Date: Fri, 11 Oct 2024 at 17:05', '2024-10-11'],
  ['Sent: Friday', undefined],
])('importDocument() takes the day of a message that is forwarded from its own head: %s', async (sent, day) => {
  const { draft } = await importOf(
    'a.eml',
    `${head('text/plain').replace('Subject: ', 'Subject: FW: ')}Hi, put this up.\n\nFrom: ASX\n${sent}\nTo: Jo\nSubject: First metal\n\n${words}\n`,
  );
  expect(draft.date?.day).toBe(day);
});

test('importDocument() names the covering note and the head of a forwarded message', async () => {
  const { notes } = await importOf(
    'a.eml',
    `${head('text/plain').replace('Subject: ', 'Subject: FW: ')}Hi, put this up.\n\nFrom: ASX\nSent: Monday\nTo: Jo\nSubject: First metal\n\n${words}\n`,
  );
  expect(notes).toEqual([
    'Left out the covering note above the forwarded message: “Hi, put this up.”',
    'Left out the head of the forwarded message: “From: ASX Sent: Monday To: Jo Subject: First metal”',
  ]);
});

test.each([
  [
    'a signature',
    `${head('text/plain')}${words}\n-- \nJo Bloggs\nCompany Secretary\n`,
    'Left out the signature: “Jo Bloggs Company Secretary”',
  ],
  [
    'a subject that the text does not say',
    `${head('text/html')}<h1>Metal at last</h1><p>${words.replace('first metal', 'it')}</p>`,
    'Left out the subject of the e-mail: “First metal poured”',
  ],
  [
    'a picture that its text does not show',
    multipart(
      'mixed',
      part('text/plain', words),
      part('image/png', PNG, `${BASE64}Content-Disposition: inline; filename=map.png\n`),
    ),
    'The attached "map.png" goes beside the release.',
  ],
  [
    'a part without a name',
    multipart('mixed', part('text/plain', words), part('text/calendar', 'BEGIN:VCALENDAR')),
    'Left out the attached "part 1 (text/calendar)", which is of a kind that is not published.',
  ],
  [
    'another encoding than it says',
    Buffer.from(`${head('text/plain; charset=x-none')}${words} The company’s.\n`),
    'Signs such as "â€™" stand where the e-mail names another encoding than it was written in; compare it in the mail program and put them right.',
  ],
  [
    'a picture in its covering note',
    `${multipart(
      'mixed',
      part('text/html', '<p>Attached.</p><img src="cid:p1">'),
      part('image/png', PNG, `${BASE64}Content-ID: <p1>\n`),
      attached('application/pdf', 'metal.pdf', pdf),
    )}`,
    'Left out 1 picture of the covering note.',
  ],
])('importDocument() says so of an e-mail with %s', async (_, content, note) => {
  expect((await importOf('a.eml', content)).notes).toContain(note);
});

const twoForms = (plain: string, html: string) =>
  multipart('alternative', part('text/plain', plain), part('text/html', html));

test.each([
  [
    'plain text',
    twoForms(`${words} It weighs 4.2 kg.`, `<p>${words} It weighs 4.1 kg.</p>`),
    'The e-mail has its text twice, as plain text and as HTML, and they differ; the HTML was taken. Only the plain text has (1 word): “2”. Compare with the e-mail.',
  ],
  [
    'HTML',
    twoForms(`${words} ${words} All of it is pure.`, `<p>${words}</p><p>Embargoed.</p>`),
    'The e-mail has its text twice, as plain text and as HTML, and they differ; the plain text was taken. Only the HTML has (1 word): “embargoed”. Compare with the e-mail.',
  ],
])('importDocument() names what only the %s of an e-mail says', async (_, content, note) => {
  expect((await importOf('a.eml', content)).notes).toEqual([note]);
});

test('importDocument() finds no difference where the plain text of an e-mail only writes its HTML out', async () => {
  const { notes } = await importOf(
    'a.eml',
    twoForms(
      `[image: Plant]\n[cid:p1@01DB]\n*METAL*\n\n${words} See our site <https://example.com/a> (https://example.com/b).\n\n1. One\n2. Two\n\nHole\tCu\n1\t2\nJo <mailto:jo@example.com>\n`,
      `<h2>Metal</h2><p>${words} See <a href="https://example.com/a">our site</a> (https://example.com/b).</p><ol><li>One</li><li>Two</li></ol><table><tr><th>Hole</th><th>Cu</th></tr><tr><td>1</td><td>2</td></tr></table><p>Jo</p>`,
    ),
  );
  expect(notes).toEqual([]);
});

test('importDocument() takes no field code in the plain text of an e-mail for a difference', async () => {
  const plain = `${words} ${words} HYPERLINK "https://example.com/c" Site`;
  const { notes } = await importOf('a.eml', twoForms(plain, `<p>${words} ${words} Site</p>`));
  expect(notes).toEqual(['Left out the subject of the e-mail: “First metal poured”']);
});

test.each([
  ['is encrypted', `${head('application/pkcs7-mime; name=smime.p7m', BASE64)}AAAA\n`, 'The e-mail is encrypted.'],
  ['is empty', head('text/plain'), 'The e-mail has no text, and nothing that is attached can be published.'],
])('importDocument() refuses an e-mail that %s', async (_, content, message) => {
  await expect(importOf('a.eml', content)).rejects.toThrow(message);
});

test('importDocument() reads an e-mail in UTF-8 that says it is in ASCII', async () => {
  const { draft, notes } = await importOf(
    'a.eml',
    Buffer.from(`${head('text/plain; charset="us-ascii"')}${words} The company’s – at 5 €.\n`),
  );
  expect(draft.body).toContain('The company’s – at 5 €.');
  expect(notes).toEqual([]);
});

test.each([
  [
    'a.eml',
    multipart(
      'related',
      part('text/html', `<p>${words}</p><img src="cid:10%" alt="Plant">`),
      part('image/png', PNG, `${BASE64}Content-ID: <other>\n`),
    ),
  ],
  [
    'a.mhtml',
    `Snapshot-Content-Location: https://www.example.com/\n${multipart('related', part('text/html', `<h1>Metal</h1><p>${words}</p><img src="/10%.png" alt="Plant">`))}`,
  ],
])('importDocument() reads %s whose picture has a percent sign that begins no letter', async (name, content) => {
  expect((await importOf(name, content)).draft.body).toContain(words);
});

test('importDocument() takes a page that was saved as one file, its pictures too, and leaves its frames out', async () => {
  const page =
    `From: <Saved by Blink>\nSnapshot-Content-Location: https://www.example.com/news/\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n` +
    `--b\nContent-Type: text/html\nContent-Location: https://www.example.com/news/\n\n<html><head><meta charset=utf-8></head><body><h1>First metal poured</h1><p>${words} “Good”.</p><img src="/a.png" alt="Plant"></body></html>\n` +
    `--b\nContent-Type: image/png\n${BASE64}Content-Location: https://www.example.com/a.png\n\n${PNG}\n--b\nContent-Type: text/html\nContent-Location: https://ads.example/\n\n<p>Buy!</p>\n--b--\n`;
  const { draft, files, notes } = await importOf('page.mhtml', page);
  expect(draft).toMatchObject({ title: 'First metal poured', source: { url: 'https://www.example.com/news/' } });
  expect(draft.body).toBe(`${words} “Good”.\n\n![Plant](picture-1.png)`);
  expect(files).toHaveLength(1);
  expect(notes).toEqual(['Left out a page in a frame of the page.']);
});

test.each([
  [
    'a.rtf',
    '{\\rtf1 x}',
    'The text of rich text files (.rtf) is not read. Open it in Word or LibreOffice, save it as .docx or as PDF, and import that.',
  ],
  ['a.doc', '\u00d0\u00cf\u0011\u00e0', 'The text of Word files of the old kind (.doc) is not read.'],
  ['a.docx', '\u00d0\u00cf\u0011\u00e0', 'The Word file is locked with a password.'],
  [
    'a.msg',
    '\u00d0\u00cf\u0011\u00e0'.padEnd(600, '\0'),
    'It is not a message that can be read. Open it in Outlook, save it as .eml, or print it to PDF, and import that.',
  ],
  ['a.png', 'x', 'It is a picture. Put it beside a release'],
  ['a.zip', 'PK', 'It is a folder packed as one file. Unpack it and import the folder.'],
])('importDocument() says of %s what to do instead', async (name, content, message) => {
  await expect(importOf(name, Buffer.from(content, 'latin1'))).rejects.toThrow(message);
});
