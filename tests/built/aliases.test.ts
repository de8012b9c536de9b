import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { aliasFile } from '../../src/archive/alias-file.ts';
import { sitePages, type SitePages } from '../../src/archive/check/addresses.ts';
import { createCheckContext } from '../../src/archive/check/context.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { aliasFinding } from '../../src/release/value-findings.ts';
import { builtBelow, builtSite } from '../support/site.ts';
import { sampleArchive } from '../support/sample-archive.ts';

let pages: SitePages;
let own: string[];

beforeAll(() => {
  const folder = readReleases(sampleArchive(), 'archive');
  pages = sitePages(createCheckContext(folder));
  const aliases = new Set(folder.releases.flatMap((release) => (release.aliases ?? []).map(aliasFile)));
  own = [builtSite(), builtBelow()].flatMap((site) =>
    readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((file) => !aliases.has(file.replace(/\.(?:br|gz)$/, ''))),
  );
});

const refused = (alias: string): boolean =>
  aliasFinding(alias) !== undefined || pages.conflict(alias, 'new') !== undefined;

test('check refuses an alias at every file of the site, and below every file, in any writing', () => {
  expect(own.length).toBeGreaterThan(1000);
  const spellings = own.flatMap((file) => {
    const encoded = `/${file}`.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
    return [`/${file}`, `/${file}/y`, `/${file}.gz`, `/${file.toUpperCase()}`, encoded, `${encoded}/y.html`];
  });
  expect(spellings.filter((alias) => !refused(alias))).toEqual([]);
});

test('the page of an alias that check takes never meets a file of the site', () => {
  const files = new Set(own.map((file) => file.toLowerCase()));
  const folders = new Set([...files].flatMap((file) => prefixes(file)));
  const segment = fc.constantFrom(
    ...new Set(own.slice(0, 4000).flatMap((file) => file.split('/'))),
    ...['x', 'x.html', 'index.html', '.git', '2020', '1', 'a.md'],
  );
  const alias = fc
    .tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '/'))
    .map(([segments, end]) => `/${segments.join('/')}${end}`);
  fc.assert(
    fc.property(alias, (written) => {
      const file = refused(written) ? undefined : aliasFile(written)?.toLowerCase();
      if (file === undefined) return;
      expect([written, files.has(file), folders.has(file), prefixes(file).filter((one) => files.has(one))]).toEqual([
        written,
        false,
        false,
        [],
      ]);
    }),
    { seed: 11, numRuns: 20_000 },
  );
});

/** The folders around a file. */
function prefixes(file: string): string[] {
  const segments = file.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
