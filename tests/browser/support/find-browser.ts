import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { PACKAGE, unpackChromium } from './packaged-chromium.ts';

export interface FoundBrowser {
  readonly executablePath: string;
  /** What the browser's process needs in its environment beside the tests' own. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Where browsers are usually installed, as full paths. */
  readonly places: readonly string[];
}

/**
 * The Chrome or Chromium that the tests drive, in this order:
 * `CHROME_PATH`; one that is installed; the one inside `@sparticuz/chromium`, which `CHROME_PATH=@sparticuz/chromium`
 * chooses at once. A `CHROME_PATH` that does not start, and no browser at all, is an error that says what to do.
 */
export async function findBrowser(around: Surroundings = thisMachine()): Promise<FoundBrowser> {
  const wanted = around.env['CHROME_PATH'];
  if (wanted && wanted !== PACKAGE) {
    if (await starts(wanted, around.platform)) return { executablePath: wanted, env: {} };
    throw new Error(`CHROME_PATH is "${wanted}", which does not start as Chrome or Chromium. Correct or unset it.`);
  }
  if (!wanted) {
    for (const candidate of [...namedOnPath(around), ...around.places]) {
      if (existsSync(candidate) && (await starts(candidate, around.platform))) {
        return { executablePath: candidate, env: {} };
      }
    }
  }
  if (around.platform === 'linux' && around.arch === 'x64') return unpackChromium();
  throw new Error(
    `No Chrome or Chromium was found, and ${PACKAGE} has none for ${around.platform} on ${around.arch}. ` +
      'Install Chrome or Chromium, or set CHROME_PATH to the program.',
  );
}

/** The environment and the usual places of the machine that runs the tests. */
export function thisMachine(): Surroundings {
  const { env, platform, arch } = process;
  return { env, platform, arch, places: usualPlaces(platform, env) };
}

function namedOnPath({ env, platform }: Surroundings): string[] {
  // Windows does not put Chrome on PATH, and a program there has another name.
  if (platform === 'win32') return [];
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces(platform: NodeJS.Platform, env: Surroundings['env']): string[] {
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = env[name];
      return folder
        ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Chromium/Application/chrome.exe')]
        : [];
    });
  }
  if (platform === 'darwin') {
    return ['/Applications', join(env['HOME'] ?? '/', 'Applications')].flatMap((folder) => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    ]);
  }
  return [
    '/opt/google/chrome/chrome',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
  ];
}

/** True when the program names itself as Chrome or Chromium: some systems install a script that only says "install me". */
async function starts(program: string, platform: NodeJS.Platform): Promise<boolean> {
  // On Windows `--version` opens a window instead of answering.
  if (platform === 'win32') return existsSync(program);
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 30_000 });
    return /\bChrom(e|ium)\b.* \d+\./.test(stdout);
  } catch {
    return false;
  }
}

export const BROWSER_ARGUMENTS = [
  // Root and most containers cannot use the sandbox; only pages of these tests are opened.
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Every other host is unknown to this browser, so that a request to one fails at once and alike everywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
