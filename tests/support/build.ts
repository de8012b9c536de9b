import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { HOSTINGS } from '../../src/build/output/hosts/hosting.ts';
import { sampleArchive } from './sample-archive.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built sample archive; absent when its build failed. */
    site?: string;
    /** Folder of the same archive, built for a site below a path; absent when its build failed. */
    below?: string;
  }
}

export interface BuildResult {
  /** The build's exit status; `null` when a signal ended it. */
  readonly status: number | null;
  /** What it printed, standard output and error as they came. */
  readonly output: string;
}

/** Where the site below a path believes to be: on another domain, in a folder that a company's own site would have. */
export const BELOW = { origin: 'https://other.example', base: '/investors/archive/' } as const;

/**
 * Vitest's global setup for the projects that ask questions of a built site: builds the sample archive once a run,
 * for the root of a domain and for a path below one, however many projects and files ask.
 * When a build fails its output is printed, and `builtSite()` or `builtBelow()` throws in each test.
 */
export async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  if ('site' in vitest.getRootProject().getProvidedContext()) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'archive-test-'));
  process.env[COMPILED] = join(folder, 'compiled');
  const build = async (name: string, settings: Readonly<Record<string, string>>): Promise<string | undefined> => {
    const out = join(folder, name);
    const sample = { RELEASES_DIR: sampleArchive(), OUT_DIR: out };
    const { status, output } = await buildSite({ ...sample, ...settings });
    if (status === 0) return out;
    console.error(`The sample archive could not be built as ${name} (exit status ${status}):\n${output}`);
    return undefined;
  };
  const [site, below] = await Promise.all([
    build('dist', { SITE_URL: 'https://archive.example/', HOSTING: HOSTINGS.join() }),
    build('below', { SITE_URL: BELOW.origin, BASE_PATH: BELOW.base, HOSTING: 'caddy,nginx' }),
  ]);
  vitest.provide('site', site);
  vitest.provide('below', below);
  return () => rm(folder, { recursive: true, force: true });
}

/**
 * Runs a project's build, of this one unless another is named, with these settings and no others of its own
 * (a releases folder among them always, since the project's belongs to whoever runs the archive):
 * what `npm run build` starts, without npm before it, which `tests/built/readme.test.ts` tries.
 */
export function buildSite(settings: BuildSettings, project = root): Promise<BuildResult> {
  return runNode(BUILD, settings, project);
}

/** Runs Node in a project with these arguments and settings. */
export function runNode(args: readonly string[], settings: BuildSettings, project = root): Promise<BuildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: project,
      env: { ...withoutTestSettings(process.env), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: string) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', reject).once('close', (status) => resolve({ status, output }));
  });
}

export type BuildSettings = Readonly<Record<string, string>> & { readonly RELEASES_DIR: string };

/** What `npm run build` gives Node. */
export const BUILD: readonly string[] = [
  '--require',
  './src/preflight.cjs',
  '--v8-pool-size=0',
  '--max-semi-space-size=32',
  'src/cli/build.ts',
];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Names the folder in which builds keep what Node has compiled, since dozens of them read the same modules of Astro. */
const COMPILED = 'TEST_COMPILED';

/** The environment as it is outside of a test: Vitest's own variables would make Vite build for development. */
export function withoutTestSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(VITEST.*|TEST|TEST_COMPILED|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL)$/;
  const settings =
    /^(SITE_URL|URL|CF_PAGES_URL|BASE_PATH|RELEASES_DIR|OUT_DIR|HOSTING|PRECOMPRESS|ADOPT|ALLOW_EMPTY|CACHE_DIR|CLEAN|SIGNING_KEY|FAIL_ON_LOSS)$/;
  const outside = Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name) && !settings.test(name)));
  return { ...(env[COMPILED] !== undefined && { NODE_COMPILE_CACHE: env[COMPILED] }), ...outside };
}
