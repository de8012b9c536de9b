import { parseHtml } from './html.ts';

export interface CrawledSite {
  /** Address at which the site is served, with a slash at its end. */
  readonly url: string;
  /** Address that the site believes to have, with a slash at its end: the one in its feeds and canonical links. */
  readonly published: string;
}

export interface Crawl {
  /** Paths below the site's address that answered, sorted: the empty text for the home page, `types/`. */
  readonly found: readonly string[];
  /** What is wrong, as sentences: dead links, links that the host has to correct, addresses outside of the base path. */
  readonly faults: readonly string[];
}

/**
 * Follows every address of a site from its home page and `entries` on: links, pictures, styles, forms, feeds, sitemaps
 * and data; those of other sites are left alone. Each has to answer at once with status 200, without a redirect,
 * and a fragment has to be the id of something on its page.
 */
export async function crawl(site: CrawledSite, entries: readonly string[]): Promise<Crawl> {
  const faults = new Set<string>();
  const resources = new Map<string, Resource>();
  const fragments: { from: string; address: string }[] = [];
  const base = new URL(site.url).pathname;
  const visit = async (from: string, address: string): Promise<void> => {
    const url = new URL(address, site.url);
    if (url.hash.length > 1) fragments.push({ from, address });
    if (!url.pathname.startsWith(base)) {
      faults.add(`${from} leads out of the base path, to ${url.pathname}`);
      return;
    }
    const path = url.pathname.slice(base.length);
    const known = resources.get(path);
    const resource = known ?? (await load(site, path));
    if (resource.status !== 200) faults.add(`${from} leads to /${path}, which answers ${resource.status}`);
    if (known) return;
    resources.set(path, resource);
    for (const fault of resource.faults) faults.add(`/${path} ${fault}`);
    for (const found of resource.addresses) await visit(`/${path}`, found);
  };
  for (const entry of ['', ...entries]) await visit('The test', base + entry);
  for (const { from, address } of fragments) {
    const url = new URL(address, site.url);
    const ids = resources.get(url.pathname.slice(base.length))?.ids;
    if (ids && !ids.has(decodeURIComponent(url.hash.slice(1)))) {
      faults.add(`${from} leads to ${url.hash} on ${url.pathname}, where there is no such place`);
    }
  }
  const found = [...resources].filter(([, { status }]) => status === 200).map(([path]) => decodeURIComponent(path));
  return { found: found.toSorted(), faults: [...faults].toSorted() };
}

interface Resource {
  readonly status: number;
  /** Addresses of this site, as paths; with a fragment where it has one. */
  readonly addresses: readonly string[];
  readonly faults: readonly string[];
  /** Ids on an HTML page. */
  readonly ids?: ReadonlySet<string>;
}

