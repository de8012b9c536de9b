import path from 'node:path';
import { placeOf, type Place } from '../archive/read/place.ts';
import type { Given } from '../importers/draft.ts';
import { readSydneyDate, sydneyDate } from '../release/sydney-time.ts';
import { plainType } from '../release/type-finding.ts';
import { knownType, nearestType } from '../release/types.ts';
import { codeFinding } from '../release/value-findings.ts';
import { EXIT, readArguments, runCommand, type Exit, type CommandContext } from './command.ts';
import { UsageError } from '../build/failure.ts';
import { READING_LIMITS, startReader, type ReadingLimits } from '../drafts/document-reader.ts';
import { knowledgeOf } from '../drafts/knowledge.ts';
import { openQuestions } from '../drafts/open-questions.ts';
import { plainCodes, plainDate } from '../drafts/plain-values.ts';
import { counted } from '../text/counted.ts';
import { isList } from '../importers/file-kinds.ts';
import { importArchive } from './import-archive.ts';
import { createOriginals } from '../drafts/originals.ts';
import { filesOf } from '../drafts/find-documents.ts';
import { findScanPrograms, installScanPrograms } from '../drafts/scan-programs.ts';
import { passwordAsker } from './ask-for-password.ts';
import { addCompany, answerOrShow, askForFirstCompany } from './import-questions.ts';
import { importFiles, type Task } from './import-files.ts';

const USAGE = `Usage: npm run import -- FILE… [--code ASM] [--date 2020-07-30] [flags]

Makes draft releases of PDF and Word files, saved web pages, e-mails, Markdown and plain text.
Folders are walked, and what is not taken is named. A document that takes more than a minute to read is left, and the next one read.
A list (.csv, .tsv, .xlsx), a WordPress export or a feed imports a whole archive; a second run skips what is already there.
docs/importing.md has what arrives of each kind, and the columns of a list.

  --code ASM             ASX code; several with commas, the lodging company first
  --company "…"          with --code: the company's name, which is written into archive.yml where it is not there yet
  --date 2020-07-30      the Sydney day, or with the time: --date "2020-07-30 09:15"
  --title "…"            the headline as lodged, for one file
  --type trading-halt    an announcement type, by its slug or the exchange's name; may be given several times
  --password WORD        opens PDFs that are locked with it; at a terminal it is asked for
  --scans                has a machine read pages that are pictures; says what to install for it
  --dry-run              say what would be written, and write nothing

What is not given is guessed from the text, and stands in the draft under review: until a person has confirmed it.
What nobody knows is left out; a draft without a date stands under undated/. RELEASES_DIR names another releases folder.
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
    company: { type: 'string' },
    date: { type: 'string' },
    title: { type: 'string' },
    type: { type: 'string', multiple: true },
    password: { type: 'string' },
    scans: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('Name the files to import.');
  const facts = givenBy(values.code, values.date, values.title, values.type);
  const given = values.password === undefined ? facts : { ...facts, password: values.password };
  const [code] = given.code ?? [];
  if (values.company !== undefined && code === undefined)
    throw new UsageError('--company needs the company’s code beside it, for example --code XMX.');
  const place = placeOf(context.variables['RELEASES_DIR'], context.project, context.working);
  const paths = positionals.map((one) => path.resolve(context.invokedFrom, one));
  const tables = paths.filter(isList);
  if (tables.length > 0 && tables.length < paths.length)
    throw new UsageError('Give a list, a feed or an export alone, without other files beside it.');
  const scans = values.scans ? findScanPrograms([place.root, context.project]) : undefined;
  if (values.scans && !scans) {
    context.log(
      `Reading scans takes three packages (about 100 MB) that are not installed with the program. In ${context.project}, type this line once, then give the command again:\n  ${installScanPrograms(context.project)}\nNothing was imported.\n`,
    );
    return EXIT.problems;
  }
  const dryRun = values['dry-run'] === true;
  const today = sydneyDate(context.now).day;
  if (values.company !== undefined && code !== undefined && !dryRun)
    addCompany(place, { code, name: values.company.trim() }, context);
  else if (given.code === undefined && context.terminal && !dryRun && tables.length === 0) {
    if (!(await askForFirstCompany(place, knowledgeOf(place, today), context, context.terminal))) return EXIT.problems;
  }
  const reader = startReader(limits);
  stop.addEventListener('abort', reader.stop);
  try {
    const task: Task = {
      given,
      root: place.root,
      shown: place.shown,
      dryRun,
      knowledge: knowledgeOf(place, today),
      reader,
      originals: createOriginals(place.root),
      scans,
      password: passwordAsker(context.terminal),
      stop,
      out: (line) => context.out(`${line}\n`),
    };
    let failed = 0;
    for (const table of tables) failed += await importArchive(table, task);
    if (tables.length === 0) failed += await importAll(paths, task, place, context);
    return failed > 0 ? EXIT.problems : EXIT.clean;
  } finally {
    stop.removeEventListener('abort', reader.stop);
    reader.stop();
  }
}

async function importAll(paths: readonly string[], task: Task, place: Place, context: CommandContext): Promise<number> {
  const { files, missing, passedOver } = await filesOf(paths);
  if (task.given.title !== undefined && files.length > 1)
    throw new UsageError('One --title cannot be the headline of several files.');
  for (const one of missing) context.log(`${path.relative(context.invokedFrom, one)}: there is no such file.\n`);
  const none = files.length === 0 && missing.length === 0;
  if (none) context.log('The folder holds nothing that could be imported.\n');
  const { failed, made } = await importFiles(files, task);
  if (passedOver.length > 0)
    task.out(
      [
        `Passed over ${counted(passedOver.length, 'entry', 'entries')} of the folder:`,
        ...passedOver.map(({ path: one, why }) => `  ${path.relative(context.invokedFrom, one)}: ${why}`),
      ].join('\n'),
    );
  const questions = openQuestions(made, task.knowledge.codes ?? [], `${task.shown}/archive.yml`);
  await answerOrShow(questions, place, task.dryRun ? { ...context, terminal: undefined } : context);
  if (made.length > 0 && !task.dryRun)
    task.out(
      `${counted(made.length, 'draft')} to look at. npm run publish-drafts walks through ${made.length === 1 ? 'it' : 'them'}.`,
    );
  return missing.length + (none ? 1 : 0) + failed;
}

function givenBy(codes?: string, date?: string, title?: string, types?: readonly string[]): Given {
  const list = codes === undefined ? undefined : plainCodes(codes);
  for (const code of list ?? []) {
    const finding = codeFinding(code);
    if (finding) throw new UsageError(`--code: ${finding.message} ${finding.hint}`);
  }
  const read = date === undefined ? undefined : readSydneyDate(plainDate(date));
  if (read && 'finding' in read) throw new UsageError(`--date: ${read.finding.message} ${read.finding.hint}`);
  return {
    ...(list && list.length > 0 ? { code: list } : {}),
    ...(read ? { date: read.date } : {}),
    ...(title?.trim() ? { title: title.trim() } : {}),
    ...(types ? { types: types.map(slugOfType) } : {}),
  };
}

function slugOfType(written: string): string {
  const slug = plainType(written);
  if (knownType(slug)) return slug;
  const near = nearestType(written);
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
