import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from '../build/measure.ts';
import { writeContent, type ContentForm } from './content.ts';

/** Another generator, with a small site of its own and Pagefind's command line after it. */
export interface Contender {
  readonly name: string;
  /** What is installed, `Hugo 0.111.3`, or why it cannot take part. */
  readonly version: string;
  readonly installed: boolean;
  /** The folder here with the templates and settings of its site. */
  readonly key: 'hugo' | 'eleventy' | 'astro';
  /** The folder of its site in which releases lie. */
  readonly content: string;
  readonly form: ContentForm;
  /** The program that renders the site in a folder into another one. */
  readonly render: (site: string, out: string) => Command;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const pagefind = fileURLToPath(new URL('../../node_modules/pagefind/lib/runner/bin.cjs', import.meta.url));
const astro = fileURLToPath(new URL('../../node_modules/astro', import.meta.url));
const eleventy = join(here, 'eleventy/node_modules/@11ty/eleventy');

/** All contenders, installed or not. */
export function findContenders(): readonly Contender[] {
  return [findHugo(), findEleventy(), findAstro()];
}

/** Writes a contender's site with the releases of a folder. This is not measured. */
export async function prepareSite(contender: Contender, releases: string, site: string): Promise<void> {
  await rm(site, { recursive: true, force: true });
  await cp(join(here, contender.key), site, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
  await writeContent(releases, join(site, contender.content), contender.form);
}

/** What builds a contender's site with its search index: its own program, then Pagefind's command line. */
export function buildCommands({ render }: Contender, site: string, out: string): readonly Command[] {
  const index: Command = {
    name: 'Pagefind',
    program: process.execPath,
    args: [pagefind, '--site', out, '--force-language', 'en'],
    folder: site,
  };
  return [render(site, out), index];
}

function findHugo(): Contender {
  const { stdout, status } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  const number = status === 0 ? /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] : undefined;
  return {
    name: 'Hugo + Pagefind',
    installed: number !== undefined,
    version: number === undefined ? 'Hugo is not on the PATH, so it is not compared.' : `Hugo ${number}`,
    key: 'hugo',
    content: 'content/releases',
    // Hugo would run what looks like a shortcode.
    form: { lines: () => [], body: (body) => body.replace(/\{\{(?=[<%])/g, '{&#123;'), indexes: true },
    render: (site, out) => ({
      name: 'Hugo',
      program: 'hugo',
      args: ['--source', site, '--destination', out, '--noBuildLock', '--quiet'],
      folder: site,
    }),
  };
}

function findEleventy(): Contender {
  const file = join(eleventy, 'package.json');
  const installed = existsSync(file);
  const version = installed ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : '';
  return {
    name: 'Eleventy + Pagefind',
    installed,
    version: installed
      ? `Eleventy ${version}`
      : 'Eleventy is not installed (npm ci --prefix bench/compare/eleventy), so it is not compared.',
    key: 'eleventy',
    content: 'releases',
    form: {
      // Left to itself it would take the day out of the address.
      lines: ({ id }) => [`permalink: ${JSON.stringify(`/releases/${id}/index.html`)}`],
      body: (body) => body,
      indexes: false,
    },
    render: (site, out) => ({
      name: 'Eleventy',
      program: process.execPath,
      args: [join(eleventy, 'cmd.cjs'), `--output=${out}`, '--quiet'],
      folder: site,
    }),
  };
}

/** A plain site of the Astro that this program is made with: a content collection, as its documentation has it. */
function findAstro(): Contender {
  const { version } = JSON.parse(readFileSync(join(astro, 'package.json'), 'utf8')) as { version: string };
  return {
    name: 'Astro + Pagefind',
    installed: true,
    version: `Astro ${version}, plain`,
    key: 'astro',
    content: 'src/releases',
    form: { lines: () => [], body: (body) => body, indexes: false },
    render: (site, out) => ({
      name: 'Astro',
      program: process.execPath,
      // Nothing that a build before it has kept is used.
      args: [join(astro, 'bin/astro.mjs'), 'build', '--root', site, '--outDir', out, '--force', '--silent'],
      folder: site,
      environment: { ASTRO_TELEMETRY_DISABLED: '1' },
    }),
  };
}
