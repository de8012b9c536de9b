import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';

/**
 * Starts a server in a folder of its own and waits until it says `sign`; what comes back ends it and deletes the folder.
 * Rejects with what the server says when it ends before.
 */
export async function startServer(
  program: string,
  args: readonly string[],
  { folder, sign }: { readonly folder: string; readonly sign: string },
): Promise<() => Promise<void>> {
  const server = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const close = async (): Promise<void> => {
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  let said = '';
  const listens = await new Promise<boolean>((resolve, reject) => {
    server.once('error', reject).once('close', () => resolve(false));
    server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      if (said.includes(sign)) resolve(true);
    });
  });
  if (listens) return close;
  await close();
  throw new Error(`${program} did not start:\n${said}`);
}
