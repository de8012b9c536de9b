import { parseArgs } from 'node:util';
import { isDay, sydneyDate, readSydneyDate } from '../release/sydney-time.ts';
import { knownType, nearestType } from '../release/types.ts';
import type { Given } from '../importers/draft.ts';
import { importArchive } from './import-archive.ts';
import { importFiles } from './import-files.ts';
import { filesOf } from './import-rim.ts';

const USAGE = `Usage: npm run import -- FILE… [--code XMX] [--date 2020-07-30] [--title "…"] [--type SLUG] [--out DIR] [--dry-run]

Makes draft releases of PDF files, saved web pages, e-mails and plain text; folders are walked.
A CSV with the columns headline, date, code, type and file starts a whole archive; try --dry-run first.

  --code      ASX code, or several with commas; the first is the lodging company's
  --date      Sydney day, or day and time: "2020-07-30 09:15"
  --title     the headline as lodged (for one file)
  --type      announcement type, or several with commas, for example trading-halt
  --out       releases folder; else RELEASES_DIR, else releases
  --dry-run   say what would be written, and write nothing
  --go        write (as without --dry-run)`;

/** Runs `npm run import`. Exit status: 0 all imported, 1 some file was not, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if ('usage' in options) {
    console.error(options.usage);
    return 2;
  }
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const { paths, given, folder, dryRun } = options;
  const today = sydneyDate(Date.now()).day;
  const tables = paths.filter((path) => /\.csv$/i.test(path));
  if (tables.length > 0 && tables.length < paths.length) {
    console.error('Give a CSV alone, without other files beside it.');
    return 2;
  }
  let failed = 0;
  for (const table of tables) failed += await importArchive(table, { given, folder, dryRun, today });
  if (tables.length === 0) {
    const { files, missing } = await filesOf(paths);
    for (const path of missing) console.error(`${path}: there is no such file.`);
    if (given.title !== undefined && files.length > 1) {
      console.error('One --title cannot be the headline of several files.');
      return 2;
    }
    if (files.length === 0 && missing.length === 0) console.error('The folder holds no PDF, web page or text.');
    failed += missing.length + (files.length === 0 ? 1 : 0) + (await importFiles(files, { given, folder, dryRun, today }));
  }
  return failed > 0 ? 1 : 0;
}

type Options =
  | { readonly usage: string }
  | { readonly help: boolean; readonly paths: string[]; readonly given: Given; readonly folder: string; readonly dryRun: boolean };

function readOptions(args: readonly string[]): Options {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        code: { type: 'string' },
        date: { type: 'string' },
        title: { type: 'string' },
        type: { type: 'string' },
        out: { type: 'string' },
        'dry-run': { type: 'boolean' },
        go: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return { usage: `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}` };
  }
  const { values, positionals } = parsed;
  if (!values.help && positionals.length === 0) return { usage: USAGE };
  const given = readGiven(values);
  if (typeof given === 'string') return { usage: given };
  const folder = values.out ?? process.env['RELEASES_DIR'] ?? 'releases';
  return { help: values.help ?? false, paths: positionals, given, folder: folder || 'releases', dryRun: values['dry-run'] ?? false };
}

/** The facts of the flags, or what is wrong with one. */
function readGiven(values: { code?: string | undefined; date?: string | undefined; title?: string | undefined; type?: string | undefined }): Given | string {
  const list = (text: string) => text.split(',').map((part) => part.trim()).filter(Boolean);
  const code = values.code === undefined ? undefined : list(values.code);
  const wrongCode = code?.find((one) => !/^[A-Z0-9]{3,6}$/.test(one));
  if (wrongCode !== undefined || code?.length === 0)
    return `--code ${wrongCode ?? ''} is not an ASX code. Write three to six capitals and digits, for example XMX.`;
  const types = values.type === undefined ? undefined : list(values.type);
  for (const type of types ?? []) {
    if (knownType(type)) continue;
    const near = nearestType(type);
    return `--type ${type} is not an announcement type.${near ? ` Write ${near.slug}, if that is meant.` : ''}`;
  }
  if (values.title?.trim() === '') return '--title is empty. Write the headline as it was lodged.';
  const read = values.date === undefined ? undefined : readSydneyDate(values.date);
  if (read && 'finding' in read) return `--date: ${read.finding.message} ${read.finding.hint}`;
  if (read && !isDay(read.date.day)) return `--date ${values.date} is not a day.`;
  return {
    ...(code ? { code } : {}),
    ...(types ? { types } : {}),
    ...(values.title ? { title: values.title.trim() } : {}),
    ...(read ? { date: read.date } : {}),
  };
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
