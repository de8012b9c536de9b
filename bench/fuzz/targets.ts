import { writeAtom } from '../../src/feeds/atom.ts';
import { writeJsonFeed } from '../../src/feeds/json-feed.ts';
import { writeRss } from '../../src/feeds/rss.ts';
import type { Entry } from '../../src/feeds/entry.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import { stripInvalidXml } from '../../src/text/markup.ts';
import { formatRelease } from '../../src/release/format.ts';
import { readFrontMatter } from '../../src/release/front-matter.ts';
import { parseRelease } from '../../src/release/parse.ts';
import { inspectBody } from '../../src/release/inspect-body.ts';
import { renderBody } from '../../src/release/render.ts';
import { xmlFaults } from '../../tests/support/xml.ts';
import type { Choose } from './choose.ts';
import { frontMatterOf, textOf, treeOf } from './inputs.ts';

/** One thing that is given inputs until the time is over. */
interface Target {
  readonly name: string;
  /** How often it is tried, compared with the others: what is slow is tried less. */
  readonly share: number;
  readonly input: (choose: Choose) => string;
  /** What went wrong in words, or `undefined`. An exception went wrong too. */
  readonly run: (input: string) => string | undefined | Promise<string | undefined>;
}

export const targets: readonly Target[] = [
  {
    name: 'readFrontMatter',
    share: 300,
    input: frontMatterOf,
    run(input) {
      const block = readFrontMatter(input);
      if ('findings' in block) return block.findings.length > 0 ? undefined : 'refused without a finding';
      const own: unknown = ({} as Record<string, unknown>)['__ran'];
      return own === undefined ? undefined : 'the prototype of all objects was changed';
    },
  },
  {
    name: 'parseRelease, formatRelease',
    share: 300,
    input: frontMatterOf,
    run(input) {
      const { release, problems } = parseRelease('x.md', input);
      if (release === undefined) return problems.length > 0 ? undefined : 'refused without a problem';
      const again = parseRelease('x.md', formatRelease(release));
      return JSON.stringify(again.release) === JSON.stringify(release)
        ? undefined
        : 'not the same when written and read again';
    },
  },
  {
    name: 'renderBody',
    share: 300,
    input: textOf,
    run(input) {
      const { html, beginning } = renderBody(input, RESOLVE);
      return faultOf(html) ?? (beginning.isWellFormed() ? undefined : 'cut inside a character');
    },
  },
  {
    name: 'renderBody of trees',
    share: 100,
    input: treeOf,
    run(input) {
      const { html } = renderBody(`${input}\n\nlastword`, RESOLVE);
      return html.includes('lastword') ? faultOf(html) : 'the last word is lost';
    },
  },
  {
    name: 'inspectBody',
    share: 200,
    input: textOf,
    run(input) {
      inspectBody(input);
      return undefined;
    },
  },
  {
    name: 'feeds',
    share: 1,
    input: textOf,
    async run(input) {
      const feed = feedOf(input);
      const faults = await Promise.all([writeAtom(feed).toString(), await writeRss(feed)].map(xmlFaults));
      JSON.parse(writeJsonFeed(feed).toString());
      return faults.flat()[0];
    },
  },
];

const RESOLVE = {
  link: (target: string) => (/^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(target) ? target : undefined),
  picture: (target: string) => (/^[\w.-]+\.png$/.test(target) ? `/releases/${target}` : undefined),
};

const ELEMENTS =
  /^(?:p|a|span|em|strong|del|code|pre|br|hr|ul|ol|li|blockquote|h[2-6]|su[bp]|img|table|caption|thead|tbody|tfoot|tr|t[hd]|div|section|input)$/;

/** Something in the HTML that may not be there: an element, a handler, a style, an open tag. */
function faultOf(html: string): string | undefined {
  const open: string[] = [];
  // Text holds no `<`, so each is a tag; values of attributes stand in double quotation marks.
  for (const [, slash, name = '', attributes = ''] of html.matchAll(/<(\/?)([^\s>/]*)((?:[^>"]|"[^"]*")*)>/g)) {
    if (!ELEMENTS.test(name)) return `an element ${name}`;
    if (/\s(?:on\w+|style|srcset|srcdoc|name|form\w*)=/.test(attributes.replace(/"[^"]*"/g, '""')))
      return `an attribute in${attributes}`;
    if (/\s(?:href|src)="(?!https?:|#|\/releases\/)/.test(attributes)) return `an address in${attributes}`;
    if (/^(?:br|hr|img|input)$/.test(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return `a closing ${name} without its beginning`;
  }
  if (open.length > 0) return `${open.at(-1)} is never closed`;
  return html === stripInvalidXml(html) ? undefined : 'a character that XML cannot hold';
}

function feedOf(text: string): Feed {
  const own = (name: string) => `https://archive.example/${name}`;
  const plain = stripInvalidXml(text).replace(/\r\n?/g, '\n').trim();
  const entry: Entry = {
    id: 'urn:uuid:00000000-0000-5000-8000-000000000000',
    url: own('releases/2020/x/'),
    title: plain.slice(0, 200),
    published: 0,
    updated: 1,
    author: plain.slice(0, 100),
    summary: plain.slice(0, 300).toWellFormed(),
    html: renderBody(plain, RESOLVE).html,
    categories: [{ slug: 'x', name: plain.slice(0, 50) }],
    language: 'en-AU',
    enclosures: [{ url: own('x.pdf'), mediaType: 'application/pdf', bytes: 1, title: plain.slice(0, 60) }],
  };
  return {
    title: plain.slice(0, 100),
    description: plain.slice(0, 100),
    page: own(''),
    about: own('feeds/'),
    stylesheet: '/feed.css',
    archive: false,
    self: own,
    current: own,
    updated: 1,
    entries: [entry],
  };
}
