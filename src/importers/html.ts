import { isWebAddress } from '../release/field-kinds.ts';
import { isDay, sydneyDate } from '../release/sydney-time.ts';
import { linesOf, type About, type Extract } from './document.ts';
import { htmlBlocks } from './html-blocks.ts';
import { ImportRefusal } from './refusal.ts';
import { wordsOf } from './words.ts';

/** A page with more is not read. */
export const MAX_HTML_BYTES = 20 * 1024 * 1024;

/**
 * Takes the text out of a saved web page: its main part, with headings, lists, tables and links. Scripts never run,
 * nothing is fetched, pictures are left out. The page's own address comes from its canonical link.
 */
export async function importHtml(bytes: Uint8Array): Promise<Extract> {
  // Loaded here, since only imports need them.
  const [{ parseHTML }, { default: Defuddle }] = await Promise.all([import('linkedom'), import('defuddle')]);
  const html = decodeHtml(bytes);
  const { document } = parseHTML(html) as unknown as { document: Document };
  refuseDeep(document);
  const about = readAbout(document);
  const whole = wordsOf(mainText(document)).length;
  const all = document.querySelectorAll('img').length;
  const refuse = () => Promise.reject(new Error('An import fetches nothing.'));
  // With an address of its own the page would be taken apart by rules for single sites.
  const options = {
    url: `${NOWHERE}${pathOf(about.url)}`,
    useAsync: false,
    fetch: refuse,
    // It compares every picture with every other, to leave out those that a page shows twice.
    removeImages: all > MAX_PICTURES,
    removeLowScoring: false,
    removeContentPatterns: false,
    standardize: false,
  };
  const page = new Defuddle(document, options).parse();
  const { document: content } = parseHTML(`<!doctype html><html><body>${page.content}</body></html>`) as unknown as {
    document: Document;
  };
  const { blocks, pictures } = htmlBlocks(content.body, (href) => linkOf(href, about.url));
  const lines = linesOf(blocks);
  const kept = wordsOf(lines.map((line) => line.text).join('\n')).length;
  const share = whole === 0 ? undefined : Math.min(1, kept / whole);
  return {
    blocks,
    lines,
    about: { ...about, ...(about.title === undefined && page.title ? { title: page.title } : {}) },
    notes: [
      ...picturesNote(all > MAX_PICTURES ? all : pictures),
      ...(share !== undefined && share < 0.9
        ? [`The text holds ${(share * 100).toFixed(0)} % of the words of the page's main part; compare with the page.`]
        : []),
    ],
  };
}

/** Of more pictures the page's main part is looked for without them. */
const MAX_PICTURES = 1000;

function picturesNote(count: number): string[] {
  return count > 0 ? [`Left out ${count === 1 ? 'one picture' : `${count} pictures`}.`] : [];
}

/** Browsers show no more than 512; what takes a page apart goes as deep as its elements, and over each depth again. */
const MAX_DEPTH = 500;

function refuseDeep(document: Document): void {
  let depth = 0;
  // From element to element without a stack of its own.
  for (let node: Element | null = document.documentElement; node;) {
    if (node.firstElementChild) {
      node = node.firstElementChild;
      depth += 1;
      if (depth > MAX_DEPTH)
        throw new ImportRefusal(
          `The page has elements nested deeper than ${MAX_DEPTH}. Copy its text into a new .txt file and import that.`,
        );
      continue;
    }
    while (node && !node.nextElementSibling) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node?.nextElementSibling ?? null;
  }
}

/** Stands for the page's host, whatever it is. */
const NOWHERE = 'https://page.invalid';

function pathOf(url: string | undefined): string {
  if (url === undefined) return '/';
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Where a link leads: an absolute http or https address, or `undefined` for any other and where the page's own is not known. */
function linkOf(href: string, page: string | undefined): string | undefined {
  const isRelative = href.startsWith(`${NOWHERE}/`) || !URL.canParse(href);
  if (isRelative && page === undefined) return undefined;
  const relative = href.startsWith(`${NOWHERE}/`) ? href.slice(NOWHERE.length) : href;
  if (!URL.canParse(relative, page)) return undefined;
  const whole = new URL(relative, page).href;
  return isWebAddress(whole) ? whole : undefined;
}

/** The page as text: by the charset that it names, else UTF-8, else the encoding of old Windows pages. */
function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  for (const charset of ['utf-8', named ?? 'windows-1252']) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      continue; // the bytes are not in this encoding, or it has no such name
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function readAbout(document: Document): About {
  const content = (selector: string) => document.querySelector(selector)?.getAttribute('content')?.trim();
  const canonical =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim() ?? content('meta[property="og:url"]');
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => heading.textContent.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  const title = headings.length === 1 ? headings[0] : content('meta[property="og:title"]');
  const published =
    content('meta[property="article:published_time"]') ??
    content(
      'meta[name="date"], meta[name="DC.date.issued"], meta[name="dcterms.issued"], meta[itemprop="datePublished"]',
    ) ??
    document
      .querySelector('time[datetime][pubdate], article time[datetime], [itemprop="datePublished"]')
      ?.getAttribute('datetime') ??
    undefined;
  const day = published === undefined ? undefined : publishedDay(published);
  return {
    ...(title ? { title } : {}),
    ...(canonical && isWebAddress(canonical) ? { url: canonical } : {}),
    ...(day === undefined ? {} : { published: day }),
  };
}

/** The Sydney day of `2020-07-30` or of a moment with its zone; a time without one is not believed. */
function publishedDay(text: string): string | undefined {
  if (isDay(text)) return text;
  // A moment in the form of ISO 8601 has some thirty signs.
  if (text.length > 40) return undefined;
  const moment = Date.parse(text);
  return /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) && !Number.isNaN(moment) ? sydneyDate(moment).day : undefined;
}

/** The words of the page's one article or main part; none where it has not exactly one. */
function mainText(document: Document): string {
  for (const selector of ['article', 'main', '[role="main"]']) {
    const found = [...document.querySelectorAll(selector)];
    if (found.length !== 1) continue;
    const copy = found[0]?.cloneNode(true) as Element; // one was found
    for (const element of copy.querySelectorAll('script, style, noscript, nav, form, footer, aside, template'))
      element.remove();
    return copy.textContent;
  }
  return '';
}
