import type * as Astro from 'astro';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../build/failure.ts';
import { releaseArchive } from './integration.ts';
import { astroSettings } from './settings.ts';
import { triedAstro } from './tried-astro.ts';

/**
 * Starts Astro's server for `npm run dev`, which says itself where it listens and goes on until the process is ended.
 * `host` is empty for all addresses of this machine, absent for the loopback address alone.
 */
export async function startDevServer({
  project,
  port,
  host,
}: {
  readonly project: string;
  readonly port: number;
  readonly host: string | undefined;
}): Promise<void> {
  const sign = /[#?]/.exec(project)?.[0];
  // Vite takes these for the end of a path.
  if (sign !== undefined)
    throw new UsageError(
      `dev cannot work in a folder with ${sign} in its path: "${project}". Rename that folder, or see releases in the desk (npm run desk).`,
    );
  // Nothing is sent to anybody.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { dev } = await loadAstro(project);
  await dev({
    ...astroSettings,
    root: project,
    configFile: false,
    integrations: [releaseArchive()],
    server: { port, ...(host !== undefined && { host: host === '' ? true : host }) },
  });
}

/** Astro as the archive's folder has it, which the program's package leaves out. Another version than the tried one is named. */
async function loadAstro(project: string): Promise<typeof Astro> {
  const { resolve } = createRequire(path.join(project, 'package.json'));
  const wanted = triedAstro();
  const command = `npm install --save-dev --save-exact astro@${wanted}`;
  let entry: string;
  try {
    entry = resolve('astro');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      `dev needs Astro, which no other command does. Install it once: ${command}. The desk (npm run desk) shows releases as readers get them without it.`,
      { cause: error },
    );
  }
  const { version } = JSON.parse(readFileSync(resolve('astro/package.json'), 'utf8')) as { version: string }; // npm asks for one
  if (version !== wanted)
    process.stderr.write(
      `Astro ${version} is installed, and this program was tried with ${wanted}. Where pages look wrong: ${command}\n`,
    );
  return (await import(pathToFileURL(entry).href)) as typeof Astro;
}
