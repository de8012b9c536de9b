import { expect, test } from 'vitest';
import { showDocument } from '../../src/importers/show-document.ts';
import { makeDocx, p, t } from './word/make-docx.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('showDocument() shows a Word file with its tables, and no link that leads out of it', async () => {
  const cell = (text: string) => `<w:tc>${p(t(text))}</w:tc>`;
  const link = `<w:hyperlink r:id="link">${t('our site')}</w:hyperlink>`;
  const body = p(t('First metal & more at ') + link) + `<w:tbl><w:tr>${cell('Copper')}${cell('5 t')}</w:tr></w:tbl>`;
  expect(await showDocument('a.docx', makeDocx(body))).toBe(
    '<p>First metal &amp; more at our site</p><table><tr><td><p>Copper</p></td><td><p>5 t</p></td></tr></table>',
  );
});

test('showDocument() shows a coded mail as its readers see it', async () => {
  const mail = [
    'From: =?utf-8?B?S2ltIE3DvGxsZXI=?= <kim@example.com>',
    'To: ASX <lodgements@example.com>, lee@example.com',
    'Subject: =?utf-8?Q?First_silver_=E2=80=93_Sample_Creek?=',
    'Date: Fri, 31 Jul 2020 09:15:00 +1000',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('Silver – 5 tonnes <pure>.').toString('base64'),
    '--b',
    'Content-Type: application/pdf; name="silver.pdf"',
    'Content-Disposition: attachment; filename="silver.pdf"',
    '',
    '%PDF-',
    '--b--',
    '',
  ].join('\r\n');
  const shown = await showDocument('mail.eml', bytesOf(mail));
  expect(shown.replaceAll('</tr>', '\n').replace(/<\/?(?:table|tr|th|td)[^>]*>/g, ' ')).toBe(
    [
      '   From  Kim Müller &lt;kim@example.com&gt; ',
      '  To  ASX &lt;lodgements@example.com&gt;, lee@example.com ',
      '  Sent  31 July 2020, 9:15 am (Sydney) ',
      '  Subject  First silver – Sample Creek ',
      '  Attached  silver.pdf ',
      ' <pre>Silver – 5 tonnes &lt;pure&gt;.</pre>',
    ].join('\n'),
  );
});

test('showDocument() shows the pictures that a mail brings along, and asks nobody for others', async () => {
  const mail = [
    'From: kim@example.com',
    'Subject: Silver',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    '',
    '<p>Silver <img src="cid:logo@x" alt="Logo"><img src="https://example.com/seen.png" alt="Map"></p>',
    '--b',
    'Content-Type: image/png',
    'Content-ID: <logo@x>',
    '',
    'PNG',
    '--b--',
    '',
  ].join('\r\n');
  expect(await showDocument('mail.eml', bytesOf(mail))).toMatch(
    /<p>Silver <img alt="Logo" src="data:image\/png;base64,\w+=*">Map<\/p>/,
  );
});

test('showDocument() reads a text in the encoding of old Windows programs', async () => {
  expect(await showDocument('a.txt', Uint8Array.from([0x93, 0x35, 0x94, 0x20, 0x3c]))).toBe('<pre>“5” &lt;</pre>');
});

test.each([
  ['<script>alert(1)</script><p>Text</p>', '<p>Text</p>'],
  ['<p onclick="alert(1)" style="position:fixed" class=x id=y>Text</p>', '<p>Text</p>'],
  ['<a href="javascript:alert(1)">Text</a>', 'Text'],
  ['<img src="x" onerror="alert(1)" alt="A &quot;b&quot;">', 'A &quot;b&quot;'],
  ['<img src="data:image/svg+xml,<svg onload=alert(1)>" alt="">', ''],
  ['<svg><script>alert(1)</script><text>Text</text></svg>', ''],
  ['<form action="https://evil.example"><input value=x><b>Text</b></form>', '<b>Text</b>'],
  ['<iframe src="https://evil.example"></iframe><noscript><p>Text</p></noscript>', '<p>Text</p>'],
  ['<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example">Text', 'Text'],
  ['<td colspan="2" rowspan="x">Text</td>', '<td colspan="2">Text</td>'],
  ['<!--<script>-->&lt;script&gt;<!---->', '&lt;script&gt;'],
  ['<custom-tag><script-x>Text</script-x></custom-tag>', 'Text'],
])('showDocument() makes of %s what does nothing', async (page, shown) => {
  expect(await showDocument('a.html', bytesOf(`<html><body>${page}</body></html>`))).toBe(shown);
});
