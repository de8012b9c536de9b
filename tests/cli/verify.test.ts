import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/build/failure.ts';
import { verify } from '../../src/cli/verify.ts';
import { formatChecksums } from '../../src/data/checksums.ts';
import { serveFolder } from '../support/serve.ts';
import { folderWith } from '../support/releases-folder.ts';
import { testContext, type Printed } from './test-context.ts';

/** A folder of files with its list of checksums. */
function siteOf(files: Readonly<Record<string, string>>): string {
  const sums = Object.entries(files).map(([name, content]) => {
    return { path: name, digest: createHash('sha256').update(content).digest('hex') };
  });
  return folderWith({ ...files, SHA256SUMS: formatChecksums(sums) });
}

async function run(target: string, ...args: string[]) {
  const world = testContext('/');
  const exit = await verify([...args, target], world, { pause: 1 });
  return { exit, ...withoutSignature(world.read()) };
}

/** None of these sites is signed, and the last line says so; `tests/cli/sign.test.ts` has those that are. */
function withoutSignature({ out, said }: Printed): Printed {
  return { out: out.replace(/\nNot signed\.\n$/, '\n'), said };
}

/** Numbers from 0 to 1 that are the same at each run (a linear congruential generator). */
function drawBy(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const many = Object.fromEntries(
  Array.from({ length: 250 }, (_, n) => [
    `folder-${n % 7}/file ${n}.txt`,
    `Content of file ${n}. `.repeat(1 + (n % 9)),
  ]),
);

test('verify finds one flipped bit in any of 200 files, one deleted, one added and one renamed, and names each', async () => {
  const folder = siteOf(many);
  expect(await run(folder)).toEqual({
    exit: 0,
    out: '250 files checked against SHA256SUMS: all as listed.\n',
    said: '',
  });
  // In 200 files at once: what one of them says does not depend on the others.
  const draw = drawBy(20_260_129);
  const flipped = new Set<string>();
  while (flipped.size < 200) flipped.add(Object.keys(many)[draw(250)] ?? '');
  for (const name of flipped) {
    const bytes = Buffer.from(many[name] ?? '');
    const at = draw(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8));
    writeFileSync(path.join(folder, name), bytes);
  }
  const { exit, out } = await run(folder);
  expect(exit).toBe(1);
  expect(out.split('\n')).toEqual([
    ...[...flipped].toSorted().map((name) => `${name}: differs from its checksum`),
    '250 files checked against SHA256SUMS: 200 faults.',
    '',
  ]);
  for (const name of flipped) writeFileSync(path.join(folder, name), many[name] ?? '');
  rmSync(path.join(folder, 'folder-1/file 1.txt'));
  renameSync(path.join(folder, 'folder-2/file 2.txt'), path.join(folder, 'folder-2/file two.txt'));
  writeFileSync(path.join(folder, 'folder-3/added.txt'), '');
  expect((await run(folder)).out.split('\n')).toEqual([
    'folder-1/file 1.txt: is missing',
    'folder-2/file 2.txt: is missing',
    'folder-2/file two.txt: is not listed',
    'folder-3/added.txt: is not listed',
    '250 files checked against SHA256SUMS: 4 faults.',
    '',
  ]);
});

test('verify finds one flipped bit anywhere in the list of checksums', async () => {
  const folder = siteOf({ 'a.txt': 'a', 'b.txt': 'b' });
  const list = path.join(folder, 'SHA256SUMS');
  const whole = readFileSync(list);
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const bytes = Buffer.from(whole);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(list, bytes);
    // Of the last line's end nothing depends.
    if (bit >> 3 < whole.length - 1) expect((await run(folder)).exit, `bit ${bit}`).toBe(1);
  }
});

test('verify finds a truncated file', async () => {
  const folder = siteOf({ 'a.txt': 'A long text.' });
  writeFileSync(path.join(folder, 'a.txt'), 'A long');
  expect((await run(folder)).out).toMatch(/^a\.txt: differs from its checksum\n/);
});

