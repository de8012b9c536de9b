import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { startServer } from './start-server.ts';

/** Why Caddy cannot be tried on this machine, or `undefined` where it can. */
export function caddyMissing(): string | undefined {
  const { error } = spawnSync('caddy', ['version']);
  return error ? 'Caddy is not installed here, so its settings in docs/hosting.md were not tried.' : undefined;
}

/**
 * Starts Caddy on 127.0.0.1 at a free port with a site block as people would copy it,
 * its address, its root and the path of the site alone replaced. Rejects with what Caddy says when it does not take the block.
 */
export async function serveWithCaddy(
  folder: string,
  block: string,
  base = '/',
): Promise<{ url: string; close: () => Promise<void> }> {
  const prefix = await mkdtemp(join(tmpdir(), 'caddy-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const bare = base.slice(0, -1);
  const path = `${bare === '' ? '' : `redir ${bare} ${base}\n\t`}handle_path ${base}* {`;
  const site = block
    .replace(/^archive\.example \{$/m, `${url} {`)
    .replaceAll('/var/www/archive', folder)
    .replace('handle_path /* {', path);
  if (![`${url} {`, ` ${folder}`, path].every((setting) => site.includes(setting))) {
    throw new Error('The site block has no line "archive.example {", no root, or no path of the site.');
  }
  await writeFile(join(prefix, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`);
  const close = await startServer('caddy', ['run', '--config', 'Caddyfile'], {
    folder: prefix,
    sign: 'serving initial configuration',
  });
  return { url: url + base, close };
}
