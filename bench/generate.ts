import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { counted } from '../src/text/counted.ts';
import { writeMarket } from './generate/market.ts';

// Writes made-up releases of a fictional market into a folder: the same files for the same size and seed.
//
//   node bench/generate.ts FOLDER [--size 1000] [--seed 1]

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const [folder] = positionals;
const [size, seed] = [Number(values.size), Number(values.seed)];
if (folder === undefined || !Number.isSafeInteger(size) || size < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write(
    'Name a folder that is empty or not there yet: node bench/generate.ts FOLDER [--size 1000] [--seed 1]\n',
  );
  process.exit(2);
}
if (existsSync(folder) && readdirSync(folder).length > 0) {
  process.stderr.write(`${folder} is not empty; nothing was written.\n`);
  process.exit(2);
}
await writeMarket(resolve(folder), size, seed);
process.stdout.write(`Wrote ${counted(size, 'release')} of seed ${seed} into ${folder}\n`);
