import { UsageError } from '../build/failure.ts';
import { readArguments } from './command.ts';

/** Reads `--port` and `--host`, which may stand without a name: it is empty then, for all addresses of this machine. */
export function readServerFlags(
  command: string,
  args: readonly string[],
): { readonly port: number; readonly host: string | undefined } {
  const named = args.map((arg, at) => {
    const next = args[at + 1];
    return arg === '--host' && (next === undefined || next.startsWith('-')) ? `--host=${ALL}` : arg;
  });
  const { values, positionals } = readArguments(named, { port: { type: 'string' }, host: { type: 'string' } });
  if (positionals.length > 0)
    throw new UsageError(`${command} takes no file or folder, and was given "${positionals[0]}".`);
  const { port = '4321', host } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`"${port}" is not a port. Write a number such as 4321.`);
  return { port: Number(port), host: host === ALL ? '' : host };
}

/** Stands for all addresses of this machine. */
const ALL = '*';
