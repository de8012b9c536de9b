import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSample } from './search-corpus.ts';
import { engines } from './search-engines.ts';

// How good answers to questions are: 40 questions over a fixed sample of 1,000 press releases, with judged answers, for each engine.
//
//   node bench/search-judged.ts FOLDER [--pool FILE] [--details]
//
// The questions were written before any engine was asked. What is judged are the first ten answers of all engines together, without
// the engines' names and in an order of digests (`--pool` writes them): 2 answers the question, 1 touches it, 0 does not.
// What nobody judged counts as no answer. `--details` prints each question with what each engine got for it.

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { pool: { type: 'string' }, details: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined || !existsSync(folder)) {
  process.stderr.write(
    'Name the folder of press releases of which the judged ones are a sample: node bench/search-judged.ts FOLDER\n' +
      'Their texts are not ours to publish; without them nothing is measured.\n',
  );
  process.exit(2);
}

const judged = join(import.meta.dirname, 'judged');
const questions = (await readTable(join(judged, 'questions.tsv'))).map(([number = '', text = '']) => ({
  number,
  text,
}));
const records = await readSample(resolve(folder), 1000, 'judged');
const work = await mkdtemp(join(tmpdir(), 'search-judged-'));
try {
  const found = new Map<string, readonly (readonly string[])[]>();
  for (const [name, open] of Object.entries(engines)) {
    const find = await open(records, work);
    const answers: (readonly string[])[] = [];
    for (const { text } of questions) answers.push(await find(text, 20));
    found.set(name, answers);
  }
  await (values.pool === undefined ? report(found) : writePool(found, values.pool));
} finally {
  await rm(work, { recursive: true, force: true });
}

async function writePool(found: ReadonlyMap<string, readonly (readonly string[])[]>, file: string): Promise<void> {
  const lines = questions.flatMap(({ number }, at) => {
    const ids = new Set([...found.values()].flatMap((answers) => answers[at]?.slice(0, 10) ?? []));
    const digest = (id: string) => hash('sha256', `${number} ${id}`);
    return [...ids].toSorted((a, b) => (digest(a) < digest(b) ? -1 : 1)).map((id) => `${number}\t?\t${id}`);
  });
  await writeFile(file, `${lines.join('\n')}\n`);
}

async function report(found: ReadonlyMap<string, readonly (readonly string[])[]>): Promise<void> {
  const known = new Set(records.map(({ id }) => id));
  const rows = (await readTable(join(judged, 'judgements.tsv'))).filter(([, , id = '']) => known.has(id));
  const grades = questions.map(
    ({ number }) =>
      new Map(rows.filter(([own]) => own === number).map(([, grade, id = '']) => [id, Number(grade)] as const)),
  );
  process.stdout.write(`${records.length} releases, ${questions.length} questions, ${rows.length} judged answers\n`);
  const scores = new Map(
    [...found].map(([name, answers]) => [name, answers.map((ids, at) => scoresOf(ids, grades[at]))]),
  );
  for (const [name, own] of scores) {
    const mean = (value: keyof Scores) => (own.reduce((sum, one) => sum + one[value], 0) / own.length).toFixed(3);
    process.stdout.write(
      `${name.padEnd(16)} nDCG@10 ${mean('gain')}  recall@20 ${mean('recall')}  MRR ${mean('first')}\n`,
    );
  }
  if (!values.details) return;
  for (const [at, { number, text }] of questions.entries()) {
    const gains = [...scores].map(([name, own]) => `${name} ${(own[at]?.gain ?? 0).toFixed(2)}`);
    process.stdout.write(`${number.padStart(2)} ${gains.join('  ')}  ${text}\n`);
  }
}

interface Scores {
  /** Normalised discounted cumulative gain of the first ten, with 2^grade - 1. */
  readonly gain: number;
  /** How many of all that answer or touch the question are among the first twenty. */
  readonly recall: number;
  /** One by the place of the first that does. */
  readonly first: number;
}

function scoresOf(ids: readonly string[], grades: ReadonlyMap<string, number> = new Map()): Scores {
  const held = ids.map((id) => grades.get(id) ?? 0);
  const best = [...grades.values()].toSorted((a, b) => b - a);
  const all = best.filter((grade) => grade > 0).length;
  const first = held.findIndex((grade) => grade > 0);
  return {
    gain: gainOf(held) / (gainOf(best) || 1),
    recall: held.filter((grade) => grade > 0).length / (all || 1),
    first: first === -1 ? 0 : 1 / (first + 1),
  };
}

function gainOf(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

async function readTable(file: string): Promise<readonly (readonly string[])[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
}
