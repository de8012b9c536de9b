import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutTestSettings } from '../support/build.ts';
import { release } from '../support/releases-folder.ts';

const project = path.resolve(import.meta.dirname, '../..');
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'dev-')));
const SECRET = 'not for anybody';
const at = (name: string) => path.join(folder, 'releases', name);
let server: ChildProcess;
let port = 0;
let isWatching = false;
let readings = 0;

/** Changes a file of the releases, or deletes it. */
function change(name: string, content: string | undefined): void {
  if (content === undefined) rmSync(at(name));
  else writeFileSync(at(name), content);
}

/** Looks at an address whenever the server has read the releases anew, until there is what a person would wait for. */
async function seen(address: string, wanted: { status: number; body?: string }): Promise<string> {
  for (;;) {
    const before = readings;
    const { status, body } = await ask(address);
    if (status === wanted.status && body.includes(wanted.body ?? '')) return body;
    if (before === readings) await once(server, 'read');
  }
}

/** Asks for a path to the letter, which `fetch` would put right first. */
async function ask(asked: string): Promise<{ status: number | undefined; type: string | undefined; body: string }> {
  const sent = request({
    host: 'localhost',
    port,
    path: asked,
    headers: { connection: 'close', accept: 'text/html' },
  }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode, type: response.headers['content-type'], body: await text(response) };
}

beforeAll(async () => {
  mkdirSync(at('2020'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.csv'), SECRET);
  writeFileSync(at('archive.yml'), 'site: https://announcements.example.com/news/\n');
  writeFileSync(at('2020/plan.csv'), 'a,b\n');
  writeFileSync(at('2020/other.csv'), 'not named by any release');
  writeFileSync(at('2020/first.md'), release({ attachments: 'plan.csv' }));
  server = spawn(process.execPath, ['--require', './src/preflight.cjs', 'src/cli/dev.ts', '--port', '4400'], {
    cwd: project,
    env: { ...withoutTestSettings(process.env), RELEASES_DIR: at(''), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      port ||= Number(/http:\/\/localhost:(\d+)/.exec(chunk)?.[1] ?? 0);
      isWatching ||= chunk.includes('shows at once.');
      if (port !== 0 && isWatching) server.emit('ready');
      if (!chunk.includes('read anew.')) return;
      readings++;
      server.emit('read');
    });
  await once(server, 'ready');
});

afterAll(async () => {
  server.kill();
  await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

const PROBLEMS = 'aria-label="Problems"';

test('npm run dev shows a release that is added, changed and deleted, and its files', async () => {
  expect(await ask('/news/releases/2020/second/')).toMatchObject({ status: 404 });
  change('2020/second.md', release({ title: '"Second metal"' }));
  await seen('/news/releases/2020/second/', { status: 200, body: 'Second metal' });
  change('2020/second.md', release({ title: '"Third metal"' }));
  await seen('/news/releases/2020/second/', { status: 200, body: 'Third metal' });
  const home = await seen('/news/', { status: 200, body: 'Third metal' });
  expect(home).not.toContain(PROBLEMS);
  expect(await ask('/news/releases/2020/second.md')).toMatchObject({
    status: 200,
    type: 'text/markdown; charset=utf-8',
  });
  expect(await ask('/news/releases/2020/first/plan.csv')).toMatchObject({ status: 200, body: 'a,b\n' });
  expect(await ask('/news/feed.json')).toMatchObject({ status: 200, type: 'application/feed+json; charset=utf-8' });
  change('2020/second.md', undefined);
  await seen('/news/releases/2020/second/', { status: 404 });
});

test('a broken release shows its problems at its own address and on the pages, escaped, until it is mended', async () => {
  change('2020/broken.md', release({ code: '<img src=x onerror=alert(1)>', date: '2020-02-30' }));
  const body = await seen('/news/releases/2020/broken/', { status: 500, body: 'This release is not shown yet' });
  expect(body).toContain(`<bdi>${at('2020/broken.md')}</bdi> has 2 problems.`);
  expect(body).toContain(
    '<li><p><strong>Line 3</strong> <code><bdi>code</bdi></code></p><p><bdi>&quot;&lt;img src=x onerror=alert(1)&gt;&quot; is not an ASX code.</bdi></p>',
  );
  expect(body).toContain('<strong>Line 4</strong> <code><bdi>date</bdi></code>');
  expect(body).toContain('February 2020 has 29 days; write the day on which the release was announced.');
  expect(body).not.toContain('<img');
  const home = await seen('/news/', { status: 200, body: '2 problems in the releases, which a build would stop at:' });
  expect(home).toContain('&quot;&lt;img src=x onerror=alert(1)&gt;&quot; is not an ASX code.');
  expect(home).not.toContain('<img');
  change('2020/broken.md', release({ title: '"Mended metal"' }));
  await seen('/news/releases/2020/broken/', { status: 200, body: 'Mended metal' });
  expect((await ask('/news/')).body).not.toContain(PROBLEMS);
  change('2020/broken.md', 'no front matter');
  await seen('/news/releases/2020/broken/', { status: 500 });
  change('2020/broken.md', undefined);
  await seen('/news/releases/2020/broken/', { status: 404 });
});

test('a release that contradicts another is shown, with the problem on its page', async () => {
  change('2020/first.md', release({ attachments: 'plan.csv', related: '2020/nowhere' }));
  await seen('/news/releases/2020/first/', {
    status: 200,
    body: 'There is no release &quot;2020/nowhere&quot; in the archive.',
  });
  change('2020/first.md', release({ attachments: 'plan.csv', title: '"First again"' }));
  expect(await seen('/news/', { status: 200, body: 'First again' })).not.toContain(PROBLEMS);
});

test.each([
  ['a wrong list', 'title: [x\n'],
  ['an address that no site can have', 'site: https://x.example/*/\n'],
  ['an unknown and a wrong field', 'sites: x\nsite: not an address\n'],
])('a broken archive.yml with %s is named on the pages, which stay', async (_, content) => {
  change('archive.yml', content);
  expect(await seen('/news/releases/2020/first/', { status: 200, body: PROBLEMS })).toMatch(/archive\.yml:\d/);
  change('archive.yml', 'title: Mended\nsite: https://announcements.example.com/news/\n');
  expect(await seen('/news/', { status: 200, body: 'Mended' })).not.toContain(PROBLEMS);
  change('archive.yml', 'site: https://announcements.example.com/news/\n');
});

test('no request leads out of the releases folder or to a file that no release names', async () => {
  symlinkSync(path.join(folder, 'secret.csv'), at('2020/link.csv'));
  change('2020/linking.md', release({ attachments: 'link.csv' }));
  await seen('/news/releases/2020/linking/', { status: 200 });
  const ways = [
    ...['/news/releases/2020/first/../../../secret.csv', '/news/releases/2020/first/%2e%2e/%2e%2e/%2e%2e/secret.csv'],
    ...['/news/releases/2020/first/..%2f..%2f..%2fsecret.csv', '/news/releases/2020/first/..%5c..%5c..%5csecret.csv'],
    ...['/news/pagefind/../../secret.csv', '/news/pagefind/..%2f..%2fsecret.csv'],
    ...['/news/releases/2020/linking/link.csv', '/news/releases/2020/first/other.csv', '/news//secret.csv', '/news/%'],
  ];
  for (const way of ways) {
    const { status, body } = await ask(way);
    expect(status, way).not.toBe(200);
    expect(body, way).not.toContain(SECRET);
  }
});
