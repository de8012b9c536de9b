import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeAtom } from '../../src/feeds/atom.ts';
import { inspectBody } from '../../src/release/inspect-body.ts';
import { renderBody, type Resolve } from '../../src/release/render.ts';
import { parseHtml, readableText } from '../support/html.ts';
import { hostileBodies } from './bodies.ts';
import { payloads } from './payloads.ts';
import { pathologies } from './pathologies.ts';

const nowhere: Resolve = { link: () => undefined, picture: () => undefined };
const allowed =
  /^(p|a|span|em|strong|del|code|pre|br|hr|ul|ol|li|blockquote|h[2-6]|su[bp]|table|caption|thead|tbody|tfoot|tr|t[hd]|div|section|input)$/i;

/** Tags of the HTML that are not on the list, and attributes that could run, load or restyle. */
function forbidden(html: string): string[] {
  const document = parseHtml(`<!doctype html><html><body>${html}</body></html>`);
  return [...document.querySelectorAll('body *')].flatMap((element) => [
    ...(allowed.test(element.localName) ? [] : [element.localName]),
    ...element.getAttributeNames().filter((name) => /^on|^style$|^src|^action|^form|^name$/i.test(name)),
  ]);
}

test('renderBody() lets no element and no attribute of a hostile text through that is not on the list', () => {
  const alone = Object.entries(payloads).map(([name, body]) => ({ name, body }));
  const faults = [...hostileBodies(), ...alone].flatMap(({ name, body }) =>
    forbidden(renderBody(body, nowhere).html).map((fault) => `${name}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

test('what stands in an attribute stays in it, whatever tags the program looks for', () => {
  const everywhere: Resolve = { link: (target) => target, picture: (target) => target };
  const attributes: readonly ((text: string) => string)[] = [
    (text) => `![${text.replace(/[[\]]/g, '')}](a.png)`,
    (text) => `![a](a.png "${text.replaceAll('"', '\\"')}")`,
    (text) => `[a](b "${text.replaceAll('"', '\\"')}")`,
    (text) => `[a]\n\n[a]: b "${text.replaceAll('"', '\\"')}"`,
    (text) => `~~~${text}\nx\n~~~`,
    (text) => `~~~${text.replaceAll(' ', '')}\nx\n~~~`,
    (text) => `a[^${text.replace(/[[\]\s]/g, '')}]\n\n[^${text.replace(/[[\]\s]/g, '')}]: note`,
  ];
  const around: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => `<h2>${text}</h2>`,
    (text) => `<thead><td><th>${text}</th></thead><table>`,
    (text) => `<table>${text}</table>`,
    (text) => `<th style="text-align: left">${text}`,
    (text) => `<a href="b">${text}</a><img src="c">`,
    (text) => `<section data-footnotes>${text}`,
  ];
  const names = /^(?:p|a|img|pre|code|sup|section|ol|li|h2)$/;
  const known =
    /^(?:href|rel|src|alt|title|loading|class|id|data-footnote(?:s|-ref|-backref)|aria-(?:describedby|label))$/;
  for (const [name, payload] of Object.entries(payloads))
    for (const write of attributes)
      for (const wrap of around)
        for (const escape of [
          (text: string) => text,
          (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&#62;'),
        ]) {
          const body = write(escape(wrap(payload.replace(/\s+/g, ' '))));
          // Where Markdown does not take it for an attribute, it is text, which other tests look into.
          const elements = [
            ...parseHtml(`<!doctype html><body>${renderBody(body, everywhere).html}`).querySelectorAll('body *'),
          ];
          const faults = elements.flatMap((element) => [
            ...(names.test(element.localName) ? [] : [element.localName]),
            ...element.getAttributeNames().filter((attribute) => !known.test(attribute)),
          ]);
          expect(faults, `${name}: ${body}`).toEqual([]);
        }
});

test('renderBody() keeps the names of all elements whatever is glued together', () => {
  const piece = fc.oneof(
    fc.constantFrom(...Object.values(payloads)),
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '*',
      '_',
      '~',
      '|',
      '\n',
      '\n\n',
      '\\',
      '- ',
      '> ',
      '# ',
      '    ',
    ),
    fc.constantFrom(
      '<sub>',
      '</sub>',
      '<sup>',
      '</sup>',
      '<br>',
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</tr>',
      '</table>',
      '<td colspan=2>',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }).filter((text) => !text.includes('\0') && text.isWellFormed()),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const body = pieces.join('');
      const { html, beginning } = renderBody(body, nowhere);
      expect(forbidden(html)).toEqual([]);
      expect(() => inspectBody(body)).not.toThrow();
      expect(beginning.isWellFormed()).toBe(true);
    }),
    { seed: 8, numRuns: 500 },
  );
});

test('renderBody() shows the last word of a text whatever stands before it', () => {
  const piece = fc.oneof(
    fc.constantFrom(...Object.values(payloads)),
    fc.constantFrom('\n', '\n\n', '`', '[', '<', '<!--', '<table>', '~~~\n'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { html } = renderBody(`${pieces.join('')}\n\nlastword`, nowhere);
      const page = parseHtml(`<!doctype html><html><body><main>${html}</main><footer>end</footer></body></html>`);
      const main = page.querySelector('body > main');
      expect(main && readableText(main)).toContain('lastword');
      expect(page.querySelectorAll('body > footer').length).toBe(1);
    }),
    { seed: 8, numRuns: 500 },
  );
});

