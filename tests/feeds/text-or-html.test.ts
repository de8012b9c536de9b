import { expect, test } from 'vitest';
import { textOrHtml } from '../../src/feeds/text-or-html.ts';
import { writeAtom } from '../../src/feeds/atom.ts';
import { writeJsonFeed } from '../../src/feeds/json-feed.ts';
import { writeRss } from '../../src/feeds/rss.ts';
import { mainFeed, release, sourceOf } from './sample.ts';

test.each([
  'R&D and M&A',
  'S&P/ASX 200',
  'a < b && c > d',
  '<5 g/t to < 10 g/t',
  'Oil & gas',
  '5 > 4',
  'A &',
  'B <',
  '"x" \'y\'',
])('textOrHtml() leaves %s as it is, since it is no markup', (text) => {
  expect(textOrHtml(text)).toBe(text);
});

test.each([
  ['<b>x</b>', '<\u2060b>x<\u2060/b>'],
  ['a<b && c>d', 'a<\u2060b && c>d'],
  ['<!-- <?x', '<\u2060!-- <\u2060?x'],
  ['R&amp;D', 'R&\u2060amp;D'],
  ['black&notes and &copy 2020', 'black&\u2060notes and &\u2060copy 2020'],
  ['&#60;b&#x3e; &LT &unknown;', '&\u2060#60;b&\u2060#x3e; &\u2060LT &\u2060unknown;'],
])('textOrHtml() parts the signs of %s, so that it reads the same as HTML', (text, parted) => {
  expect(textOrHtml(text)).toBe(parted);
});

test('an RSS description is HTML; what Atom and JSON Feed say is text is the text itself', async () => {
  const summary = 'Margins <b>5% & costs <i>7%, a < b && c > d';
  const feed = mainFeed(sourceOf([release({ id: '2020/a', title: 'Up <b>5%</b> & R&D', summary })]));
  const rss = await writeRss(feed);
  expect(rss).toContain(
    '<description>Margins &amp;lt;b&amp;gt;5% &amp;amp; costs &amp;lt;i&amp;gt;7%, a &amp;lt; b &amp;amp;&amp;amp; c &amp;gt; d</description>',
  );
  expect(rss).toContain('<title>Up &lt;\u2060b&gt;5%&lt;\u2060/b&gt; &amp; R&amp;D</title>');
  const atom = writeAtom(feed).toString();
  expect(atom).toContain('<title>Up &lt;b&gt;5%&lt;/b&gt; &amp; R&amp;D</title>');
  expect(atom).toContain(
    '<summary>Margins &lt;b&gt;5% &amp; costs &lt;i&gt;7%, a &lt; b &amp;&amp; c &gt; d</summary>',
  );
  const { items } = JSON.parse(writeJsonFeed(feed).toString()) as { items: unknown[] };
  expect(items).toMatchObject([{ title: 'Up <b>5%</b> & R&D', summary }]);
});
