import { expect, test } from 'vitest';
import { renderBody, type Resolve } from '../../src/release/render.ts';
import { unescapeMarkup } from '../../src/text/markup.ts';

const nowhere: Resolve = { link: () => undefined, picture: () => undefined };
const everywhere: Resolve = { link: (target) => target, picture: (target) => `/${target}` };
const html = (body: string, resolve = nowhere) => renderBody(body, resolve).html.trim();

test.each([
  ['it\'s "so" -- and ... then', '<p>it\'s "so" -- and ... then</p>'],
  ['about ~5% to ~6%~ of it', '<p>about ~5% to <span>~6%~</span> of it</p>'],
  ['~~old~~ new', '<p><del>old</del> new</p>'],
  ['H<sub>2</sub>O, m<sup>3</sup>', '<p>H<sub>2</sub>O, m<sup>3</sup></p>'],
  ['a <sup>left open', '<p>a &lt;sup&gt;left open</p>'],
  ['<b>bold</b>', '<p>&lt;b&gt;bold&lt;/b&gt;</p>'],
  ['costs $5 and $6', '<p>costs $5 and $6</p>'],
])('renderBody(%j) keeps the text to the letter', (body, expected) => {
  expect(html(body)).toBe(expected);
});

test('renderBody() makes no link where resolve() names no address, and keeps its words', () => {
  expect(html('[words](javascript:x)')).toBe('<p><a>words</a></p>');
});

test('renderBody() leads to a web address without telling where the reader came from', () => {
  expect(html('[words](https://a.example/)', everywhere)).toBe(
    '<p><a href="https://a.example/" rel="noopener">words</a></p>',
  );
});

test('renderBody() shows a picture beside the release, leads to one elsewhere, and makes no link in a link of it', () => {
  const local: Resolve = { ...everywhere, picture: (target) => (target === "m'1.png" ? `/r/${target}` : undefined) };
  expect(html(`![A "map" & <more>](<m'1.png> "it's")`, local)).toBe(
    '<p><img src="/r/m&#39;1.png" alt="A &quot;map&quot; &amp; &lt;more&gt;" title="it&#x27;s" loading="lazy"></p>',
  );
  expect(html('![A map](https://a.example/x%20y.png?a&b)', local)).toBe(
    '<p><a href="https://a.example/x%20y.png?a&amp;b" rel="noopener">A map</a></p>',
  );
  expect(html('[**![A map](https://a.example/x.png)** and more](https://b.example/) ![](maps/x.png)')).toBe(
    '<p><a><strong>A map</strong> and more</a> x.png</p>',
  );
  expect(html('[**![A map](https://a.example/x.png)**](https://b.example/)', local)).toBe(
    '<p><a href="https://b.example/" rel="noopener"><strong>A map</strong></a></p>',
  );
  expect(html('[a](https://b.example/) ![A map](https://a.example/x.png)', local)).toMatch(
    /<a href="https:\/\/a\.example\/x\.png" rel="noopener">A map<\/a><\/p>$/,
  );
  const noted = html('gold[^1]\n\n[^1]: fine');
  expect(noted).toContain('<a href="#user-content-fn-1"');
  expect(noted).toContain('<a href="#user-content-fnref-1"');
  expect(html('[^1] [x](javascript:x "data-footnote-ref")\n\n[^1]: note')).not.toContain('javascript');
});

test('renderBody() keeps signs of markup in attributes as the words that they are', () => {
  expect(html('![<h2>x</h2>](a.png "<th>")', everywhere)).toBe(
    '<p><img src="/a.png" alt="&lt;h2&gt;x&lt;/h2&gt;" title="&lt;th&gt;" loading="lazy"></p>',
  );
  expect(html('[a](b "&lt;a&gt;")', everywhere)).toBe('<p><a href="b" title="&lt;a&gt;">a</a></p>');
  expect(html('```<a>\nx\n```')).toBe('<pre><code class="language-&lt;a&gt;">x\n</code></pre>');
});

test('renderBody() begins headings at level 2, without a gap, with ids of their own', () => {
  expect(html('### Three\n\n##### Five\n\n### Three\n')).toBe(
    '<h2 id="three">Three</h2>\n<h3 id="five">Five</h3>\n<h2 id="three-2">Three</h2>',
  );
});

test('renderBody() lets no heading be more than one level below the one before it', () => {
  const levels = (body: string): string[] => html(body).match(/<h\d/g) ?? [];
  expect(levels('# A\n\n### C\n\n## B\n\n### D')).toEqual(['<h2', '<h3', '<h3', '<h4']);
});

test('renderBody() takes for a heading whatever Markdown does', () => {
  for (const heading of [
    '# Gold',
    'Gold\n====',
    'Gold\n-',
    'Gold\n== \t',
    '> Gold\n> ---',
    '- Gold\n  ---',
    '1. # Gold',
  ])
    expect(html(`${heading}\n\nIt was poured.`), heading).toContain('<h2 id="gold">Gold</h2>');
});

test('renderBody() tells several tables apart by their names', () => {
  const table = '| a |\n| - |\n| 1 |\n';
  const names = [...html(`${table}\n${table}\n<table><tr><td>x</td></tr></table>`).matchAll(/aria-label="([^"]*)"/g)];
  expect(names.map(([, name]) => name)).toEqual(['Table', 'Table 2', 'Table 3']);
});

test('renderBody() leaves out a head without a word, and makes no heading of a cell without one', () => {
  const heads = (body: string): string[] => html(body).match(/<\/?t(?:head|h|d)\b[^>]*>(?:[^<\n]+)?/g) ?? [];
  expect(heads('| | |\n|---|:-:|\n| Name | Jo |')).toEqual(['<td>Name', '</td>', '<td class="center">Jo', '</td>']);
  expect(heads('| | 2020 |\n|--:|---|').join('')).toBe(
    '<thead><td class="right"></td><th scope="col">2020</th></thead>',
  );
  expect(heads('<table><tr><th colspan="2"></th><th>a</th></tr></table>').join('')).toBe(
    '<td colspan="2"></td><th>a</th>',
  );
});

test('renderBody() turns the alignment of a table into a class', () => {
  expect(html('| a |\n| -: |\n| 1 |')).toContain('<td class="right">1</td>');
});

test('renderBody() writes the characters for references by name in a table of HTML, and shows those that name none', () => {
  const table = '<table><tr><td>Nestl&eacute; &euro;5m &lt;b&gt; &constructor;</td></tr></table>';
  expect(html(table)).toContain('<td>Nestlé €5m &lt;b&gt; &amp;constructor;</td>');
  expect(unescapeMarkup('&constructor;&amp;')).toBe('&constructor;&');
});
