import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Variables } from '../build/environment.ts';
import { UsageError } from '../build/failure.ts';
import { diskFault, placeOf } from '../files/disk-fault.ts';
import { nearest } from '../text/nearest.ts';

/** How a command ends: all well, problems in the content, or used in a wrong way. */
export const EXIT = { clean: 0, problems: 1, usage: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** What a command is given: settings, folders, the time, and where to write. A test gives it plain values. */
export interface CommandContext {
  readonly variables: Variables;
  /** Absolute path of the archive's folder: the program's own, or the one from which an installed program was called. */
  readonly project: string;
  /** Absolute path of the folder from which messages name files. */
  readonly working: string;
  /** Absolute path of the folder in which the person stands: npm starts a command elsewhere. */
  readonly invokedFrom: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Where a person can be asked; absent when nobody sits at a terminal. */
  readonly terminal: Terminal | undefined;
  readonly colours: boolean;
  /** The result of the command. */
  readonly out: (text: string) => void;
  /** Messages beside the result. */
  readonly log: (text: string) => void;
}

/** What a person types at, and where questions stand: never standard output, which is for results. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Runs a command with the arguments and streams of this process, and leaves its exit status. */
export async function runCommand(
  command: (args: readonly string[], context: CommandContext) => Exit | Promise<Exit>,
  usage: string,
): Promise<void> {
  // A reader that has seen enough, such as `head`, is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return;
  }
  try {
    process.exitCode = await command(args, contextOfProcess());
  } catch (error) {
    // node:fs throws errors with a code.
    const fault = error instanceof Error ? diskFault((error as NodeJS.ErrnoException).code, placeOf(error)) : undefined;
    if (fault !== undefined) {
      process.stderr.write(`${fault}\n`);
      process.exitCode = EXIT.usage;
      return;
    }
    if (!(error instanceof UsageError)) throw error;
    const [first = ''] = usage.split('\n\n');
    process.stderr.write(`${error.message}\n\n${first}\n--help explains it.\n`);
    process.exitCode = EXIT.usage;
  }
}

const PROGRAM = path.resolve(import.meta.dirname, '../..');

/** True where the program lies below `node_modules`, in an archive's folder or in npm's cache. */
function isInstalled(program: string): boolean {
  return program.split(path.sep).includes('node_modules');
}

function contextOfProcess(): CommandContext {
  const { env, stdin, stdout, stderr } = process;
  return {
    variables: env,
    project: isInstalled(PROGRAM) ? process.cwd() : PROGRAM,
    working: process.cwd(),
    invokedFrom: env['INIT_CWD'] || process.cwd(),
    now: Date.now(),
    terminal: stdin.isTTY && stderr.isTTY ? { input: stdin, output: stderr } : undefined,
    colours: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    out: (text) => void stdout.write(text),
    log: (text) => void stderr.write(text),
  };
}

/** Throws a `UsageError` where a command that takes no files was given some. */
export function refuseFiles(command: string, [first]: readonly string[]): void {
  if (first !== undefined) throw new UsageError(`${command} takes no file or folder, and was given "${first}".`);
}

/** Where a file or folder that a person names may lie: npm starts a command in the project, so where the person stands first. */
export function placesOf(given: string, { invokedFrom, working }: CommandContext): readonly string[] {
  return [invokedFrom, working].map((base) => path.resolve(base, given));
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; allowNegative: true; strict: true }>
>;

/** Reads the arguments of a command. What it does not take is a `UsageError` of one sentence. */
export function readArguments<const T extends Options>(args: readonly string[], options: T): Parsed<T> {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true, strict: true });
    const empty = Object.entries(parsed.values).find(([, value]) => [value].flat().some((one) => one === ''));
    if (empty) throw new UsageError(`--${empty[0]} needs a value after it.`);
    refuseRepeated(args, options);
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException; // parseArgs throws these
    if (!code.startsWith('ERR_PARSE_ARGS_')) throw error;
    const flag = /'(--?[^' =,]+)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      const near = nearest(flag, Object.keys(options));
      throw new UsageError(`There is no ${flag}${near ? `. Did you mean --${near}?` : '.'}`, { cause: error });
    }
    const long = flag.startsWith('--') ? flag : (/(--[a-z-]+)/.exec(message)?.[1] ?? flag);
    const takesText = options[long.slice(2)]?.type === 'string';
    throw new UsageError(takesText ? `${long} needs a value after it.` : `${long} takes no value.`, { cause: error });
  }
}

/** Of a value that is given twice one would be dropped without a word. */
function refuseRepeated(args: readonly string[], options: Options): void {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true, tokens: true });
  const given = tokens.flatMap((token) => (token.kind === 'option' && token.value !== undefined ? [token.name] : []));
  const twice = given.find((name, at) => options[name]?.multiple !== true && given.indexOf(name) !== at);
  if (twice !== undefined) throw new UsageError(`--${twice} is given twice. Give it once.`);
}
