import { chmod, mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchBrowser, newPage } from './support.ts';
import { BROWSER_ARGUMENTS, findBrowser, thisMachine, type Surroundings } from './support/find-browser.ts';
import { unpackChromium } from './support/packaged-chromium.ts';
import { placeOnce } from './support/place-once.ts';
import { watchPage } from './support/watch-page.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browser-support-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('launchBrowser() starts a browser that renders text', async () => {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await newPage(browser, 'http://127.0.0.1/');
  await page.setContent('<p>Drilling begins</p>');
  expect(await page.getByText('Drilling begins').boundingBox()).toMatchObject({ height: expect.any(Number) as number });
});

describe.runIf(process.platform !== 'win32')('findBrowser()', () => {
  test('takes CHROME_PATH before a browser on PATH', async () => {
    const wanted = await program('wanted/browser', 'echo Chromium 153.0.0.1');
    await program('bin/chromium', 'echo Chromium 153.0.0.2');
    const found = await findBrowser(machine({ CHROME_PATH: wanted, PATH: join(folder, 'bin') }));
    expect(found).toEqual({ executablePath: wanted, env: {} });
  });

  test('refuses a CHROME_PATH that does not start, rather than taking another browser', async () => {
    const wanted = join(folder, 'nowhere');
    await expect(findBrowser(machine({ CHROME_PATH: wanted }))).rejects.toThrow(
      `CHROME_PATH is "${wanted}", which does not start as Chrome or Chromium. Correct or unset it.`,
    );
  });

  test('passes over a script that only asks to install a browser', async () => {
    await program('snap/chromium', 'echo "Command requires the chromium snap to be installed."; exit 1');
    const real = await program('place/chrome', 'echo Google Chrome 153.0.0.3');
    const found = await findBrowser({ ...machine({ PATH: join(folder, 'snap') }), places: [real] });
    expect(found.executablePath).toBe(real);
  });

  test('says what to do where there is no browser and the package has none', async () => {
    await expect(findBrowser({ ...machine({}), platform: 'linux', arch: 'arm64' })).rejects.toThrow(
      'No Chrome or Chromium was found, and @sparticuz/chromium has none for linux on arm64. ' +
        'Install Chrome or Chromium, or set CHROME_PATH to the program.',
    );
  });

  test('looks into the usual places of this machine', () => {
    expect(thisMachine().places).not.toEqual([]);
  });
});

// The package has programs for this system alone; elsewhere an installed browser is needed.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the packaged Chromium', () => {
  test('starts where no browser is installed, with its own libraries, and renders text with its own font', async () => {
    const { executablePath, env } = await findBrowser(machine({}));
    expect({ executablePath, env }).toEqual(await unpackChromium());
    const server = await chromium.launchServer({
      host: '127.0.0.1',
      executablePath,
      env: { ...process.env, ...env },
      args: BROWSER_ARGUMENTS,
    });
    onTestFinished(() => server.close());
    const maps = await readFile(`/proc/${server.process().pid}/maps`, 'utf8');
    expect(maps.match(/\S+\/libnss3\.so$/m)?.[0]).toBe(
      await realpath(join(env['LD_LIBRARY_PATH'] ?? '', 'libnss3.so')),
    );
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage();
    await page.setContent('<span style="font: 40px Open Sans, monospace">iiii</span>');
    const width = await page.locator('span').evaluate((span) => span.getBoundingClientRect().width);
    // In a font of fixed width, and where there is no font at all, four letters of 40 pixels are wider.
    expect(width).toBeLessThan(60);
  });
});

test('placeOnce() fills a folder for several that ask at once and leaves nothing else behind', async () => {
  const target = join(folder, 'cache', 'once');
  const fill = (staging: string) => writeFile(join(staging, 'file'), 'whole');
  const places = await Promise.all([placeOnce(target, fill), placeOnce(target, fill), placeOnce(target, fill)]);
  expect(places).toEqual([target, target, target]);
  expect(await readdir(join(folder, 'cache'))).toEqual(['once']);
  expect(await readFile(join(target, 'file'), 'utf8')).toBe('whole');
});

test('placeOnce() gives no name to a folder that could not be filled', async () => {
  const target = join(folder, 'failing', 'once');
  await expect(placeOnce(target, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
  expect(await readdir(join(folder, 'failing'))).toEqual([]);
});

test('watchPage() names exceptions, blocked scripts and requests to other hosts', async () => {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await newPage(browser, 'http://127.0.0.1/');
  const faults = watchPage(page, 'http://127.0.0.1/');
  await page.route('http://127.0.0.1/', (route) =>
    route.fulfill({
      headers: { 'content-type': 'text/html', 'content-security-policy': "script-src 'nonce-1'" },
      body: '<img src="https://elsewhere.example/x.png"><script>1</script><script nonce="1">throw Error("no")</script>',
    }),
  );
  await page.goto('/');
  expect(faults.toSorted()).toEqual([
    'A script threw: no',
    expect.stringContaining('Content Security Policy') as string,
    'It asked for https://elsewhere.example/x.png',
  ]);
});

async function program(path: string, script: string): Promise<string> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

/** This machine with no browser in its usual places. */
function machine(env: Record<string, string>): Surroundings {
  return { ...thisMachine(), env, places: [] };
}
