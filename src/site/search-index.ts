import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Release } from '../release/schema.ts';
import { typeOf } from '../release/types.ts';
import { shardEntry } from '../search/shard-list.ts';
import { SHARD_SIZE, shardReleases } from '../search/shards.ts';
import type { SearchRecord } from '../search/text.ts';
import type { Environment } from './environment.ts';
import { startIndexThread } from './index-thread.ts';
import { openKeptShards, type KeptShards } from './kept-shards.ts';
import type { Site } from './state.ts';
import { completeIndex } from './write-index.ts';

/** The folder of the site that holds the search index. */
export const INDEX = 'pagefind';

/** The search index while it is made beside the rendering. */
export interface Indexing {
  /** How many releases are indexed anew; the shards of the others are kept from an earlier build. */
  readonly anew: number;
  /**
   * Waits for the index, and puts it with the names of companies for the search page into its folder of the site.
   * Rejects where a release could not be indexed. `seconds` is the time that indexing took, `digests` are those of files
   * that were hashed on the way, by their path below the site's root.
   */
  finish(staging: string): Promise<{ readonly seconds: number; readonly digests: ReadonlyMap<string, string> }>;
}

/**
 * Begins to index a site's releases, in a thread of its own: those of a shard that an earlier build has kept, unless
 * `environment.clean` forbids it, are not indexed again. The same site gives the same bytes either way.
 */
export function startIndexing(site: Site, environment: Environment, shardSize: number = SHARD_SIZE): Indexing {
  const kept = openKeptShards(environment.cache, `${environment.releases} ${site.urls.base}`);
  const program = programDigest(environment);
  const records = site.archive.releases.map((release) => ({ ...recordFacts(site, release), release }));
  const shards = shardReleases(records, shardSize).map((shard) => {
    const key = shardKey(site, program, shard.items);
    return { ...shard, key, entry: shardEntry(shard, key.slice(0, 16)) };
  });
  const missing = shards.filter(({ key }) => environment.clean || !kept.has(key));
  const started = performance.now();
  let seconds = 0;
  const made = makeShards(site, missing, kept).then(() => {
    seconds = (performance.now() - started) / 1000;
  });
  // `finish` tells of it; until then rendering goes on.
  made.catch(() => undefined);
  return {
    anew: missing.reduce((sum, { items }) => sum + items.length, 0),
    async finish(staging) {
      await made;
      const folder = path.join(staging, INDEX);
      mkdirSync(folder, { recursive: true });
      const digests = new Map<string, string>();
      for (const { key, entry } of shards)
        for (const [name, digest] of kept.copy(key, path.join(folder, entry.name)))
          digests.set(`${INDEX}/${entry.name}/${name}`, digest);
      kept.retain(shards.map(({ key }) => key));
      await completeIndex(
        shards.map(({ entry }) => entry),
        folder,
      );
      const companies = site.archive.companies.map(({ company }) => [company.code, company.name]);
      await writeFile(path.join(folder, 'companies.json'), `${JSON.stringify(companies)}\n`);
      return { seconds, digests };
    },
  };
}

type RecordFacts = Omit<SearchRecord, 'html'>;

interface WantedShard {
  readonly key: string;
  readonly items: readonly (RecordFacts & { readonly release: Release })[];
}

/**
 * One after the other, since Pagefind needs much memory for each. The largest come first: what is left to do when all
 * pages are rendered is then the writing of a small one.
 */
async function makeShards(site: Site, shards: readonly WantedShard[], kept: KeptShards): Promise<void> {
  if (shards.length === 0) return;
  const thread = startIndexThread();
  const written: Promise<void>[] = [];
  try {
    for (const { key, items } of shards.toSorted((a, b) => b.items.length - a.items.length)) {
      for (const { release, ...facts } of items) await thread.add({ ...facts, html: site.render(release).html });
      const shard = thread.write(kept.place(key)).then((digests) => kept.keep(key, digests));
      // Whoever waits for all hears of it.
      shard.catch(() => undefined);
      written.push(shard);
    }
    await Promise.all(written);
  } finally {
    await thread.close();
  }
}

/**
 * A digest of all that a shard's index is made from: the program, the files of its releases with what lies beside them,
 * and what the archive adds, such as companies' former names. Where the text's links lead is not in the index.
 */
function shardKey(site: Site, program: string, items: WantedShard['items']): string {
  const parts = items.map(({ release, ...facts }) => [
    facts,
    site.digestOf(`${release.id}.md`),
    site.filesOf(release).map((file) => file.name),
  ]);
  return hash('sha256', JSON.stringify([program, parts]));
}

/** A digest of the program that makes an index: of its source, and of the versions of what it depends on. */
function programDigest({ project }: Environment): string {
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
