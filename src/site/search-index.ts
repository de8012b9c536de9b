import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Release } from '../release/schema.ts';
import { typeOf } from '../release/types.ts';
import { indexReleases, isIndexFile, programFiles } from '../search/index-releases.ts';
import type { ShardList } from '../search/shard-list.ts';
import { SHARD_SIZE } from '../search/shards.ts';
import type { SearchRecord } from '../search/text.ts';
import type { Site } from './state.ts';

/** Writes the search index of a site, and the names of its companies for the search page, into `pagefind/` of the folder in which it is built. */
export async function indexSite(site: Site, staging: string): Promise<void> {
  const records = site.archive.releases.map((release) => searchRecord(site, release));
  const folder = path.join(staging, 'pagefind');
  await writeSearchIndex(records, folder);
  const companies = site.archive.companies.map(({ company }) => [company.code, company.name]);
  await writeFile(path.join(folder, 'companies.json'), `${JSON.stringify(companies)}\n`);
}

/**
 * Writes a search index into a folder: `shards.json`, Pagefind's script and WebAssembly once, and a folder for each shard.
 * The records come newest first; the same records give the same bytes.
 */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  folder: string,
  shardSize: number = SHARD_SIZE,
): Promise<ShardList> {
  await mkdir(folder, { recursive: true });
  const list = await indexReleases(records, folder, shardSize);
  for (const [place, { name }] of list.shards.entries()) {
    for (const file of await readdir(path.join(folder, name))) {
      const from = path.join(folder, name, file);
      if (place === 0 && programFiles.has(file)) await rename(from, path.join(folder, file));
      else if (!isIndexFile(file)) await rm(from);
    }
  }
  await writeFile(path.join(folder, 'shards.json'), `${JSON.stringify(list)}\n`);
  return list;
}

/** A release as search knows it. Its companies are known by all names and codes that they have had. */
export function searchRecord(site: Site, release: Release): SearchRecord {
  const { archive, urls } = site;
  const companies = release.code.map((code) => archive.companyOf(release, code));
  return {
    id: release.id,
    url: urls.release(release.id),
    title: release.title,
    html: site.render(release).html,
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
