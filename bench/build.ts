import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { counted } from '../src/text/counted.ts';
import { describeMachine } from './build/machine.ts';
import { MOST_COMPARED, readOptions, USAGE } from './build/options.ts';
import { copyReleases } from './build/releases.ts';
import { reportResult, type Result } from './build/report.ts';
import { runRounds } from './build/rounds.ts';
import { findContenders } from './compare/contenders.ts';
import { writeMarket } from './generate/market.ts';

// How long our build takes, clean and after one release was added, and our check; how much memory, files and bytes;
// side by side with Hugo, Eleventy and a plain Astro site, each with Pagefind's command line, on the same releases.
//
//   node bench/build.ts [--size 1000,10000] [--seed 1] [--releases FOLDER] [--runs 3] [--no-compare] [--keep] [--json FILE]
//
// Ends with status 1 where a rebuild differs from a clean build.

const read = readOptions(process.argv.slice(2));
if (read === undefined) {
  process.stdout.write(`Usage: ${USAGE}\n`);
  process.exit(0);
}
if (typeof read === 'string') {
  process.stderr.write(`${read}\nUsage: ${USAGE}\n`);
  process.exit(2);
}
const options = read;
// npm starts a command in the project, wherever the person stands.
const standing = process.env['INIT_CWD'] || process.cwd();
const source = options.releases === undefined ? undefined : resolve(standing, options.releases);
if (source !== undefined && !existsSync(source)) {
  process.stderr.write(`There is no folder ${options.releases}.\nUsage: ${USAGE}\n`);
  process.exit(2);
}

const contenders = findContenders();
const machine = describeMachine(contenders);
process.stdout.write(`${machine.join('\n')}\n`);
// Inside the project, on the disk on which its own builds are; a build moves what it has made and does not copy it.
const cache = resolve(import.meta.dirname, '../.cache');
await mkdir(cache, { recursive: true });
const work = await mkdtemp(join(cache, 'bench-'));
process.once('SIGINT', () => {
  if (!options.keep) rmSync(work, { recursive: true, force: true });
  process.exit(130);
});
const results: Result[] = [];
try {
  for (const size of options.sizes) {
    const result = await measureSize(size);
    results.push(result);
    process.stdout.write(`\n${reportResult(result).join('\n')}\n`);
  }
} finally {
  if (options.keep) process.stderr.write(`Releases and sites are kept in ${work}\n`);
  else await rm(work, { recursive: true, force: true });
}
if (options.json !== undefined)
  await writeFile(resolve(standing, options.json), `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
process.exitCode = results.some(({ unequal }) => unequal.length > 0) ? 1 : 0;

async function measureSize(size: number): Promise<Result> {
  const folder = join(work, String(size));
  const prepared = await prepareReleases(size, join(folder, 'releases'));
  const compare = options.compare ?? size <= MOST_COMPARED;
  const absent = contenders.filter(({ installed }) => !installed).map(({ version }) => version);
  const rounds = await runRounds(
    folder,
    contenders.filter(({ installed }) => compare && installed),
    options.runs,
    (text) => process.stderr.write(`${text}\n`),
  );
  if (!options.keep) await rm(folder, { recursive: true, force: true });
  return { ...prepared, ...rounds, skipped: compare ? absent : ['Other generators were not compared.'] };
}

/** Fills a folder with releases and says what they are. */
async function prepareReleases(size: number, target: string): Promise<Pick<Result, 'releases' | 'count'>> {
  if (source === undefined) {
    await writeMarket(target, size, options.seed);
    return { releases: `${counted(size, 'generated release')}, seed ${options.seed}`, count: size };
  }
  const { copied, refused } = await copyReleases(source, target, size);
  if (copied === 0) throw new Error(`There is no release in ${options.releases}.`);
  const passed = refused > 0 ? `, ${counted(refused, 'other')} passed over because the build refuses them` : '';
  return { releases: `${counted(copied, 'release')} of ${options.releases}${passed}`, count: copied };
}
