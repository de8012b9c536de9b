import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { restoreSite } from '../build/begin-build.ts';
import { EXIT, runCommand, type CommandContext, type Exit } from './command.ts';
import { readEnvironment } from '../build/environment.ts';
import { UsageError } from '../build/failure.ts';
import { readAddress } from '../build/read-site.ts';
import { readServerFlags } from './server-flags.ts';
import { createStaticServer, type ServedFolder } from '../astro/static-server.ts';

const USAGE = `Usage: npm run preview [-- --port 4321] [--host [NAME]]

Serves the built site (OUT_DIR, else dist) on this machine as a static host would.

  --port N       the port; the next free one where it is taken
  --host [NAME]  for other machines too, at all addresses of this one or at the one that is named
`;

/** The command `npm run preview`; `npm run demo` serves its archive by it. */
export async function preview(args: readonly string[], context: CommandContext): Promise<Exit> {
  const { port, host } = readServerFlags('preview', args);
  const environment = readEnvironment(context.variables, context.project);
  const { out, shownOut } = environment;
  restoreSite(environment, (text) => context.log(`${text}\n`));
  if (!existsSync(path.join(out, 'index.html')))
    throw new UsageError(`There is no site in ${shownOut} yet: npm run build makes it.`);
  const { base } = readAddress(environment);
  // Without a name for it, the loopback address alone: nothing else on the network reaches it.
  const address = await listen({ folder: out, base, host }, port, host ?? 'localhost');
  const name = host === undefined || host === '' ? 'localhost' : address.address;
  const shown = name.includes(':') ? `[${name}]` : name;
  context.out(`${shownOut} is served at http://${shown}:${address.port}${base}\n`);
  return EXIT.clean;
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

if (import.meta.main) await runCommand(preview, USAGE);
