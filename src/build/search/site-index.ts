import { hash } from 'node:crypto';
import { SEARCH_INDEX } from '../../archive/site-paths.ts';
import type { Release } from '../../release/schema.ts';
import type { Names } from '../../search/query/names.ts';
import { typeOf } from '../../release/types.ts';
import type { Environment } from '../environment.ts';
import { programDigest } from '../program-digest.ts';
import type { SiteFolder } from '../site-folder.ts';
import type { Site } from '../site.ts';
import { openKeptShards } from './kept-shards.ts';
import { writeSearchIndex, type IndexSource } from './write-index.ts';

/** What was indexed. */
interface Indexed {
  /** How many releases were indexed anew. */
  readonly indexed: number;
  /** What the system said where shards could not be kept for the next build. */
  readonly cacheFault: string | undefined;
}

/**
 * Writes the search index of a site, with the names of companies for the search page, into its folder. Shards that an earlier
 * build has kept are taken, unless `environment.clean` forbids it; the same site gives the same bytes either way. Rejects where
 * a release could not be indexed.
 */
export async function writeSiteIndex(
  site: Site,
  environment: Pick<Environment, 'cache' | 'clean'>,
  folder: SiteFolder,
  { shardSize }: { readonly shardSize?: number } = {},
): Promise<Indexed> {
  const kept = openKeptShards(environment.cache, environment);
  const program = programDigest(['text', 'release', 'archive', 'search', 'pagefind-index', 'build']);
  const write: SiteFolder['write'] = (name, content) => folder.write(`${SEARCH_INDEX}/${name}`, content);
  const { indexed } = await writeSearchIndex(
    site.archive.releases.map((release) => ({
      ...recordFacts(site, release),
      release,
      html: () => site.render(release),
    })),
    write,
    {
      kept: { shards: kept, keyOf: (items) => shardKey(site, program, items) },
      ...(shardSize !== undefined && { shardSize }),
    },
  );
  kept.forgetUnused();
  write('names.json', Buffer.from(`${JSON.stringify(namesOf(site))}\n`));
  return { indexed, cacheFault: kept.fault() };
}

/** What a search knows of companies and of what things are called here. */
function namesOf({ archive, parts }: Site): Names {
  return {
    companies: archive.companies.map(({ company: { code, name, former = [] } }) => ({
      code,
      name,
      formerCodes: unique(former.flatMap((one) => one.code ?? [])),
      formerNames: unique(former.flatMap((one) => one.name ?? [])),
    })),
    synonyms: parts.settings.synonyms ?? [],
  };
}

/**
 * A digest of all that a shard's index is made from: the program, the files of its releases with what lies beside them,
 * and what the archive adds, such as companies' former names. Where the text's links lead is not in the index.
 */
function shardKey(
  site: Site,
  program: string,
  items: readonly (IndexSource & { readonly release: Release })[],
): string {
  const parts = items.map(({ release, ...facts }) => [
    facts,
    site.digestOf(`${release.id}.md`),
    site.filesOf(release).map((file) => file.name),
  ]);
  return hash('sha256', JSON.stringify([program, parts]));
}

/** A release as search knows it, but for its text. Its companies are known by all names and codes that they have had. */
function recordFacts(site: Site, release: Release): Omit<IndexSource, 'html'> {
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
