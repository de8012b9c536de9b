import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createUrls } from '../../src/archive/urls.ts';
import { writeCards } from '../../src/build/output/cards.ts';
import { openSiteFolder } from '../../src/build/site-folder.ts';
import type { Site } from '../../src/build/site.ts';
import { cardOf, cards } from '../../src/data/cards.ts';
import { pictureSize } from '../../src/files/picture-size.ts';
import { archiveOf } from '../support/archive.ts';
import { xmlFaultsByName } from '../support/xml.ts';

const companies = [{ code: 'XMX', name: 'Example <Minerals> & Sons Limited' }];
const archive = archiveOf({ '2020/a': 'code: XMX', '2020/b': 'code: XZX' }, { companies });
const urls = createUrls({ origin: 'https://archive.example', base: '/' });
const title = 'Example Minerals announcements';

test('there is one picture for the site and one for each company that archive.yml names, and all are XML', async () => {
  const made = cards({ archive, title });
  expect(made.map(({ name }) => name)).toEqual(['site', 'xmx']);
  expect(await xmlFaultsByName(new Map(made.map(({ name, svg }) => [name, svg])))).toEqual([]);
  const addresses = archive.releases.map((release) => [release.id, cardOf(release, archive, urls)]);
  expect(Object.fromEntries(addresses)).toEqual({ '2020/a': '/cards/xmx.png', '2020/b': '/cards/site.png' });
});

test('the span of the archive and its notice stand whole on a picture, in two lines', () => {
  const notice =
    'Example Minerals Limited and all other companies here are fictional. These releases were made up to test the archive.';
  const noticed = archiveOf({ '2016/a': 'date: 2016-05-16', '2026/b': 'date: 2026-01-29' }, { companies, notice });
  const [site] = cards({ archive: noticed, title });
  expect(site?.svg).not.toContain('…');
  for (const end of ['January 2026', 'test the archive.']) expect(site?.svg).toContain(end);
});

test('the logo stands on every picture', () => {
  for (const { svg } of cards({ archive, title, logo: 'data:image/png;base64,AAAA' }))
    expect(svg).toContain('href="data:image/png;base64,AAAA"');
});

test.each([
  ['a long name', 'The Very Long Name of a Company That Mines Copper, Nickel and Several Rare Earths Limited'],
  ['a word without an end', 'X'.repeat(300)],
  ['a name in other letters', 'Ελληνικά Μεταλλεία — Café Résumé'],
])('a picture of %s is drawn, 1,200 by 630, the same each time, with no font of the machine', async (_, name) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cards-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const named = archiveOf({ '2020/a': 'code: XMX' }, { companies: [{ code: 'XMX', name }], notice: 'Fictional.' });
  const digests: string[] = [];
  for (const one of ['a', 'b']) {
    await writeCards(
      { archive: named, title, parts: { root: folder } } as unknown as Site,
      openSiteFolder(path.join(folder, one)),
    );
    const png = readFileSync(path.join(folder, one, 'cards/xmx.png'));
    expect(pictureSize(png)).toEqual({ width: 1200, height: 630 });
    digests.push(createHash('sha256').update(png).digest('hex'));
  }
  expect(digests[0]).toBe(digests[1]);
});
