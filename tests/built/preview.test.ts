import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { verify } from '../../src/cli/verify.ts';
import { testContext } from '../cli/test-context.ts';
import { BELOW, withoutTestSettings } from '../support/build.ts';
import { headersFor, parseHeaders } from '../support/host-files.ts';
import { builtBelow, builtSite } from '../support/site.ts';
import { pathsBelow } from '../support/tree.ts';
import { sampleArchive } from '../support/sample-archive.ts';

const project = path.resolve(import.meta.dirname, '../..');
const COMMAND = path.join(project, 'src/cli/preview.ts');
const fixtures = sampleArchive();

/** Starts what `npm run preview` starts, and gives the address that it prints. */
async function startPreview(settings: Readonly<Record<string, string>>, ...flags: string[]): Promise<string> {
  const child = spawn(process.execPath, [COMMAND, ...flags], {
    cwd: project,
    env: { ...withoutTestSettings(process.env), RELEASES_DIR: fixtures, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return / at (http:\S+)\n$/.exec(line)?.[1] ?? line;
}

function settingsOf(folder: string, address: Readonly<Record<string, string>> = {}) {
  return { OUT_DIR: folder, ...address };
}

test.each([
  ['at the root', () => settingsOf(builtSite()), /^http:\/\/localhost:\d+\/$/],
  [
    'below a path',
    () => settingsOf(builtBelow(), { SITE_URL: BELOW.origin, BASE_PATH: BELOW.base }),
    /^http:\/\/localhost:\d+\/investors\/archive\/$/,
  ],
])('verify finds all files of a site as listed that npm run preview serves %s', async (_, settings, address) => {
  const url = await startPreview(settings(), '--port', '0');
  expect(url).toMatch(address);
  const world = testContext('/');
  const exit = await verify([url], world);
  expect(world.read().out).toMatch(/^\d{3,} files checked against SHA256SUMS: all as listed\./);
  expect(exit).toBe(0);
});

test('npm run preview gives every file the media type that _headers asks hosts for, and none is unknown to it', async () => {
  const url = await startPreview(settingsOf(builtSite()), '--port', '0');
  const rules = parseHeaders(readFileSync(path.join(builtSite(), '_headers'), 'utf8'), 'Cloudflare Pages');
  const unknown = new Set<string>();
  let asked = 0;
  for (const name of pathsBelow(builtSite())) {
    const address = `/${name.split('/').map(encodeURIComponent).join('/')}`;
    const response = await fetch(new URL(address, url), { method: 'HEAD' });
    const type = response.headers.get('content-type') ?? '';
    if (type === 'application/octet-stream') unknown.add(/\.\w+$/.exec(name)?.[0] ?? name);
    const wanted = headersFor(rules, address)['Content-Type'] ?? headersFor(rules, address)['content-type'];
    if (wanted === undefined) continue;
    asked++;
    expect(type.toLowerCase(), name).toBe(wanted.toLowerCase());
  }
  expect(asked).toBeGreaterThan(100);
  expect([...unknown].toSorted()).toEqual([
    '.asx-release-archive',
    '.nojekyll',
    '.pf_filter',
    '.pf_fragment',
    '.pf_index',
    '.pf_meta',
    '.pf_words',
  ]);
});

test('npm run preview takes the next port where one is taken, and answers with the site’s page and status 404', async () => {
  const taken = createServer().listen(0, 'localhost');
  await once(taken, 'listening');
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo; // a server that listens on a port has such an address
  const url = await startPreview(settingsOf(builtSite()), '--port', String(port));
  expect(Number(new URL(url).port)).toBeGreaterThan(port);
  const missing = await fetch(new URL('no-such-page/', url));
  expect(missing.status).toBe(404);
  expect(await missing.text()).toBe(readFileSync(path.join(builtSite(), '404.html'), 'utf8'));
});

test('npm run preview -- --host serves at the address that is named, and at all without a name', async () => {
  expect(await startPreview(settingsOf(builtSite()), '--port=0', '--host', '127.0.0.1')).toMatch(
    /^http:\/\/127\.0\.0\.1:/,
  );
  const url = await startPreview(settingsOf(builtSite()), '--host', '--port', '0');
  expect((await fetch(url)).status).toBe(200);
});

test.each([
  [['--prot', '1'], 'There is no --prot. Did you mean --port?\n'],
  [['--port', 'x'], '"x" is not a port. Write a number such as 4321.\n'],
  [['--port', '70000'], '"70000" is not a port. Write a number such as 4321.\n'],
  [[], 'There is no site in nowhere/dist yet: npm run build makes it.\n'],
])('npm run preview %j ends with 2, a sentence and how it is used', (flags, sentence) => {
  const env = { ...withoutTestSettings(process.env), RELEASES_DIR: fixtures, OUT_DIR: 'nowhere/dist' };
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...flags], { cwd: project, env, encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toBe(`${sentence}\nUsage: npm run preview [-- --port 4321] [--host [NAME]]\n--help explains it.\n`);
});
