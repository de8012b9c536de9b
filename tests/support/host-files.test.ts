import { expect, test } from 'vitest';
import { headersFor, HOSTS, parseHeaders, parseRedirects, redirectFor } from './host-files.ts';

test.each(HOSTS)('headersFor() joins the values of all rules that match on %s', (host) => {
  const rules = parseHeaders('/*\n  Link: </a.css>\n/x/*\n  Link: </b.css>\n', host);
  expect(headersFor(rules, '/x/y')).toEqual({ link: '</a.css>, </b.css>' });
  expect(headersFor(rules, '/z')).toEqual({ link: '</a.css>' });
});

// What the two hosts make of a rule; the same paths for each, so that the differences can be seen.
test.each([
  ['/rss.xml', ['/rss.xml'], ['/rss.xml', '/RSS.XML', '/rss.xml/']],
  ['/*rss.xml', ['/rss.xml', '/a/rss.xml'], ['/rss.xml', '/RSS.XML', '/rss.xml/', '/a/rss.xml', '/a/x-rss-xml/']],
  ['/a/*', ['/a/', '/a/rss.xml', '/a/x-rss-xml/'], ['/a', '/a/', '/a/rss.xml', '/a/x-rss-xml/', '/ab.opml']],
  ['/:list/rss.xml', ['/a/rss.xml'], ['/a/rss.xml']],
  ['/', ['/'], ['/']],
])('the rule %s holds for %j on Cloudflare Pages, and for %j on Netlify', (rule, cloudflare, netlify) => {
  const paths = ['/', '/a', '/a/', '/rss.xml', '/RSS.XML', '/rss.xml/', '/a/rss.xml', '/a/x-rss-xml/', '/ab.opml'];
  const matching = HOSTS.map((host) => {
    const rules = parseHeaders(`${rule}\n  X-A: 1\n`, host);
    return paths.filter((path) => headersFor(rules, path)['x-a'] !== undefined);
  });
  expect(matching).toEqual([cloudflare, netlify]);
});

test('redirectFor() takes the first rule that matches, and 302 where no status is written', () => {
  const rules = parseRedirects('/a /b\n/* /c 301 # all else\n');
  expect(redirectFor(rules, '/a')).toEqual({ to: '/b', status: 302 });
  expect(redirectFor(rules, '/x')).toEqual({ to: '/c', status: 301 });
});

test.each(['/a', 'a /b 301', '/a /b 399', '/a /b 301 extra'])('parseRedirects() refuses the line "%s"', (line) => {
  expect(() => parseRedirects(line)).toThrow(`_redirects holds a line that hosts skip: ${line}`);
});

test.each(['  X-A: 1', '/*\n  nothing', '/*\n  ! X-A'])('parseHeaders() refuses %j, which Netlify skips', (text) => {
  expect(() => parseHeaders(text, 'Netlify')).toThrow('_headers holds a line that hosts skip:');
});
