import { startDevServer } from '../astro/start-dev-server.ts';
import { readEnvironment } from '../build/environment.ts';
import { EXIT, runCommand, type CommandContext, type Exit } from './command.ts';
import { readServerFlags } from './server-flags.ts';

const USAGE = `Usage: npm run dev [-- --port 4321] [--host [NAME]]

Shows the site while you write: drafts too, each change at once, and what is wrong. Search works on the last build.

  --port N       the port; the next free one where it is taken
  --host [NAME]  for other machines too, at all addresses of this one or at the one that is named
`;

/** The command `npm run dev`. */
async function dev(args: readonly string[], context: CommandContext): Promise<Exit> {
  const { port, host } = readServerFlags('dev', args);
  // What means nothing is said before Astro is loaded.
  const { project } = readEnvironment(context.variables, context.project);
  await startDevServer({ project, port, host });
  return EXIT.clean;
}

await runCommand(dev, USAGE);
