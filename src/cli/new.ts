import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AdviceSettings } from '../archive/check/advice.ts';
import { compareReleases } from '../archive/archive.ts';
import { checkText } from '../archive/check/check-archive.ts';
import { sitePages } from '../archive/check/addresses.ts';
import { createCheckContext } from '../archive/check/context.ts';
import { diskFault } from '../files/disk-fault.ts';
import { makeFolder } from '../files/make-folder.ts';
import { placeOf } from '../archive/read/place.ts';
import type { ReleasesFolder } from '../archive/read/read-releases.ts';
import { config } from '../config.ts';
import { AS_LODGED } from '../drafts/write-draft.ts';
import { formatRelease } from '../release/format.ts';
import { freeId, idOf } from '../release/naming.ts';
import { pointerFinding } from '../release/git-pointer.ts';
import { conflictFindings } from '../release/merge-conflict.ts';
import { isPublishable } from '../release/problem.ts';
import type { FrontMatter, WholeRelease } from '../release/schema.ts';
import { sydneyDate } from '../release/sydney-time.ts';
import { EXIT, runCommand, type Exit, type CommandContext } from './command.ts';
import { UsageError } from '../build/failure.ts';
import { readFolder } from '../build/read-folder.ts';
import { openIn, ownEditor } from './editor.ts';
import { fieldsOfFlags, flagOf, frontMatterOf, type NewFields } from './new-fields.ts';
import { readDocument, type NewDocument } from './new-document.ts';
import { askForDocument, askForFields, Cancelled } from './new-questions.ts';

const USAGE = `Usage: npm run new [-- --title "…" --code ASM [flags]]

Writes a new release into the releases folder and prints its path. Without --title and --code it asks for what it needs,
and then opens the file where VISUAL, EDITOR or npm's own setting editor names your editor.

  --title "…"            the headline exactly as lodged
  --code ASM             the company's ASX code; several with commas, the lodging company first
  --date 2020-07-30      the Sydney day, or with the time: --date "30 July 2020 9:15"; today when left out
  --type trading-halt    an announcement type, by its slug, the exchange's name or the number of its form; may be given several times
  --typed-by WHO         who classified it: exchange or archive
  --price-sensitive      marked so by the exchange; --no-price-sensitive: not marked so; neither: not recorded
  --summary "…"          one plain sentence for lists
  --authorised-by "…"    who authorised the release
  --contact-name, --contact-title, --contact-phone, --contact-email
  --source-url, --exchange-url, --exchange-id, --retrieved
  --document F           the announcement as lodged, which is copied beside the release and named like it
  --attachment F         a file that lies beside the release already; may be given several times
  --corrects ID          the release that this one corrects, with --kind correction, clarification, replacement,
                         retraction or cancellation
  --related ID, --alias /old/address/     may be given several times
  --language en-AU       a BCP 47 tag
  --draft                left out of the site until the line is taken out
  --text F               a file with the text, in Markdown

RELEASES_DIR names another releases folder. Exit status: 0 written, 1 not written, 2 wrong usage.
`;

/** The command `npm run new`. */
export async function newRelease(
  args: readonly string[],
  context: CommandContext,
  advice: AdviceSettings,
): Promise<Exit> {
  const today = sydneyDate(context.now).day;
  const { fields: flags, text, document: named } = fieldsOfFlags(args, today);
  const body = text === undefined ? '' : readText(path.resolve(context.invokedFrom, text), text);
  const unfinished = pointerFinding(body, 'The file') ?? conflictFindings(body)[0];
  if (unfinished) throw new UsageError(`"${text}": ${unfinished.message} ${unfinished.hint}`);
  const folder = readFolder(placeOf(context.variables['RELEASES_DIR'], context.project, context.working));
  const { companies = [] } = folder.settings;
  const [only] = companies;
  const given = { ...(only && companies.length === 1 && flags.title !== undefined && { code: [only.code] }), ...flags };
  const documentAt = (written: string) => readDocument(written, context.invokedFrom);
  let document = named === undefined ? undefined : documentAt(named);

  const enough = given.title !== undefined && given.code !== undefined;
  if (typeof document === 'string') throw new UsageError(`--document: ${document}`);
  let fields: NewFields = { date: today, ...given };
  if (!enough) {
    if (!context.terminal) throw new UsageError(`Without a terminal to ask at, ${missing(given)} needed.`);
    try {
      const last = folder.releases.toSorted(compareReleases).at(-1);
      const offered = { last, today, only: companies.length === 1 ? only?.code : undefined };
      fields = await askForFields(given, offered, context.terminal);
      document ??= await askForDocument(documentAt, context.terminal);
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      context.log('Nothing was written.\n');
      return EXIT.problems;
    }
  }

  const id = write({ ...frontMatterOf(fields), body }, document, folder, context, advice);
  if (id === undefined) return EXIT.problems;
  if (body === '' && document === undefined)
    context.log('Its text is still empty: write it below the second line of ---.\n');
  context.out(`${folder.fileOf(id)}\n`);
  const editor = enough ? undefined : ownEditor(context.variables);
  if (editor !== undefined) openIn(editor, path.join(folder.root, `${id}.md`), context);
  return EXIT.clean;
}

