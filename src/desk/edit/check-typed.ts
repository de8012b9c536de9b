import { checkBodyAlone, checkText } from '../../archive/check/check-archive.ts';
import { placesIn } from '../../archive/read/read-releases.ts';
import { config } from '../../config.ts';
import type { Problem } from '../../release/problem.ts';
import type { ArchiveReader } from '../archive-reader.ts';
import { fileText, plainBody } from './release-file.ts';
import type { Typed } from './typed.ts';

/**
 * What `check` says of a release as it stands in the form, with the archive around it, sorted; lines are those of the text below
 * the facts. `id` is the one that it has or would have, `now` the moment of the check.
 */
export function checkTyped(typed: Typed, id: string, archive: ArchiveReader, now: number): readonly Problem[] {
  const { context } = archive.now();
  const file = fileText(typed);
  if ('problems' in file)
    return [...file.problems, ...checkBodyAlone(context, id, plainBody(typed.body), config.advice)];
  const { bodyLine } = placesIn(file.text);
  return checkText(context, id, file.text, now, config.advice).map((problem) =>
    problem.field === undefined ? { ...problem, line: Math.max(1, problem.line - bodyLine + 1) } : problem,
  );
}
