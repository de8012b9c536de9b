import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { textOrHtml } from '../../src/feeds/text-or-html.ts';
import { hostileReleases, writeHostileArchive } from '../hostile/archive.ts';
import { payloads } from '../hostile/payloads.ts';
import { buildSite } from '../support/build.ts';
import { serveFolder, type FolderServer } from '../support/serve.ts';
import { test } from './support.ts';

const releases = hostileReleases();
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const built = join(folder, 'dist');
let server: FolderServer;

beforeAll(async () => {
  writeHostileArchive(join(folder, 'releases'), releases);
  const { status, output } = await buildSite({
    RELEASES_DIR: join(folder, 'releases'),
    OUT_DIR: built,
    SITE_URL: 'https://archive.example/',
  });
  expect(status, output).toBe(0);
  server = await serveFolder(built, { hostFiles: 'Cloudflare Pages' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the corpus holds some 1,700 hostile inputs, as docs/security.md says, each under a name of its own', () => {
  expect(releases.reduce((sum, { inputs }) => sum + inputs, 0)).toBeGreaterThan(1600);
  expect(new Set(releases.map(({ name }) => name)).size).toBe(releases.length);
});

test('what watches a page sees a script, a request, a dialog and a navigation', async ({ browser }) => {
  const watched = await openWatched(browser, { policy: false });
  const sees = async (body: string, fault: string) => {
    await watched.page.setContent(body, { waitUntil: 'commit' });
    const seen: string[] = [];
    await expect.poll(() => (seen.push(...watched.faults()), seen)).toContain(fault);
  };
  await sees('<script>__ran=1</script>', 'a script ran');
  await sees('<img src="http://hostile.invalid/p.png">', 'asked for http://hostile.invalid/p.png');
  await sees('<img src="data:," onerror=alert(1)>', 'showed a dialog');
  await sees(
    '<meta http-equiv="refresh" content="0; url=http://hostile.invalid/">',
    'asked for http://hostile.invalid/',
  );
  await watched.context.close();
});

test('the policy keeps inline script from running, and is off where a test says so', async ({ browser }) => {
  for (const policy of [true, false]) {
    const watched = await openWatched(browser, { policy });
    await watched.goto(`${server.url}releases/2019/case-0/`);
    await watched.page.evaluate(() => {
      const script = document.createElement('script');
      script.append('__ran=1');
      document.body.append(script);
    });
    expect(watched.faults().includes('a script ran'), `policy: ${policy}`).toBe(!policy);
    await watched.context.close();
  }
});

for (const policy of [true, false]) {
  const state = policy ? 'under the policy' : 'with the policy switched off';

  test(`no release runs, asks for or hides anything ${state}`, { timeout: 300_000 }, async ({ browser }) => {
    const watched = await openWatched(browser, { policy });
    const faults: string[] = [];
    for (const { name, id, file, lastWord } of releases) {
      const address = `${server.url}releases/${id}/`;
      await watched.goto(address);
      const found = await watched.page.evaluate(inspectPage);
      const expected = {
        title: file.title.replace(/\s+/g, ' ').trim(),
        lastWord,
        policy,
      };
      faults.push(...[...watched.faults(), ...wrongWith(found, expected)].map((fault) => `${id}, ${name}: ${fault}`));
    }
    await watched.context.close();
    expect(faults).toEqual([]);
  });
}

test('the lists and the home page, which show headlines and summaries, run nothing with the policy switched off', async ({
  browser,
}) => {
  const watched = await openWatched(browser, { policy: false });
  for (const path of [
    '',
    'releases/',
    'releases/2020/',
    'releases/2020/1/',
    'corrections/',
    'companies/xmx/',
    'feeds/',
  ]) {
    await watched.goto(server.url + path);
    expect(watched.faults(), path).toEqual([]);
    expect(await watched.page.evaluate(() => document.querySelectorAll('body > footer').length), path).toBe(1);
  }
  await watched.context.close();
});

test('search finds hostile texts and shows them as text, with the policy switched off', async ({ browser }) => {
  const watched = await openWatched(browser, { policy: false, search: true });
  const queries = [
    'script',
    'alert',
    'onerror',
    'img src',
    'hostile.invalid',
    'plaintext',
    'lastword',
    '"<svg onload"',
    '</mark><img src=x onerror=__ran=1>',
  ];
  for (const query of queries) {
    await watched.goto(`${server.url}search/?q=${encodeURIComponent(query)}`);
    await watched.page
      .getByRole('status')
      .filter({ hasText: /found|Nothing|No release/ })
      .waitFor();
    const shown = await watched.page.evaluate(() => ({
      forms: document.forms.length,
      odd: document.querySelectorAll(
        'main :is(script:not([src^="/_astro/"]), style, iframe, svg:not([aria-hidden]), math, base, meta, object, embed, textarea, plaintext, img)',
      ).length,
      footer: document.querySelectorAll('body > footer').length,
    }));
    expect(watched.faults(), query).toEqual([]);
    expect(shown.odd, query).toBe(0);
    expect(shown.footer, query).toBe(1);
  }
  await watched.context.close();
});

test('on the search page no text becomes markup or script, where the browser knows Trusted Types', async ({
  browser,
}) => {
  const watched = await openWatched(browser, { policy: true, search: true });
  await watched.goto(`${server.url}search/?q=script`);
  await watched.page.getByRole('status').filter({ hasText: /found/ }).waitFor();
  const refused = await watched.page.evaluate(() => {
    const tryIt = (run: () => void) => {
      try {
        run();
        return 'went through';
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    };
    return [
      tryIt(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      tryIt(() => (document.createElement('script').text = '__ran=1')),
      tryIt(() => (document.createElement('script').src = 'https://hostile.invalid/x.js')),
      tryIt(() => document.createElement('iframe').setAttribute('srcdoc', '<script>__ran=1</script>')),
    ];
  });
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  await watched.context.close();
});

test(
  'no text of a feed runs or asks for anything in a blank page, and each is there to its last word',
  { timeout: 300_000 },
  async ({ browser }) => {
    const watched = await openWatched(browser, { policy: false });
    const words = new Map(releases.map(({ id, lastWord }) => [`https://archive.example/releases/${id}/`, lastWord]));
    const faults: string[] = [];
    const items = jsonItems();
    for (const { url, content_html } of items) {
      await watched.page.setContent(
        `<!doctype html><div id="entry">${content_html}</div><footer id="after">end</footer>`,
      );
      const { text, after, elements } = await watched.page.evaluate(() => ({
        text: document.querySelector<HTMLElement>('body > #entry')?.innerText.trim() ?? '',
        after: document.querySelector<HTMLElement>('body > #after')?.innerText,
        elements: document.querySelectorAll('script, style, iframe, object, embed, form, base, meta, svg, math').length,
      }));
      const own = watched
        .faults()
        .filter((fault) => !/ https:\/\/archive\.example\/releases\/|ERR_NAME_NOT_RESOLVED/.test(fault));
      if (own.length > 0) faults.push(`${url}: ${own.join('; ')}`);
      if (elements > 0) faults.push(`${url}: ${elements} elements that may not be there`);
      if (!text.includes(words.get(url) ?? '?')) faults.push(`${url}: ends with ${text.slice(-60)}`);
      if (after !== 'end') faults.push(`${url}: swallows what follows`);
    }
    expect(faults).toEqual([]);
    expect(new Set(items.map(({ url }) => url)).size).toBe(releases.length);
    await watched.context.close();
  },
);

test('a browser reads every feed as XML, with the same texts in Atom, RSS and JSON', async ({ browser }) => {
  const watched = await openWatched(browser, { policy: false });
  await watched.goto(`${server.url}404.html`);
  for (const name of ['atom.xml', 'rss.xml'] as const) {
    const read = await watched.page.evaluate(readXmlFeed, readFileSync(join(built, name), 'utf8'));
    const json = feedDocument('feed.json').items;
    expect(read.error).toBeUndefined();
    expect(read.contents).toEqual(json.slice(0, read.contents.length).map(({ content_html }) => content_html));
    expect(read.titles.map(withoutJoiners)).toEqual(json.slice(0, read.titles.length).map(({ title }) => title));
  }
  await watched.context.close();
});

test(
  'no field of any feed runs, asks for or loses anything in a reader that inserts it as what it is',
  { timeout: 300_000 },
  async ({ browser }) => {
    const watched = await openWatched(browser, { policy: false });
    await watched.page.setContent('<!doctype html><body></body>');
    const files = globSync('**/{rss.xml,atom.xml,feed.json,feeds.opml}', { cwd: built }).toSorted();
    const fields = new Map<string, Field>();
    for (const file of files) {
      const text = readFileSync(join(built, file), 'utf8');
      const found = file.endsWith('.json')
        ? jsonFields(JSON.parse(text))
        : await watched.page.evaluate(readXmlFields, text);
      for (const field of found) fields.set(`${field.kind} ${field.name} ${field.value}`, field);
    }
    const names = new Set([...fields.values()].map(({ kind, name }) => `${kind} ${name}`));
    expect([...names]).toEqual(
      expect.arrayContaining([
        ...['either channel > title', 'either channel > description', 'either item > title', 'html item > description'],
        ...['html item > content:encoded', 'either item > dc:creator', 'text entry > title'],
        ...['text entry > summary', 'html entry > content', 'text feed > title', 'text author > name', 'text title'],
        ...[
          'text summary',
          'html content_html',
          'either outline text',
          'either outline description',
          'text link title',
        ],
      ]),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(fields.size).toBeGreaterThan(1000);
    const faults = await watched.page.evaluate(insertFields, [...fields.values()]);
    // What was inserted before it has asked and run by then.
    const seen: string[] = [];
    await expect.poll(() => (seen.push(...watched.faults()), seen)).toContain(`asked for ${LAST}`);
    const own = seen.filter(
      (fault) => !fault.includes(LAST) && !/ https:\/\/archive\.example\/releases\/|ERR_NAME_NOT_RESOLVED/.test(fault),
    );
    expect([...faults, ...own]).toEqual([]);
    // Each text that RSS says in its own way is the one that JSON Feed says.
    const texts = (name: string) =>
      new Set([...fields.values()].filter((field) => field.name === name).map(({ value }) => value));
    for (const [rss, json] of [
      ['item > title', 'title'],
      ['item > description', 'summary'],
    ] as const) {
      const read = await watched.page.evaluate(textsOfHtml, [...texts(rss)]);
      expect(read.map(withoutJoiners).filter((text) => !texts(json).has(text))).toEqual([]);
      expect(read.length).toBeGreaterThan(40);
    }
    await watched.context.close();
  },
);

test('a browser reads a text of RSS the same as text and as HTML, whatever signs stand in it', async ({ browser }) => {
  const page = await browser.newPage();
  const names = 'amp AMP lt GT quot copy REG not notin para sect shy times yen frac12 sup2 Aacute yuml nbsp hellip';
  const piece = fc.oneof(
    fc.constantFrom(...Object.values(payloads).filter((text) => text.length < 200)),
    fc.constantFrom(...names.split(' ').flatMap((name) => [`&${name};`, `&${name}`, `&${name}x`, `& ${name}`])),
    fc.constantFrom('<', '>', '&', '#', '/', '!', '?', ';', 'x3c', '60', ' ', 'b', 'R&D', '<5', '&#'),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const texts = fc.sample(fc.array(piece, { maxLength: 8 }), { numRuns: 3000, seed: 4 }).map((pieces) =>
    pieces
      .join('')
      .toWellFormed()
      .replace(/[\p{Cc}\u2060]/gu, ''),
  );
  const written = texts.map(textOrHtml);
  expect(written.map(withoutJoiners)).toEqual(texts);
  expect(await page.evaluate(textsOfHtml, written)).toEqual(written);
  expect(await page.evaluate(countElements, written)).toBe(0);
  await page.close();
});

/** A text of a feed: what stands in it, and what it is to a reader; `either` where nobody can know. */
interface Field {
  readonly kind: 'html' | 'text' | 'either';
  readonly name: string;
  readonly value: string;
}

/** All texts of a JSON Feed, by their names. */
function jsonFields(value: unknown, name = ''): Field[] {
  if (typeof value === 'string') return [{ kind: name === 'content_html' ? 'html' : 'text', name, value }];
  if (Array.isArray(value)) return value.flatMap((one) => jsonFields(one, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => jsonFields(one, key));
}

/** Runs in the page: all texts and attributes of a feed in XML. Atom says by `type` what a text is, RSS and OPML do not. */
function readXmlFields(xml: string): Field[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const isAtom = document.documentElement.localName === 'feed';
  return [...document.querySelectorAll('*')].flatMap((element): Field[] => {
    const name = `${element.parentElement?.localName ?? ''} > ${element.nodeName}`;
    const type = element.getAttribute('type') ?? 'text';
    const kind = isAtom
      ? type === 'html'
        ? 'html'
        : 'text'
      : /^item > (description|content:encoded)$/.test(name)
        ? 'html'
        : 'either';
    const text = element.children.length === 0 ? element.textContent : '';
    return [
      ...(text === '' ? [] : [{ kind, name, value: text } as const]),
      ...[...element.attributes].map(({ name, value }): Field => ({
        kind: isAtom ? 'text' : 'either',
        name: `${element.localName} ${name}`,
        value,
      })),
    ];
  });
}

/** Runs in the page: inserts each text as a reader would, and says what came of it that may not. */
function insertFields(fields: readonly Field[]): string[] {
  const faults = fields.flatMap(({ kind, name, value }) => {
    const insert = (html: boolean): HTMLElement => {
      const holder = document.body.appendChild(document.createElement('div'));
      if (html) holder.innerHTML = value;
      else holder.textContent = value;
      return holder;
    };
    const about = `${name}: ${value.slice(0, 200)}`;
    const shown = (kind === 'text' ? [false] : kind === 'html' ? [true] : [true, false]).map(insert);
    const isWhole = /content/.test(name) && kind === 'html';
    const odd = shown.some((holder) =>
      holder.querySelector(isWhole ? 'script, style, iframe, object, embed, form, base, meta, link, svg, math' : '*'),
    );
    // A form may hide its own properties behind those of its fields.
    const attributesOf = (element: Element) =>
      Element.prototype.getAttributeNames
        .call(element)
        .map((name) => [name, Element.prototype.getAttribute.call(element, name) ?? ''] as const);
    const active = shown.some((holder) =>
      [...holder.querySelectorAll('*')]
        .flatMap(attributesOf)
        .some(([name, value]) => /^on/i.test(name) || /^\s*(javascript|data):/i.test(value)),
    );
    const differs = kind === 'either' && shown.some((holder) => holder.textContent !== value);
    return [
      ...(odd ? [`an element that may not be there, in ${about}`] : []),
      ...(active ? [`an attribute that may not be there, in ${about}`] : []),
      ...(differs ? [`another text as HTML, in ${about}`] : []),
    ];
  });
  document.body.appendChild(document.createElement('div')).innerHTML = '<img src="http://hostile.invalid/last">';
  return faults;
}

const LAST = 'http://hostile.invalid/last';

/** Runs in the page. */
function textsOfHtml(texts: readonly string[]): string[] {
  return texts.map((html) => {
    const holder = document.createElement('div');
    holder.innerHTML = html;
    return holder.textContent;
  });
}

/** Runs in the page. */
function countElements(texts: readonly string[]): number {
  return texts.reduce((sum, html) => {
    const holder = document.createElement('div');
    holder.innerHTML = html;
    return sum + holder.querySelectorAll('*').length;
  }, 0);
}

function withoutJoiners(text: string): string {
  return text.replace(/(?<=[<&])\u2060/g, '');
}

interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  goto(address: string): Promise<void>;
  /** What happened since it was last asked, as sentences. */
  faults(): string[];
}

/** A page that notes what a hostile text could do: dialogs, requests, navigations, windows and scripts. */
async function openWatched(
  browser: Browser,
  { policy, search = false }: { policy: boolean; search?: boolean },
): Promise<Watched> {
  // What is looked at is what the pages hold and do: drawn in coarse dots, they cost a fifth less.
  const context = await browser.newContext({ bypassCSP: !policy, deviceScaleFactor: 0.25 });
  const page = await context.newPage();
  let faults: string[] = [];
  let expected = 'about:blank';
  await page.exposeFunction('__toldThatItRan', () => faults.push('a script ran'));
  await page.addInitScript(() => {
    Object.defineProperty(window, '__ran', {
      set: () => void (window as unknown as { __toldThatItRan: () => void }).__toldThatItRan(),
      configurable: false,
    });
  });
  // What is set up here holds from the next document on.
  await page.goto('about:blank');
  page.on('dialog', (dialog) => {
    faults.push('showed a dialog');
    void dialog.dismiss();
  });
  page.on('popup', () => faults.push('opened a window'));
  page.on('request', (request) => {
    const url = request.url();
    const own =
      url === expected ||
      /^http:\/\/127\.0\.0\.1:\d+\/(_astro\/|favicon\.svg|releases\/\d{4}\/case-\d+\/picture\.png$)/.test(url);
    const index = search && url.startsWith(server.url) && !url.includes('/releases/');
    if (!own && !index) faults.push(`asked for ${url}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame.url() !== expected) faults.push(`went to ${frame.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`the console says ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`a script threw ${error.message}`));
  return {
    context,
    page,
    async goto(address) {
      expected = address;
      await page.goto(address, { waitUntil: 'load' });
    },
    faults() {
      const told = faults;
      faults = [];
      return told;
    },
  };
}

/** Runs in the page: what a reader sees of it, and which elements and attributes stand in the text. */
function inspectPage() {
  const body = document.querySelector<HTMLElement>('main article > .body');
  const inner = [...(body?.querySelectorAll('*') ?? [])];
  const block = document.querySelector('script[type="application/ld+json"]')?.textContent ?? 'null';
  return {
    heading: document.querySelector<HTMLElement>('article h1')?.innerText.replace(/\s+/g, ' ').trim(),
    text: body?.innerText.trim() ?? '',
    headline: (JSON.parse(block) as { headline?: string } | null)?.headline,
    landmarks: ['body > header', 'body > main', 'body > footer', 'main article'].map(
      (selector) => document.querySelectorAll(selector).length,
    ),
    headings: [...document.querySelectorAll<HTMLElement>('main h2')].map((heading) => heading.innerText),
    scripts: document.querySelectorAll('script:not([type="application/ld+json"])').length,
    forms: document.forms.length,
    metas: document.querySelectorAll('meta[http-equiv]').length,
    elements: [...new Set(inner.map((element) => element.localName))],
    attributes: [...new Set(inner.flatMap((element) => element.getAttributeNames()))],
    schemes: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map((anchor) => anchor.protocol),
    unprotected: [...document.querySelectorAll<HTMLAnchorElement>('article a[href]')].filter(
      (anchor) => /^https?:$/.test(anchor.protocol) && anchor.host !== location.host && anchor.rel !== 'noopener',
    ).length,
    replaced: document.documentElement.innerText.includes('\ufffd'),
  };
}

const ELEMENTS = new Set(
  'p a span em strong del code pre br hr ul ol li blockquote h2 h3 h4 h5 h6 sub sup img table caption thead tbody tfoot tr th td div section input'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'class id href rel title src alt loading colspan rowspan width height role aria-label aria-describedby tabindex start type checked disabled data-footnotes data-footnote-ref data-footnote-backref'.split(
    ' ',
  ),
);

function wrongWith(
  found: ReturnType<typeof inspectPage>,
  expected: { title: string; lastWord: string; policy: boolean },
): string[] {
  const faults: string[] = [];
  const require = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  require(found.text.includes(
    expected.lastWord,
  ), `${expected.lastWord} is not in the text, which ends with ${JSON.stringify(found.text.slice(-60))}`);
  require(found.heading === expected.title, `the heading is ${found.heading}`);
  // Search engines take 110 characters of a headline; a longer one ends in an ellipsis there.
  const headline = found.headline?.replace(/\s+/g, ' ').trim() ?? '';
  const isHeadline = headline.endsWith('…')
    ? expected.title.startsWith(headline.slice(0, -1).trim())
    : headline === expected.title;
  require(headline !== '' && isHeadline, `JSON-LD says ${found.headline}`);
  require(found.landmarks.every(
    (count) => count === 1,
  ), `the page's parts are there ${found.landmarks.join(', ')} times`);
  require(found.headings.includes('About this release'), 'what follows the text is gone');
  require(found.scripts === 0, 'there is a script');
  require(found.forms === 1, `there are ${found.forms} forms`);
  require(found.metas === 1, `there are ${found.metas} meta elements that speak for headers`);
  require(!found.replaced, 'there is a replacement character');
  require(found.unprotected === 0, 'a link to elsewhere has no rel="noopener"');
  faults.push(...found.elements.filter((name) => !ELEMENTS.has(name)).map((name) => `there is an element ${name}`));
  faults.push(
    ...found.attributes.filter((name) => !ATTRIBUTES.has(name)).map((name) => `there is an attribute ${name}`),
  );
  faults.push(
    ...found.schemes
      .filter((scheme) => !/^(https?|mailto|tel):$/.test(scheme))
      .map((scheme) => `a link leads to ${scheme}`),
  );
  return faults;
}

interface JsonFeed {
  readonly next_url?: string;
  readonly items: readonly { readonly url: string; readonly title: string; readonly content_html: string }[];
}

function feedDocument(path: string): JsonFeed {
  return JSON.parse(readFileSync(join(built, path), 'utf8')) as JsonFeed; // what the build has written
}

/** The items of the feed and of all documents of its history. */
function jsonItems(): JsonFeed['items'][number][] {
  const items: JsonFeed['items'][number][] = [];
  for (let path: string | undefined = 'feed.json'; path !== undefined;) {
    const { items: held, next_url }: JsonFeed = feedDocument(path);
    items.push(...held);
    path = next_url?.replace('https://archive.example/', '');
  }
  return items;
}

/** Runs in the page: reads a feed as a browser does. */
function readXmlFeed(xml: string) {
  const feed = new DOMParser().parseFromString(xml, 'application/xml');
  const texts = (selector: string) => [...feed.querySelectorAll(selector)].map((element) => element.textContent);
  return {
    error: feed.querySelector('parsererror')?.textContent,
    titles: texts('entry > title, item > title'),
    contents: texts('entry > content, item > encoded'),
  };
}
