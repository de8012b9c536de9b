import { build } from './build.ts';
import { EXIT, runCommand, type CommandContext, type Exit } from './command.ts';
import { preview } from './preview.ts';
import { readServerFlags } from './server-flags.ts';

const USAGE = `Usage: npm run demo [-- --port 4321] [--host [NAME]]

Builds the sample archive of a fictional company and serves it on this machine, to look around.
The flags are those of npm run preview.
`;

/** The command `npm run demo`. */
export async function demo(args: readonly string[], context: CommandContext): Promise<Exit> {
  // Building takes seconds: a slip is named before it.
  readServerFlags('demo', args);
  const sample = { RELEASES_DIR: 'tests/fixtures/archive', OUT_DIR: '.cache/demo', BASE_PATH: '/' };
  const ofSample = { ...context, variables: { ...context.variables, ...sample } };
  const built = await build([], ofSample);
  return built === EXIT.clean ? preview(args, ofSample) : built;
}

if (import.meta.main) await runCommand(demo, USAGE);
