import { BuildFailure, UsageError } from './environment.ts';

/**
 * What a person at the terminal reads of what ended a build: one sentence and what to do where the disk, the system or an
 * installation is at fault, else the stack, which tells whoever mends the program where to look.
 */
export function describeFailure(error: unknown): string {
  const chain = causesOf(error);
  const own = chain.find((each) => each instanceof UsageError || each instanceof BuildFailure);
  if (own) return own.message;
  for (const each of chain) {
    const words = systemWords(each) ?? packageWords(each);
    if (words !== undefined) return words;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
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

/** Packages with programs in them are optional ones for npm, since each system needs its own. */
function packageWords(error: Error): string | undefined {
  const { code = '', message } = error as NodeJS.ErrnoException; // Node's loaders give a code
  const isMissing = /^(?:ERR_)?MODULE_NOT_FOUND$/.test(code) || /native binding|cannot find module/i.test(message);
  if (!isMissing) return undefined;
  const [, name = 'A package'] =
    /(?:Cannot find (?:package|module|native binding)[^'"]*['"])([^'"]+)['"]/i.exec(message) ?? [];
  return `${name} is missing from node_modules. Run npm ci, and leave no optional packages out: they hold the programs for this system.`;
}
