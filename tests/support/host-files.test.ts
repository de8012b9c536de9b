import { expect, test } from 'vitest';
import { headersFor, parseHeaders, parseRedirects, redirectFor } from './host-files.ts';

test('headersFor() joins the values of all rules that match', () => {
  const rules = parseHeaders('/*\n  Link: </a.css>\n/x/*\n  Link: </b.css>\n');
  expect(headersFor(rules, '/x/y')).toEqual({ link: '</a.css>, </b.css>' });
  expect(headersFor(rules, '/z')).toEqual({ link: '</a.css>' });
});

test('headersFor() reads a dot in a path as a dot', () => {
  const rules = parseHeaders('/rss.xml\n  X-A: 1\n');
  expect(headersFor(rules, '/rss.xml')).toEqual({ 'x-a': '1' });
  expect(headersFor(rules, '/rssxxml')).toEqual({});
});

test('redirectFor() takes the first rule that matches, and 302 where no status is written', () => {
  const rules = parseRedirects('/a /b\n/* /c 301 # all else\n');
  expect(redirectFor(rules, '/a')).toEqual({ to: '/b', status: 302 });
  expect(redirectFor(rules, '/x')).toEqual({ to: '/c', status: 301 });
});

test.each(['/a', 'a /b 301', '/a /b 399', '/a /b 301 extra'])('parseRedirects() refuses the line "%s"', (line) => {
  expect(() => parseRedirects(line)).toThrow(`_redirects holds a line that hosts skip: ${line}`);
});

test.each(['  X-A: 1', '/*\n  nothing'])('parseHeaders() refuses %j', (text) => {
  expect(() => parseHeaders(text)).toThrow('_headers holds a line that hosts skip:');
});
