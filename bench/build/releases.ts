import { constants } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkArchive } from '../../src/archive/check/check-archive.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { config } from '../../src/config.ts';
import { formatRelease } from '../../src/release/format.ts';
import { freeId, idOf } from '../../src/release/naming.ts';
import { compareText } from '../../src/text/compare-text.ts';
import { readSydneyDate } from '../../src/release/sydney-time.ts';
import { chances } from '../generate/chance.ts';
import { drawText } from '../generate/text.ts';
import { filesIn } from './tree.ts';

interface Copied {
  readonly copied: number;
  readonly refused: number;
}

/**
 * Copies the first `size` releases of a folder, by their paths in the order of code units, with the documents beside them.
 * Releases that a build refuses are passed over. Returns how many were copied and how many refused.
 */
export async function copyReleases(source: string, target: string, size: number): Promise<Copied> {
  const files = await filesIn(source);
  const waiting = files.filter((file) => file.endsWith('.md'));
  for (const file of files.filter((file) => !file.endsWith('.md'))) await copy(source, target, file);
  let [copied, refused] = [0, 0];
  while (copied < size && waiting.length > 0) {
    const next = waiting.splice(0, size - copied);
    for (const file of next) await copy(source, target, file);
    const wrong = wrongFiles(target);
    for (const file of wrong) await rm(join(target, file));
    refused += wrong.length;
    copied = readReleases(target, '').releases.length;
  }
  return { copied, refused };
}

async function copy(source: string, target: string, file: string): Promise<void> {
  await mkdir(dirname(join(target, file)), { recursive: true });
  await copyFile(join(source, file), join(target, file), constants.COPYFILE_FICLONE);
}

function wrongFiles(folder: string): readonly string[] {
  const problems = checkArchive(readReleases(folder, ''), Date.now(), config.advice);
  const wrong = problems.filter(({ severity }) => severity === 'error');
  const other = wrong.find(({ file }) => !file.endsWith('.md'));
  if (other) throw new Error(`${other.file}: ${other.message}`);
  return [...new Set(wrong.map(({ file }) => file))];
}

/** Writes one more release, the newest, of the fictional company; returns the path of its file. */
export async function addRelease(folder: string): Promise<string> {
  const { releases } = readReleases(folder, '');
  const day = releases.map(({ date }) => date.day).reduce((a, b) => (compareText(a, b) > 0 ? a : b));
  const read = readSydneyDate(`${day} 19:29`);
  if ('finding' in read) throw new Error(read.finding.message);
  const title = 'Added while the build was measured';
  const taken = new Set(releases.map(({ id }) => id));
  const file = join(folder, `${freeId(idOf(day, title), (id) => taken.has(id))}.md`);
  const body = drawText(chances(1), { words: 600, tables: 1 });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, formatRelease({ title, code: ['XMX'], date: read.date, types: ['progress-report'], body }));
  return file;
}