test('verify of an address fetches pages as folders and skips what hosts keep for themselves', async () => {
  const folder = siteOf({
    'index.html': 'home',
    '404.html': 'nothing here',
    'releases/é à/index.html': 'page',
    'releases/a.md': 'text',
    _headers: 'x',
    '.nojekyll': '',
    '.well-known/security.txt': 'Contact',
  });
  const server = await serveFolder(folder, { base: '/archive/' });
  onTestFinished(() => server.close());
  const found = await run(server.url.replace(/\/$/, ''));
  expect(found).toEqual({
    exit: 0,
    out: '5 files checked against SHA256SUMS: all as listed. Files that are not listed cannot be found by address.\n',
    said: '.nojekyll was skipped: hosts keep it for themselves\n_headers was skipped: hosts keep it for themselves\n',
  });
  expect(server.served.map((one) => one.path)).toContain('/archive/releases/%C3%A9%20%C3%A0/');
});

test('verify of an address names files that differ, are cut short or are missing', async () => {
  const folder = siteOf({ 'a.txt': 'A text.', 'b.txt': 'B text.', 'c.txt': 'C text.' });
  writeFileSync(path.join(folder, 'a.txt'), 'A test.');
  writeFileSync(path.join(folder, 'b.txt'), 'B');
  rmSync(path.join(folder, 'c.txt'));
  const server = await serveFolder(folder);
  onTestFinished(() => server.close());
  const { exit, out } = await run(server.url);
  expect([exit, out.split('\n').slice(0, 3)]).toEqual([
    1,
    ['a.txt: differs from its checksum', 'b.txt: differs from its checksum', 'c.txt: is missing'],
  ]);
});

