import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CANCEL_SYMBOL } from '@clack/prompts';
import { readSettings } from '../archive/read/read-releases.ts';
import type { Place } from '../archive/read/place.ts';
import { UsageError } from '../build/failure.ts';
import { withCompany, type NamedCompany } from '../drafts/company-in-settings.ts';
import { changeDraft } from '../drafts/change-draft.ts';
import type { OpenQuestion } from '../drafts/open-questions.ts';
import { plainCode } from '../drafts/plain-values.ts';
import type { Knowledge } from '../importers/guess/guess.ts';
import { codeFinding } from '../release/value-findings.ts';
import type { CommandContext, Terminal } from './command.ts';

/** Writes a company into `archive.yml`, unless it is there. Throws a `UsageError` where the file takes none. */
export function addCompany(place: Place, company: NamedCompany, context: CommandContext): void {
  const file = path.join(place.root, 'archive.yml');
  const settings = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (knownCompanies(place).includes(company.code)) return;
  const text = withCompany(settings, company);
  if (text === undefined)
    throw new UsageError(
      `${place.shown}/archive.yml takes no further company as it stands. Write it in by hand:\n  - code: ${company.code}\n    name: ${JSON.stringify(company.name)}`,
    );
  mkdirSync(place.root, { recursive: true });
  writeFileSync(file, text);
  context.log(`${place.shown}/archive.yml names ${company.name} (${company.code}) now.\n`);
}

/**
 * Asks whose archive it is, where the archive knows no company yet. False when the person broke off;
 * Enter at the name goes on without one.
 */
export async function askForFirstCompany(
  place: Place,
  knowledge: Knowledge,
  context: CommandContext,
  streams: Terminal,
): Promise<boolean> {
  if ((knowledge.codes ?? []).length > 0) return true;
  const { isCancel, text } = await import('@clack/prompts');
  const name = await text({
    ...streams,
    message: 'Whose archive is it? Name of the company, for example Example Minerals Limited (Enter for several)',
  });
  if (isCancel(name)) return broken(context);
  if (!name.trim()) return true;
  const code = await text({ ...streams, message: `ASX code of ${name.trim()}`, validate: complaint });
  if (isCancel(code)) return broken(context);
  addCompany(place, { code: plainCode(code), name: name.trim() }, context);
  return true;
}

function knownCompanies(place: Place): string[] {
  return existsSync(place.root) ? (readSettings(place.root).companies ?? []).map(({ code }) => code) : [];
}

function broken(context: CommandContext): false {
  context.log('Nothing was imported.\n');
  return false;
}

/** Asks at the terminal about each code that the archive does not know; prints what is still open. */
export async function answerOrShow(
  questions: readonly OpenQuestion[],
  place: Place,
  context: CommandContext,
): Promise<void> {
  const open: OpenQuestion[] = [];
  for (const question of questions) {
    const isAnswered =
      context.terminal !== undefined &&
      question.about === 'unknown-code' &&
      (await answerCode(question, place, context, context.terminal));
    if (!isAnswered) open.push(question);
  }
  if (open.length === 0) return;
  context.out('\nOpen questions:\n');
  for (const { message, hint, ids } of open) {
    context.out(`  ${message}\n${hint.replace(/^/gm, '    ')}\n`);
    if (ids.length > 1) for (const id of ids) context.out(`      ${place.shown}/${id}.md\n`);
  }
}

/** True when the person has named the company: it stands in `archive.yml` then, and its code in the drafts. */
async function answerCode(
  { code = '', ids, message }: OpenQuestion,
  place: Place,
  context: CommandContext,
  streams: Terminal,
): Promise<boolean> {
  const { isCancel, text } = await import('@clack/prompts');
  const name: string | typeof CANCEL_SYMBOL = await text({
    ...streams,
    message: `${message} If ${code} belongs to this archive, what is the company's name? (Enter if it does not)`,
  });
  if (isCancel(name) || !name.trim()) return false;
  addCompany(place, { code, name: name.trim() }, context);
  for (const id of ids)
    changeDraft(place.root, id, ({ review, ...draft }) => ({
      ...draft,
      code: [code],
      review: review?.filter(({ field }) => field !== 'code'),
    }));
  return true;
}

function complaint(written: string | undefined): string | undefined {
  const finding = codeFinding(plainCode(written ?? ''));
  return finding && `${finding.message} ${finding.hint}`;
}