async function load(site: CrawledSite, path: string): Promise<Resource> {
  const response = await fetch(new URL(encodeURI(decodeURI(path)), site.url), { redirect: 'manual' });
  const { status } = response;
  const text = await response.text();
  const kind =
    /\.(md|pdf|png)$/.test(path) || status !== 200 ? undefined : (response.headers.get('content-type') ?? '');
  const own = (address: string): string[] => ownPath(site, path, address);
  if (kind === undefined) return { status, addresses: [], faults: [] };
  if (kind.startsWith('text/html')) return { status, ...htmlAddresses(text, new URL(site.url).pathname, own) };
  if (kind.startsWith('text/css')) {
    return {
      status,
      faults: [],
      addresses: [...text.matchAll(/url\((['"]?)(.*?)\1\)/g)].flatMap((m) => own(m[2] ?? '')),
    };
  }
  if (/javascript/.test(kind)) {
    // Other files that a script names: they begin with the base path or stand beside it, and end like a program's.
    const files = text.match(/(?<=["'`])\.?\/[^"'`\s]*\.(?:js|css|wasm)(?=["'`])/g) ?? [];
    return { status, faults: [], addresses: files.flatMap((address) => own(address)) };
  }
  if (!/xml|json|csv|text\/plain|opml/.test(kind)) return { status, addresses: [], faults: [] };
  // The style of a feed is for the page that shows it, and may be named by a path.
  const [, style = ''] = /<\?xml-stylesheet[^>]*\bhref="([^"]*)"/.exec(text) ?? [];
  const plain = unescape(text.replace(/<\?xml-stylesheet[^>]*>/, ''));
  const whole = plain.match(kind.includes('csv') ? /https?:\/\/[^\s",;]+/g : /https?:\/\/[^\s"'<>\\)\]|]+/g) ?? [];
  const relative = /\/(rss|atom)\.xml$|\/feed\.json$/.test(`/${path}`)
    ? (plain.match(/\b(?:href|src)=\\?["'][/.#][^"'\\]*/g) ?? [])
    : [];
  return {
    status,
    addresses: [...(style === '' ? [] : [style]), ...whole].flatMap((address) => own(address.replace(/[.,;:]+$/, ''))),
    faults: relative.map((match) => `holds an address that is not whole: ${match}`),
  };
}

/** What a page's own text says, wherever it is served. */
interface ReadPage {
  /** As they are written. */
  readonly addresses: readonly string[];
  readonly faults: readonly string[];
  readonly ids: ReadonlySet<string>;
}

function htmlAddresses(html: string, base: string, own: (address: string) => string[]): Omit<Resource, 'status'> {
  const { addresses, ...page } = readOnce(html, base);
  return { ...page, addresses: addresses.flatMap(own) };
}

/** A site that is served in several ways has the same pages in all of them. */
const readPages = new Map<string, ReadPage>();

function readOnce(html: string, base: string): ReadPage {
  const key = `${base} ${html}`;
  const known = readPages.get(key) ?? readPage(html, base);
  readPages.set(key, known);
  return known;
}

/** Everything in an HTML page that is an address: whatever begins like one, and all links, sources and actions. */
function readPage(html: string, base: string): ReadPage {
  const document = parseHtml(html);
  const elements = [...document.querySelectorAll('*')];
  const values = elements.flatMap((element) =>
    [...element.attributes].flatMap(({ name, value }) => {
      if (name === 'srcset') return value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '');
      if (/^(href|src|action|poster|cite)$/.test(name)) return [value];
      // A script puts names behind such an address; whether it answers itself does not matter.
      if (name.startsWith('data-') && value.endsWith('/')) return [];
      const refreshed = name === 'content' ? /^\d+; *url=(.*)/i.exec(value)?.[1] : undefined;
      return refreshed !== undefined ? [refreshed] : /^(https?:\/\/|\/(?!\/))\S*$/.test(value) ? [value] : [];
    }),
  );
  const data = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(
    (script) => script.textContent.match(/https?:\/\/[^\s"\\]+/g) ?? [],
  );
  const empty = values.filter((value) => value.trim() === '').map(() => 'has an empty address');
  const outside = elements.flatMap((element) =>
    [...element.attributes].flatMap(({ name, value }) =>
      name.startsWith('data-') && value.startsWith('/') && !value.startsWith(base)
        ? [`gives its script ${value}, which is out of the base path`]
        : [],
    ),
  );
  return {
    addresses: [...values, ...data],
    faults: [...empty, ...outside],
    ids: new Set(elements.flatMap((element) => element.getAttribute('id') ?? [])),
  };
}

/** The path of an address on this site, seen from one of its pages; none for other sites, mail and telephone. */
function ownPath(site: CrawledSite, from: string, address: string): string[] {
  const here = new URL(from, site.url);
  const url = URL.canParse(address, here.href) ? new URL(address, here) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return [];
  if (url.origin !== here.origin && url.origin !== new URL(site.published).origin) return [];
  return [url.pathname.replace('%7BsearchTerms%7D', 'x') + url.hash];
}

function unescape(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
