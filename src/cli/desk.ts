import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { readEnvironment } from '../build/environment.ts';
import { readFolder } from '../build/read-folder.ts';
import { startDesk } from '../desk/start-desk.ts';
import { EXIT, readArguments, refuseFiles, runCommand, type CommandContext, type Exit } from './command.ts';
import { readPort } from './server-flags.ts';

const USAGE = `Usage: npm run desk [-- --port 4322]

Opens the desk in the browser: add, review, publish and correct releases without a terminal.
Nothing but this machine reaches it. Its address, which holds a key, stands on a line of its own.

  --port N   the port; the next free one where it is taken

RELEASES_DIR names another releases folder. BROWSER names the program that opens the address; none opens nothing.
Ctrl-C ends the desk.
`;

/** The command `npm run desk`. The desk works on after it has come back, until the process is ended. */
async function desk(args: readonly string[], context: CommandContext): Promise<Exit> {
  const { values, positionals } = readArguments(args, { port: { type: 'string' } });
  refuseFiles('desk', positionals);
  const port = readPort(values.port, 4322);
  const { variables } = context;
  const environment = readEnvironment(variables, context.project);
  const { releases, shown } = environment;
  // Without a name the desk makes the folder; a name that leads nowhere is a slip.
  if (variables['RELEASES_DIR']?.trim() && !statSync(releases, { throwIfNoEntry: false })?.isDirectory())
    readFolder({ root: releases, shown });
  const started = await startDesk({ environment, variables, port });
  context.out(`The desk is open. Ctrl-C ends it; what is typed is kept.\n${started.address}\n`);
  openBrowser(started.address, variables['BROWSER']);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      void started.close().then(() => process.kill(process.pid, signal));
    });
  return EXIT.clean;
}

/** Opens the address; a machine without a browser has it on the screen. */
function openBrowser(address: string, browser: string | undefined): void {
  if (browser === 'none') return;
  const [program, ...before] = browser ? [browser] : (OPENERS[process.platform] ?? ['xdg-open']);
  const child = spawn(program ?? '', [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

await runCommand(desk, USAGE);
