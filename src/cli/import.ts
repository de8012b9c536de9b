import path from 'node:path';
import { openReleases } from '../archive/open.ts';
import { placeOf } from '../archive/place.ts';
import type { Given } from '../importers/draft.ts';
import type { Knowledge } from '../importers/guess.ts';
import { lodgingCode } from '../release/schema.ts';
import { readSydneyDate, sydneyDate } from '../release/sydney-time.ts';
import { knownType, nearestType } from '../release/types.ts';
import { codeFinding } from '../release/value-findings.ts';
import { EXIT, readArguments, runCommand, UsageError, type Exit, type CommandContext } from './command.ts';
import { READING_LIMITS, startReader, type ReadingLimits } from './document-reader.ts';
import { importArchive } from './import-archive.ts';
import { filesOf } from './import-disk.ts';
import { importFiles, type Task } from './import-files.ts';

const USAGE = `Usage: npm run import -- FILE… [--code ASM] [--date 2020-07-30] [flags]

Makes draft releases of PDF files, saved web pages, e-mails and plain text, each with its original beside it.
Folders are walked. A document that takes more than a minute to read is left, and the next one read.
A CSV with the columns headline, date, code, type and file imports a whole archive; a second run
skips what is already there.

  --code ASM             ASX code; several with commas, the lodging company first
  --date 2020-07-30      the Sydney day, or with the time: --date "2020-07-30 09:15"
  --title "…"            the headline as lodged, for one file
  --type trading-halt    an announcement type, by its slug or the exchange's name; may be given several times
  --dry-run              say what would be written, and write nothing

What is not given is guessed from the text, and said. RELEASES_DIR names another releases folder.
Exit status: 0 everything imported, 1 something not imported, 2 wrong usage.
`;

/** The command `npm run import`. When `stop` is aborted it ends at once, and what it was writing is written whole. */
export async function importReleases(
  args: readonly string[],
  context: CommandContext,
  limits: ReadingLimits = READING_LIMITS,
  stop: AbortSignal = new AbortController().signal,
): Promise<Exit> {
  const { positionals, values } = readArguments(args, {
    code: { type: 'string' },
    date: { type: 'string' },
    title: { type: 'string' },
    type: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('Name the files to import.');
  const given = givenBy(values.code, values.date, values.title, values.type);
  const place = placeOf(context.variables['RELEASES_DIR'], context.project, context.working);
  const paths = positionals.map((one) => path.resolve(context.invokedFrom, one));
  const tables = paths.filter((one) => /\.csv$/i.test(one));
  if (tables.length > 0 && tables.length < paths.length)
    throw new UsageError('Give a CSV alone, without other files beside it.');
  const reader = startReader(limits);
  stop.addEventListener('abort', reader.stop);
  try {
    const task: Task = {
      given,
      root: place.root,
      shown: place.shown,
      dryRun: values['dry-run'] === true,
      knowledge: knowledgeOf(place, sydneyDate(context.now).day),
      reader,
      stop,
      out: (line) => context.out(`${line}\n`),
    };
    let failed = 0;
    for (const table of tables) failed += await importArchive(table, task);
    if (tables.length === 0) failed += await importAll(paths, task, context);
    return failed > 0 ? EXIT.problems : EXIT.clean;
  } finally {
    stop.removeEventListener('abort', reader.stop);
    reader.stop();
  }
}

async function importAll(paths: readonly string[], task: Task, context: CommandContext): Promise<number> {
  const { files, missing } = await filesOf(paths);
  if (task.given.title !== undefined && files.length > 1)
    throw new UsageError('One --title cannot be the headline of several files.');
  for (const one of missing) context.log(`${path.relative(context.invokedFrom, one)}: there is no such file.\n`);
  const none = files.length === 0 && missing.length === 0;
  if (none) context.log('The folder holds no PDF, web page, e-mail or text.\n');
  return missing.length + (none ? 1 : 0) + (await importFiles(files, task));
}

/** What the archive knows that helps to guess; nothing where there is no archive yet. */
function knowledgeOf(place: Parameters<typeof openReleases>[0], today: string): Knowledge {
  const opened = openReleases(place);
  if ('fault' in opened) return { today };
  const { settings, releases } = opened.folder;
  const companies = (settings.companies ?? []).flatMap(({ code, name, former = [] }) => [
    { code, name },
    ...former.flatMap((entry) => (entry.name === undefined ? [] : [{ code, name: entry.name }])),
  ]);
  const codes = new Set([...companies.map((company) => company.code), ...releases.map(lodgingCode)]);
  const [only] = codes;
  return { today, companies, ...(codes.size === 1 && only !== undefined ? { onlyCode: only } : {}) };
}

function givenBy(codes?: string, date?: string, title?: string, types?: readonly string[]): Given {
  const list = codes?.split(/[\s,]+/).filter(Boolean);
  for (const code of list ?? []) {
    const finding = codeFinding(code);
    if (finding) throw new UsageError(`--code: ${finding.message} ${finding.hint}`);
  }
  const read = date === undefined ? undefined : readSydneyDate(date);
  if (read && 'finding' in read) throw new UsageError(`--date: ${read.finding.message} ${read.finding.hint}`);
  return {
    ...(list && list.length > 0 ? { code: list } : {}),
    ...(read ? { date: read.date } : {}),
    ...(title?.trim() ? { title: title.trim() } : {}),
    ...(types ? { types: types.map(slugOfType) } : {}),
  };
}

function slugOfType(written: string): string {
  if (knownType(written)) return written;
  const near = nearestType(written);
  if (near?.name.toLowerCase() === written.toLowerCase()) return near.slug;
  throw new UsageError(
    `--type: "${written}" is not an announcement type${near ? `. Did you mean ${near.slug}?` : '.'}`,
  );
}

if (import.meta.main) {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      stop.abort(signal);
    });
  await runCommand((args, context) => importReleases(args, context, READING_LIMITS, stop.signal), USAGE);
  // The shell is to see what ended it, so that a script that calls it ends too.
  if (stop.signal.aborted) process.kill(process.pid, stop.signal.reason as NodeJS.Signals); // set above
}
