import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { unpackRtf } from '../../../src/importers/email/rtf-compressed.ts';
import { htmlInRtf } from '../../../src/importers/email/rtf-html.ts';
import { makePdf } from '../make-pdf.ts';
import { makeMsg, type Message } from './make-msg.ts';

const words = 'Example Minerals Limited (ASX: XMX) poured first metal.';
const sent = Date.UTC(2024, 9, 13, 22, 0);
const pdf = makePdf({ pages: [[{ text: 'The plant poured metal in July.', x: 60, y: 60 }]] });
const importOf = (message: Omit<Message, 'subject'>) =>
  importDocument(
    'a.msg',
    makeMsg({ subject: 'First metal poured', sent, ...message }),
    { code: ['XMX'] },
    { today: '2026-11-23' },
  );
const wrapped =
  "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 The company\\'92s \\u8220?first\\u8221? metal at 5 < 6.\\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </p>}{\\*\\htmltag64 <table><tr><th>}Hole{\\*\\htmltag72 </th><th>}Cu{\\*\\htmltag72 </th></tr><tr><td>}1{\\*\\htmltag72 </td><td>}2{\\*\\htmltag72 </td></tr></table>}}";

test.each<[string, Omit<Message, 'subject'>, string]>([
  ['plain text', { text: `${words}\r\n\r\nIt was pure.` }, `${words}\n\nIt was pure.`],
  ['HTML', { text: words, html: `<p>${words}</p><ul><li>“Pure”</li></ul>` }, `${words}\n\n- “Pure”`],
  [
    'HTML wrapped in rich text',
    { text: 'The company’s “first” metal at 5 < 6. Hole Cu 1 2', rtf: wrapped },
    'The company’s “first” metal at 5 \\< 6.\n\n| Hole | Cu |\n| --- | --- |\n| 1 | 2 |',
  ],
  ['rich text and plain text', { text: words, rtf: '{\\rtf1\\ansi {\\b Example} Minerals}' }, words],
  [
    'a PDF',
    { text: 'Please find attached.', files: [{ name: 'metal.pdf', content: pdf }] },
    'The plant poured metal in July.',
  ],
  [
    'a message in it',
    {
      text: 'Please put this up.',
      files: [{ name: 'First metal', message: { subject: 'First metal', text: words, sent } }],
    },
    words,
  ],
  [
    'a message in it that has a PDF',
    {
      text: 'FYI',
      files: [{ name: 'FW', message: { subject: 'FW', text: 'Here.', files: [{ name: 'metal.pdf', content: pdf }] } }],
    },
    'The plant poured metal in July.',
  ],
])('a message of Outlook with %s becomes its text', async (_, message, body) => {
  expect((await importOf(message)).draft.body).toBe(body);
});

test('importDocument() takes the day, the subject and the pictures of a message of Outlook, and names the rest', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  const { draft, files, notes } = await importOf({
    html: `<p>${words}</p><img src="cid:p1" alt="Plant">`,
    files: [
      { name: 'plant.png', content: png, contentId: 'p1' },
      { name: 'assays.csv', content: Buffer.from('a,b') },
      { name: 'model.exe', content: Buffer.from('x') },
      { name: 'far.pdf' },
    ],
  });
  expect(draft).toMatchObject({ title: 'First metal poured', date: { day: '2024-10-14' } });
  expect(files?.map(({ name }) => name)).toEqual(['picture-1.png', 'attached-2.csv']);
  expect(notes).toEqual([
    'Left out the attached "far.pdf", which the message only leads to.',
    'The attached "assays.csv" goes beside the release.',
    'Left out the attached "model.exe", which is of a kind that is not published.',
  ]);
});

test('importDocument() names the e-mail to which the message that became the release was attached', async () => {
  const { notes } = await importOf({
    text: 'Please put this up.',
    files: [{ name: 'Metal', message: { subject: 'Metal poured', text: words, sent } }],
  });
  expect(notes).toEqual([
    'The release is the message "Metal.msg", which was attached to the e-mail "First metal poured".',
    'Left out the covering note of the e-mail: “Please put this up.”',
  ]);
});

test('importDocument() refuses a message of Outlook whose text is rich text alone', async () => {
  await expect(importOf({ rtf: '{\\rtf1\\ansi Metal}' })).rejects.toThrow(
    'The message has its text as rich text alone, which is not read.',
  );
});

test('unpackRtf() unpacks the example of its standard, and nothing that is cut off', () => {
  const packed = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
    'hex',
  );
  expect(unpackRtf(packed)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  expect(unpackRtf(packed.subarray(0, 30))).toBeUndefined();
});

test('htmlInRtf() gives nothing for rich text of its own', () => {
  expect(htmlInRtf('{\\rtf1\\ansi\\fromtext \\pard Metal}')).toBeUndefined();
});
