import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnvironment } from '../../src/site/environment.ts';
import { createSite, type SiteParts } from '../../src/site/site.ts';
import { readSite } from '../../src/site/state.ts';
import { exchangeEnds, exchangeTexts, type ExchangeEnd } from '../../src/site/text-exchange.ts';

const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let parts: SiteParts;
// Three pieces, the last of them smaller.
const COUNT = 120;
beforeAll(() => {
  const variables = { RELEASES_DIR: join(folder, 'releases') };
  mkdirSync(variables.RELEASES_DIR);
  for (let at = 0; at < COUNT; at++) {
    const day = new Date(Date.UTC(2021, 0, 1 + at)).toISOString().slice(0, 10);
    const text = `---\ntitle: Pour ${at}\ncode: XMX\ndate: ${day}\n---\n\nPour *${at}*.\n`;
    writeFileSync(join(variables.RELEASES_DIR, `${day}-pour.md`), text);
  }
  const environment = readEnvironment(variables, resolve(import.meta.dirname, '../..'));
  const { site } = readSite(environment, { drafts: false, now: Date.parse('2026-11-23T00:00Z'), variables });
  if (!site) throw new Error('The releases have no problem.');
  parts = site.parts;
});

/** A site at one end; which of its releases, by their place, it has made texts of. */
function siteAt(end: ExchangeEnd, memory = 1_000_000) {
  const site = createSite({ ...parts, bodies: new Map(parts.bodies) }, 1_000_000);
  const { releases } = site.archive;
  const made: number[] = [];
  const watched = {
    ...site,
    renderForTransfer(release: (typeof releases)[number]) {
      made.push(releases.indexOf(release));
      return site.renderForTransfer(release);
    },
  };
  const makeRest = exchangeTexts(watched, end, memory);
  const ask = (place: number): string => {
    const release = releases[place];
    return release ? `${site.render(release).trim()} ${site.summary(release)}` : '';
  };
  return { ask, made, makeRest };
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const textOf = (place: number): string => `<p>Pour <em>${COUNT - 1 - place}</em>.</p> Pour ${COUNT - 1 - place}.`;

test('what one thread has made, newest first, the other takes', () => {
  const [end, other] = exchangeEnds();
  const [first, second] = [siteAt(end), siteAt(other)];
  expect(first.ask(0)).toBe(textOf(0));
  expect(first.made).toEqual(range(0, 50));
  expect([0, 49].map(second.ask)).toEqual([0, 49].map(textOf));
  expect(second.made).toEqual([]);
  expect(second.ask(50)).toBe(textOf(50));
  expect(second.made).toEqual(range(50, 100));
  expect(first.ask(119)).toBe(textOf(119));
  expect(first.made).toEqual([...range(0, 50), ...range(100, 120)]);
});

test('who needs a text that the other is at makes the next ones meanwhile, and at the end its own', () => {
  const [end, other] = exchangeEnds();
  // Somebody has begun the first piece, and never hands it over.
  Atomics.add(new Int32Array(other.begun), 0, 1);
  const { ask, made } = siteAt(end);
  expect(ask(7)).toBe(textOf(7));
  expect(made).toEqual(range(50, 120));
  expect([8, 60].map(ask)).toEqual([8, 60].map(textOf));
  expect(made).toEqual(range(50, 120));
});

test('a thread that has time makes what nobody has begun, as much as memory holds', async () => {
  const [end, other] = exchangeEnds();
  const [first, second] = [siteAt(end, 1500), siteAt(other)];
  await first.makeRest();
  // A text has some twenty characters, a piece a thousand.
  expect(first.made).toEqual(range(0, 100));
  await second.makeRest();
  expect(second.made).toEqual(range(100, 120));
  await first.makeRest();
  expect(first.made).toEqual(range(0, 100));
  expect(range(0, COUNT).map(first.ask)).toEqual(range(0, COUNT).map(textOf));
});
