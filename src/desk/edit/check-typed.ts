import { checkText } from '../../archive/check/check-archive.ts';
import { placesIn } from '../../archive/read/read-releases.ts';
import { config } from '../../config.ts';
import type { Problem } from '../../release/problem.ts';
import type { ArchiveReader } from '../archive-reader.ts';
import { fileText } from './release-file.ts';
import type { FormFields, Typed } from './typed.ts';

/**
 * What `check` says of a release as it stands in the form, with the archive around it, sorted; lines are those of the text below
 * the facts. `id` is the one that it has or would have, `now` the moment of the check.
 */
export function checkTyped(typed: Typed, id: string, archive: ArchiveReader, now: number): readonly Problem[] {
  const file = fileText(typed);
  if ('text' in file) return checkFile(file.text, id, archive, now);
  const wrong = new Set(file.problems.filter(({ severity }) => severity === 'error').map(topOf));
  const others = fileText({ fields: withStandIns(typed.fields, wrong), body: typed.body });
  if (!('text' in others)) return file.problems;
  const found = checkFile(others.text, id, archive, now).filter((problem) => !wrong.has(topOf(problem)));
  return [...file.problems, ...found];
}

function checkFile(text: string, id: string, archive: ArchiveReader, now: number): Problem[] {
  const { bodyLine } = placesIn(text);
  return checkText(archive.now().context, id, text, now, config.advice).map((problem) =>
    problem.field === undefined ? { ...problem, line: Math.max(1, problem.line - bodyLine + 1) } : problem,
  );
}

/** A form without the fields that are wrong, so that the others can be checked; what a release must have is made up. */
function withStandIns(fields: FormFields, wrong: ReadonlySet<string | undefined>): FormFields {
  const right = Object.entries(fields).filter(([name]) => !wrong.has(name));
  return {
    ...Object.fromEntries(right),
    ...(wrong.has('title') && { title: 'x' }),
    ...(wrong.has('code') && { code: 'ZZZZZZ' }),
    // Much of what is said of a release rests on its date; of a draft without one nothing of that is said.
    ...(wrong.has('date') && { draft: 'true' }),
  };
}

/** The field of the form in which a problem lies: `code` of `code.0`. */
function topOf({ field }: Problem): string | undefined {
  return field?.split('.')[0];
}
