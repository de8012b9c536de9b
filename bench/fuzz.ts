/**
 * Gives made-up inputs to what reads and writes releases until the time is over, then prints inputs, failures and the
 * slowest input of each, and how the time of known pathologies grows with their length. The same seed gives the same inputs.
 * Ends with status 1 where something failed; the inputs are kept below `.cache/fuzz/`.
 *
 *   node bench/fuzz.ts [--seconds 60] [--seed 1]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { planArchive } from '../src/importers/csv/archive-plan.ts';
import { importDocument } from '../src/importers/import-document.ts';
import { inspectBody } from '../src/release/inspect-body.ts';
import { renderBody } from '../src/release/render.ts';
import { pathologies } from '../tests/hostile/pathologies.ts';
import { importPathologies, tablePathologies } from '../tests/importers/pathologies.ts';
import { choosing } from './fuzz/choose.ts';
import { targets } from './fuzz/targets.ts';

const USAGE = 'Usage: npm run fuzz -- [--seconds 60] [--seed 1]';
const values = readArguments();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
if (!(seconds > 0) || !Number.isSafeInteger(seed)) {
  console.error(USAGE);
  process.exit(2);
}

const choose = choosing(seed);
const rows = targets.map((target) => ({
  target,
  inputs: 0,
  failures: new Map<string, string>(),
  slowest: { time: 0, input: '' },
}));
const wheel = rows.flatMap((row) => Array.from({ length: row.target.share }, () => row));
for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
  const row = choose.from(wheel);
  const input = row.target.input(choose);
  const start = performance.now();
  const failure = await tried(() => row.target.run(input));
  const time = performance.now() - start;
  row.inputs++;
  if (time > row.slowest.time) row.slowest = { time, input };
  if (failure !== undefined && row.failures.size < 20) row.failures.set(failure.slice(0, 120), input);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        seconds: { type: 'string', default: '60' },
        seed: { type: 'string', default: '1' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(2);
  }
}

async function tried(run: () => string | undefined | Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await run();
  } catch (error) {
    return error instanceof Error
      ? `threw ${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}`
      : String(error);
  }
}

console.log(`Seed ${seed}, ${seconds} s\n`);
console.table(
  rows.map(({ target, inputs, failures, slowest }) => ({
    target: target.name,
    inputs,
    failures: failures.size,
    'slowest, ms': Number(slowest.time.toFixed(1)),
    'its length': slowest.input.length,
  })),
);
mkdirSync('.cache/fuzz', { recursive: true });
for (const [at, { target, failures, slowest }] of rows.entries()) {
  writeFileSync(`.cache/fuzz/slowest-${at}.txt`, slowest.input);
  for (const [number, [failure, input]] of [...failures].entries()) {
    writeFileSync(`.cache/fuzz/failure-${at}-${number}.txt`, input);
    console.log(`${target.name}: ${failure}\n  .cache/fuzz/failure-${at}-${number}.txt`);
  }
}

const SHORT = 2500;
const MARKDOWN = { link: () => undefined, picture: () => undefined };
const subjects = [
  ...Object.entries(pathologies).map(([name, write]) => ({
    name,
    write,
    run: (body: string) => {
      renderBody(body, MARKDOWN);
      inspectBody(`${body} [x](y)`);
    },
  })),
  ...importPathologies.map(({ name, file, write }) => ({
    name: `import of ${name}`,
    write,
    run: (text: string) => importDocument(file, Buffer.from(text), { code: ['XMX'] }, { today: '2026-11-28' }),
  })),
  ...Object.entries(tablePathologies).map(([name, write]) => ({
    name: `import of a table: ${name}`,
    write,
    run: (text: string) => void planArchive(text, undefined, '2026-11-28'),
  })),
];
const growth = [];
for (const { name, write, run } of subjects) {
  const sizes = [];
  for (const count of [SHORT, SHORT * 4]) {
    const text = write(count);
    const times = [];
    // The least of three, which other programs have disturbed least.
    for (let turn = 0; turn < 3; turn++) {
      const start = performance.now();
      // A refusal is an answer too.
      await tried(() => run(text) as undefined | Promise<undefined>);
      times.push(performance.now() - start);
    }
    sizes.push({ length: text.length, time: Math.min(...times) });
  }
  const [a, b] = [sizes[0] ?? { length: 1, time: 1 }, sizes[1] ?? { length: 1, time: 1 }];
  // 1 where the time grows as the length does, 2 where it grows with its square.
  const exponent = Math.log(b.time / a.time) / Math.log(b.length / a.length);
  growth.push({
    pathology: name,
    length: b.length,
    ms: Number(b.time.toFixed(1)),
    exponent: Number(exponent.toFixed(2)),
  });
}
console.log('Time by length, the worst first: an exponent of 1 is linear, of 2 quadratic\n');
console.table(growth.toSorted((a, b) => b.exponent * Number(b.ms > 20) - a.exponent * Number(a.ms > 20)).slice(0, 16));
process.exitCode = rows.some(({ failures }) => failures.size > 0) ? 1 : 0;
