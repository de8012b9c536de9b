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
  // node:fs throws the first three; programs in Rust, such as Vite's, give the system's words alone.
  const { code, path, dest, message } = error as NodeJS.ErrnoException & { dest?: string };
  const name = code ?? RUST_CODES.find(([words]) => words.test(message))?.[1];
  // Of a copy that failed it is mostly the target that is at fault.
  const named = dest ?? path ?? /'([^']+)'/.exec(message)?.[1];
  const place = named === undefined ? 'A file of the build' : named;
  switch (name) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full${named === undefined ? '' : ` (${named})`}. Free some space, or name folders on another disk with OUT_DIR and CACHE_DIR.`;
    case 'EROFS':
      return `${place} cannot be written, because its disk is read-only. Name folders on another disk with OUT_DIR and CACHE_DIR.`;
    case 'EACCES':
    case 'EPERM':
      return `${place} cannot be opened or written (${name}). See who owns its folder and what its owner may do there, or name other folders with OUT_DIR and CACHE_DIR.`;
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return `${place} is in the way: a file stands where a folder belongs, or a folder where a file does (${name}). Move it elsewhere and build again.`;
    case 'ENOENT':
      return `${place} could not be made or found (ENOENT). See whether its disk is there and can be written, or name other folders with OUT_DIR and CACHE_DIR.`;
    case 'EMFILE':
    case 'ENFILE':
      return 'The system lets this program open no more files. Raise its limit (ulimit -n) and build again.';
    case 'EIO':
      return `The disk does not answer as it should (${place}: EIO). Look at the disk before you build again.`;
    default:
      return undefined;
  }
}

const RUST_CODES: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|os error 28/, 'ENOSPC'],
  [/Read-only file system|os error 30/, 'EROFS'],
  [/Permission denied|os error 13/, 'EACCES'],
];
