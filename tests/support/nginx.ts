import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { startServer } from './start-server.ts';

/** Why nginx cannot be tried on this machine, or `undefined` where it can. */
export function nginxMissing(): string | undefined {
  const { error } = spawnSync('nginx', ['-v']);
  return error ? 'nginx is not installed here, so its settings in docs/hosting.md were not tried.' : undefined;
}

/**
 * Starts nginx on 127.0.0.1 at a free port with a `server` block as people would copy it,
 * its root, its port and the path of the site alone replaced. Rejects with what nginx says when it does not take the block.
 */
export async function serveWithNginx(
  folder: string,
  block: string,
  base = '/',
): Promise<{ url: string; close: () => Promise<void> }> {
  const prefix = await mkdtemp(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const path = `(?<archive_base>${base.slice(0, -1)})`;
  const server = block
    .replace(/^(\s*listen) 80;$/m, `$1 127.0.0.1:${port};`)
    .replaceAll('/var/www/archive', folder)
    .replace('(?<archive_base>)', path);
  if (![`127.0.0.1:${port};`, `alias ${folder}`, path].every((setting) => server.includes(setting))) {
    throw new Error('The server block has no line "listen 80;", no folder, or no path of the site.');
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  // Root starts nginx as nobody, who may not read a folder that belongs to root.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const settings = `${user}daemon off;
pid ${prefix}/pid;
error_log stderr notice;
worker_processes 1;
events { worker_connections 64; }
http {
include /etc/nginx/mime.types;
default_type application/octet-stream;
access_log off;
${temporary.map((name) => `${name}_temp_path ${prefix}/${name};`).join('\n')}
${server}
}
`;
  await writeFile(join(prefix, 'nginx.conf'), settings);
  // Its port is open before it starts those who work.
  const close = await startServer('nginx', ['-p', prefix, '-e', 'stderr', '-c', 'nginx.conf'], {
    folder: prefix,
    sign: 'start worker process',
  });
  return { url: `http://127.0.0.1:${port}${base}`, close };
}
