import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { compareArchives, isLoss, releaseFiles, type ReleaseFiles } from '../archive/seal/compare.ts';
import { comparisonWords } from '../archive/seal/comparison-words.ts';
import { UsageError } from '../build/failure.ts';
import { CHECKSUMS } from '../archive/site-paths.ts';
import { parseChecksums } from '../data/checksums.ts';
import { declaredChanges, filesInData } from '../data/read-data.ts';
import { printable } from '../text/printable.ts';
import { placesOf, type CommandContext } from './command.ts';
import { addressReader, folderReader, siteOf, type Network, type SiteReader } from './site-reader.ts';
import type { SumsList } from './verdict.ts';

/** A former state of an archive. */
interface Former {
  /** As it was given. */
  readonly name: string;
  readonly files: ReleaseFiles;
  /** False where the list may lack files that were published. */
  readonly complete: boolean;
}

/**
 * Reads a former state: a `SHA256SUMS` or a `releases.json`, a folder with a built site, or the address of one of the three.
 * Throws a `UsageError` where it is none.
 */
export async function readFormer(given: string, context: CommandContext, network: Network): Promise<Former> {
  if (/^https?:\/\//i.test(given)) {
    const isData = /\.json$/.test(new URL(given).pathname);
    const site = isData ? new URL('.', given) : siteOf(given);
    const name = isData ? path.posix.basename(new URL(given).pathname) : CHECKSUMS;
    return parseFormer(given, await readWhole(addressReader(site, network), name));
  }
  const found = placesOf(given, context).find((file) => statSync(file, { throwIfNoEntry: false }));
  if (found === undefined) throw new UsageError(`There is no file or folder "${given}" to compare with.`);
  if (statSync(found).isDirectory()) return parseFormer(given, await readWhole(folderReader(found), CHECKSUMS));
  return parseFormer(given, readFileSync(found));
}

/** Compares a site with a former state: a line for each release that is not as it was, a sentence, and whether all is well. */
export async function verifySince(
  former: Former,
  site: SiteReader,
  list: SumsList,
): Promise<{ readonly lines: readonly string[]; readonly ok: boolean }> {
  const now = releaseFiles(parseChecksums(new TextDecoder().decode(list.bytes)).checksums);
  const data = await readData(site);
  const changes = data.flatMap((text) => declaredChanges(text) ?? []);
  const comparison = compareArchives(former.files, now, changes, former.complete);
  const { losses, others, summary } = comparisonWords(comparison, 20);
  const lines = [...others, ...losses, `Since ${former.name}: ${summary}.`];
  return { lines: lines.map(printable), ok: !isLoss(comparison) };
}

/** The open data: one file, or its parts by year where free hosts would refuse the whole. */
async function readData(site: SiteReader): Promise<string[]> {
  const whole = await site.read('data/releases.json');
  if (whole) return [whole.toString()];
  const index = (await site.read('data/index.json'))?.toString() ?? '';
  const years = [...index.matchAll(/"year": (\d{4})/g)].map(([, year]) => site.read(`data/releases-${year}.json`));
  return (await Promise.all(years)).flatMap((part) => part?.toString() ?? []);
}

async function readWhole(site: SiteReader, name: string): Promise<Buffer> {
  const bytes = await site.read(name);
  if (!bytes) throw new UsageError(`There is no ${site.nameOf(name)} to compare with.`);
  return bytes;
}

function parseFormer(name: string, bytes: Buffer): Former {
  const text = bytes.toString();
  if (/^\s*\{/.test(text)) {
    const files = filesInData(text);
    if (files) return { name, files, complete: false };
  }
  const { checksums } = parseChecksums(text);
  if (checksums.length > 0) return { name, files: releaseFiles(checksums), complete: true };
  throw new UsageError(`${name} is neither a ${CHECKSUMS} nor a releases.json of an archive.`);
}
