import { expect, test } from 'vitest';
import { addressesInCode, namedAddresses } from '../../src/build/named-addresses.ts';

test('namedAddresses() finds links, styles, scripts, pictures and forms, without fragments and queries', () => {
  const html = `<link rel="stylesheet" href="/_astro/a.css"><script src="/b.js"></script><form action="/search/">
<a class="x" href="/releases/2020/#top">2020</a><img alt="a > b" src="/c.png"><a href="/search/?q=x">x</a>`;
  expect([...namedAddresses(html, '/')]).toEqual(['/_astro/a.css', '/b.js', '/search/', '/releases/2020/', '/c.png']);
});

test('namedAddresses() leaves other sites alone, other attributes, and what lies outside of the base path', () => {
  const html =
    '<a href="https://example.com/x">x</a><a href="/other/">x</a><p data-base="/a/b/" title="/a/c/">x</p><a href="/a/d/">x</a>';
  expect([...namedAddresses(html, '/a/')]).toEqual(['/a/d/']);
});

test('namedAddresses() takes of a release’s text its pictures alone, whatever stands there as words', () => {
  const html = `<article><div class="body" lang="en-AU"><p>Write src="/w.png" or href="/x/".</p><a href="/dead/">x</a>
<img alt="b" src="/releases/a/map.png"></div></article><a href="/after/">x</a>`;
  expect([...namedAddresses(html, '/')]).toEqual(['/releases/a/map.png', '/after/']);
});

test('addressesInCode() finds files of the site in style sheets and scripts', () => {
  const code = `a{background:url(/_astro/x.woff2)}import"/_astro/y.js";const a="/releases/",b='/_astro/z.css';url(data:x)`;
  expect(addressesInCode(code, '/')).toEqual(['/_astro/x.woff2', '/_astro/y.js', '/_astro/z.css']);
});