/** Checks the release among the others and writes it, its document first; `undefined` when a problem forbids it. */
function write(
  fields: FrontMatter & { readonly body: string },
  document: NewDocument | undefined,
  folder: ReleasesFolder,
  context: CommandContext,
  advice: AdviceSettings,
): string | undefined {
  const pages = sitePages(createCheckContext(folder));
  const taken = new Set<string>();
  for (;;) {
    const id = freeId(idOf(fields.date.day, fields.title), (one) => taken.has(one) || pages.has(`/releases/${one}/`));
    const copy = document && `${id}.${document.kind}`;
    const release: WholeRelease = {
      ...fields,
      id,
      ...(copy !== undefined && {
        attachments: [{ file: path.posix.basename(copy), title: AS_LODGED }, ...(fields.attachments ?? [])],
      }),
    };
    // The copy counts as there.
    const files = new Map([
      ...folder.files,
      ...(copy === undefined ? [] : [[copy, document?.bytes.length ?? 0] as const]),
    ]);
    const text = formatRelease(release);
    // That the text is still empty, it says itself.
    const problems = checkText(createCheckContext({ ...folder, files }), id, text, context.now, advice).filter(
      ({ rule }) => rule !== 'text-empty',
    );
    for (const { field = '', severity, message, hint } of problems) {
      context.log(`${flagOf(field)}: ${severity === 'warning' ? 'warning: ' : ''}${message} ${hint}\n`);
    }
    if (!isPublishable(problems)) {
      context.log('Nothing was written, because check would refuse the release.\n');
      return undefined;
    }
    const copied = copy === undefined || !document ? [] : [[copy, document.bytes] as const];
    if (writeNew(folder.root, [...copied, [`${id}.md`, text]])) return id;
    taken.add(id);
  }
}

/** Writes files that are not there yet, all of them or none; false where one of them is there. */
function writeNew(root: string, files: readonly (readonly [string, string | Uint8Array])[]): boolean {
  const begun: string[] = [];
  try {
    for (const [name, content] of files) {
      const file = path.join(root, name);
      makeFolder(path.dirname(file));
      closeSync(openSync(file, 'wx'));
      begun.push(file);
      writeFileSync(file, content);
    }
    return true;
  } catch (error) {
    for (const file of begun) rmSync(file, { force: true });
    const { code, path: at = begun.at(-1) } = error as NodeJS.ErrnoException; // node:fs throws these
    if (code === 'EEXIST') return false;
    throw new UsageError(diskFault(code, at) ?? `"${at}" cannot be written (${code}).`, { cause: error });
  }
}

function readText(file: string, written: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return text
      .replace(/\r\n?/g, '\n')
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // node:fs and TextDecoder throw these
    const reason = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not saved as UTF-8' : String(code);
    throw new UsageError(`The text cannot be read from "${written}" (${reason}).`, { cause: error });
  }
}

function missing(given: NewFields): string {
  const flags = [given.title === undefined ? '--title' : [], given.code === undefined ? '--code' : []].flat();
  return `${flags.join(' and ')} ${flags.length === 1 ? 'is' : 'are'}`;
}

if (import.meta.main) await runCommand((args, context) => newRelease(args, context, config.advice), USAGE);
