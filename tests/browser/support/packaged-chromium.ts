import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { FoundBrowser } from './find-browser.ts';
import { placeOnce } from './place-once.ts';

/** The package that holds a Chromium for Linux on x64, with the libraries and a font that it needs. */
export const PACKAGE = '@sparticuz/chromium';

/**
 * Unpacks the packaged Chromium into `node_modules/.cache`, once a version, and says how to start it.
 * Its libraries are for its own process alone. Without the package the error says how to get a browser.
 */
export async function unpackChromium(): Promise<FoundBrowser> {
  const folder = packageFolder();
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const cache = fileURLToPath(new URL(`../../../node_modules/.cache/chromium-${version}`, import.meta.url));
  const home = await placeOnce(cache, async (staging) => {
    await inflateAll(folder, staging);
    await writeFile(join(staging, 'fonts.conf'), fontSettings(cache));
  });
  const env = { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') };
  const executablePath = join(home, 'chromium');
  await mustStart(executablePath, env);
  return { executablePath, env };
}

function packageFolder(): string {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(PACKAGE))), '..');
  } catch (cause) {
    throw new Error(
      `No Chrome or Chromium was found, and ${PACKAGE} is not installed. ` +
        'Run `npm ci`, install Chrome or Chromium, or set CHROME_PATH to the program.',
      { cause },
    );
  }
}

async function inflateAll(folder: string, staging: string): Promise<void> {
  // The package unpacks into the temporary folder of its process, under fixed names that another user could have
  // taken first. A process of its own, with the staging folder as its temporary one, keeps that apart.
  const program = `
    const { inflate } = await import(${JSON.stringify(pathToFileURL(join(folder, 'build/index.js')).href)});
    await Promise.all(process.argv.slice(1).map((file) => inflate(file)));
  `;
  const files = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program, '--', ...files.map((file) => join(folder, 'bin', file))],
    { env: { ...process.env, TMPDIR: staging } },
  );
}

/** The package's own font settings name folders of a cloud machine: these name the font's real place. */
function fontSettings(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`;
}

async function mustStart(program: string, env: Record<string, string>): Promise<void> {
  try {
    await promisify(execFile)(program, ['--version'], { env: { ...process.env, ...env } });
  } catch (cause) {
    throw new Error(
      `The Chromium of ${PACKAGE} does not start on this machine: ${cause instanceof Error ? cause.message : String(cause)}\n` +
        'Install Chrome or Chromium, or set CHROME_PATH to the program.',
      { cause },
    );
  }
}
