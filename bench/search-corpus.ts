import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRelease } from '../src/release/parse.ts';
import { renderBody } from '../src/release/render.ts';
import type { SearchRecord } from '../src/search/record/search-record.ts';

/**
 * The releases of a folder as search knows them, newest first; those that have errors are left out.
 * `half` takes one of two fixed halves, `share` a part: both by a digest of the file's path.
 */
export async function readRecords(root: string, half?: number, share = 1): Promise<readonly SearchRecord[]> {
  const isTaken = (file: string): boolean => {
    const digest = digestOf(file);
    return (half === undefined || (digest[0] ?? 0) % 2 === half) && digest.readUInt32BE(4) / 2 ** 32 < share;
  };
  return readFiles(root, (await filesOf(root)).filter(isTaken));
}

/** So many releases of a folder, always the same of the same files: those with the lowest digests of a seed and their path. */
export async function readSample(root: string, count: number, seed: string): Promise<readonly SearchRecord[]> {
  const files = (await filesOf(root)).map((file) => ({ file, digest: digestOf(`${seed} ${file}`).toString('hex') }));
  const chosen = files.toSorted((a, b) => (a.digest < b.digest ? -1 : 1)).slice(0, count);
  return readFiles(
    root,
    chosen.map(({ file }) => file),
  );
}

async function filesOf(root: string): Promise<readonly string[]> {
  return (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.md')).toSorted();
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function readFiles(root: string, files: readonly string[]): Promise<readonly SearchRecord[]> {
  const found: SearchRecord[] = [];
  for (const file of files) {
    const { release } = parseRelease(file, await readFile(join(root, file), 'utf8'));
    if (!release) continue;
    const { html } = renderBody(release.body, { link: () => undefined, picture: () => undefined });
    found.push({
      id: release.id,
      url: `/releases/${release.id}/`,
      title: release.title,
      html,
      codes: release.code,
      otherCodes: [],
      companies: [],
      types: [],
      date: release.date,
      correctedBy: [],
      corrects: [],
      hasAttachment: false,
      language: 'en',
    });
  }
  return found.toSorted((a, b) => (a.date.day < b.date.day ? 1 : a.date.day > b.date.day ? -1 : a.id < b.id ? 1 : -1));
}
