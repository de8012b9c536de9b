import { UsageError } from '../build/failure.ts';
import { readArguments, refuseFiles } from './command.ts';

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
  refuseFiles(command, positionals);
  return { port: readPort(values.port, 4321), host: values.host === ALL ? '' : values.host };
}

/** The port that `--port` names, else the usual one. */
export function readPort(written: string | undefined, usual: number): number {
  if (written === undefined) return usual;
  if (!/^\d{1,5}$/.test(written) || Number(written) > 65_535)
    throw new UsageError(`"${written}" is not a port. Write a number such as ${usual}.`);
  return Number(written);
}

/** Stands for all addresses of this machine. */
const ALL = '*';
