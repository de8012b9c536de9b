import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';

const importOf = (content: string) =>
  importDocument('a.eml', Buffer.from(content), { code: ['XMX'] }, { today: '2026-11-23' });
const mail = (subject: string, text: string, type = 'text/plain') =>
  `From: Jo Bloggs <jo@example.com>\nTo: web@example.com\nSubject: ${subject}\nDate: Mon, 14 Oct 2024 09:00:58 +1100\nContent-Type: ${type}\n\n${text}\n`;
const RELEASE = 'Example Minerals Limited (ASX: XMX) poured first metal.';
const outlook = (subject: string, day: number) =>
  `From: Sam Sample <sam@example.com>\nSent: ${day} October 2024 8:31 AM\nTo: Jo Bloggs;\nKim Marsh\nSubject: ${subject}\n`;

test('importDocument() takes the innermost message of one that was forwarded twice, and names all else', async () => {
  const { draft, notes } = await importOf(
    mail(
      'FW: Metal',
      `Second.\n\n${outlook('FW: Metal', 12)}\nKeep the $3.20 bid quiet.\n\n${outlook('Metal', 11)}\n${RELEASE}`,
    ),
  );
  expect(draft).toMatchObject({ body: RELEASE, date: { day: '2024-10-11' } });
  expect(notes.slice(0, 3)).toEqual([
    'Left out the covering note above the forwarded message: “Second.”',
    'Left out the head of the forwarded message: “From: Sam Sample <sam@example.com> Sent: 12 October 2024 8:31 AM To: Jo Bloggs; Kim Marsh Subject: FW: Metal”',
    'Left out the covering note above the forwarded message: “Keep the $3.20 bid quiet.”',
  ]);
});

test.each([
  ['plain text', mail('Please publish', `Keep the $3.20 bid quiet.\n${outlook('Metal', 11)}\n${RELEASE}`)],
  [
    'HTML',
    mail(
      'Please publish',
      `<p>Keep the <b>$3.20 bid</b> quiet.</p><table><tr><td>Bid</td><td>$3.20</td></tr></table><div><p><b>From:</b> Sam<br><b>Sent:</b> Friday, 11 October 2024 8:31 AM<br><b>To:</b> Jo<br><b>Subject:</b> Metal</p></div><p>${RELEASE}</p>`,
      'text/html',
    ),
  ],
])('importDocument() knows a forwarded message of Outlook in %s whatever the subject says', async (_, content) => {
  const { draft, notes } = await importOf(content);
  expect(draft).toMatchObject({ body: RELEASE, date: { day: '2024-10-11' } });
  expect(notes[0]).toMatch(/^Left out the covering note above the forwarded message: “Keep the \$3.20 bid quiet/);
});

test('importDocument() takes a message that Apple Mail quotes as it was sent', async () => {
  const head = '> From: Sam <sam@example.com>\n> Subject: Metal\n> Date: 11 October 2024 at 8:31 am\n> To: Jo\n>';
  const { draft } = await importOf(
    mail('Fwd: Metal', `Begin forwarded message:\n\n${head}\n> ${RELEASE}\n>\n> It was pure.`),
  );
  expect(draft.body).toBe(`${RELEASE}\n\nIt was pure.`);
});

test.each([
  [
    'plain text',
    mail(
      'Re: Draft',
      `${RELEASE}\n\n-- \nJo Bloggs\n\nOn Fri, 11 Oct 2024 at 08:31, Sam <sam@example.com>\nwrote:\n\n> Keep the bid quiet.\n>> 1. $3.20\n`,
    ),
  ],
  [
    'HTML',
    mail(
      'Re: Draft',
      `<p>${RELEASE}</p>-- <br><div class="gmail_signature">Jo Bloggs</div><br><div class="gmail_quote"><div class="gmail_attr">On Fri, 11 Oct 2024 at 08:31, Sam &lt;sam@example.com&gt; wrote:<br></div><blockquote><p>Keep the bid quiet.</p><table><tr><td>1.</td><td>$3.20</td></tr></table></blockquote></div>`,
      'text/html',
    ),
  ],
])('importDocument() leaves out the message that a reply in %s quotes, and the signature', async (_, content) => {
  const { draft, notes } = await importOf(content);
  expect(draft.body).toBe(RELEASE);
  expect(notes.slice(0, 2)).toEqual([
    'Left out the signature: “Jo Bloggs”',
    expect.stringMatching(/^Left out the quoted message: “On Fri, 11 Oct .* wrote: Keep the bid quiet. 1. \$3.20”$/),
  ]);
});

test.each([
  [
    'a reply that may hold the release in its quotation',
    mail('Re: Draft', `Approved.\n\nOn 11 Oct 2024 at 08:31, Sam wrote:\n\n> ${RELEASE}`),
  ],
  [
    'a release that has the lines of a head',
    mail(
      'Address',
      `${RELEASE}\n\nFrom: 1 Example Street\nTo: 2 Example Street\nSubject: Address\n\nAuthorised by the Board.`,
    ),
  ],
])('importDocument() keeps all of %s, and has a person confirm it', async (_, content) => {
  const { draft, notes } = await importOf(content);
  for (const words of [/poured first metal/, /Approved|Authorised/, /wrote|From:/])
    expect(draft.body.replaceAll('\\', '')).toMatch(words);
  expect(draft.review?.at(-1)).toMatchObject({
    field: 'body',
    value: 'the text without covering notes and quoted messages',
  });
  expect(notes[0]).toMatch(
    /another message begins\. It is not clear which part of the e-mail is the release, so all of it was kept/,
  );
});

test('importDocument() keeps what stands below two hyphens where it is long for a signature', async () => {
  const appendix = Array.from({ length: 30 }, (_, at) => `Hole ${at} grades ${at}.5 % copper.`).join('\n\n');
  const { draft, notes } = await importOf(mail('Metal', `${RELEASE}\n\n-- \n${appendix}`));
  expect(draft.body).toContain('Hole 29 grades 29.5 % copper.');
  expect(notes[0]).toMatch(
    /^What stands below a line of two hyphens was kept, since it is long for a signature: “Hole 0/,
  );
});
