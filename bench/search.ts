import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRecords } from './search-corpus.ts';
import { engines, type Find } from './search-engines.ts';
import { classItems, queryClasses } from './search-classes.ts';
import { knownItems, querySets, type KnownItem } from './search-queries.ts';

// How often a release is found first, and among the first ten, by what somebody recalls of its headline:
// our search, Pagefind's plain index with its default ranking, MiniSearch as its users set it, and BM25, on the same texts;
// and the same for queries as people type them, class by class.
//
//   node bench/search.ts FOLDER [--half 0|1] [--queries 1000] [--seed 11] [--share 0.3] [--keep DIR] [--misses]
//
// A fixed half of the releases is taken: what src/search/query/rank.ts holds was chosen on half 0, and half 1 (the default) is reported.
// `--keep` keeps the indexes in a folder, one for each half, and uses those that are there: right as long as neither
// the releases nor the program that indexes them changes. `--misses` lists what ours did not find in the first ten.

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: 'string', default: '1' },
    share: { type: 'string', default: '1' },
    queries: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '11' },
    keep: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('Name a folder of releases: node bench/search.ts FOLDER\n');
  process.exit(2);
}

const records = await readRecords(resolve(folder), Number(values.half), Number(values.share));
const headlines = new Map(records.map(({ id, title }) => [id, title]));
const [count, seed] = [Number(values.queries), Number(values.seed)];
const sets: readonly { readonly set: string; readonly items: readonly KnownItem[] }[] = [
  ...querySets.map((set, place) => ({ set, items: knownItems(records, count, seed + place, set) })),
  ...queryClasses.map((set, place) => ({ set, items: classItems(records, count, seed + place + 10, set) })),
].filter(({ items }) => items.length > 0);
const work = values.keep
  ? join(resolve(values.keep), `${values.half}-${values.share}`)
  : await mkdtemp(join(tmpdir(), 'search-bench-'));
await mkdir(work, { recursive: true });
try {
  process.stdout.write(
    `${records.length} releases of half ${values.half}, seed ${values.seed}; ± is half of the 95 % interval; ` +
      'in brackets the queries that ours answers and the other does not, and the reverse\n',
  );
  const known = new Map<string, Places>();
  for (const [name, open] of Object.entries(engines)) {
    const find = await open(records, work);
    for (const { set, items } of sets) {
      const { places, median } = await placesOf(find, items, name === 'ours' && values.misses);
      if (name === 'ours') known.set(set, places);
      const title = `${name.padEnd(16)} ${`${set}, ${items.length} queries`.padEnd(30)}`;
      const shares = [1, 10].map((within) => shareWithin(places, within, known.get(set) ?? places, name === 'ours'));
      process.stdout.write(`${title} first ${shares[0]}  first ten ${shares[1]}  median ${median.toFixed(0)} ms\n`);
    }
  }
} finally {
  if (!values.keep) await rm(work, { recursive: true, force: true });
}

/** For each query the place at which what was wanted stands, from 0; -1 where it is not in the first ten. */
type Places = readonly number[];

async function placesOf(find: Find, items: readonly KnownItem[], listMisses: boolean) {
  const places: number[] = [];
  const times: number[] = [];
  for (const { query, wanted } of items) {
    const start = performance.now();
    const found = await find(query, 10);
    times.push(performance.now() - start);
    const place = found.findIndex((id) => wanted.has(id));
    places.push(place);
    if (!listMisses || place >= 0) continue;
    const [one = ''] = wanted;
    const before = found.slice(0, 3).map((id) => `      ${headlines.get(id)}`);
    process.stdout.write(`  ${query}\n    ${headlines.get(one)}\n${before.join('\n')}\n`);
  }
  return { places, median: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0 };
}

function shareWithin(places: Places, within: number, ours: Places, alone: boolean): string {
  const held = (all: Places, at: number) => (all[at] ?? -1) >= 0 && (all[at] ?? 0) < within;
  const count = places.filter((_, at) => held(places, at)).length;
  const share = count / places.length;
  const width = 1.96 * Math.sqrt((share * (1 - share)) / places.length);
  const text = `${(share * 100).toFixed(1)} ± ${(width * 100).toFixed(1)} %`.padStart(12);
  if (alone) return text.padEnd(22);
  const only = places.filter((_, at) => held(ours, at) && !held(places, at)).length;
  const other = places.filter((_, at) => !held(ours, at) && held(places, at)).length;
  return `${text} (+${only} −${other})`.padEnd(22);
}
