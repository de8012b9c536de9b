import { hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Release } from '../release/schema.ts';
import { typeOf } from '../release/types.ts';
import { closePagefind } from '../search/ask-pagefind.ts';
import { pageMaker } from '../search/index-page.ts';
import { createShardIndex, type Files } from '../search/shard-index.ts';
import { shardEntry } from '../search/shard-list.ts';
import { SHARD_SIZE, shardReleases } from '../search/shards.ts';
import type { SearchRecord } from '../search/text.ts';
import { createVocabulary } from '../search/vocabulary.ts';
import type { Environment } from './environment.ts';
import { openKeptShards } from './kept-shards.ts';
import type { SiteFolder } from './site-folder.ts';
import type { Site } from './site.ts';
import { programOf, shardFiles, writeShardList } from './write-index.ts';

/** The folder of the site that holds the search index. */
const INDEX = 'pagefind';

/** The search index of a site that is being made. */
interface SiteIndex {
  /** How many releases are to be indexed anew, as far as is known before what was kept is looked through. */
  missing(): number;
  /**
   * Writes the index, with the names of companies for the search page, into the site's folder once `ready` says that it may
   * be written into. Comes back with how many releases were indexed anew. Rejects where a release could not be indexed.
   */
  write(ready: Promise<void>): Promise<number>;
  /** What the system said where shards could not be kept for the next build. */
  cacheFault(): string | undefined;
}

/**
 * Begins a site's search index. Shards that an earlier build has kept are taken, unless `environment.clean` forbids it; the
 * same site gives the same bytes either way. `give` gets the files of shards that were made anew, to write them where that
 * takes no time from the indexing.
 */
export function openSiteIndex(
  site: Site,
  environment: Pick<Environment, 'project' | 'cache' | 'releases' | 'clean'>,
  folder: SiteFolder,
  {
    shardSize = SHARD_SIZE,
    give = (files) => writeAll(files, folder.write),
  }: { readonly shardSize?: number; readonly give?: (files: Files) => void } = {},
): SiteIndex {
  const kept = openKeptShards(environment.cache, `${environment.releases} ${site.urls.base}`);
  const program = programDigest(environment.project);
  const records = site.archive.releases.map((release) => ({ ...recordFacts(site, release), release }));
  const shards = shardReleases(records, shardSize).map((shard) => {
    const key = shardKey(site, program, shard.items);
    return { ...shard, key, entry: shardEntry(shard, key.slice(0, 16)) };
  });
  const write: SiteFolder['write'] = (name, content) => folder.write(`${INDEX}/${name}`, content);
  return {
    missing: () =>
      shards.reduce((sum, { key, items }) => sum + (environment.clean || !kept.has(key) ? items.length : 0), 0),
    async write(ready) {
      const vocabulary = createVocabulary();
      const makePage = pageMaker(vocabulary);
      let anew = 0;
      const put = async ({ key, entry, items }: (typeof shards)[number], made: Promise<Files>): Promise<void> => {
        const files = await made;
        kept.keep(key, files);
        anew += items.length;
        await ready;
        writeAll(programOf(files), write);
        give(new Map([...shardFiles(entry, files)].map(([name, bytes]) => [`${INDEX}/${name}`, bytes])));
      };
      try {
        let last = Promise.resolve();
        for (const shard of shards) {
          const known = environment.clean ? undefined : kept.take(shard.key);
          if (known) {
            await ready;
            writeAll(programOf(known), write);
            writeAll(shardFiles(shard.entry, known), write);
            continue;
          }
          const index = createShardIndex(vocabulary, makePage);
          await addReleases(site, shard.items, index);
          // Pagefind is asked for a shard's last words while the next one is begun; there are never more than two.
          await last;
          last = put(shard, index.finish());
          last.catch(() => undefined);
        }
        await last;
      } finally {
        await closePagefind();
      }
      await ready;
      kept.retain(shards.map(({ key }) => key));
      writeShardList(
        shards.map(({ entry }) => entry),
        write,
      );
      const companies = site.archive.companies.map(({ company }) => [company.code, company.name]);
      write('companies.json', Buffer.from(`${JSON.stringify(companies)}\n`));
      return anew;
    },
    cacheFault: () => kept.fault(),
  };
}

async function addReleases(
  site: Site,
  items: readonly (RecordFacts & { readonly release: Release })[],
  index: ReturnType<typeof createShardIndex>,
): Promise<void> {
  for (const [at, { release, ...facts }] of items.entries()) {
    index.add({ ...facts, html: site.render(release) });
    // Pagefind is asked and answers meanwhile.
    if (at % TURN === 0) await setImmediate();
  }
}

function writeAll(files: Files, write: SiteFolder['write']): void {
  for (const [name, bytes] of files) write(name, bytes);
}

/** Releases that are indexed before other work of the thread has its turn. */
const TURN = 20;

type RecordFacts = Omit<SearchRecord, 'html'>;

/**
 * A digest of all that a shard's index is made from: the program, the files of its releases with what lies beside them,
 * and what the archive adds, such as companies' former names. Where the text's links lead is not in the index.
 */
function shardKey(
  site: Site,
  program: string,
  items: readonly (RecordFacts & { readonly release: Release })[],
): string {
  const parts = items.map(({ release, ...facts }) => [
    facts,
    site.digestOf(`${release.id}.md`),
    site.filesOf(release).map((file) => file.name),
  ]);
  return hash('sha256', JSON.stringify([program, parts]));
}

/** A digest of the program that makes an index: of its source, and of the versions of what it depends on. */
function programDigest(project: string): string {
  const sources = ['src/release', 'src/archive', 'src/search', 'src/site'].flatMap((folder) =>
    readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
      .filter((name) => /\.(?:ts|json)$/.test(name)),
  );
  const files = [...sources.toSorted(), 'package-lock.json'].map((name) => [
    name,
    hash('sha256', readFileSync(path.join(project, name))),
  ]);
  return hash('sha256', JSON.stringify([process.version, files]));
}

/** A release as search knows it, but for its text. Its companies are known by all names and codes that they have had. */
function recordFacts(site: Site, release: Release): RecordFacts {
  const { archive, urls } = site;
  const companies = release.code.map((code) => archive.companyOf(release, code));
  return {
    id: release.id,
    url: urls.release(release.id),
    title: release.title,
    codes: release.code,
    otherCodes: unique(
      companies.flatMap(({ code, former = [] }) => [code, ...former.flatMap((one) => one.code ?? [])]),
    ),
    companies: unique(companies.flatMap(({ name, former = [] }) => [name, ...former.flatMap((one) => one.name ?? [])])),
    types: (release.types ?? []).map(typeOf),
    date: release.date,
    ...(release.priceSensitive !== undefined && { priceSensitive: release.priceSensitive }),
    correctedBy: unique((archive.correctedBy.get(release.id) ?? []).map(({ correction }) => correction.kind)),
    corrects: unique((release.corrects ?? []).map(({ kind }) => kind)),
    hasAttachment: (release.attachments ?? []).length > 0,
    language: release.language ?? 'en-AU',
  };
}

function unique<Value extends string>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
