import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { restoreSite } from './begin-build.ts';
import { readEnvironment, UsageError } from './environment.ts';
import { readAddress } from './state.ts';
import { createStaticServer, type ServedFolder } from './static-server.ts';

const USAGE = `Usage: npm run preview [-- --port 4321] [--host [NAME]]

Serves the built site (OUT_DIR, else dist) on this machine as a static host would.

  --port N       the port; the next free one where it is taken
  --host [NAME]  for other machines too, at all addresses of this one or at the one that is named
`;

/** The command `npm run preview`; `npm run demo` serves its archive by it. */
export async function preview(args: readonly string[], variables: NodeJS.ProcessEnv): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE);
    return;
  }
  const { port, host } = readFlags(args);
  const environment = readEnvironment(variables, path.resolve(import.meta.dirname, '../..'));
  const { out, shownOut } = environment;
  restoreSite(environment, (text) => process.stderr.write(`${text}\n`));
  if (!existsSync(path.join(out, 'index.html')))
    throw new UsageError(`There is no site in ${shownOut} yet: npm run build makes it.`);
  const { base } = readAddress(environment, variables);
  // Without a name for it, the loopback address alone: nothing else on the network reaches it.
  const address = await listen({ folder: out, base, host }, port, host ?? 'localhost');
  const name = host === undefined || host === '' ? 'localhost' : address.address;
  const shown = name.includes(':') ? `[${name}]` : name;
  process.stdout.write(`${shownOut} is served at http://${shown}:${address.port}${base}\n`);
}

/** Listens at the port, or at the next one that is free. */
async function listen(served: ServedFolder, port: number, host: string): Promise<AddressInfo> {
  for (let next = port; ; next++) {
    const server = createStaticServer(served);
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port: next, ...(host === '' ? {} : { host }) }, resolve);
      });
      return server.address() as AddressInfo; // a server that listens on a port has such an address
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException; // node:net throws these
      if (code === 'EADDRINUSE' && next < port + 100 && next < 65_535) continue;
      throw new UsageError(`Port ${next} of "${host || 'this machine'}" cannot be used (${code}).`, { cause: error });
    }
  }
}

/** `--host` may stand without a name, which `parseArgs` does not know. */
function readFlags(args: readonly string[]): { readonly port: number; readonly host: string | undefined } {
  const named = args.map((arg, at) => {
    const next = args[at + 1];
    return arg === '--host' && (next === undefined || next.startsWith('-')) ? '--host=' : arg;
  });
  let values: { port?: string | undefined; host?: string | undefined };
  try {
    ({ values } = parseArgs({ args: named, options: { port: { type: 'string' }, host: { type: 'string' } } }));
  } catch {
    throw new UsageError(
      'npm run preview knows two flags, --port and --host: npm run preview -- --port 8080. --help explains them.',
    );
  }
  const { port = '4321', host } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`"${port}" is not a port. Write a number such as 4321.`);
  return { port: Number(port), host };
}

if (import.meta.main) {
  try {
    await preview(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
