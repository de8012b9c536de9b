import { diskFault, placeOf } from '../files/disk-fault.ts';

/** Something that the person at the terminal can put right; its message is shown without a stack. */
export class UsageError extends Error {}

/** A build that cannot go on though nobody used it wrongly, such as when a file changes under it; shown without a stack. */
export class BuildFailure extends Error {}

/**
 * What a person at the terminal reads of what ended a build: what is wrong and what to do, where the content, the call, the
 * disk or the system is at fault; `undefined` for a fault of the program or its installation.
 */
export function describeFailure(error: unknown): string | undefined {
  const chain = causesOf(error);
  const own = chain.find((each) => each instanceof UsageError || each instanceof BuildFailure);
  if (own) return own.message;
  return chain.map(systemWords).find((words) => words !== undefined);
}

/** An error, what it gathers, and what caused it. */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const gathered = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [error, ...gathered.flatMap(causesOf), ...causesOf(error.cause)];
}

function systemWords(error: Error): string | undefined {
  // node:fs throws the first; programs in Rust, such as Vite's, give the system's words alone, and often no place.
  const { code = RUST_CODES.find(([words]) => words.test(error.message))?.[1] } = error as NodeJS.ErrnoException;
  const place = placeOf(error) ?? /'([^']+)'/.exec(error.message)?.[1];
  if (code === 'ENOENT')
    return `${place ?? UNNAMED} could not be made or found (ENOENT). See whether its disk is there and can be written.${ELSEWHERE}`;
  return diskFault(code, place, ELSEWHERE) ?? diskFault(code, UNNAMED, ELSEWHERE);
}

const UNNAMED = 'A file of the build';
const ELSEWHERE = ' To build elsewhere, name other folders with OUT_DIR and CACHE_DIR.';

const RUST_CODES: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|os error 28/, 'ENOSPC'],
  [/Read-only file system|os error 30/, 'EROFS'],
  [/Permission denied|os error 13/, 'EACCES'],
];
