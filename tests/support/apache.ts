import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** Why Apache cannot be tried on this machine, or `undefined` where it can. */
export function apacheMissing(): string | undefined {
  const { error } = spawnSync('apache2', ['-v']);
  return error ? 'Apache is not installed here, so the .htaccess of HOSTING=apache was not tried.' : undefined;
}

/**
 * Starts Apache on 127.0.0.1 at a free port on a copy of a folder, where `.htaccess` may say what docs/hosting.md asks
 * for. Rejects with what Apache says when it does not start.
 */
export async function serveWithApache(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  const prefix = await mkdtemp(join(tmpdir(), 'apache-'));
  const port = await freePort();
  const root = join(prefix, 'www');
  await cp(folder, root, { recursive: true });
  // Root starts Apache as another user, who may not read a folder that belongs to root alone.
  spawnSync('chmod', ['-R', 'a+rX', prefix]);
  const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite', 'alias', 'filter', 'deflate'];
  const settings = `ServerRoot ${prefix}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${prefix}/pid
Mutex file:${prefix} default
ErrorLog ${prefix}/error.log
LogLevel notice
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
User www-data
Group www-data
DocumentRoot ${root}
<Directory ${root}>
AllowOverride FileInfo Indexes
Require all granted
</Directory>
`;
  await writeFile(join(prefix, 'apache2.conf'), settings);
  // In the foreground: it opens its port before it begins to work, and writes so into its log.
  const server = spawn('apache2', ['-D', 'FOREGROUND', '-f', join(prefix, 'apache2.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<string>((resolve) => {
    let said = '';
    server.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    server.once('close', () => resolve(said));
  });
  const close = async (): Promise<void> => {
    server.kill();
    await ended;
    await rm(prefix, { recursive: true, force: true });
  };
  const log = join(prefix, 'error.log');
  const begun = async (): Promise<undefined> => {
    while (!(await readFile(log, 'utf8').catch(() => '')).includes('resuming normal operations')) await setTimeout(20);
  };
  const fault = await Promise.race([ended, begun()]);
  if (fault !== undefined) {
    await rm(prefix, { recursive: true, force: true });
    throw new Error(`Apache did not start:\n${fault}`);
  }
  return { url: `http://127.0.0.1:${port}/`, close };
}