/** A server of a site without a signature, which answers all else as it is told. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/SHA256SUMS.sig') response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // a server that listens on a port has such an address
}

const SUMS = formatChecksums([{ path: 'a.txt', digest: createHash('sha256').update('A text.').digest('hex') }]);

test('verify of an address tries again what may pass: a broken connection, a server that is busy', async () => {
  let tries = 0;
  const address = await serve((request, response) => {
    if (request.url === '/SHA256SUMS') response.end(SUMS);
    else if (++tries === 1) response.destroy();
    else if (tries === 2) response.writeHead(503).end();
    else if (tries === 3) response.writeHead(200, { 'content-length': 7 }).write('A te', () => response.destroy());
    else response.end('A text.');
  });
  expect((await run(address)).exit).toBe(0);
  expect(tries).toBe(4);
});

test('verify of an address names a file that cannot be had after four tries', async () => {
  let tries = 0;
  const address = await serve((request, response) => {
    if (request.url === '/SHA256SUMS') response.end(SUMS);
    else response.writeHead(500, void tries++).end();
  });
  const { exit, out } = await run(address);
  expect([exit, tries, out.split('\n')[0]]).toEqual([1, 4, 'a.txt: was answered with status 500']);
});

test('verify of an address asks for at most eight files at once', async () => {
  let now = 0;
  let most = 0;
  const held: (() => void)[] = [];
  const list = Object.keys(many).map((name) => ({ path: name, digest: createHash('sha256').update('').digest('hex') }));
  const address = await serve((request, response) => {
    if (request.url === '/SHA256SUMS') return void response.end(formatChecksums(list));
    most = Math.max(most, ++now);
    held.push(() => void response.end(() => now--));
    // All are answered once eight wait, or the last ones have come.
    if (held.length === 8 || list.length - 8 * rounds === held.length) {
      rounds++;
      for (const answer of held.splice(0)) answer();
    }
  });
  let rounds = 0;
  expect((await run(address)).exit).toBe(0);
  expect(most).toBe(8);
});

test('verify lets an old address lead on within the site, and nowhere else', async () => {
  const digest = createHash('sha256').update('x').digest('hex');
  const address = await serve((request, response) => {
    if (request.url === '/SHA256SUMS') {
      response.end(formatChecksums(['old/index.html', 'a.pdf'].map((name) => ({ path: name, digest }))));
    } else if (request.url === '/new/') response.end('new');
    else response.writeHead(301, { location: '/new/' }).end();
  });
  const { exit, out, said } = await run(address);
  expect([exit, out.split('\n')[0]]).toEqual([1, `a.pdf: cannot be had: the host leads on to ${address}new/`]);
  expect(said).toBe(`old/index.html was skipped: the host leads on to ${address}new/, as from an old address\n`);
});

const OF_ONE = (name: string) => `${'0'.repeat(64)}  ${name}\n`;

test.each([
  ['another host', (other: string) => `${other}a.txt`],
  ['another host without its protocol', (other: string) => other.replace('http:', '') + 'a.txt'],
  ['the same host under another name', (_: string, own: string) => `${own.replace('127.0.0.1', 'localhost')}a.txt`],
  ['an address within the network', () => 'http://169.254.169.254/latest/meta-data'],
  ['a file of this machine', () => 'file:///etc/passwd'],
])('verify is not led to %s', async (_, to) => {
  let asked = 0;
  const other = await serve((_request, response) => {
    asked++;
    response.end('A text.');
  });
  let target = '';
  const address = await serve((request, response) => {
    if (request.url === '/SHA256SUMS') response.end(SUMS);
    else {
      target = to(other, `http://${request.headers.host}/`);
      response.writeHead(302, { location: target }).end();
    }
  });
  const { exit, out } = await run(address);
  expect([exit, asked]).toEqual([1, 0]);
  expect(out.split('\n')[0]).toBe(`a.txt: cannot be had: the host leads on to ${new URL(target, address).href}`);
});

test('verify names the host to which a list leads on, and asks it nothing', async () => {
  const other = await serve((_request, response) => void response.end(SUMS));
  const address = await serve((request, response) => {
    response.writeHead(301, { location: `${other}${request.url?.slice(1)}` }).end();
  });
  await expect(run(address)).rejects.toThrow(
    new UsageError(
      `${address}SHA256SUMS could not be fetched (the host leads on to ${other}SHA256SUMS; give the address of the site there, if it is meant).`,
    ),
  );
});

test('verify follows a host to the same place, and not round in a circle', async () => {
  const digest = createHash('sha256').update('page').digest('hex');
  const list = ['a/index.html', 'b/index.html', 'c/index.html'].map((name) => ({ path: name, digest }));
  const address = await serve((request, response) => {
    if (request.url === '/SHA256SUMS') response.end(formatChecksums(list));
    else if (request.url === '/a/') response.writeHead(308, { location: '/a' }).end();
    else if (request.url === '/b/') response.writeHead(301, { location: '/b' }).end();
    else if (request.url === '/b') response.writeHead(301, { location: '/b/' }).end();
    else if (request.url === '/c/') response.writeHead(301, { location: 'http://[' }).end();
    else response.end('page');
  });
  expect((await run(address)).out.split('\n').slice(0, 3)).toEqual([
    'b/index.html: could not be fetched: is led round in a circle',
    'c/index.html: could not be fetched: is led on to what is no address',
    '3 files checked against SHA256SUMS: 2 faults. Files that are not listed cannot be found by address.',
  ]);
});

describe('verify of an address ends an answer', () => {
  const LIMITS = { stall: 60_000, whole: 60_000, bytes: 10_000 };
  const bounded = async (address: string, limits: Partial<typeof LIMITS>) => {
    const world = testContext('/');
    await verify([address], world, { pause: 1, limits: { ...LIMITS, ...limits } });
    return world.read().out.split('\n')[0];
  };

  test('that is larger than a file may be, without asking again', async () => {
    let asked = 0;
    const address = await serve((request, response) => {
      if (request.url === '/SHA256SUMS') return void response.end(SUMS);
      asked++;
      const more = (): void =>
        void (response.write('x'.repeat(10_000)) ? setImmediate(more) : response.once('drain', more));
      more();
    });
    expect(await bounded(address, { bytes: 1024 ** 2 })).toBe('a.txt: could not be fetched: is larger than 1 MB');
    expect(asked).toBe(1);
  });

  test('that comes no further, and one that never begins, after asking again', async () => {
    for (const begin of [true, false]) {
      let asked = 0;
      const address = await serve((request, response) => {
        if (request.url === '/SHA256SUMS') return void response.end(SUMS);
        asked++;
        if (begin) response.write('A ');
      });
      expect(await bounded(address, { stall: 500 })).toBe('a.txt: could not be fetched: nothing came for 0.5 seconds');
      expect(asked).toBe(4);
    }
  });

  test('that comes drop by drop', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/SHA256SUMS') return void response.end(SUMS);
      const drops = setInterval(() => response.write('x'), 1);
      response.once('close', () => clearInterval(drops));
    });
    expect(await bounded(address, { whole: 1500 })).toBe('a.txt: could not be fetched: took longer than 1.5 seconds');
  });

  test('that is the list itself', async () => {
    const address = await serve((_request, response) => void response.end('x'.repeat(20_000)));
    const world = testContext('/');
    await expect(verify([address], world, { pause: 1, limits: { ...LIMITS, bytes: 1024 } })).rejects.toThrow(
      `${address}SHA256SUMS could not be fetched (is larger than 0.0009765625 MB).`,
    );
  });
});

test('verify asks for no name that leaves the site, and lets no name command the terminal or fill it', async () => {
  const leaving = ['../secret', 'a/../../b', '/etc/passwd', '//other.example/x', '\\\\host\\x', 'C:/x', 'a//b', './a'];
  const odd = ['\u001b[31mred', 'a\u202etxt.exe', 'tab\there', 'b\u0007ell', 'zero\u200bwidth', 'x'.repeat(5_000)];
  const asked: string[] = [];
  const address = await serve((request, response) => {
    if (request.url === '/SHA256SUMS') return void response.end([...leaving, ...odd].map(OF_ONE).join(''));
    asked.push(decodeURIComponent(request.url ?? ''));
    response.writeHead(404).end();
  });
  const folder = folderWith({ SHA256SUMS: [...leaving, ...odd].map(OF_ONE).join('') });
  for (const target of [address, folder]) {
    const { out, said } = await run(target);
    expect(out.split('\n').filter((line) => line.endsWith('is not a line of checksums'))).toHaveLength(leaving.length);
    for (const line of [
      ...['\\u001b[31mred: is missing', 'a\\u202etxt.exe: is missing', 'tab\\u0009here: is missing'],
      ...[
        'b\\u0007ell: is missing',
        'zero\\u200bwidth: is missing',
        `${'x'.repeat(200)}… (5,000 characters): is missing`,
      ],
    ])
      expect(out.split('\n')).toContain(line);
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(out + said).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]/);
  }
  expect(asked.toSorted()).toEqual(odd.map((name) => `/${name}`).toSorted());
});

test('verify of a folder follows no link out of it and waits for no pipe', async () => {
  const digest = createHash('sha256').update('secret').digest('hex');
  const names = ['in.txt', 'link.txt', 'pipe.txt', 'up/secret.txt'];
  const folder = folderWith({
    'secret.txt': 'secret',
    'site/in.txt': 'secret',
    'site/SHA256SUMS': formatChecksums(names.map((name) => ({ path: name, digest }))),
  });
  const site = path.join(folder, 'site');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(site, 'link.txt'));
  symlinkSync(folder, path.join(site, 'up'), 'junction');
  if (spawnSync('mkfifo', [path.join(site, 'pipe.txt')]).status !== 0)
    symlinkSync('in.txt', path.join(site, 'pipe.txt'));
  expect((await run(site)).out.split('\n')).toEqual([
    'link.txt: is not a plain file',
    'pipe.txt: is not a plain file',
    'up: is not listed',
    'up/secret.txt: is missing',
    '4 files checked against SHA256SUMS: 4 faults.',
    '',
  ]);
  renameSync(path.join(site, 'SHA256SUMS'), path.join(folder, 'list'));
  symlinkSync(path.join(folder, 'list'), path.join(site, 'SHA256SUMS'));
  await expect(run(site)).rejects.toThrow(new UsageError(`${site}/SHA256SUMS is not a plain file.`));
});

test('verify checks an address against a list of one’s own', async () => {
  const own = siteOf({ 'a.txt': 'as built' });
  const server = await serveFolder(siteOf({ 'a.txt': 'as altered, with its list' }));
  onTestFinished(() => server.close());
  expect((await run(server.url)).exit).toBe(0);
  expect((await run(server.url, '--sums', path.join(own, 'SHA256SUMS'))).out).toMatch(/^a\.txt: differs/);
});

test('verify says that there is nothing to check', async () => {
  await expect(run('/nowhere/at/all')).rejects.toThrow(new UsageError('There is no folder "/nowhere/at/all".'));
  const folder = folderWith({ 'a.txt': '' });
  await expect(run(folder)).rejects.toThrow(new UsageError(`There is no ${folder}/SHA256SUMS to check against.`));
  const server = await serveFolder(folder);
  onTestFinished(() => server.close());
  await expect(run(server.url)).rejects.toThrow(
    new UsageError(`${server.url}SHA256SUMS could not be fetched (it is not there).`),
  );
});