test.each(Object.entries(pathologies))('renderBody() and inspectBody() come to an end with %s', (_, write) => {
  const body = write(5000);
  const { html, beginning } = renderBody(`${body}\n\nlastword`, nowhere);
  expect(html).toContain('lastword');
  expect(beginning.length).toBeLessThan(210);
  inspectBody(`${body} [x](y)`);
});

test('renderBody() gives headings ids that are not those of the page or of footnotes', () => {
  const { html } = renderBody('# page main\n# page q\n# user content fn 1\n# footnote label\n# a\n# a\n# a 2', nowhere);
  expect([...html.matchAll(/<h2 id="([^"]*)">/g)].map(([, id]) => id)).toEqual([
    'section-page-main',
    'section-page-q',
    'section-user-content-fn-1',
    'section-footnote-label',
    'a',
    'a-2',
    'a-2-2',
  ]);
});

test('a link without its scheme leads elsewhere, and has rel="noopener" as the others', () => {
  const resolve: Resolve = { link: (target) => `https:${target}`, picture: () => undefined };
  expect(renderBody('[x](//example.com/)', resolve).html).toBe(
    '<p><a href="https://example.com/" rel="noopener">x</a></p>\n',
  );
});

test('renderBody() shows a tag named like a member of an object as the text that it is', () => {
  expect(renderBody('<constructor>\n', nowhere).html).toContain('&lt;constructor&gt;');
});

test('inspectBody() names what Markdown would leave out: addresses and footnotes without a reference', () => {
  const { unused } = inspectBody(
    '[1]: Unaudited\n[^2]: Restated\n[a]: https://example.com/\n\nSee [a] and [^3].\n\n[^3]: Shown.',
  );
  expect(unused).toEqual([
    { written: '[1]: Unaudited', line: 1 },
    { written: '[^2]: Restated', line: 2 },
  ]);
});

test('writeAtom() stays well-formed and gives back every text of a hostile entry', () => {
  for (const text of Object.values(payloads)) {
    const xml = writeAtom({
      title: text,
      description: text,
      page: 'https://archive.example/',
      about: 'https://archive.example/feeds/',
      stylesheet: '/feed.css',
      self: (format) => `https://archive.example/${format}`,
      current: (format) => `https://archive.example/${format}`,
      archive: false,
      updated: 0,
      entries: [],
    }).toString();
    expect(xml).not.toContain('<script');
    expect(xml.split('<title>').length).toBe(2);
  }
});
