import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseOpml } from 'feedsmith';
import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/build/environment.ts';
import { readSite } from '../../src/build/read-site.ts';
import { entryId } from '../../src/release/entry-id.ts';
import { lodgingCode, type Release } from '../../src/release/schema.ts';
import { feedInstant } from '../../src/release/sydney-time.ts';
import { BELOW } from '../support/build.ts';
import { builtBelow, builtPage, builtSite, readBuilt } from '../support/site.ts';
import { parseHtml, readableText } from '../support/html.ts';
import { readFeed, type ReadEntry } from '../support/read-feed.ts';
import { xmlFaultsByName } from '../support/xml.ts';
import { sampleArchive } from '../support/sample-archive.ts';

const ORIGIN = 'https://archive.example';
const root = join(import.meta.dirname, '../..');
const releasesFolder = sampleArchive();

const { site } = readSite(readEnvironment({ RELEASES_DIR: releasesFolder }, root), {
  drafts: false,
  now: Date.UTC(2030, 0, 1),
});
if (!site) throw new Error('The sample archive has errors; `npm run check` names them.');
const { archive } = site;
const idOf = (release: Release): string => entryId(lodgingCode(release), release.id);
const byEntryId = new Map(archive.releases.map((release) => [idOf(release), release]));

test('every feed is well-formed XML or JSON, and every address in it is whole', async () => {
  const files = feedFiles(builtSite());
  expect(files.length).toBeGreaterThan(50);
  const texts = new Map(await Promise.all(files.map(async (file) => [file, await readBuilt(file)] as const)));
  const xml = new Map([...texts].filter(([file]) => file.endsWith('.xml')));
  expect(xml.size).toBeGreaterThan(30);
  expect(await xmlFaultsByName(xml)).toEqual([]);
  for (const [file, text] of texts) {
    if (file.endsWith('.xml')) {
      const addresses = attributeValues(text.replace(/<\?xml-stylesheet[^>]*>/, ''));
      expect(addresses.filter(isRelative), file).toEqual([]);
    }
    for (const { html, url, enclosures } of readFeed(file, text).entries) {
      const addresses = [url, ...enclosures.map((enclosure) => enclosure.url), ...attributeValues(html)];
      expect(addresses.filter(isRelative), `${file} ${url}`).toEqual([]);
    }
  }
});

test('every entry of every feed has its release’s id, headline, date and address', async () => {
  for (const file of feedFiles(builtSite())) {
    for (const entry of readFeed(file, await readBuilt(file)).entries) {
      const release = byEntryId.get(entry.id ?? '');
      if (!release) throw new Error(`${file} has an entry ${entry.id} that is no release.`);
      expect(entry, file).toMatchObject({
        title: release.title.trim(),
        published: feedInstant(release.date),
        url: `${ORIGIN}/releases/${release.id}/`,
      });
    }
  }
});

test('every release’s entry has the text of its page', async () => {
  const steps = await walk('/atom.xml');
  const entries = new Map(steps.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry] as const)));
  for (const release of archive.releases) {
    const page = await builtPage(`/releases/${release.id}/`);
    const body = page.querySelector('article .body');
    const text = entries.get(idOf(release))?.html ?? '';
    // What the feed says of the release stands in the first paragraph, and in a list of changes.
    const told = /^<p>.*<\/p>(\n<ul>\n(<li>.*<del>.*\n)+<\/ul>)?/.exec(text)?.[0] ?? 'nothing is told';
    expect(text.startsWith(told), release.id).toBe(true);
    const documents = /\n<p>Documents of this release:<\/p>\n<ul>\n(<li>.*<\/li>\n?)+<\/ul>$/.exec(text)?.[0] ?? '';
    expect(documents !== '', release.id).toBe((entries.get(idOf(release))?.enclosures.length ?? 0) > 0);
    expect(plainText(text.slice(told.length, text.length - documents.length)), release.id).toBe(
      body ? readableText(body) : '',
    );
  }
});

test.each(['atom.xml', 'feed.json'])(
  'walking back from /%s collects every release, newest first, each once when doubles are removed by id',
  async (format) => {
    const steps = await walk(`/${format}`);
    const ids = steps.flatMap(({ entries }) => entries.map(({ id }) => id));
    const once = ids.filter((id, index) => ids.lastIndexOf(id) === index);
    expect(once).toEqual(archive.releases.map(idOf));
    expect(steps.at(-1)?.path).toBe(`/releases/${Math.min(...archive.years.keys())}/1/${format}`);
  },
);

test('the three formats of each list agree entry by entry', async () => {
  for (const file of feedFiles(builtSite()).filter((name) => name.endsWith('rss.xml'))) {
    const formats = await Promise.all(
      ['rss.xml', 'atom.xml', 'feed.json'].map(async (format) => {
        const name = file.replace('rss.xml', format);
        return readFeed(name, await readBuilt(name)).entries.map(({ enclosures: _, ...entry }) => entry);
      }),
    );
    expect(formats[1], file).toEqual(formats[0]);
    expect(formats[2], file).toEqual(formats[0]);
  }
});

