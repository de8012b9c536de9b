import { expect, test } from 'vitest';
import { planList } from '../../../src/importers/lists/plan-list.ts';

const plan = (name: string, content: string) => planList(name, Buffer.from(content), undefined, '2026-11-29');
const text = (bytes: Uint8Array | undefined) => /<main>(.*)<\/main>/s.exec(new TextDecoder().decode(bytes))?.[1];
const wxr = (item: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:wp="w"><channel><title>x</title><item>${item}</item></channel></rss>`;
const post = (title: string, more: string) =>
  `<title>${title}</title><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${more}`;

test('planList() parts the paragraphs of a WordPress post at its empty lines also beside headings, lists and tables', async () => {
  const content =
    'First line\nsecond <b>line</b>.\n\nSecond part.\n<h3>Terms</h3>\nThird part.\n\n<ul>\n <li>One</li>\n\n <li>Two</li>\n</ul>\n<pre>a\n\nb</pre>\n<a\nhref="https://example.com/x">x</a>';
  const { releases } = await plan(
    'export.xml',
    wxr(
      post(
        'One',
        `<wp:post_date_gmt>2026-11-19 22:15:00</wp:post_date_gmt><content:encoded><![CDATA[${content}]]></content:encoded>`,
      ),
    ),
  );
  expect(text(releases[0]?.document?.bytes)).toBe(
    'First line<br>second <b>line</b>.<br><br>Second part.<h3>Terms</h3>Third part.<ul> <li>One</li> <li>Two</li></ul><pre>a\n\nb</pre><a\nhref="https://example.com/x">x</a>',
  );
});

test('planList() takes the texts of feeds that are no HTML as they are written, and says where one has none', async () => {
  const entry = (content: string) =>
    `<entry><title>A</title><published>2026-11-20T09:15:00+11:00</published>${content}</entry>`;
  const { releases } = await plan(
    'feed.atom',
    `<feed>${entry('<content type="text">More than &lt;b&gt; 5 &amp; less.\n\nNext.</content>')}${entry('<content src="https://example.com/x"/>')}</feed>`,
  );
  expect(text(releases[0]?.document?.bytes)).toBe('<p>More than &lt;b&gt; 5 &amp; less.</p><p>Next.</p>');
  expect(releases[1]?.notes).toEqual([
    'The feed has no full text of it, perhaps only a summary; compare with the page.',
  ]);
  const json = await plan(
    'feed.json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ title: 'A', date_published: '2026-11-20T09:15:00+11:00', content_text: 'One <b>\nTwo' }],
    }),
  );
  expect(text(json.releases[0]?.document?.bytes)).toBe('<p>One &lt;b&gt;<br>Two</p>');
});