test('a corrected release keeps its id and is updated when it was corrected', async () => {
  const entries = readFeed('atom.xml', await readBuilt('atom.xml')).entries;
  const corrected = [...archive.correctedBy].filter(([id]) =>
    entries.some((entry) => byEntryId.get(entry.id ?? '')?.id === id),
  );
  expect(corrected.length).toBeGreaterThan(0);
  for (const [id, corrections] of corrected) {
    const entry = entries.find(({ id: known }) => byEntryId.get(known ?? '')?.id === id);
    const last = corrections.at(-1)?.release;
    expect(entry?.updated, id).toBe(last && feedInstant(last.date));
    expect(entry?.html, id).toContain(`${ORIGIN}/releases/${last?.id}/`);
  }
});

test('an enclosure has the address and the length of the file that is there', async () => {
  const entries = (await walk('/atom.xml')).flatMap(({ entries }) => entries);
  const own = entries.flatMap(({ enclosures }) => enclosures).filter(({ url }) => url?.startsWith(ORIGIN));
  expect(own.length).toBeGreaterThan(0);
  for (const { url = '', length } of own) {
    expect(readFileSync(join(builtSite(), decodeURIComponent(new URL(url).pathname))).length, url).toBe(length);
  }
});

test('no subscription document has 2 MB or more', () => {
  for (const file of feedFiles(builtSite()))
    expect(statSync(join(builtSite(), file)).size, file).toBeLessThan(2_000_000);
});

test('/feeds/ and /feeds.opml name the same feeds, and all of them are there', async () => {
  const page = await builtPage('/feeds/');
  const links = [...page.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
  const named = links.filter((href) => /\/(rss\.xml|atom\.xml|feed\.json)$/.test(href));
  const archived = /^((releases|types|companies)\/[^/]+|price-sensitive|corrections)\/\d+\//;
  const files = feedFiles(builtSite()).filter((file) => !archived.test(file));
  expect([...new Set(named)].toSorted()).toEqual(files.map((file) => `/${file}`).toSorted());
  const { body } = parseOpml(await readBuilt('feeds.opml'));
  const outlines = (body?.outlines ?? []).flatMap((group) => group.outlines ?? []);
  expect(outlines.map(({ xmlUrl }) => xmlUrl?.slice(ORIGIN.length) ?? '').toSorted()).toEqual(
    [...new Set(named)].filter((href) => href.endsWith('/atom.xml')).toSorted(),
  );
  for (const outline of outlines) {
    expect(
      existsSync(join(builtSite(), outline.htmlUrl?.slice(ORIGIN.length) ?? '', 'index.html')),
      outline.htmlUrl,
    ).toBe(true);
  }
});

test('the style sheet that feeds name is there', async () => {
  const [, href = ''] = /<\?xml-stylesheet type="text\/css" href="([^"]+)"/.exec(await readBuilt('rss.xml')) ?? [];
  expect(await readBuilt(href)).toContain('atom|entry');
});

test('feeds of a site below a path carry its addresses, and the same ids', async () => {
  const out = builtBelow();
  const address = BELOW.origin + BELOW.base;
  for (const file of feedFiles(out)) {
    const text = readFileSync(join(out, file), 'utf8');
    expect(text, file).not.toContain(ORIGIN);
    const [feed, former] = [readFeed(file, text), readFeed(file, await readBuilt(file))];
    expect(
      feed.entries.map(({ id }) => id),
      file,
    ).toEqual(former.entries.map(({ id }) => id));
    for (const { url } of feed.entries) expect(url?.startsWith(`${address}releases/`), url).toBe(true);
    if (feed.previous) expect(existsSync(join(out, feed.previous.slice(address.length))), feed.previous).toBe(true);
  }
  expect(readFileSync(join(out, 'atom.xml'), 'utf8')).toContain(`href="${BELOW.base}feed.css"`);
});

/** The documents from an address on, each led to by the one before it. */
async function walk(start: string): Promise<{ path: string; entries: readonly ReadEntry[] }[]> {
  const steps: { path: string; entries: readonly ReadEntry[] }[] = [];
  for (let path: string | undefined = start; path !== undefined;) {
    const { previous, entries } = readFeed(path, await readBuilt(path));
    steps.push({ path, entries });
    if (steps.length > 1000) throw new Error('The documents lead in a circle.');
    path = previous?.slice(ORIGIN.length);
  }
  return steps;
}

function feedFiles(folder: string): string[] {
  return globSync('**/{rss.xml,atom.xml,feed.json}', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}

function attributeValues(markup: string): string[] {
  return [...markup.matchAll(/<[^>]*?\s(?:href|src|url|cite)="([^"]*)"/g)].map((match) => match[1] ?? '');
}

function isRelative(address: string | undefined): boolean {
  return !/^(https?:\/\/|mailto:|tel:)/.test(address ?? '');
}

function plainText(html: string): string {
  const element = parseHtml(`<main>${html}</main>`).querySelector('main');
  return element ? readableText(element) : '';
}
